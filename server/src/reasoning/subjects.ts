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
  for (const actor of claim.about) addTo(names, aboutName(actor));
  // The statements of those whom it is about follow, each with the very same name.
  for (const { actor } of statements) if (!claim.about.includes(actor)) addTo(names, aboutName(actor));
  if (statements.length > 0)
    for (const { proposition } of statements) addTo(names, sayingName(proposition.property.text));
  // Where it is about nobody a property is stated all the same.
  else for (const property of propertiesOf(claim)) addTo(names, sayingName(property));
  return names;
}

function addTo(names: number[], name: number): void {
  if (!names.includes(name)) names.push(name);
}
