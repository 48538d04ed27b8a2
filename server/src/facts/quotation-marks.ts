/** Text between quotation marks in a paragraph. */
import type { TextRange } from '../text/range.ts';
import type { Openers } from './openers.ts';

/** Opening marks and their closing marks. Straight marks close themselves. */
export const MARKS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«»'],
  ['”', '”'],
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['‹', '›'],
  ['›', '‹'],
  ["'", "'"],
  ['＂', '＂'],
  ['〝', '〞〟'],
]);

/** Marks that open and close alike in Swedish and Finnish, and otherwise only close, or only open. */
const ALIKE = '»”';
/** Marks of one rank, which are mixed up where they are typed. */
const DOUBLE = '“”„"';
/** Marks that may be apostrophes. */
const APOSTROPHES = "’'";
/** A limit for one quotation, in UTF-16 units: after an unclosed mark not the whole rest is quoted. */
const LONGEST_QUOTATION = 10_000;
/** Elisions: in `'90s`, `'tis`, `'em` the mark is an apostrophe. */
const ELIDED = /^(?:\d0s\b|(?:tis|twas|twere|em|til|till|cause|round|bout|n|im|er)\b)/i;

/**
 * The ranges of `prose` in quotation marks, including the marks, in order. `skipped` is sorted: notes,
 * citations, code.
 */
export function* stretchesInMarks(
  text: string,
  openers: Openers,
  prose: TextRange,
  skipped: readonly TextRange[],
): Generator<TextRange> {
  let skip = 0;
  for (let start = prose.from; ;) {
    const at = openers.from(start);
    if (at >= prose.to) return;
    start = at + 1;
    while (skip < skipped.length && skipped[skip]!.to <= at) skip++;
    const over = skipped[skip];
    if (over && over.from <= at) {
      start = over.to;
      continue;
    }
    const closers = MARKS.get(text.charAt(at));
    if (closers === undefined || !opensQuotation(text, at, prose.from)) continue;
    const close = closingMark(text, at, closers, prose.to, skipped, skip);
    if (close < 0) continue;
    if (close - at > 3) yield { from: at, to: close + 1 };
    start = close + 1;
  }
}

function opensQuotation(text: string, at: number, from: number): boolean {
  const mark = text.charAt(at);
  if (/\s/.test(text.charAt(at + 1))) return mark === '«';
  if (at > from && isLetterBefore(text, at) && !/[„“«「『]/.test(mark)) return false;
  if (mark === '”' && !/^[\p{L}\p{N}([…]/u.test(text.slice(at + 1, at + 3))) return false;
  if (mark === '”' && at > from && !/[\s([—–\-/*_>]/.test(text.charAt(at - 1))) return false;
  if (mark !== "'") return true;
  return (
    (at === from || /[\s([{—–\-“"«/*_>]/.test(text.charAt(at - 1))) &&
    !ELIDED.test(text.slice(at + 1, at + 8))
  );
}

/** Whether a letter right before a mark says that it does not open. Chinese and Japanese words have no blanks between. */
function isLetterBefore(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(before)) return !/[\p{L}\p{N}…]/u.test(text.charAt(at + 1));
  return /[\p{L}\p{N}]/u.test(before);
}

/**
 * The offset of the mark that closes the one at `at`; -1 where there is none. A mark after *s* and before a
 * word may be a plural's apostrophe: then a later one closes, if there is one before another quotation opens.
 */
function closingMark(
  text: string,
  at: number,
  closers: string,
  limit: number,
  skipped: readonly TextRange[],
  firstSkip: number,
): number {
  const opener = text.charAt(at);
  const end = Math.min(limit, at + LONGEST_QUOTATION);
  let depth = 1;
  let plural = -1;
  let wrong = -1;
  let within = 0;
  let skip = firstSkip;
  for (let i = at + 1; i < end; i++) {
    while (skip < skipped.length && skipped[skip]!.to <= i) skip++;
    const over = skipped[skip];
    if (over && over.from <= i) {
      if (plural >= 0) return plural;
      i = over.to - 1;
      continue;
    }
    const letter = text.charAt(i);
    if (letter === '"' && opener === '"' && wrong >= 0 && isOpening(text, i)) return wrong;
    if (closers.includes(letter) && !(letter === opener && ALIKE.includes(letter) && !closesAlike(text, i))) {
      if (APOSTROPHES.includes(letter)) {
        if (opener === "'" && isOpening(text, i)) return plural;
        if (isWithinWord(text, i)) continue;
        if (depth === 1 && mayBePlural(text, i)) {
          if (plural < 0) plural = i;
          continue;
        }
      }
      if (--depth === 0) return i;
    } else if (letter === opener) {
      if (plural >= 0) return plural;
      // `“…“`: the wrong mark at the place of a closing one, which counts where no right one follows.
      if (letter === '“' && depth === 1 && wrong < 0 && closesAlike(text, i)) wrong = i;
      depth++;
    } else if (DOUBLE.includes(letter) && DOUBLE.includes(opener) && depth === 1) {
      // `„…"`, `“…"`, `"…”`, as they are typed; within there may be a whole pair of the other kind.
      if (!closesAlike(text, i)) within++;
      else if (within > 0) within--;
      else if (wrong < 0) wrong = i;
    }
  }
  return plural >= 0 ? plural : wrong;
}

/** Whether a mark that may open as well is at the place of a closing one. */
function closesAlike(text: string, at: number): boolean {
  return /\S/.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/** Whether a straight mark is at the place of an opening one. */
function isOpening(text: string, at: number): boolean {
  return /[\s([{—–“"]/.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

function isWithinWord(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at + 1));
}

function mayBePlural(text: string, at: number): boolean {
  return /[sxzSXZ]/.test(text.charAt(at - 1)) && /^ \p{L}/u.test(text.slice(at + 1, at + 3));
}
