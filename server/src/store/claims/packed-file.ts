/** All that the reasoner wants to know of a file's claims, made ready where its text is at hand. */
import { RecordWriter } from '../packed-record.ts';
import { sieveOf } from './word-sieves.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import type { PackedFile } from '../model.ts';
import { packClaims } from './packed-claims.ts';
import { RegistrationPacker } from './packed-registrations.ts';
import type { Times } from '../../reasoning/time.ts';

/** Packs files, one after another. What it needs for that it keeps, so that one packer should pack many. */
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
