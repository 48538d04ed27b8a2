/** Whether an adjudication has decided anything yet. */
import type { ClaimRecord } from './model.ts';

/** Placeholder words of an adjudication, from the code action and the snippet. */
const UNWORDED: ReadonlySet<string> = new Set(['Which of the two holds, and why', 'words of the verdict']);

/** Citations and editorial placeholders in a claim's plain text. */
const NO_WORDS =
  /\[[^[\]]*@[^[\]]*\]|\[(?:\?|citation needed)\]|-?@\{[^{}]*\}|-?@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*/gu;

/** Whether a claim has words of its own besides citations, placeholders, notes and punctuation. */
export function hasOwnWords({ text }: Pick<ClaimRecord, 'text'>): boolean {
  const words = text.trim();
  return (
    !UNWORDED.has(words) &&
    /[\p{L}\p{N}]/u.test(words.includes('@') || words.includes('[') ? words.replace(NO_WORDS, '') : words)
  );
}

/** Whether an adjudication decides: it is worded, and not open. */
export function decides(verdict: Pick<ClaimRecord, 'text' | 'status'>): boolean {
  return verdict.status !== 'open' && hasOwnWords(verdict);
}

/** Whether a claim `resolves` others. */
export function isAdjudication({ relations }: Pick<ClaimRecord, 'relations'>): boolean {
  return relations.some(({ kind }) => kind === 'resolves');
}
