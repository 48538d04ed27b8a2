/** Under what claims are found, worked out once, and kept as numbers for whoever takes many claims in. */
import { definedNames, soughtNames } from './claim-graph.ts';
import { firstDayOf, lastDayOf, timeOf } from './claim-days.ts';
import { NamesIn } from './claim-names.ts';
import type { ClaimRecord } from './model.ts';
import { statementsOf } from './says.ts';
import { markOf, statementName } from './statement-index.ts';
import { subjectNames } from './subjects.ts';
import type { Times } from './time.ts';

/** Who takes registrations in: hashes of names, each with its mark. */
export interface Registrar {
  /** A name; the mark tells the ways in which it is sought, and is 0 where it is not. */
  entry(hash: number, mark: number): void;
  /** Name and mark of what is stated, as the index of statements has them, and the days that it speaks of. */
  statement(name: number, mark: number, from: number, to: number): void;
}

/**
 * What a claim registers itself under: its own names, those that it seeks, what it states and of whom. Nothing is
 * stated where its time is unreadable. `home` gives the names in its file.
 */
export function registerClaim(
  claim: ClaimRecord,
  times: Times,
  registrar: Registrar,
  home = new NamesIn(claim.path),
): void {
  for (const name of definedNames(claim, home)) registrar.entry(name, 0);
  for (const { name, kinds } of soughtNames(claim, home)) registrar.entry(name, kinds);
  const stated = statementsOf(claim);
  for (const name of subjectNames(claim, stated)) registrar.entry(name, 0);
  const when = stated.length > 0 ? timeOf(claim, times) : 'unreadable';
  if (when === 'unreadable') return;
  const from = firstDayOf(when);
  const to = lastDayOf(when);
  for (const each of stated) registrar.statement(statementName(each), markOf(each), from, to);
}

const HEAD = 4;

/**
 * Packs registrations, one behind the other: how many numbers the entries and the statements have, the days, both
 * lists. Keeps the room that it needs for that.
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

/** Whether packed registrations are those of so many claims: none leads out of them, and none is left. */
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

/** Reads packed registrations, each once, in the order of their claims. */
export class PackedRegistrations {
  private at = 0;

  constructor(private readonly packed: Uint32Array) {}

  /** Hands the next registration over. */
  next(registrar: Registrar): void {
    const { packed, at } = this;
    const entries = at + HEAD;
    const statements = entries + packed[at]!;
    const end = statements + packed[at + 1]!;
    // Days before 1970 are negative.
    const [from, to] = [packed[at + 2]! | 0, packed[at + 3]! | 0];
    for (let i = entries; i < statements; i += 2) registrar.entry(packed[i]!, packed[i + 1]!);
    for (let i = statements; i < end; i += 2) registrar.statement(packed[i]!, packed[i + 1]!, from, to);
    this.at = end;
  }
}
