/** The actors and properties of a claim, and their names in the index. */
import { aboutName, sayingName } from './claim-names.ts';
import type { ClaimRecord, Statement } from './model.ts';
import { parseSays, statementsOf } from './says.ts';

/** The actors that a claim is about or that its propositions name. */
export function subjectsOf(
  claim: ClaimRecord,
  // Only a `says` with a point can name an actor.
  statements: readonly Statement[] = claim.says?.text.includes('.') ? statementsOf(claim) : [],
): Set<string> {
  const subjects = new Set(claim.about);
  for (const { actor } of statements) subjects.add(actor);
  return subjects;
}

/** The properties that a claim states, of any actor. */
export function propertiesOf({ says }: ClaimRecord): Set<string> {
  return new Set((says ? parseSays(says).propositions : []).map(({ property }) => property.text));
}

const FEW = 16;

/** All index names for the subjects of a claim. */
export function subjectNames(claim: ClaimRecord, statements: readonly Statement[]): Iterable<number> {
  const names = new Set<number>();
  for (const actor of claim.about) names.add(aboutName(actor));
  // Hashing costs more than a linear search of a short list. The statements of these actors follow, with the
  // same names.
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
  // A claim without an actor still states its properties.
  else for (const property of propertiesOf(claim)) names.add(sayingName(property));
  return names;
}
