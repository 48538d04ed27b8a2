import type { TextRange } from '../text/range.ts';

/** Where something is defined that was asked about. */
export interface DefinitionLink {
  /** The words that were asked about. */
  readonly origin: TextRange;
  readonly path: string;
  readonly range: TextRange;
}
