import { pairOf } from './hash.ts';

/** Names by two hashes of 32 bits each, one after another: all that is kept of a name. */
export type HashedNames = Uint32Array;

/** The names, hashed; in their order. */
export function hashedNames(names: ReadonlySet<string>): HashedNames {
  const hashed = new Uint32Array(names.size * 2);
  let at = 0;
  for (const name of names) {
    pairOf(name, hashed, at);
    at += 2;
  }
  return hashed;
}
