/** All that the reasoner wants to know of a file's claims, made ready where its text is at hand. */
import { sieveOf } from './claim-words.ts';
import type { ClaimRecord } from './model.ts';
import { packClaims, type PackedClaims } from './packed-claims.ts';
import { packRegistrations } from './registration.ts';
import type { Times } from './time.ts';

export interface PackedFile {
  readonly claims: PackedClaims;
  /** As `packRegistrations` gives them; wanted once, when the file is taken in. */
  readonly registrations: Uint32Array;
  /** As `sieveOf` gives it. */
  readonly sieve: Uint32Array;
}

/** Packs the claims of one file, in the order of its text. */
export function packFile(claims: readonly ClaimRecord[], times: Times): PackedFile {
  return {
    claims: packClaims(claims),
    registrations: packRegistrations(claims, times),
    sieve: sieveOf(claims),
  };
}
