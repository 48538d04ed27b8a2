import type { Token } from '../../facts/model.ts';
import { parseSays } from '../../reasoning/says.ts';
import { mayBeWork } from './doubt.ts';
import { occurrence, type Occurrences, type ReferenceWorld } from './model.ts';

/**
 * Where an actor is named by id: in registers, marks, and attributes of claims. In a single document also where it is
 * named by name.
 */
export function* occurrencesOfActor(
  id: string,
  { library, reasoning, view, only }: ReferenceWorld,
): Occurrences {
  // In `by` and in relations between actors a work with the same id may be meant.
  const doubtful = mayBeWork(id, { library, reasoning });
  function* named(path: string, tokens: readonly Token[], ambiguous = false): Occurrences {
    for (const token of tokens) if (token.text === id) yield occurrence(path, token, 'use', ambiguous);
  }
  if (only === undefined) {
    for (const { path, actor } of library.actors(id)) yield occurrence(path, actor.id, 'definition');
    for (const { path, actor } of library.allActors())
      for (const { targets } of actor.relations) yield* named(path, targets, doubtful);
  }
  for (const path of only === undefined ? library.seekersOfActor(id) : [only]) {
    yield null;
    const summary = library.summary(path);
    yield* named(path, summary?.actors ?? []);
    yield* named(path, summary?.asserters ?? [], doubtful);
  }
  for (const { path, says } of only === undefined ? reasoning.eachAbout(id) : reasoning.claimsIn(only)) {
    if (!says?.text.includes('.')) continue;
    for (const { actor } of parseSays(says).propositions) if (actor) yield* named(path, [actor]);
  }
  if (view && only === view.path && library.hasRegister)
    for (const { range, ids } of library.mentions.in(view))
      if (ids.includes(id)) yield { path: only, range, role: 'use', exact: false };
}
