import type { Mend } from '../../protocol/gestures.ts';
import type { ActionEdit } from '../actions/action.ts';

/** Edits that form one undo step. */
export interface Done {
  readonly status: 'done';
  readonly edits: readonly ActionEdit[];
  /** A file to be created before it is edited. */
  readonly creates?: string;
  /** Further files to be created. */
  readonly alsoCreates?: readonly string[];
}

/** The reason why nothing is done, as a sentence. */
export interface Refused {
  readonly status: 'refused';
  readonly why: string;
  /** What helps, where it is not what usually helps with the gesture. */
  readonly mend?: Mend;
}

/** The result of a gesture. */
export type Outcome = Done | Refused;

/** A refusal with its reason as a sentence, and what helps where that is not what usually helps. */
export function refused(why: string, mend?: Mend): Refused {
  return { status: 'refused', why, ...(mend ? { mend } : {}) };
}
