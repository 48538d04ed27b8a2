import type { TextRange } from '../../text/range.ts';

/** A hover for a range. Text from files is escaped in it. */
export interface Hover {
  readonly range: TextRange;
  readonly markdown: string;
}
