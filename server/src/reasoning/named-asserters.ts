/** Who asserts a claim, in the words of a sentence. */
import { listOf, say } from '../words/say.ts';
import { writesOn } from './asserters.ts';
import type { ClaimRecord } from './model.ts';

/** An asserter as a text would cite it: `Webb and Webb`, `1894`. */
export interface AsserterName {
  readonly name: string;
  /** For a work; null for people and bodies. */
  readonly year: string | null;
  /** Whether the name takes a plural verb. */
  readonly several: boolean;
}

/** Gives names for ids; callers know bibliography and registers. */
export interface Naming {
  /** For a citekey or actor id as written. Unknown ids come back unchanged. */
  nameOfAsserter(id: string): AsserterName;
  nameOfActor(id: string): string;
  /** The shortest known name, such as an abbreviation; defaults to the full name. */
  briefNameOfActor?(id: string): string;
  /** Whether the claim reports what someone else asserts (`Asserters.isReport`). */
  isReport(claim: ClaimRecord): boolean;
}

/** Who asserts the claim and where: `Webb (1894, p. 3)`, `Booth (1902), as Webb (1894) reports,`. */
export function asserter(claim: ClaimRecord, naming: Naming): string {
  if (claim.by.length === 0) {
    if (claim.fileSource === null) return theWriter(claim, naming);
    return label(naming.nameOfAsserter(claim.fileSource), claim.locator);
  }
  const reported = naming.isReport(claim);
  const names = claim.by.map((id) =>
    label(naming.nameOfAsserter(id), reported ? null : (claim.locator ?? citedPlace(claim, id))),
  );
  if (!reported) return listOf(names);
  return say('{names}, as {reporters},', { names: listOf(names), reporters: reportersOf(claim, naming) });
}

/** Who reports a claim, the nearest first: `Franceschini (2014) reports according to Pringle (2018, p. 3)`. */
export function reportersOf({ via = [], fileSource, locator }: ClaimRecord, naming: Naming): string {
  const chain = fileSource === null ? via : [...via, fileSource];
  const names = chain.map((id, place) => {
    const reporter = naming.nameOfAsserter(id);
    const named = label(reporter, place === chain.length - 1 && fileSource !== null ? locator : null);
    return place === 0
      ? say('{name} {several, select, true {report} other {reports}}', {
          name: named,
          several: reporter.several,
        })
      : named;
  });
  const [nearest = '', ...sources] = names;
  return sources.reduce(
    (report, source) => say('{report} according to {source}', { report, source }),
    nearest,
  );
}

/** The writer, with the work commented on: `the writer, on Osei (2003),`. */
export function theWriter(claim: ClaimRecord, naming: Pick<Naming, 'nameOfAsserter'>): string {
  const on = writesOn(claim);
  return on === null
    ? say('the writer')
    : say('the writer, on {work},', { work: label(naming.nameOfAsserter(on), null) });
}

/** The asserter without a place, where both claims are from one work and their places follow later. */
export function voice(claim: ClaimRecord, other: ClaimRecord, naming: Naming): string {
  if (claim.by.length === 0 && claim.fileSource === null) return theWriter(claim, naming);
  const ids = claim.by.length > 0 ? claim.by : [claim.fileSource!];
  const place = claim.locator === other.locator ? claim.locator : null;
  return listOf(ids.map((id) => label(naming.nameOfAsserter(id), place)));
}

/**
 * The places of the two claims, each to follow its words; empty where both have one place that was said
 * already.
 */
export function asides(a: ClaimRecord, b: ClaimRecord): readonly [string, string] {
  if (a.locator === b.locator) return ['', ''];
  return [aside(a), aside(b)];
}

/** Whether the same asserter, under the same name, makes both claims. */
export function inOneVoice(a: ClaimRecord, b: ClaimRecord, naming: Naming): boolean {
  if (naming.isReport(a) || naming.isReport(b)) return false;
  const ids = (claim: ClaimRecord) =>
    (claim.by.length > 0 ? claim.by : [claim.fileSource ?? `, ${claim.on ?? ''}`]).join(' ');
  return ids(a) === ids(b) && a.by.length <= 1;
}

function aside(claim: ClaimRecord): string {
  return claim.locator === null ? '' : ` (${claim.locator})`;
}

/** The place at which the sentence cites the asserting work itself. */
function citedPlace(claim: ClaimRecord, id: string): string | null {
  return (
    claim.citations.find(({ key }) => key === id)?.locator ??
    claim.evidence.find(({ kind, target }) => kind === 'citation' && target === id)?.locator ??
    null
  );
}

function label({ name, year }: AsserterName, locator: string | null): string {
  const inside = [year, locator].filter((part) => part !== null);
  return inside.length ? `${name} (${inside.join(', ')})` : name;
}

/** Whether the asserters of a claim are plural, for the verb. */
export function areSeveral(claim: ClaimRecord, naming: Naming): boolean {
  const [id = claim.fileSource] = claim.by;
  return claim.by.length > 1 || (id !== null && naming.nameOfAsserter(id).several);
}
