import type { Actor } from '../actors/model.ts';
import type { Library } from '../workspace/library.ts';
import { LibraryEnds } from './conflict-ends.ts';
import type { KinEdge } from './kin.ts';
import type { ReasoningContext } from './model.ts';

/** What the reasoner needs of the project and the registers: properties, places, and who wrote which work. */
export function reasoningContext(library: Library): ReasoningContext {
  const authors = new Map<string, string[]>();
  const kin = new Map<string, KinEdge[]>();
  for (const { actor } of library.allActors()) {
    const id = actor.id.text;
    for (const work of worksWrittenBy(actor)) {
      const known = authors.get(work);
      if (!known) authors.set(work, [id]);
      else if (!known.includes(id)) known.push(id);
    }
    for (const edge of kinOf(actor)) {
      const known = kin.get(id);
      if (known) known.push(edge);
      else kin.set(id, [edge]);
    }
  }
  const { properties, places, timelessSpan } = library.project;
  return { properties, places, authors, kin, timelessSpan, ends: new LibraryEnds(library) };
}

/** The citekeys of what an actor wrote: under `works`, or as the relation `wrote`. */
function worksWrittenBy({ works, relations }: Actor): string[] {
  const related = relations.flatMap(({ kind, targets }) => (kind === 'wrote' ? targets : []));
  return [...works, ...related].map(({ text }) => text.replace(/^@/, ''));
}

/** The actors of which one is a part or a kind. */
function kinOf({ relations }: Actor): KinEdge[] {
  return relations.flatMap(({ kind, targets }) =>
    kind === 'part-of' || kind === 'kind-of' ? targets.map(({ text: of }) => ({ by: kind, of })) : [],
  );
}

/** Whether two contexts are equal. `ends` is not compared: it is queried anew each time. */
export function sameContext(a: ReasoningContext, b: ReasoningContext): boolean {
  const plain = ({ properties, places, authors, kin, timelessSpan }: ReasoningContext) =>
    JSON.stringify([
      [...properties].sort(),
      [...places].sort(),
      [...authors].sort(),
      [...(kin ?? [])].sort(),
      timelessSpan,
    ]);
  return a === b || plain(a) === plain(b);
}
