/** The index entries of a claim. */
import { definedNames, soughtNames } from './claim-graph.ts';
import { firstDayOf, lastDayOf, timeOf } from './claim-days.ts';
import { markOf, NamesIn, statementName } from './claim-names.ts';
import type { ClaimRecord } from './model.ts';
import { statementsOf } from './says.ts';
import { subjectNames } from './subjects.ts';
import type { Times } from './time.ts';

/** Receives index entries: hashes of names with their marks. */
export interface Registrar {
  /** A name. The mark has the ways in which it is sought (bits), 0 if it is not sought. */
  entry(hash: number, mark: number): void;
  /** The name and mark of a statement, and the days that it covers. */
  statement(name: number, mark: number, from: number, to: number): void;
}

/**
 * Registers a claim: its own names, those that it seeks, its subjects and statements. Without a readable time
 * no statements are registered. `home` has the names of its file.
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
