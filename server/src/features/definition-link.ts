import type { TextRange } from '../text/range.ts';

/** A link from words to their definition. */
export interface DefinitionLink {
  /** The words at the position of the request. */
  readonly origin: TextRange;
  readonly path: string;
  readonly range: TextRange;
}
