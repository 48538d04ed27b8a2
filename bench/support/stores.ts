/** Stores with some parts from the plain one, to measure each part of the compact one. */
import { PackedClaimTables } from '../../server/src/store/claims/packed-tables.ts';
import { PlainClaimTables } from '../../server/src/store/claims/plain-tables.ts';
import { registerClaim } from '../../server/src/reasoning/registration.ts';
import { Times } from '../../server/src/reasoning/time.ts';
import type { ClaimRecords, ClaimTables, Store } from '../../server/src/store/model.ts';
import { NameIndex, type NumberedNames, type PostingLists } from '../../server/src/store/names/name-index.ts';
import { NameNumbers } from '../../server/src/store/names/name-numbers.ts';
import { Postings } from '../../server/src/store/names/postings.ts';
import { hashedNames } from '../../server/src/text/hashed-names.ts';
import { packedStore } from '../../server/src/store/packed-store.ts';
import { plainStore } from '../../server/src/store/plain-store.ts';
import { registerLoaded } from '../../server/src/store/claims/packed-registrations.ts';

/** The parts that can be plain. */
export const PARTS = [
  'records',
  'registrations',
  'claim names',
  'statements',
  'words',
  'names',
  'name numbers',
  'postings',
  'summaries',
] as const;
export type Part = (typeof PARTS)[number];

/** The compact store except for these parts. */
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
          if (parts.has('registrations')) registerAnew(handles, records, tables, loaded);
          else registerLoaded(handles, file.registrations, tables, loaded);
          if (!parts.has('words')) packed.words.take(path, file.sieve);
          return handles;
        },
        unpack: (path, source, file) => plain.unpack(path, source, file),
        prepare: () => packed.prepare(),
      };
    },
    names() {
      if (parts.has('names')) return plainStore.names();
      const numbers = parts.has('name numbers') ? new PlainNumbers() : new NameNumbers();
      return new NameIndex(numbers, parts.has('postings') ? new PlainPostings() : new Postings());
    },
    summaries: (broken) => (parts.has('summaries') ? plainStore : packedStore).summaries(broken),
  };
}

/** Registers claims from their records, as those of open documents are. */
function registerAnew(
  handles: readonly number[],
  records: ClaimRecords,
  { names, statements }: Pick<ClaimTables, 'names' | 'statements'>,
  loaded: (handle: number, marks: number) => void,
): void {
  for (const handle of handles) {
    let marks = 0;
    registerClaim(records.claim(handle), times, {
      entry: (name, mark) => {
        names.add(name, handle, mark);
        marks |= mark;
      },
      statement: (name, mark, from, to) => statements.add(name, mark, handle, from, to),
    });
    loaded(handle, marks);
  }
}

const times = new Times();

class PlainNumbers implements NumberedNames {
  private readonly numbers = new Map<string, number>();
  private readonly labels: string[] = [];
  private readonly free: number[] = [];

  get limit(): number {
    return this.labels.length;
  }

  of(name: string): number {
    const [first, second] = hashedNames(new Set([name]));
    return this.numbers.get(`${first} ${second}`) ?? -1;
  }

  ensure(name: string): number {
    const [first, second] = hashedNames(new Set([name]));
    return this.ensurePair(first!, second!);
  }

  ensurePair(first: number, second: number): number {
    const label = `${first} ${second}`;
    let number = this.numbers.get(label);
    if (number === undefined) {
      number = this.free.pop() ?? this.labels.length;
      this.numbers.set(label, number);
      this.labels[number] = label;
    }
    return number;
  }

  release(number: number): void {
    this.numbers.delete(this.labels[number]!);
    this.free.push(number);
  }

  label(number: number): string {
    return this.labels[number]!;
  }
}

class PlainPostings implements PostingLists {
  private readonly lists = new Map<number, number[]>();

  isEmpty(key: number): boolean {
    return !this.lists.has(key);
  }

  of(key: number): number[] {
    return [...(this.lists.get(key) ?? [])];
  }

  add(key: number, value: number): void {
    const list = this.lists.get(key);
    if (list) list.push(value);
    else this.lists.set(key, [value]);
  }

  addAll(values: readonly number[], keysOf: (value: number) => Uint16Array | Uint32Array): void {
    for (const value of values) for (const key of keysOf(value)) this.add(key, value);
  }

  remove(key: number, value: number): void {
    const list = this.lists.get(key) ?? [];
    const at = list.indexOf(value);
    if (at >= 0) list.splice(at, 1);
    if (list.length === 0) this.lists.delete(key);
  }

  sort(): void {
    // Nothing to sort.
  }
}
