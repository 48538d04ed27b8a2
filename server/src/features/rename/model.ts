import type { TextRange } from '../../text/range.ts';

/** A splice of a file's text, counted in the text as it is. */
export interface RenameEdit {
  readonly path: string;
  readonly range: TextRange;
  readonly insert: string;
}

/** Why something cannot be renamed, in a sentence. */
export interface Refusal {
  readonly refused: string;
}

export function refuse(sentence: string): Refusal {
  return { refused: sentence };
}
