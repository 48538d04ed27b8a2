/** Hashes of names and texts. */

/** FNV-1a over UTF-16 units with a final mixing (from MurmurHash3), 32 bits. */
export function hashOf(name: string): number {
  return finished(hashOn(FIRST_HASH, name));
}

/** The hash of some characters and those of `text` after them. */
export function hashOn(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = hashWith(hash, text.charCodeAt(i));
  return hash;
}

/** What `hashOf` begins with, for those who have characters and no string. */
export const FIRST_HASH = 0x811c9dc5;

/** The hash of some characters and one more. */
export function hashWith(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** The hash of all characters, once they have been taken in. */
export function finished(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Two independent hashes of 32 bits, the first that of `hashOf`, into `pair` at `at`; with `begun` of the characters in
 * front and these.
 */
export function pairOf(text: string, pair: Uint32Array, at: number, begun: BegunPair = BEGUN): void {
  let { first, second } = begun;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    first = hashWith(first, letter);
    second = secondWith(second, letter);
  }
  pair[at] = finished(first);
  pair[at + 1] = finished(second);
}

/** What the characters in front come to, for `pairOf` of those after. */
export interface BegunPair {
  readonly first: number;
  readonly second: number;
}

const BEGUN: BegunPair = { first: FIRST_HASH, second: 0x9747b28c | 0 };

/** Takes in the letters that many names begin with. */
export function beginPair(text: string): BegunPair {
  let { first, second } = BEGUN;
  for (let i = 0; i < text.length; i++) {
    first = hashWith(first, text.charCodeAt(i));
    second = secondWith(second, text.charCodeAt(i));
  }
  return { first, second };
}

function secondWith(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x5bd1e995) ^ (hash >>> 15);
}

/** What tells a long text from others when the text itself is too much to keep: its length and 64 bits of hash. */
export function fingerprintOf(text: string): string {
  const pair = new Uint32Array(2);
  pairOf(text, pair, 0);
  return `${text.length} ${pair[0]} ${pair[1]}`;
}
