import type { TextRange } from '../../text/range.ts';

/** A splice of a file's text, in its current offsets. */
export interface RenameEdit {
  readonly path: string;
  readonly range: TextRange;
  readonly insert: string;
}

/** Why something cannot be renamed, as a sentence. */
export interface Refusal {
  readonly refused: string;
}

/** A refusal with its reason as a sentence. */
export function refuse(sentence: string): Refusal {
  return { refused: sentence };
}
