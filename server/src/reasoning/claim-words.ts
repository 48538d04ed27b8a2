/** Search for claims by words and names, without unpacking all of them. */
import type { ClaimRecord } from './model.ts';
import { normalized } from '../text/normalized.ts';

/** Shortest and longest prefix of a word, in characters, that the index keeps. */
export const SHORTEST = 3;
export const LONGEST = 6;

/** Scripts without spaces between words: each character counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

const ASCII = /^[\x00-\x7f]*$/;

/** Words folded for comparison: without case, accents and punctuation, separated by one space. */
export function foldedWords(text: string): string {
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return normalized(text, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether each word of `query` begins a word of `text`, or occurs anywhere in it for scripts without spaces.
 * Both must be folded.
 */
export function holdsWords(text: string, query: string): boolean {
  if (query === '') return true;
  const padded = ` ${text}`;
  return query.split(' ').every((word) => padded.includes(UNSPACED.test(word) ? word : ` ${word}`));
}

/** A search for texts in which each word of the query begins a word (see `holdsWords`). */
export class WordQuery {
  private readonly folded: string;
  private readonly words: readonly string[];
  /** The prefixes of its words that are long enough for the index. */
  readonly beginnings: readonly string[];

  constructor(query: string) {
    this.folded = foldedWords(query);
    this.words = this.folded.split(' ');
    this.beginnings = [...beginningsOf(this.folded, true)];
  }

  /** Whether a text, not folded yet, matches. */
  matches(text: string): boolean {
    if (ASCII.test(text)) {
      // For ASCII folding is `toLowerCase`, which settles most texts.
      const lower = text.toLowerCase();
      for (const word of this.words) if (!lower.includes(word)) return false;
    }
    return holdsWords(foldedWords(text), this.folded);
  }

  /** Whether a claim's id and text together match. */
  matchesClaim({ id, text }: ClaimRecord): boolean {
    return this.matches(id === null ? text : `${id} ${text}`);
  }
}

/** The prefixes of the words of a folded text. For a query (`asked`) only those long enough for the index. */
export function* beginningsOf(text: string, asked = false): Generator<string> {
  if (text === '') return;
  for (const word of text.split(' ')) {
    const longest = Math.min(word.length, LONGEST);
    if (UNSPACED.test(word)) for (const sign of word) yield sign;
    else if (asked && longest >= SHORTEST) yield word.slice(0, longest);
    else if (!asked) for (let length = SHORTEST; length <= longest; length++) yield word.slice(0, length);
  }
}
