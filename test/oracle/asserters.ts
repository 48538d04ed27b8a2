/** Who asserts a claim, whether two are one, and of which year their works are. */
import { type MadeWorkspace, type PlacedClaim, type Sure } from './model.ts';

export interface Asserter {
  /** A citekey or an actor's id; null: the writer. */
  readonly name: string | null;
  /** Somebody else says so of the asserter: a source whose claim is `by` another, or a chain. */
  readonly isReport: boolean;
  /** It stands in the text of the asserter's own work. */
  readonly inOwnText: Sure;
  /** Somebody else is surely the one who says so. */
  readonly isSurelyReport: boolean;
}

/** Who asserts a claim. */
export function asserterOf(workspace: MadeWorkspace, { claim, document }: PlacedClaim): Asserter {
  const { source } = document;
  const name = claim.by ?? source;
  const chained = claim.via.length > 0;
  const own: Sure = source === null ? 'no' : namesAreOne(workspace, name, source);
  return {
    name,
    isReport: chained || (source !== null && own !== 'yes'),
    isSurelyReport:
      claim.via.some((reporter) => namesAreOne(workspace, name, reporter) === 'no') ||
      (source !== null && own === 'no'),
    inOwnText: chained ? 'no' : own,
  };
}

/** Whether two names stand for one asserter: a work and the person who wrote it are one. */
export function namesAreOne(workspace: MadeWorkspace, a: string | null, b: string | null): Sure {
  if (a === b) return 'yes';
  if (a === null || b === null) return 'no';
  if (worksOf(workspace, a).includes(b) || worksOf(workspace, b).includes(a)) return 'yes';
  // Two works of one person, or two authors of one work: the contract says nothing of these.
  const person = (actor: {
    readonly id: string;
    readonly works: readonly string[];
    readonly wrote: readonly string[];
  }) => [actor.id, ...actor.works, ...actor.wrote];
  const common = workspace.actors.some((actor) => person(actor).includes(a) && person(actor).includes(b));
  const shared = workspace.works.some(
    ({ key }) => worksOf(workspace, a).includes(key) && worksOf(workspace, b).includes(key),
  );
  return common || shared ? 'unsure' : 'no';
}

function worksOf(workspace: MadeWorkspace, id: string): readonly string[] {
  const actor = workspace.actors.find((one) => one.id === id);
  return actor ? [...actor.works, ...actor.wrote] : [];
}

/**
 * The year of an asserter's work: a number, or null where there is none. Undefined of a person who wrote one: whether a
 * claim by the person is a claim of the work, the contract does not say.
 */
export function yearOf(workspace: MadeWorkspace, name: string | null): number | null | undefined {
  if (name === null) return null;
  const work = workspace.works.find(({ key }) => key === name);
  if (work) return work.year;
  return worksOf(workspace, name).length ? undefined : null;
}

/** At which of two claims their conflict is told, where one end is. */
export function toldAt(workspace: MadeWorkspace, a: PlacedClaim, b: PlacedClaim): 'a' | 'b' | 'either' {
  const [first, second] = [asserterOf(workspace, a), asserterOf(workspace, b)];
  const later = a.place > b.place ? 'a' : 'b';
  if (first.name === null || second.name === null) {
    if (first.name !== null) return 'b';
    return second.name !== null ? 'a' : later;
  }
  // Of a report the contract does not say whether the author's work counts or the reporter's.
  if (first.isReport || second.isReport) return 'either';
  const [one, other] = [yearOf(workspace, first.name), yearOf(workspace, second.name)];
  if (one === undefined || other === undefined) return 'either';
  if (one === null || other === null || one === other) return later;
  return one > other ? 'a' : 'b';
}

/**
 * Whether two claims are of works more years apart than the project allows where nobody gives a time. Of a report the
 * contract does not say whether the author's work counts or a reporter's, nor of a person which work does.
 */
export function tooFarApart(workspace: MadeWorkspace, a: PlacedClaim, b: PlacedClaim): Sure {
  const span = workspace.timelessSpan;
  const [first, second] = [asserterOf(workspace, a), asserterOf(workspace, b)];
  if (span === null || first.name === null || second.name === null) return 'no';
  const reports = first.isReport || second.isReport;
  if (!reports && first.name === second.name) return 'no';
  const others = years(workspace, b);
  const answers = years(workspace, a).flatMap((one) =>
    others.map((other) => one !== null && other !== null && Math.abs(one - other) > span),
  );
  if (!answers.includes(true)) return 'no';
  return answers.includes(false) || reports ? 'unsure' : 'yes';
}

/** The years that may count for a claim; null: none does. */
function years(workspace: MadeWorkspace, placed: PlacedClaim): readonly (number | null)[] {
  const { name, isReport } = asserterOf(workspace, placed);
  const keys = [name!, ...worksOf(workspace, name!)];
  if (isReport) keys.push(...placed.claim.via, placed.document.source ?? '');
  const known = keys.flatMap((key) => workspace.works.find((work) => work.key === key)?.year ?? []);
  const isWork = workspace.works.some(({ key }) => key === name);
  return isWork && !isReport ? known : [null, ...known];
}
