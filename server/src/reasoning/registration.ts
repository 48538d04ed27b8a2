/** Under what claims are found, worked out once, and kept as numbers for whoever takes many claims in. */
import { definedNames, soughtNames } from './claim-graph.ts';
import { daysOf, timeOf } from './claim-days.ts';
import type { ClaimRecord } from './model.ts';
import { statementsOf } from './says.ts';
import { markOf, statementName } from './statement-index.ts';
import { subjectNames } from './subjects.ts';
import type { Times } from './time.ts';

/** What the indexes of claims keep of one claim. */
export interface Registration {
  /** The days that it speaks of, as `daysOf` gives them. */
  readonly from: number;
  readonly to: number;
  /** Hashes of names, each with its mark behind it: the ways in which a name is sought, 0 where it is not. */
  readonly entries: readonly number[];
  /** Names and marks of what it states, as the index of statements has them; nothing where its time is unreadable. */
  readonly statements: readonly number[];
}

/** What a claim registers itself under: its own names, those that it seeks, what it states and of whom. */
export function registrationOf(claim: ClaimRecord, times: Times): Registration {
  const entries: number[] = [];
  for (const name of definedNames(claim)) entries.push(name, 0);
  for (const { name, kinds } of soughtNames(claim)) entries.push(name, kinds);
  const stated = statementsOf(claim);
  for (const name of subjectNames(claim, stated)) entries.push(name, 0);
  const when = stated.length > 0 ? timeOf(claim, times) : null;
  const [from, to] = daysOf(when === 'unreadable' ? null : when);
  const statements: number[] = [];
  if (when !== 'unreadable') for (const each of stated) statements.push(statementName(each), markOf(each));
  return { from, to, entries, statements };
}

/** The registrations of claims one behind the other: how many entries and statements, the days, both lists. */
export function packRegistrations(claims: readonly ClaimRecord[], times: Times): Uint32Array {
  const all = claims.map((claim) => registrationOf(claim, times));
  let size = 0;
  for (const { entries, statements } of all) size += HEAD + entries.length + statements.length;
  const packed = new Uint32Array(size);
  let at = 0;
  for (const { from, to, entries, statements } of all) {
    packed[at++] = entries.length;
    packed[at++] = statements.length;
    packed[at++] = from;
    packed[at++] = to;
    for (const each of entries) packed[at++] = each;
    for (const each of statements) packed[at++] = each;
  }
  return packed;
}

const HEAD = 4;

/** Who takes registrations in. */
export interface Registrar {
  entry(hash: number, mark: number): void;
  statement(name: number, mark: number, from: number, to: number): void;
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
