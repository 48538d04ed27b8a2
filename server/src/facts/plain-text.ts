import type { TextRange } from '../text/range.ts';

/** The words of a stretch of Markdown as a reader sees them: no markup, white space folded. */
export function plainText(text: string, range?: TextRange): string {
  const raw = range ? text.slice(range.from, range.to) : text;
  return raw
    .replace(/\]\{[^{}]*\}/g, ']')
    .replace(/[[\]*]/g, '')
    .replace(/\s+/g, ' ');
}
