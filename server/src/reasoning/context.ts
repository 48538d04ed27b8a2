import type { Library } from '../workspace/library.ts';
import { LibraryEnds } from './conflict-ends.ts';
import type { ReasoningContext } from './model.ts';

/** What the reasoner needs of the project and the registers: properties, places, and who wrote which work. */
export function reasoningContext(library: Library): ReasoningContext {
  const authors = new Map<string, string[]>();
  for (const { actor } of library.allActors())
    for (const work of actor.works) {
      const key = work.text.replace(/^@/, '');
      const known = authors.get(key);
      if (!known) authors.set(key, [actor.id.text]);
      else if (!known.includes(actor.id.text)) known.push(actor.id.text);
    }
  const { properties, places } = library.project;
  return { properties, places, authors, ends: new LibraryEnds(library) };
}

/** Whether two contexts are equal. `ends` is not compared: it is queried anew each time. */
export function sameContext(a: ReasoningContext, b: ReasoningContext): boolean {
  const plain = ({ properties, places, authors }: ReasoningContext) =>
    JSON.stringify([[...properties].sort(), [...places].sort(), [...authors].sort()]);
  return a === b || plain(a) === plain(b);
}
