/** The names of works and actors in sentences about claims, from a library. */
import { actorLabel, briefActorLabel, workNames } from '../workspace/labels.ts';
import type { Library } from '../workspace/library.ts';
import type { Asserters } from './asserters.ts';
import type { Naming } from './named-asserters.ts';
import { isPlural } from './phrases.ts';

/** The library's names of asserters and actors, as the document `path` cites them. */
export function namingIn(
  path: string,
  library: Library,
  { asserters }: { readonly asserters: Asserters },
): Naming {
  return {
    nameOfAsserter: (id) => {
      const actor = actorLabel(id, library);
      return actor === null
        ? (workNames(id, path, library) ?? { name: id, year: null, several: false })
        : { name: actor, year: null, several: isPlural(actor) };
    },
    nameOfActor: (id) => actorLabel(id, library) ?? id,
    briefNameOfActor: (id) => briefActorLabel(id, library) ?? id,
    isReport: (claim) => asserters.isReport(claim),
  };
}
