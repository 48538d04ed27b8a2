import type { MarkerForms } from './marker-forms.ts';
import type { NotesFound } from './note-lists.ts';

const RAISED_OR_ENCLOSED = /[[(^>{]\s?(\d{1,3})\s?[\])^<}]/g;

/**
 * Indices of the notes that nothing calls, except those whose call may exist but was not read: numbers
 * that are often lost, and numbers that occur in brackets elsewhere.
 */
export function unusedNotes(
  text: string,
  { lists, definitions }: NotesFound,
  { forms }: MarkerForms,
): number[] {
  const uncertain = new Set(forms.flatMap(({ name, isUncertain }) => (isUncertain ? [name] : [])));
  const unused = definitions.flatMap(({ markers, list }, i) =>
    markers.length === 0 && !uncertain.has(lists[list]!.style) ? [i] : [],
  );
  if (unused.length === 0) return unused;
  const heads = new Set(definitions.map(({ labelRange }) => labelRange.from));
  const elsewhere = new Set<string>();
  for (const match of text.matchAll(RAISED_OR_ENCLOSED)) {
    const at = match.index + match[0].indexOf(match[1]!);
    if (!heads.has(at)) elsewhere.add(match[1]!);
  }
  return unused.filter((i) => !elsewhere.has(definitions[i]!.label));
}
