/** A line end within a paragraph: what follows it begins no list, note, link or block, and no break was meant. */
const SOFT_BREAK =
  /(?<=[^\s\\>|])\n(?= {0,3}[\p{L}\p{N}“”"‘’'«»„(（@[*_…])(?! {0,3}(?:[*_]\s|(?:\d{1,9}|\p{L}|[ivxlc]{2,6}|#)[.)]\s|\[[^\]\n]{1,80}\]:|[*_-]{3,}\s*\n))/giu;

/**
 * A text whose paragraphs are in one line each, of the same length: Markdown reads a line end as a blank. Line ends of
 * verse and block quotations are kept, since their lines are marked.
 */
export function inOneLine(text: string): string {
  return text.replace(SOFT_BREAK, ' ');
}
