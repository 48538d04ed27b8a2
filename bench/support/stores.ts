/** Stores of which some parts are the plain ones, to see what each part of the packed one buys. */
import { PackedClaimTables } from '../../server/src/store/claims/packed-tables.ts';
import { PlainClaimTables } from '../../server/src/store/claims/plain-tables.ts';
import type { Store } from '../../server/src/store/model.ts';
import { packedStore } from '../../server/src/store/packed-store.ts';
import { plainStore } from '../../server/src/store/plain-store.ts';
import { registerLoaded } from '../../server/src/store/claims/packed-registrations.ts';

/** What may be plain. */
export const PARTS = ['records', 'claim names', 'statements', 'words', 'names', 'summaries'] as const;
export type Part = (typeof PARTS)[number];

/** A store that is packed but for these parts. */
export function storeWithPlain(parts: ReadonlySet<string>): Store {
  return {
    claims(broken = () => undefined) {
      const packed = new PackedClaimTables(broken);
      const plain = new PlainClaimTables();
      const records = parts.has('records') ? plain.records : packed.records;
      const tables = {
        names: parts.has('claim names') ? plain.names : packed.names,
        statements: parts.has('statements') ? plain.statements : packed.statements,
      };
      return {
        records,
        ...tables,
        words: parts.has('words') ? plain.words : packed.words,
        load(path, source, file, loaded) {
          const handles = parts.has('records')
            ? plain.records.load(path, source, plain.unpack(path, source, file))
            : packed.records.load(path, source, file.claims);
          registerLoaded(handles, file.registrations, tables, loaded);
          if (!parts.has('words')) packed.words.take(path, file.sieve);
          return handles;
        },
        unpack: (path, source, file) => plain.unpack(path, source, file),
        prepare: () => packed.prepare(),
      };
    },
    names: () => (parts.has('names') ? plainStore : packedStore).names(),
    summaries: (broken) => (parts.has('summaries') ? plainStore : packedStore).summaries(broken),
  };
}
