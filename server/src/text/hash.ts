/** Hashes of names and texts. */

/** FNV-1a over UTF-16 units with a final mixing (from MurmurHash3), 32 bits. */
export function hashOf(name: string): number {
  return hashBehind(FIRST_HASH, name);
}

/** The letters of a beginning that many names share, for `hashBehind`. */
export function hashBegun(beginning: string): number {
  let hash = FIRST_HASH;
  for (let i = 0; i < beginning.length; i++) hash = hashWith(hash, beginning.charCodeAt(i));
  return hash;
}

/** `hashOf(beginning + rest)` without making that string; `begun` is `hashBegun(beginning)`. */
export function hashBehind(begun: number, rest: string): number {
  let hash = begun;
  for (let i = 0; i < rest.length; i++) hash = hashWith(hash, rest.charCodeAt(i));
  return finished(hash);
}

/** What `hashOf` begins with, for those who have letters and no string. */
export const FIRST_HASH = 0x811c9dc5;

/** The hash of some letters and one more. */
export function hashWith(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** The hash of all letters, once they have been taken in. */
export function finished(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Two hashes of 32 bits that have nothing to do with each other, the first that of `hashOf`, into `pair` at `at`. */
export function pairOf(text: string, pair: Uint32Array, at: number): void {
  let first = FIRST_HASH;
  let second = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    first = hashWith(first, letter);
    second = Math.imul(second ^ letter, 0x5bd1e995) ^ (second >>> 15);
  }
  pair[at] = finished(first);
  pair[at + 1] = finished(second);
}

/** What tells a long text from others when the text itself is too much to keep: its length and 64 bits of hash. */
export function fingerprintOf(text: string): string {
  const pair = new Uint32Array(2);
  pairOf(text, pair, 0);
  return `${text.length} ${pair[0]} ${pair[1]}`;
}
