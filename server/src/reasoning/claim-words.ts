/** Finding claims by their words and names without unpacking them all. */
import type { ClaimRecord } from './model.ts';
import { normalized } from '../text/normalized.ts';

/** The beginnings of a word that count in a search: from so many characters to so many. */
export const SHORTEST = 3;
export const LONGEST = 6;

/** Scripts that put no space between words: there every sign is a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

const ASCII = /^[\x00-\x7f]*$/;

/** Words without regard to case, accents and punctuation, one space between them. */
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

/** Whether each word of `query` begins a word of `text`, or stands anywhere in it where words have no spaces. Both folded. */
export function holdsWords(text: string, query: string): boolean {
  if (query === '') return true;
  const padded = ` ${text}`;
  return query.split(' ').every((word) => padded.includes(UNSPACED.test(word) ? word : ` ${word}`));
}

/** What somebody searches for: texts in which each word of a query begins a word, as `holdsWords` has it. */
export class WordQuery {
  private readonly folded: string;
  private readonly words: readonly string[];
  /** How its words begin, as far as they are long enough to tell. */
  readonly beginnings: readonly string[];

  constructor(query: string) {
    this.folded = foldedWords(query);
    this.words = this.folded.split(' ');
    this.beginnings = [...beginningsOf(this.folded, true)];
  }

  /** Whether a text, as it is written, holds the words. */
  matches(text: string): boolean {
    if (ASCII.test(text)) {
      // To fold these letters is to put them into lower case: most texts are done with here.
      const lower = text.toLowerCase();
      for (const word of this.words) if (!lower.includes(word)) return false;
    }
    return holdsWords(foldedWords(text), this.folded);
  }

  /** Whether a claim's name and words together hold the words. */
  matchesClaim({ id, text }: ClaimRecord): boolean {
    return this.matches(id === null ? text : `${id} ${text}`);
  }
}

/** The beginnings of the words of a folded text; of a query only those that are long enough to tell. */
export function* beginningsOf(text: string, asked = false): Generator<string> {
  if (text === '') return;
  for (const word of text.split(' ')) {
    const longest = Math.min(word.length, LONGEST);
    if (UNSPACED.test(word)) for (const sign of word) yield sign;
    else if (asked && longest >= SHORTEST) yield word.slice(0, longest);
    else if (!asked) for (let length = SHORTEST; length <= longest; length++) yield word.slice(0, length);
  }
}
