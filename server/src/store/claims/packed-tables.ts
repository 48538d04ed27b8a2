import type { ClaimRecord } from '../../reasoning/model.ts';
import type { ClaimTables, PackedFile } from '../model.ts';
import { ClaimStore } from './claim-store.ts';
import { HashMultimap } from './hash-multimap.ts';
import { unpackClaims } from './packed-claims.ts';
import { registerLoaded } from './packed-registrations.ts';
import { StatementIndex } from './statement-index.ts';
import { WordSieves } from './word-sieves.ts';

/** Claims as bytes, and the indexes of their names and statements in typed arrays. */
export class PackedClaimTables implements ClaimTables {
  readonly records: ClaimStore;
  readonly names = new HashMultimap();
  readonly statements = new StatementIndex();
  readonly words = new WordSieves();

  /**
   * `broken` is called with the path of a file whose packed claims cannot be decoded, so that it is read
   * again.
   */
  constructor(broken: (path: string) => void) {
    this.records = new ClaimStore(broken);
  }

  load(
    path: string,
    source: string | null,
    file: PackedFile,
    loaded: (handle: number, marks: number) => void,
  ): readonly number[] {
    const handles = this.records.load(path, source, file.claims);
    registerLoaded(handles, file.registrations, this, loaded);
    this.words.take(path, file.sieve);
    return handles;
  }

  unpack(path: string, source: string | null, file: PackedFile): ClaimRecord[] {
    return unpackClaims(file.claims, path, source);
  }

  prepare(): void {
    this.names.sort();
  }
}
