/** What short forms in notes may refer to. */
import type { NoteWork, ShortTitle, WorkTarget } from './model.ts';
import type { KeyedRange } from './unresolved-title.ts';

/** A work or note, with the notes that lead there. */
export interface Found {
  readonly target: WorkTarget;
  readonly chain: readonly number[];
}

/** Without what somebody wrote in a collection of his own: *op. cit.* is the collection. */
export function withoutParts(works: readonly Found[]): Found[] {
  return works.filter(
    ({ target }) =>
      target.part === 'container' ||
      !works.some(
        (other) =>
          other.target.part === 'container' &&
          other.target.note === target.note &&
          other.target.work === target.work,
      ),
  );
}

/** A work described in a note. */
export function workIn(note: number, work: number, { range }: NoteWork): Found {
  return { target: { note, work, part: 'work', range }, chain: [note] };
}

/** A work that a note cites by its citekey. */
export function byKey(note: number, { from, to, key }: KeyedRange): Found {
  return { target: { note, work: null, part: 'work', range: { from, to }, key: key! }, chain: [note] };
}

/** What a short form in a note may refer to. */
export function meantBy(note: number, { candidates, status, chain }: ShortTitle): Found[] {
  return candidates.map((target) => ({
    target,
    chain: status === 'resolved' ? [note, ...chain.filter((n) => n !== note)] : [note, target.note],
  }));
}
