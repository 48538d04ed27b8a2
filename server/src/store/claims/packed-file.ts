/**
 * All that the reasoner needs of a file's claims, prepared where its text is at hand (a worker thread, say).
 */
import { RecordWriter } from '../packed-record.ts';
import { sieveOf } from './word-sieves.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import type { PackedFile } from '../model.ts';
import { packClaims } from './packed-claims.ts';
import { RegistrationPacker } from './packed-registrations.ts';
import type { Times } from '../../reasoning/time.ts';

/** Packs files one after another. It reuses its buffers, so use one packer for many files. */
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
