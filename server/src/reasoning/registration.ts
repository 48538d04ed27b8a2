/** Under what claims are found, worked out once, and kept as numbers for whoever takes many claims in. */
import { hashOf } from '../text/hash.ts';
import { definedNames, soughtNames } from './claim-graph.ts';
import { daysOf, timeOf } from './claim-spans.ts';
import { markOf, statementName } from './conflicts.ts';
import type { ClaimRecord } from './model.ts';
import { statementsOf } from './says.ts';
import { subjectNames } from './subjects.ts';
import type { Times } from './time.ts';

/** What the index of claims keeps of one claim. */
export interface Registration {
  /** The days that it speaks of, as `daysOf` gives them. */
  readonly from: number;
  readonly to: number;
  /** Hashes of names, each with its mark behind it. */
  readonly entries: readonly number[];
}

/** What a claim registers itself under: its own names, those that it seeks, what it states and of whom. */
export function registrationOf(claim: ClaimRecord, times: Times): Registration {
  const entries: number[] = [];
  const add = (name: string, mark: number) => entries.push(hashOf(name), mark);
  for (const name of definedNames(claim)) add(name, 0);
  for (const [name, kinds] of soughtNames(claim)) add(name, kinds);
  const statements = statementsOf(claim);
  for (const { actor, proposition } of statements)
    add(statementName(actor, proposition), markOf(proposition));
  for (const name of subjectNames(claim, statements)) add(name, 0);
  const [from, to] = daysOf(statements.length > 0 ? timeOf(claim, times) : null);
  return { from, to, entries };
}

/** The registrations of claims one behind the other: the number of entries, the days, the entries. */
export function packRegistrations(claims: readonly ClaimRecord[], times: Times): Uint32Array {
  const all = claims.map((claim) => registrationOf(claim, times));
  const packed = new Uint32Array(all.reduce((size, { entries }) => size + 3 + entries.length, 0));
  let at = 0;
  for (const { from, to, entries } of all) {
    packed[at] = entries.length;
    packed[at + 1] = from;
    packed[at + 2] = to;
    packed.set(entries, at + 3);
    at += 3 + entries.length;
  }
  return packed;
}

/** Reads packed registrations, each once, in the order of their claims. */
export class PackedRegistrations {
  private at = 0;

  constructor(private readonly packed: Uint32Array) {}

  /** Hands the next registration over, entry by entry, and returns the days of its claim. */
  next(take: (hash: number, mark: number) => void): readonly [from: number, to: number] {
    const { packed } = this;
    const start = this.at + 3;
    const end = start + packed[this.at]!;
    for (let i = start; i < end; i += 2) take(packed[i]!, packed[i + 1]!);
    // Days before 1970 are negative.
    const days = [packed[this.at + 1]! | 0, packed[this.at + 2]! | 0] as const;
    this.at = end;
    return days;
  }
}
