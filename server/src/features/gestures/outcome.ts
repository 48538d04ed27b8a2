import type { ActionEdit } from '../actions/action.ts';

/** What comes of a gesture: edits that are one undoable change, or why there are none. */
export type Outcome =
  | {
      readonly status: 'done';
      readonly edits: readonly ActionEdit[];
      /** A file that has to be made before it can be edited. */
      readonly creates?: string;
    }
  /** A sentence for the person who asked. */
  | { readonly status: 'refused'; readonly why: string };

/** The outcome that says, in a sentence, why nothing is done. */
export function refused(why: string): Outcome {
  return { status: 'refused', why };
}
