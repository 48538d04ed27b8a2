/** Names of found things in messages. */
import type { FoundName, FoundReference } from '../found/model.ts';
import type { TextRange } from '../text/range.ts';
import { listOf, say } from '../words/say.ts';

/** `Lee`, `Lee and Shen`, `Barker et al.`. */
export function namesInWords(names: readonly FoundName[]): string {
  const families = names.map((name) => name.family);
  if (families.length > MOST_NAMES) return say('{name} et al.', { name: families[0]! });
  return families.length === 0 ? say('an unnamed author') : listOf(families);
}

/** Of more authors only the first is named. */
export const MOST_NAMES = 3;

/** `Lee and Shen (2011)`; `No. 12 of the list` in a numbered one. */
export function referenceInWords(reference: FoundReference): string {
  if (reference.label !== null && reference.names.length === 0)
    return say('No. {number} of the list', { number: reference.label });
  return datedInWords(namesInWords(reference.names), reference);
}

/** Names with the year of a reference, or that it has none. */
export function datedInWords(names: string, { year, yearSuffix }: FoundReference): string {
  return year === null
    ? say('{names} (no year)', { names })
    : say('{names} ({year})', { names, year: `${year}${yearSuffix}` });
}

/** Where a finding on a reference is drawn: its names and year. */
export function referenceHead(reference: FoundReference): TextRange {
  const to = reference.yearRange?.to ?? Math.min(reference.range.to, reference.range.from + 60);
  return { from: reference.range.from, to: Math.max(to, reference.range.from + 1) };
}
