/** What decides whether a changed document concerns others: aspects of its summary, and when two of them are the same. */
import type { Token } from '../facts/model.ts';
import type { DocumentSummary } from './summary.ts';

/** Whether a document cites, or attributes quotations, without keys, so that a bibliography may resolve them. */
export function waitsForWorks({ danglingCitations, datedCitations, quotations }: DocumentSummary): boolean {
  return (
    danglingCitations.length + datedCitations.length > 0 || quotations.some(({ printed }) => printed !== null)
  );
}

/** The notes that a document calls and writes, by label and in order; equal for equal notes. */
export function notesIn(summary: DocumentSummary | undefined): string {
  if (!summary) return '';
  const labels = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join(' ');
  return `${labels(summary.called)}\n${labels(summary.written)}`;
}

/** Whether two lists of tokens have the same words. */
export function sameTokens(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every((token, i) => token.text === b[i]!.text);
}

/** Whether tokens of the same words stand at the same places. */
export function sameRanges(a: readonly Token[], b: readonly Token[]): boolean {
  return a.every(({ range }, i) => range.from === b[i]!.range.from && range.to === b[i]!.range.to);
}
