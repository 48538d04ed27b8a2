import type { TextRange } from '../../text/range.ts';

/** What an editor shows over a stretch of text. All that comes from files is escaped in it. */
export interface Hover {
  readonly range: TextRange;
  readonly markdown: string;
}
