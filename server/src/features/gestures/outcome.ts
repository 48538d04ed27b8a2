import type { ActionEdit } from '../actions/action.ts';

/** What is done: edits that are one undoable change. */
export interface Done {
  readonly status: 'done';
  readonly edits: readonly ActionEdit[];
  /** A file that has to be made before it can be edited. */
  readonly creates?: string;
  /** Others that have to be made. */
  readonly alsoCreates?: readonly string[];
}

/** Why nothing is done, in a sentence for the person who asked. */
export interface Refused {
  readonly status: 'refused';
  readonly why: string;
}

/** What comes of a gesture. */
export type Outcome = Done | Refused;

/** The outcome that says, in a sentence, why nothing is done. */
export function refused(why: string): Refused {
  return { status: 'refused', why };
}
