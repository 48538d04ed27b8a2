/** Whether a claim that `resolves` others has decided anything yet. */
import type { ClaimRecord } from './model.ts';

/** What a verdict says before anybody has worded it: the words that are written in their place. */
const UNWORDED: ReadonlySet<string> = new Set(['Which of the two holds, and why', 'words of the verdict']);

/** Citations and editorial placeholders, as the plain words of a claim still have them. */
const NO_WORDS =
  /\[[^[\]]*@[^[\]]*\]|\[(?:\?|citation needed)\]|-?@\{[^{}]*\}|-?@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*/gu;

/** Whether a claim says anything in words of its own: beside citations, placeholders, notes and punctuation. */
export function hasOwnWords({ text }: Pick<ClaimRecord, 'text'>): boolean {
  const words = text.trim();
  return (
    !UNWORDED.has(words) &&
    /[\p{L}\p{N}]/u.test(words.includes('@') || words.includes('[') ? words.replace(NO_WORDS, '') : words)
  );
}

/** Whether an adjudication is more than a place that is kept for one: worded, and not open. */
export function decides(verdict: Pick<ClaimRecord, 'text' | 'status'>): boolean {
  return verdict.status !== 'open' && hasOwnWords(verdict);
}

/** Whether a claim settles others, or is meant to. */
export function isAdjudication({ relations }: Pick<ClaimRecord, 'relations'>): boolean {
  return relations.some(({ kind }) => kind === 'resolves');
}
