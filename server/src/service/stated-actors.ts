import type { Token } from '../facts/model.ts';
import type { FactLists } from '../facts/shift.ts';
import { parseSays } from '../reasoning/says.ts';

/** The actors in front of propositions: `harbour-union.members = 312`. */
export function actorsStatedOf({ claims }: FactLists): Token[] {
  return claims
    .filter(({ says }) => says?.text.includes('.'))
    .flatMap(({ says }) => parseSays(says!).propositions.flatMap(({ actor }) => actor ?? []));
}
