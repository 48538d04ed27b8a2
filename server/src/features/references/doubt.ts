/** In `by`, and in relations between actors, one word may be the id of an actor or a citekey. */
import type { ReferenceWorld } from './model.ts';

type World = Pick<ReferenceWorld, 'library' | 'reasoning'>;

/** What such a word means where nothing defines it: a work if it is named as one elsewhere, and never as an actor. */
export function isRatherWork(name: string, world: World): boolean {
  return mayBeWork(name, world) && !mayBeActor(name, world);
}

/** Whether anything defines an actor of that id, or names one where nothing but an actor can stand. */
export function mayBeActor(id: string, { library, reasoning }: World): boolean {
  return (
    library.actors(id).length > 0 ||
    reasoning.claimsAbout(id).length > 0 ||
    library.seekersOfActor(id).some((path) => library.summary(path)?.actors.some(({ text }) => text === id))
  );
}

/** Whether anything defines a work of that key, or names one where nothing but a work can stand. */
export function mayBeWork(key: string, { library }: World): boolean {
  return (
    library.knowsWork(key) ||
    library.documentsOfSource(key).length > 0 ||
    library
      .seekersOfKey(key)
      .some((path) => library.summary(path)?.cited.some((cited) => cited.key.text === key))
  );
}
