/** What is kept of a quotation between searches. */
import { wordCount } from '../quotations/words.ts';
import type { QuotationVerdict, SourcePassage } from '../workspace/quotation-verdicts.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import type { Finding } from './quotation-search.ts';

/**
 * A quotation of a document, with what is known about it. The object lives as long as its words are
 * unchanged.
 */
export interface Slot {
  quotation: QuotedPassage;
  /** Key of works and words: slots with equal keys are interchangeable. */
  readonly memo: string;
  verdict: QuotationVerdict | null;
  /** The versions of the texts that were searched for `findings`; null before the first search. */
  basis: string | null;
  findings: readonly Finding[];
  /** Passages in other works that have it, with the versions of their texts. */
  hits: readonly { readonly version: number; readonly passage: SourcePassage }[];
  /** Other texts with a version up to this have been searched. */
  searchedAt: number;
}

/** A quotation at least this similar to its work's text is from there, whoever else has it. */
const NEAR = 0.85;
/** Shorter quotations, in words or characters, may be in any text by chance. */
const LEAST_WORDS = 4;
const LEAST_LETTERS = 20;

/** The key of works and words. */
export function memoOf({ works, words, writesSharpS }: QuotedPassage): string {
  return `${works.map(({ text }) => text).join(' ')}\n${writesSharpS ? 'ß' : ''}\n${words}`;
}

/** A slot for a new quotation. If it replaces an edited one, that one's verdict is kept for now. */
export function newSlot(quotation: QuotedPassage, changed: Slot | undefined): Slot {
  const before = changed?.verdict ?? null;
  // Corrections are in offsets of the old words.
  const verdict = before?.status === 'different' ? { ...before, corrections: null } : before;
  return { quotation, memo: memoOf(quotation), verdict, basis: null, findings: [], hits: [], searchedAt: 0 };
}

/** Whether a quotation is not in its work, and long enough that being in another means something. */
export function wanders({ quotation, findings }: Slot): boolean {
  if (findings.length === 0) return false;
  const near = (finding: Finding) =>
    finding.status === 'exact' || (finding.status === 'different' && finding.similarity >= NEAR);
  if (findings.some(near)) return false;
  const letters = quotation.words.replace(/[^\p{L}\p{N}]/gu, '').length;
  return wordCount(quotation.words) >= LEAST_WORDS && letters >= LEAST_LETTERS;
}
