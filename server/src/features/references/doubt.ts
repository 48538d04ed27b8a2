/** Ambiguous words: in `by`, and in relations between actors, a word may be an actor id or a citekey. */
import type { ReferenceWorld } from './model.ts';

type World = Pick<ReferenceWorld, 'library' | 'reasoning'>;

/** Whether an undefined word counts as a work: it is named as one elsewhere, and never as an actor. */
export function isRatherWork(name: string, world: World): boolean {
  return mayBeWork(name, world) && !mayBeActor(name, world);
}

/** Whether an actor with that id is defined, or named where only an actor is possible. */
export function mayBeActor(id: string, { library, reasoning }: World): boolean {
  return (
    library.actors(id).length > 0 ||
    reasoning.claimsAbout(id).length > 0 ||
    library.seekersOfActor(id).some((path) => library.summary(path)?.actors.some(({ text }) => text === id))
  );
}

/** Whether a work with that key is defined, or named where only a work is possible. */
export function mayBeWork(key: string, { library }: World): boolean {
  return (
    library.knowsWork(key) ||
    library.workTexts.documentsOf(key).length > 0 ||
    library
      .seekersOfKey(key)
      .some((path) => library.summary(path)?.cited.some((cited) => cited.key.text === key))
  );
}
