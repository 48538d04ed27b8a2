/** Of whom and of what a claim speaks, and the names in the index under which it is found by them. */
import { aboutName, sayingName } from './claim-names.ts';
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

/** All names that a claim is found by as one that speaks of somebody or something. */
export function subjectNames(claim: ClaimRecord, statements: readonly Statement[]): readonly number[] {
  const names: number[] = [];
  const add = (name: number) => {
    if (!names.includes(name)) names.push(name);
  };
  for (const actor of claim.about) add(aboutName(actor));
  for (const { actor } of statements) add(aboutName(actor));
  if (statements.length > 0)
    for (const { proposition } of statements) add(sayingName(proposition.property.text));
  // Where it is about nobody a property is stated all the same.
  else for (const property of propertiesOf(claim)) add(sayingName(property));
  return names;
}
