/** Finding claims by their words and names without unpacking them all. */
import { FIRST_HASH, hashOn, hashWith } from '../text/hash.ts';
import type { ClaimRecord } from './model.ts';
import { normalized } from '../text/normalized.ts';

/** 8192 bits a file: a sixth of them are set by forty claims of a sentence each. */
const SIEVE_BITS = 13;
const SIEVE_WORDS = 2 ** SIEVE_BITS / 32;
const LAST_BIT = 2 ** SIEVE_BITS - 1;
/** The beginnings of a word that count in the sieve: from so many letters to so many. */
const SHORTEST = 3;
const LONGEST = 6;

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
  private readonly bits: readonly number[];

  constructor(query: string) {
    this.folded = foldedWords(query);
    this.words = this.folded.split(' ');
    this.bits = [...beginningsOf(this.folded, true)].map(bitOf);
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

  /** Whether texts that `sieveOf` was told of may hold the words. */
  mayPass(sieve: Uint32Array): boolean {
    return this.bits.every((bit) => (sieve[bit >>> 5]! & (1 << (bit & 31))) !== 0);
  }
}

/**
 * For each file, a sieve (a Bloom filter with one hash) of how the words of its claims begin: a kilobyte that tells
 * which files cannot hold a claim of given words.
 */
export class ClaimWords {
  private readonly sieves = new Map<string, Uint32Array>();

  /** Takes over the sieve of a file's claims, as `sieveOf` gives it. */
  take(path: string, sieve: Uint32Array): void {
    if (sieve.length === 0) this.sieves.delete(path);
    else this.sieves.set(path, sieve);
  }

  /** Forgets what was known of a file. */
  drop(path: string): void {
    this.sieves.delete(path);
  }

  /** Whether the sieve of a file is at hand. */
  knows(path: string): boolean {
    return this.sieves.has(path);
  }

  /** Whether a file may hold a claim with such words. */
  mayHold(path: string, query: WordQuery): boolean {
    const sieve = this.sieves.get(path);
    return sieve !== undefined && query.mayPass(sieve);
  }
}

/** The sieve of a file's claims; of a file without claims it holds nothing. */
export function sieveOf(claims: readonly ClaimRecord[]): Uint32Array {
  const sieve = new Uint32Array(claims.length > 0 ? SIEVE_WORDS : 0);
  for (const claim of claims) {
    if (claim.id !== null) takeIn(claim.id, sieve);
    takeIn(claim.text, sieve);
  }
  return sieve;
}

/** Notes how the words of a text begin. ASCII, which most names and many texts are, needs no folding. */
function takeIn(text: string, sieve: Uint32Array): void {
  let hash = FIRST_HASH;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return takeInFolded(text, sieve);
    const letter = FOLDED[code]!;
    if (letter === 0) {
      hash = FIRST_HASH;
      length = 0;
    } else if (length++ < LONGEST) {
      hash = hashWith(hash, letter);
      if (length >= SHORTEST) note(hash, sieve);
    }
  }
}

/** By sign of ASCII: the letter or digit in lower case, 0 where it is neither. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(sign) ? sign.charCodeAt(0) : 0;
});

function takeInFolded(text: string, sieve: Uint32Array): void {
  for (const beginning of beginningsOf(foldedWords(text))) note(hashOn(FIRST_HASH, beginning), sieve);
}

function bitOf(beginning: string): number {
  return bitIn(hashOn(FIRST_HASH, beginning));
}

/** All of a hash in few bits; FNV-1a needs no more mixing than this, by its authors. */
function bitIn(hash: number): number {
  return (hash ^ (hash >>> SIEVE_BITS)) & LAST_BIT;
}

function note(hash: number, sieve: Uint32Array): void {
  const bit = bitIn(hash);
  sieve[bit >>> 5]! |= 1 << (bit & 31);
}

/** The beginnings of the words of a folded text; of a query only those that are long enough to tell. */
function* beginningsOf(text: string, asked = false): Generator<string> {
  if (text === '') return;
  for (const word of text.split(' ')) {
    const longest = Math.min(word.length, LONGEST);
    if (UNSPACED.test(word)) for (const sign of word) yield sign;
    else if (asked && longest >= SHORTEST) yield word.slice(0, longest);
    else if (!asked) for (let length = SHORTEST; length <= longest; length++) yield word.slice(0, length);
  }
}
