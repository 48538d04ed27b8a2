import { FeedPages } from './feed-pages.ts';
import type { LostMarkerForm } from './lost-marker-form.ts';
import type { FoundMarker, FoundNoteDefinition } from './model.ts';
import { nearlyAllCalled } from './nearly-all-called.ts';
import type { NotesFound } from './note-lists.ts';
import { RangeSet } from './range-set.ts';
import type { TextRange } from '../text/range.ts';

/** The longest text between the calls of two neighbours in which one between them is looked for, in UTF-16 units. */
const LONGEST_GAP = 12_000;

/** A note of a list, with the places of its calls so far. */
type CalledNote = Pick<FoundNoteDefinition, 'label' | 'range'> & { readonly calls: readonly number[] };

/**
 * Adds calls of notes that nothing calls yet: a number is one if it is the only one of its form between the calls of
 * the notes before and after, on the page of its note where there are pages.
 * @param losing the styles of markers of which some may be lost among the digits of the text
 * @param references ranges without markers
 */
export function withLostMarkers(
  found: NotesFound,
  text: string,
  forms: readonly LostMarkerForm[],
  losing: ReadonlySet<string>,
  references: readonly TextRange[],
): NotesFound {
  const { lists, markers, definitions, byPage } = found;
  const pages = byPage.size > 0 ? FeedPages.of(text) : null;
  const excluded = new RangeSet([...references, ...definitions.map(({ range }) => range)]);
  const isWhole = nearlyAllCalled(lists.length, definitions);
  const added: FoundMarker[] = [];
  for (const [list, { style }] of lists.entries()) {
    const fitting = forms.filter(({ styles }) => (styles ? styles.includes(style) : losing.has(style)));
    if (fitting.length === 0) continue;
    const own = definitions.flatMap((definition, index) => (definition.list === list ? [index] : []));
    const notes = own.map((index): CalledNote => {
      const { label, range, markers: calls } = definitions[index]!;
      return { label, range, calls: calls.map((call) => markers[call]!.range.from) };
    });
    let reached = 0;
    for (const [i, { calls, label }] of notes.entries()) {
      const gap =
        calls.length > 0
          ? null
          : gapOf(text, notes, i, reached, byPage.has(list), byPage.has(list) ? pages : null);
      const missing = isWhole[list] ? missingBefore(text, notes, i) : null;
      if (missing) {
        const place = onlyOneIn(fitting, text, missing.label, missing.gap, excluded);
        if (place) added.push({ style, label: missing.label, range: place, definition: null, list });
      }
      const range = gap && onlyOneIn(fitting, text, label, gap, excluded);
      if (range) added.push({ style, label, range, definition: own[i]!, list });
      reached = range?.to ?? calls.at(-1) ?? reached;
    }
  }
  if (added.length === 0) return found;
  const all = [...markers, ...added].sort((a, b) => a.list - b.list || a.range.from - b.range.from);
  const callsOf = definitions.map((): number[] => []);
  all.forEach(({ definition }, i) => {
    if (definition !== null) callsOf[definition]!.push(i);
  });
  return {
    ...found,
    markers: all,
    definitions: definitions.map((each, i) => ({ ...each, markers: callsOf[i]! })),
  };
}

/** The number that the list skips before a note, and the text between the calls of its neighbours. */
function missingBefore(
  text: string,
  notes: readonly CalledNote[],
  i: number,
): { label: string; gap: TextRange } | null {
  const [before, own] = [notes[i - 1], notes[i]!];
  const from = before?.calls.at(-1);
  const to = own.calls[0];
  if (before === undefined || from === undefined || to === undefined) return null;
  const number = Number(before.label) + 1;
  // The note may stand there, though it was not read.
  const isThere = new RegExp(String.raw`^[ \t]{0,12}[[(]?${number}(?!\d)`, 'm').test(
    text.slice(before.range.from, own.range.from),
  );
  const isSkipped = Number(own.label) === number + 1 && !isThere;
  return isSkipped && from < to && to - from <= LONGEST_GAP
    ? { label: String(number), gap: { from: from + before.label.length, to } }
    : null;
}

/** Where the call of a note is missing. */
function gapOf(
  text: string,
  notes: readonly CalledNote[],
  i: number,
  reached: number,
  isByPage: boolean,
  pages: FeedPages | null,
): TextRange | null {
  const { range } = notes[i]!;
  const next = notes.slice(i + 1, i + 60).find(({ calls }) => calls.length > 0)?.calls[0];
  if (pages) {
    // Pieces of a page may stand in any order, so neighbours bound the gap only where they stand on other pages.
    const page = pages.at(range.from);
    const from = pages.startOf(page);
    const to = pages.endOf(range.from);
    return {
      from: pages.at(reached) === page && reached < range.from ? reached : from,
      to: next !== undefined && pages.at(next) === page && next > reached ? next : to,
    };
  }
  const to = Math.min(next ?? Infinity, isByPage ? range.from : (next ?? notes[0]!.range.from));
  const from = Math.max(reached, isByPage ? range.from - LONGEST_GAP : 0);
  return to > from && to - from <= LONGEST_GAP ? { from, to: Math.min(to, text.length) } : null;
}

/** The place of a number in a gap, in the first form that has any; null if it has several. */
function onlyOneIn(
  forms: readonly LostMarkerForm[],
  text: string,
  label: string,
  gap: TextRange,
  excluded: RangeSet,
): TextRange | null {
  // With what may follow a number, and no further: it may be missing from all the rest of the text.
  const reach = text.slice(0, gap.to + 1);
  for (const form of forms) {
    const pattern = new RegExp(form.patternOf(label), 'gu');
    pattern.lastIndex = gap.from;
    const places: TextRange[] = [];
    for (let match = pattern.exec(reach); match; match = pattern.exec(reach)) {
      const range = { from: match.index, to: match.index + match[0].length };
      if (range.to <= gap.to && !excluded.has(range.from) && form.accepts({ text, ...range }))
        places.push(range);
    }
    if (places.length === 1) return places[0]!;
    if (places.length > 1) return null;
  }
  return null;
}
