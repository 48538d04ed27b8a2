import type { DocumentView } from '../../checking/rule.ts';
import { occurrence, type Occurrence } from './model.ts';

/** The markers of a note of Pandoc's, and the note itself. */
export function occurrencesOfNote({ path, facts }: DocumentView, label: string): Occurrence[] {
  return [
    ...facts.definitions
      .filter((definition) => definition.label === label)
      .map((definition) => occurrence(path, { text: label, range: definition.labelRange }, 'definition')),
    ...facts.markers
      .filter((marker) => marker.label === label)
      .map(({ range }) => ({ from: range.from + 2, to: range.to - 1 }))
      .map((range) => occurrence(path, { text: label, range })),
  ];
}

/** The markers of a numbered note of a text as found, and its number in the list. */
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

/** An entry of a text's own list of references, and the citations of it. */
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
