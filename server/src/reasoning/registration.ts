/** Under what claims are found. */
import { definedNames, soughtNames } from './claim-graph.ts';
import { firstDayOf, lastDayOf, timeOf } from './claim-days.ts';
import { markOf, NamesIn, statementName } from './claim-names.ts';
import type { ClaimRecord } from './model.ts';
import { statementsOf } from './says.ts';
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
