import type { TextRange } from '../text/range.ts';

/** A parenthesis, brackets with it. */
export interface Group extends TextRange {
  readonly square: boolean;
  /** The words in it; round brackets within are blanked out, so that offsets stay. */
  readonly content: string;
}

const LONGEST = 1200;
const BRACKET = /[()（）[\]]|\n[ \t]*\n/g;
const CITES = /\p{Lu}\p{L}.*(?:1[4-9]|20)\d\d/u;
const OF_INTEREST =
  /\d{2}|ibid|idem|\bid\.|\bivi\b|ebd|ebenda|ibíd|cit\.|forthcoming|in press|\bn\.\s?d\.|s\.\s?d\.|o\.\s?J\.|\bpp?\.\s|S\.\s/i;

/**
 * Finds the parentheses of `text` that may cite: at most 1,200 characters long, not across a blank line, in the
 * order of their openings. Linear: brackets are paired with a stack.
 */
export function findGroups(text: string): { groups: Group[]; spans: TextRange[] } {
  const groups: Group[] = [];
  const spans: TextRange[] = [];
  let open: { at: number; square: boolean; inner: TextRange[] }[] = [];
  BRACKET.lastIndex = 0;
  for (let match = BRACKET.exec(text); match; match = BRACKET.exec(text)) {
    const at = match.index;
    const bracket = match[0];
    if (bracket.length > 1) open = [];
    else if (bracket === '(' || bracket === '（' || bracket === '[')
      open.push({ at, square: bracket === '[', inner: [] });
    else {
      const square = bracket === ']';
      let top = open[open.length - 1];
      // A single bracket of the other kind within is no part of a pair.
      if (top && top.square !== square && open[open.length - 2]?.square === square) {
        open.pop();
        top = open[open.length - 1];
      }
      if (!top || top.square !== square) continue;
      open.pop();
      const to = at + 1;
      const around = open[open.length - 1];
      const words = text.slice(top.at + 1, Math.min(at, top.at + 1 + LONGEST));
      // A bracket with a year of its own, [1929], belongs to the citation around it.
      if (around && (!square || CITES.test(words))) around.inner.push({ from: top.at, to });
      if (to - top.at > LONGEST) continue;
      if (!square) spans.push({ from: top.at, to });
      if (OF_INTEREST.test(words))
        groups.push({ from: top.at, to, square, content: blanked(words, top.at + 1, top.inner) });
    }
  }
  groups.sort((a, b) => a.from - b.from);
  spans.sort((a, b) => a.from - b.from);
  return { groups, spans };
}

function blanked(words: string, from: number, inner: readonly TextRange[]): string {
  let content = words;
  for (const range of inner.slice(0, 40)) {
    content =
      content.slice(0, range.from - from) +
      '\u0000'.repeat(range.to - range.from) +
      content.slice(range.to - from);
  }
  return content;
}
