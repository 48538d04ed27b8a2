import type { DocumentText } from '../text/document-text.ts';
import type { Unreadable } from '../workspace/unreadable.ts';

/** Why there is no text of a file. */
export interface UnreadableContent {
  readonly status: Unreadable;
  /** Of what lies outside the folder in which it lies, where that is known. */
  readonly reason: string | null;
}

/** A text, or why there is none. */
export type TextContent =
  | {
      readonly status: 'read';
      readonly text: DocumentText;
      /** It is UTF-16 on disk, which other programs may not read. */
      readonly isUtf16?: true;
    }
  | UnreadableContent;
