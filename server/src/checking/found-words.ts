/** Names of found things in messages. */
import type { FoundName, FoundReference } from '../found/model.ts';
import type { TextRange } from '../text/range.ts';

/** `Lee`, `Lee and Shen`, `Barker et al.`. */
export function namesInWords(names: readonly FoundName[]): string {
  const families = names.map((name) => name.family);
  if (families.length > 3) return `${families[0]} et al.`;
  if (families.length < 2) return families[0] ?? 'an unnamed author';
  return `${families.slice(0, -1).join(', ')} and ${families.at(-1)}`;
}

/** `Lee and Shen (2011)`; `No. 12 of the list` in a numbered one. */
export function referenceInWords(reference: FoundReference): string {
  if (reference.label !== null && reference.names.length === 0) return `No. ${reference.label} of the list`;
  return `${namesInWords(reference.names)} (${reference.year ?? 'no year'}${reference.yearSuffix})`;
}

/** Where a finding on a reference is drawn: its names and year. */
export function referenceHead(reference: FoundReference): TextRange {
  const to = reference.yearRange?.to ?? Math.min(reference.range.to, reference.range.from + 60);
  return { from: reference.range.from, to: Math.max(to, reference.range.from + 1) };
}
