/** Of whom and of what a claim speaks, and the names in the index under which it is found by them. */
import type { ClaimRecord, Statement } from './model.ts';
import { parseSays, statementsOf } from './says.ts';

/** The actors that a claim is about or that its propositions name. */
export function subjectsOf(
  claim: ClaimRecord,
  // Only where there is a point can an actor stand in front of a property.
  statements: readonly Statement[] = claim.says?.text.includes('.') ? statementsOf(claim) : [],
): Set<string> {
  const subjects = new Set(claim.about);
  for (const { actor } of statements) subjects.add(actor);
  return subjects;
}

/** The properties that a claim states, of whomever. */
export function propertiesOf({ says }: ClaimRecord): Set<string> {
  return new Set((says ? parseSays(says).propositions : []).map(({ property }) => property.text));
}

export function sayingName(property: string): string {
  return `says ${property}`;
}

export function aboutName(actor: string): string {
  return `about ${actor}`;
}

/** All names that a claim is found by as one that speaks of somebody or something. */
export function subjectNames(claim: ClaimRecord, statements: readonly Statement[]): Set<string> {
  const names = new Set<string>();
  for (const actor of subjectsOf(claim, statements)) names.add(aboutName(actor));
  // Where it is about nobody a property is stated all the same.
  const properties =
    statements.length > 0
      ? statements.map(({ proposition }) => proposition.property.text)
      : propertiesOf(claim);
  for (const property of properties) names.add(sayingName(property));
  return names;
}
