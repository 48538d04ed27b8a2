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

const FEW = 16;

/** All names that a claim is found by as one that speaks of somebody or something. */
export function subjectNames(claim: ClaimRecord, statements: readonly Statement[]): Iterable<number> {
  const names = new Set<number>();
  for (const actor of claim.about) names.add(aboutName(actor));
  // Hashes cost more than looking: the statements of those whom it is about follow, each with the very same name.
  const about = claim.about.length < FEW ? claim.about : new Set(claim.about);
  for (const { actor } of statements)
    if (!(about instanceof Set ? about.has(actor) : about.includes(actor))) names.add(aboutName(actor));
  if (statements.length > 0) {
    let last = '';
    for (const { proposition } of statements) {
      if (proposition.property.text !== last) names.add(sayingName(proposition.property.text));
      last = proposition.property.text;
    }
  }
  // Where it is about nobody a property is stated all the same.
  else for (const property of propertiesOf(claim)) names.add(sayingName(property));
  return names;
}
