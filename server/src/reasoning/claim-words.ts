/** Finding claims by their words and names without unpacking them all. */
import { hashOf } from './hash-multimap.ts';
import type { ClaimRecord } from './model.ts';

/** 4096 bits a file: a sixth of them are set by forty claims of a sentence each. */
const SIEVE_WORDS = 128;
/** How many letters of a word count in the sieve. */
const BEGINNING = 3;

/** Scripts that put no space between words: there every sign is a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Words without regard to case, accents and punctuation, one space between them. */
export function foldedWords(text: string): string {
  return text
    .normalize('NFKD')
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

/** By what a claim is found: its name and its words. */
export function searchedText({ id, text }: ClaimRecord): string {
  return foldedWords(id === null ? text : `${id} ${text}`);
}

/**
 * For each file, a sieve (a Bloom filter with one hash) of how the words of its claims begin: half a kilobyte
 * that tells most files which cannot hold a claim of given words.
 */
export class ClaimWords {
  private readonly sieves = new Map<string, Uint32Array>();

  /** Takes over the claims of a file. */
  take(path: string, claims: readonly ClaimRecord[]): void {
    if (claims.length === 0) return void this.sieves.delete(path);
    const sieve = new Uint32Array(SIEVE_WORDS);
    for (const claim of claims)
      for (const beginning of beginningsOf(searchedText(claim))) {
        const bit = hashOf(beginning) % (SIEVE_WORDS * 32);
        sieve[bit >>> 5]! |= 1 << (bit & 31);
      }
    this.sieves.set(path, sieve);
  }

  /** Forgets what was known of a file. */
  drop(path: string): void {
    this.sieves.delete(path);
  }

  /** Whether the sieve of a file is at hand. */
  knows(path: string): boolean {
    return this.sieves.has(path);
  }

  /** Whether a file may hold a claim with words that begin like those of `query`, which is folded. */
  mayHold(path: string, query: string): boolean {
    const sieve = this.sieves.get(path);
    if (!sieve) return false;
    for (const beginning of beginningsOf(query, true)) {
      const bit = hashOf(beginning) % (SIEVE_WORDS * 32);
      if (!(sieve[bit >>> 5]! & (1 << (bit & 31)))) return false;
    }
    return true;
  }
}

/** The beginnings of the words of a folded text; of a query only those that are long enough to tell. */
function* beginningsOf(text: string, asked = false): Generator<string> {
  if (text === '') return;
  for (const word of text.split(' ')) {
    if (UNSPACED.test(word)) for (const sign of word) yield sign;
    else if (!asked || word.length >= BEGINNING) yield word.slice(0, BEGINNING);
  }
}
