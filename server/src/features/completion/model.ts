import type { TextRange } from '../../text/range.ts';

/** A completion item. */
export interface Suggestion {
  readonly kind:
    'work' | 'note' | 'claim' | 'actor' | 'attribute' | 'value' | 'property' | 'place' | 'class' | 'term';
  readonly label: string;
  /** A short description next to the label. */
  readonly detail: string;
  /** The text that replaces `range`. */
  readonly insert: string;
  /** The same as a snippet with tab stops, for editors that support them. */
  readonly snippet?: string;
  readonly range: TextRange;
  /** The text that is matched with what was typed: the label and alternative names. */
  readonly filter: string;
  /** The sort order; ties are sorted by label. */
  readonly rank?: number;
  /** A work that only the user's own library has: choosing it copies its entry. */
  readonly further?: boolean;
  /** Whether to trigger completion again inside the inserted value. */
  readonly again?: boolean;
}

export interface Suggestions {
  readonly items: readonly Suggestion[];
  /** Whether there are more items than given, so that the client must ask again. */
  readonly isIncomplete: boolean;
}

/** The largest number of items: nobody reads more, and clients become slow. */
export const MOST_SUGGESTIONS = 2000;
