import type { DocumentView } from '../../checking/rule.ts';
import { workChainsOf } from '../../found/work-chains.ts';
import type { Token } from '../../facts/model.ts';
import type { Library } from '../../workspace/library.ts';
import type { DocumentSummary } from '../../workspace/summary.ts';
import { occurrence, type Occurrence, type ReferenceWorld } from './model.ts';

/**
 * The note calls and definitions of a Pandoc note. Also in documents that include this one or are included, unless
 * `only` restricts the search.
 */
export function occurrencesOfNote(
  { path, facts }: DocumentView,
  label: string,
  { library, only }: Pick<ReferenceWorld, 'library' | 'only'>,
): Occurrence[] {
  return [
    ...(only === undefined ? partsBeside(path, library) : []).flatMap((part) => inPart(part, label)),
    ...facts.definitions
      .filter((definition) => definition.label === label)
      .map((definition) => occurrence(path, { text: label, range: definition.labelRange }, 'definition')),
    ...facts.markers
      .filter((marker) => marker.label === label)
      .map(({ range }) => ({ from: range.from + 2, to: range.to - 1 }))
      .map((range) => occurrence(path, { text: label, range })),
  ];
}

/**
 * The documents that are combined with this one by inclusion. Chapters of a book are not: each has notes of its own,
 * even with equal labels.
 */
export function partsBeside(path: string, library: Library): DocumentSummary[] {
  const parts = new Set<string>();
  for (const { root, members } of library.texts.of(path))
    if (library.summary(root)) for (const member of members) parts.add(member);
  parts.delete(path);
  return [...parts].flatMap((part) => library.summary(part) ?? []);
}

function inPart({ path, written, called }: DocumentSummary, label: string): Occurrence[] {
  const of = (tokens: readonly Token[], role: Occurrence['role']) =>
    tokens
      .filter(({ text }) => text === label)
      .map(({ range: { to } }) => ({ from: to - 1 - label.length, to: to - 1 }))
      .map((range) => occurrence(path, { text: label, range }, role));
  return [...of(written, 'definition'), ...of(called, 'use')];
}

/** The markers of a numbered note of a found text, and its number in the list. */
export function occurrencesOfFoundNote({ path, found }: DocumentView, note: number): Occurrence[] {
  const definition = found.noteDefinitions[note];
  if (!definition) return [];
  return [
    { path, range: definition.labelRange, role: 'definition', exact: false },
    ...definition.markers.map((index): Occurrence => ({
      path,
      range: found.markers[index]!.range,
      role: 'use',
      exact: false,
    })),
  ];
}

/** An entry of a text's own reference list, and the citations of it. */
export function occurrencesOfFoundWork({ path, found }: DocumentView, reference: number): Occurrence[] {
  const entry = found.references[reference];
  if (!entry) return [];
  return [
    { path, range: entry.range, role: 'definition', exact: false },
    ...entry.citedBy.map((index): Occurrence => ({
      path,
      range: found.citations[index]!.range,
      role: 'use',
      exact: false,
    })),
  ];
}

/** The places in the notes of a text that cite one work: the first is its definition. */
export function occurrencesOfNoteWork(
  { path, found }: DocumentView,
  note: number,
  work: number,
): Occurrence[] {
  return workChainsOf(found)
    .ofWork(note, work)
    .map(({ range }, i): Occurrence => ({ path, range, role: i === 0 ? 'definition' : 'use', exact: false }));
}
