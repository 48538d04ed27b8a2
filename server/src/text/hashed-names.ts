import { pairOf } from './hash.ts';

/** Names as two 32-bit hashes each, concatenated. */
export type HashedNames = Uint32Array;

/** Hashes names, in their order. */
export function hashedNames(names: ReadonlySet<string>): HashedNames {
  const hashed = new Uint32Array(names.size * 2);
  let at = 0;
  for (const name of names) {
    pairOf(name, hashed, at);
    at += 2;
  }
  return hashed;
}
