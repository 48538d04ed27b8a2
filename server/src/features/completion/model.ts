import type { TextRange } from '../../text/range.ts';

/** Something that could stand at the cursor. */
export interface Suggestion {
  readonly kind:
    'work' | 'note' | 'claim' | 'actor' | 'attribute' | 'value' | 'property' | 'place' | 'class' | 'term';
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
  /** What is put in place of `range`. */
  readonly insert: string;
  /** The same with places to go to in it, for editors that know such. */
  readonly snippet?: string;
  readonly range: TextRange;
  /** What is compared with what the person types: the label and all else that it may be known by. */
  readonly filter: string;
  /** Where it should stand among the others; by label where they are equal. */
  readonly rank?: number;
  /** A work that only the person's own library knows: its entry is copied when it is chosen. */
  readonly further?: boolean;
  /** Suggest at once what may stand in the value that was inserted. */
  readonly again?: boolean;
}

export interface Suggestions {
  readonly items: readonly Suggestion[];
  /** There are more than are given; ask again when more is typed. */
  readonly isIncomplete: boolean;
}

/** More are not given at once: nobody reads them, and every client slows down. */
export const MOST_SUGGESTIONS = 2000;
