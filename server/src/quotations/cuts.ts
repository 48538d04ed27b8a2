import type { TextRange } from '../text/range.ts';
import { tagEnd } from './markup.ts';

const ATTRIBUTES = /\{[^{}\n]{0,1000}\}/y;
const LETTER = /^\p{L}$/u;
const LETTERS = /^\p{L}+$/u;
const TARGET = /\([^()\s]{0,1000}(?:[ \t]"[^"\n]{0,300}")?\)/y;
/**
 * The brackets of spans and links with the attributes or targets after them, but not the text in the
 * brackets. Also brackets around letters inside a word, `unfold[s]`, by which a source marks a change in its
 * own quotation. Sorted.
 */
export function spanMarkup(text: string): TextRange[] {
  const cuts: TextRange[] = [];
  if (!text.includes(']')) return cuts;
  let open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b) open.push(at);
    else if (code === 0x5c) at++;
    else if (code === 0x5d) {
      const opening = open.pop();
      if (opening === undefined) continue;
      const end = attributesEnd(text, at + 1) ?? (isWithinWord(text, opening, at) ? at + 1 : null);
      if (end === null) continue;
      cuts.push({ from: opening, to: opening + 1 }, { from: at, to: end });
      at = end - 1;
    } else if (code === 0x0a && text.charCodeAt(at + 1) === 0x0a) open = [];
  }
  return cuts.sort((a, b) => a.from - b.from);
}

function isWithinWord(text: string, open: number, close: number): boolean {
  if (close - open > 12 || !(LETTER.test(text[open - 1] ?? '') || LETTER.test(text[close + 1] ?? '')))
    return false;
  return LETTERS.test(text.slice(open + 1, close));
}

/** The end of the attributes or link target that begin at `at`; null when neither does. */
export function attributesEnd(text: string, at: number): number | null {
  const code = text.charCodeAt(at);
  if (code !== 0x7b && code !== 0x28) return null;
  const pattern = code === 0x7b ? ATTRIBUTES : TARGET;
  pattern.lastIndex = at;
  if (!pattern.test(text)) return null;
  const inside = text.slice(at + 1, pattern.lastIndex - 1);
  // After a bracket `{…}` is always attributes, `(…)` a link only if it looks like one.
  if (code === 0x28 && !/^(?:[a-z]+:|[/#.]|[\w-]+\.[a-z])/i.test(inside)) return null;
  return pattern.lastIndex;
}

/**
 * The parts of `opaque` (code, raw markup, attributes, comments, front matter) that are left out of a source:
 * all but inline code, which may be quoted like other words. The number between `<sup>` tags is left out too.
 */
export function opaqueCuts(text: string, opaque: readonly TextRange[]): TextRange[] {
  const cuts: TextRange[] = [];
  for (const range of opaque) {
    const code = text.charCodeAt(range.from);
    if (code === 0x60 && !text.slice(range.from, range.to).includes('\n')) continue;
    const end = code === 0x3c ? tagEnd(text, range.from) : null;
    cuts.push({ from: range.from, to: Math.max(range.to, end ?? 0) });
  }
  return cuts;
}

/** Sorted ranges with those that touch or overlap merged. */
export function merged(ranges: readonly TextRange[]): TextRange[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from || a.to - b.to);
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    if (to <= from) continue;
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}
