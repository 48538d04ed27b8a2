import type { Token } from '../../facts/model.ts';
import { parseSays } from '../../reasoning/says.ts';
import { mayBeWork } from './doubt.ts';
import { occurrence, type Occurrence, type ReferenceWorld } from './model.ts';

/**
 * Where an actor is named by its id: registers, marks, and the attributes of claims. Of one document alone also where
 * it is named by name.
 */
export function occurrencesOfActor(
  id: string,
  { library, reasoning, view, only }: ReferenceWorld,
): Occurrence[] {
  const found: Occurrence[] = [];
  // In `by` and in relations between actors a work of the same name might be meant.
  const doubtful = mayBeWork(id, { library, reasoning });
  const take = (path: string, tokens: readonly Token[], ambiguous = false) => {
    for (const token of tokens) if (token.text === id) found.push(occurrence(path, token, 'use', ambiguous));
  };
  if (only === undefined) {
    for (const { path, actor } of library.actors(id)) found.push(occurrence(path, actor.id, 'definition'));
    for (const { path, actor } of library.allActors())
      for (const { targets } of actor.relations) take(path, targets, doubtful);
  }
  for (const path of only === undefined ? library.seekersOfActor(id) : [only]) {
    const summary = library.summary(path);
    take(path, summary?.actors ?? []);
    take(path, summary?.asserters ?? [], doubtful);
  }
  for (const claim of only === undefined ? reasoning.claimsAbout(id) : reasoning.claimsIn(only))
    if (claim.says)
      for (const { actor } of parseSays(claim.says).propositions) if (actor) take(claim.path, [actor]);
  if (view && only === view.path && library.hasRegister)
    for (const { range, ids } of library.mentions.in(view))
      if (ids.includes(id)) found.push({ path: only, range, role: 'use', exact: false });
  return found;
}
