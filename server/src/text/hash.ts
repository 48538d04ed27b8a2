/** Hashes of names and texts. */

/** FNV-1a over UTF-16 units with a final mixing (from MurmurHash3), 32 bits. */
export function hashOf(name: string): number {
  let hash = FIRST_HASH;
  for (let i = 0; i < name.length; i++) hash = hashWith(hash, name.charCodeAt(i));
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

/** What tells a long text from others when the text itself is too much to keep: its length and 64 bits of hash. */
export function fingerprintOf(text: string): string {
  let second = 0x9747b28c;
  for (let i = 0; i < text.length; i++)
    second = Math.imul(second ^ text.charCodeAt(i), 0x5bd1e995) ^ (second >>> 15);
  return `${text.length} ${hashOf(text)} ${finished(second)}`;
}
