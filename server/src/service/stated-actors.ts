import type { Token } from '../facts/model.ts';
import type { FactLists } from '../facts/fact-lists.ts';
import { parseSays } from '../reasoning/says.ts';

/** The actors named before properties: `harbour-union.members = 312`. */
export function actorsStatedOf({ claims }: FactLists): Token[] {
  const actors: Token[] = [];
  for (const { says } of claims)
    // Only a `says` with a point can name an actor.
    if (says?.text.includes('.'))
      for (const { actor } of parseSays(says).propositions) if (actor) actors.push(actor);
  return actors;
}
