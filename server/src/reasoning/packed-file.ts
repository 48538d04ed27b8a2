/** All that the reasoner wants to know of a file's claims, made ready where its text is at hand. */
import { RecordWriter } from '../text/packed-record.ts';
import { sieveOf } from './claim-words.ts';
import type { ClaimRecord } from './model.ts';
import { packClaims, type PackedClaims } from './packed-claims.ts';
import { RegistrationPacker } from './registration.ts';
import type { Times } from './time.ts';

export interface PackedFile {
  readonly claims: PackedClaims;
  /** As `RegistrationPacker` gives them; wanted once, when the file is taken in. */
  readonly registrations: Uint32Array;
  /** As `sieveOf` gives it. */
  readonly sieve: Uint32Array;
}

/** Packs files, one after the other. What it needs for that it keeps, so that one packer should pack many. */
export class FilePacker {
  private readonly registrations = new RegistrationPacker();

  constructor(
    private readonly times: Times,
    private readonly write = new RecordWriter(),
  ) {}

  /** Packs the claims of one file, in the order of its text. */
  pack(claims: readonly ClaimRecord[]): PackedFile {
    return {
      claims: packClaims(claims, this.write),
      registrations: this.registrations.pack(claims, this.times),
      sieve: sieveOf(claims),
    };
  }
}
