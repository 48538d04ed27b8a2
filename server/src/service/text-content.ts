import type { DocumentText } from '../text/document-text.ts';
import type { Unreadable } from '../workspace/unreadable.ts';

/** Why there is no text of a file. */
export interface UnreadableContent {
  readonly status: Unreadable;
  /** For a file outside, its folder where known. */
  readonly reason: string | null;
}

/** A text, or why there is none. */
export type TextContent =
  | {
      readonly status: 'read';
      readonly text: DocumentText;
      /** It is UTF-16 on disk, which some programs cannot read. */
      readonly isUtf16?: true;
      /** It does not say in which encoding it is, and was read in the likeliest. */
      readonly isGuess?: true;
    }
  | UnreadableContent;
