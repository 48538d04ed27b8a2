/** The index entries of a file's claims as numbers, computed once by whoever reads the text. */
import { firstDayOf, lastDayOf } from '../../reasoning/claim-days.ts';
import { NamesIn } from '../../reasoning/claim-names.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import { registerClaim, type Registrar } from '../../reasoning/registration.ts';
import type { Times } from '../../reasoning/time.ts';
import type { ClaimTables } from '../model.ts';

const HEAD = 4;

/**
 * Packs registrations one after another. For each claim: the number of entries and of statements, the first
 * and last day, then both lists. Reuses its buffers.
 *
 * What that buys, against registering claims anew from their records (`bench/stores.ts registrations`, 10,000
 * documents): a start of 4.8 s of processor time instead of 7.8 s on a slow machine; the memory is the same.
 */
export class RegistrationPacker {
  private numbers = new Uint32Array(1024);
  private used = 0;
  private head = 0;
  private readonly registrar: Registrar = {
    entry: (hash, mark) => {
      this.numbers[this.head]! += 2;
      this.push(hash, mark);
    },
    statement: (name, mark, from, to) => {
      const { numbers, head } = this;
      numbers[head + 1]! += 2;
      numbers[head + 2] = from;
      numbers[head + 3] = to;
      this.push(name, mark);
    },
  };

  /** The registrations of the claims of one file, in their order. */
  pack(claims: readonly ClaimRecord[], times: Times): Uint32Array {
    this.used = 0;
    const home = claims[0] && new NamesIn(claims[0].path);
    for (const claim of claims) {
      this.head = this.used;
      this.push(0, 0);
      this.push(firstDayOf(null), lastDayOf(null));
      registerClaim(claim, times, this.registrar, home);
    }
    return this.numbers.slice(0, this.used);
  }

  private push(one: number, other: number): void {
    if (this.used + 2 > this.numbers.length) this.grow();
    this.numbers[this.used++] = one;
    this.numbers[this.used++] = other;
  }

  private grow(): void {
    const larger = new Uint32Array(this.numbers.length * 2);
    larger.set(this.numbers);
    this.numbers = larger;
  }
}

/**
 * Whether packed registrations are well-formed for that many claims: no list reaches past the end, and nothing is
 * left over.
 */
export function holdsRegistrations(packed: Uint32Array, claims: number): boolean {
  let at = 0;
  for (let i = 0; i < claims; i++) {
    if (at + HEAD > packed.length) return false;
    const [entries, statements] = [packed[at]!, packed[at + 1]!];
    if (entries % 2 !== 0 || statements % 2 !== 0) return false;
    at += HEAD + entries + statements;
  }
  return at === packed.length;
}

/** A cursor over packed registrations, in the order of their claims. */
export class PackedRegistrations {
  private at = 0;

  constructor(private readonly packed: Uint32Array) {}

  /** Passes the next claim's registrations to `registrar`. */
  next(registrar: Registrar): void {
    const { packed, at } = this;
    const entries = at + HEAD;
    const statements = entries + packed[at]!;
    const end = statements + packed[at + 1]!;
    // `| 0` restores the sign: days before 1970 are negative.
    const [from, to] = [packed[at + 2]! | 0, packed[at + 3]! | 0];
    for (let i = entries; i < statements; i += 2) registrar.entry(packed[i]!, packed[i + 1]!);
    for (let i = statements; i < end; i += 2) registrar.statement(packed[i]!, packed[i + 1]!, from, to);
    this.at = end;
  }
}

/**
 * Registers loaded claims in their order. `loaded` is called for each claim with the union of its names'
 * marks.
 */
export function registerLoaded(
  handles: readonly number[],
  packed: Uint32Array,
  { names, statements }: Pick<ClaimTables, 'names' | 'statements'>,
  loaded: (handle: number, marks: number) => void,
): void {
  const registrations = new PackedRegistrations(packed);
  let [handle, marks] = [0, 0];
  const registrar: Registrar = {
    entry: (name, mark) => {
      names.add(name, handle, mark);
      marks |= mark;
    },
    statement: (name, mark, from, to) => statements.add(name, mark, handle, from, to),
  };
  for (handle of handles) {
    marks = 0;
    registrations.next(registrar);
    loaded(handle, marks);
  }
}
