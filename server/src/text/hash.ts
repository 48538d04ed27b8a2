/** Hashes of names and texts. */

/** FNV-1a over UTF-16 units, with the finaliser of MurmurHash3; 32 bits. */
export function hashOf(name: string): number {
  return finished(hashOn(FIRST_HASH, name));
}

/** Continues a hash with the characters of `text`. */
export function hashOn(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = hashWith(hash, text.charCodeAt(i));
  return hash;
}

/** The initial value of `hashOf`, for callers who hash piece by piece. */
export const FIRST_HASH = 0x811c9dc5;

/** Continues a hash with one more character. */
export function hashWith(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** Finalises a hash after all characters. */
export function finished(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Writes two independent 32-bit hashes into `pair` at `at`; the first is that of `hashOf`. With `begun`, of a
 * prefix and `text`.
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

/** The state of `pairOf` after a prefix. */
export interface BegunPair {
  readonly first: number;
  readonly second: number;
}

const BEGUN: BegunPair = { first: FIRST_HASH, second: 0x9747b28c | 0 };

/** The state after a prefix that many names share. */
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

/** A fingerprint for a long text that is not kept: its length and 64 bits of hash. */
export function fingerprintOf(text: string): string {
  const pair = new Uint32Array(2);
  pairOf(text, pair, 0);
  return `${text.length} ${pair[0]} ${pair[1]}`;
}
