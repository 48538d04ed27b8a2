/** What is not prose: code spans, code fences, indented code, TeX math. */
import { BrokenAttributes, readAttributes, readRawAttribute } from './attributes.ts';
import {
  NEWLINE,
  SPACE,
  TAB,
  blankLineAt,
  blankLinesAt,
  isDigit,
  isPunctuationAt,
  isSpaceCharacter,
  isUnicodeSpaceAt,
  lineEndAt,
  skipBlanks,
} from './characters.ts';
import { BacktickRuns } from './backtick-runs.ts';
import { FenceLines } from './fence-lines.ts';
import { indentedBy, unindentedAt } from './indentation.ts';
import { ParagraphStops } from './paragraph-stops.ts';
import type { Reading } from './reading.ts';
import { TexGroups } from './tex-groups.ts';

const BACKTICK = 96;
const TILDE = 126;
const DOLLAR = 36;
const BACKSLASH = 92;

/** The length of the run of `code` at `at`. */
export function runLength(text: string, at: number, code: number, limit: number): number {
  let end = at;
  while (end < limit && text.charCodeAt(end) === code) end++;
  return end - at;
}

/**
 * A code span with its attributes at `at`: any number of backticks, closed by the same number. It may cross
 * line ends, but no blank line, and in a list no line that begins an item. Its end, or -1. Pandoc’s `code`.
 */
export function codeSpanAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const runs = reading.table(BacktickRuns);
  const size = Math.min(runs.end(at), limit) - at;
  const close = runs.next(size, at + size);
  const closed = close >= 0 && close + size <= limit ? close : cutRunAt(text, size, limit);
  if (closed < at + size || reading.table(ParagraphStops).from(at + size, reading.inList) < closed) return -1;
  return withCodeAttributes(reading, closed + size, limit);
}

/** The start of `size` backticks directly before `limit`, which cuts the run; -1 where there are none. */
function cutRunAt(text: string, size: number, limit: number): number {
  const from = limit - size;
  if (text.charCodeAt(limit) !== BACKTICK || text.charCodeAt(from - 1) === BACKTICK) return -1;
  return runLength(text, Math.max(from, 0), BACKTICK, limit) === size ? from : -1;
}

function withCodeAttributes(reading: Reading, at: number, limit: number): number {
  const raw = readRawAttribute(reading.text, at, limit);
  if (raw >= 0) return raw;
  return readAttributes(reading.text, at, limit, 0, reading.table(BrokenAttributes))?.end ?? at;
}

/**
 * The header of an R Markdown or Quarto chunk, `{r, echo=FALSE}`: code too, although Pandoc 2.17 does not
 * read it as such.
 */
const CHUNK_HEADER = /^\{\s*=?[A-Za-z][\w+-]*(?:[ ,][^\n]*)?\}[ \t]*$/;

/**
 * A fenced code block at `at`: the offset after the blank lines that follow its closing fence, or -1.
 * Pandoc’s `codeBlockFenced`.
 */
export function codeFenceAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const fence = unindentedAt(text, at, limit);
  const code = text.charCodeAt(fence);
  if (fence < 0 || fence >= limit || (code !== BACKTICK && code !== TILDE)) return -1;
  const size = runLength(text, fence, code, limit);
  if (size < 3) return -1;
  const header = skipBlanks(text, fence + size);
  const headerEnd = codeHeaderEnd(reading, header, limit);
  if (headerEnd < 0) return -1;
  const line = reading.table(FenceLines).next(text.charAt(fence), size, headerEnd);
  if (line >= 0 && line < limit) {
    const closing = unindentedAt(text, line, limit);
    const end = blankLinesAt(text, closing + runLength(text, closing, code, limit), limit);
    if (end >= 0) return end;
  }
  reading.lookedTo(limit);
  return -1;
}

/**
 * The offset after the line of an opening fence, whose info string begins at `at`; -1 when that line is none.
 */
function codeHeaderEnd(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const bare = blankLineAt(text, at, limit);
  if (bare >= 0) return bare;
  const raw = readRawAttribute(text, at, limit);
  const attributesEnd =
    raw >= 0 ? raw : (readAttributes(text, at, limit, 0, reading.table(BrokenAttributes))?.end ?? -1);
  if (attributesEnd >= 0) {
    const end = blankLineAt(text, attributesEnd, limit);
    if (end >= 0) return end;
  }
  if (text.charAt(at) === '{') {
    const lineEnd = lineEndAt(text, at, limit);
    if (lineEnd < limit && CHUNK_HEADER.test(text.slice(at, lineEnd))) return lineEnd + 1;
  }
  let wordEnd = at;
  while (wordEnd < limit && !isSpaceCharacter(text.charCodeAt(wordEnd))) wordEnd++;
  return blankLineAt(text, wordEnd, limit);
}

/**
 * Indented code at `at`, with the blank lines inside it: the offset after its last line, or -1. Pandoc’s
 * `codeBlockIndented`.
 */
export function indentedCodeAt(text: string, at: number, limit: number): number {
  let end = -1;
  for (let line = at; line < limit;) {
    const start = indentedBy(text, line, 4);
    if (start >= 0) {
      const lineEnd = text.indexOf('\n', start);
      if (lineEnd < 0 || lineEnd >= limit) return end;
      end = line = lineEnd + 1;
    } else {
      line = blankLinesAt(text, line, limit);
      if (line < 0 || indentedBy(text, line, 4) < 0) break;
    }
  }
  return end;
}

/** TeX math at `at`, `$$…$$` or `$…$`: its end, or -1. Pandoc’s `math`. */
export function mathAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  let end = -1;
  if (text.charCodeAt(at + 1) === DOLLAR) end = displayMathEnd(text, at + 2, limit);
  if (end < 0) end = inlineMathEnd(reading, at + 1, limit);
  else return end;
  if (end < 0) return -1;
  // As in Pandoc a possessive apostrophe belongs to the math, so that it opens no quotation.
  const next = text.charCodeAt(end);
  const possessive = end < limit && (next === 39 || next === 0x2019);
  if (possessive && !isUnicodeSpaceAt(text, end + 1) && !isPunctuationAt(text, end + 1)) return end + 1;
  return end;
}

/** Pandoc’s `mathDisplay`. */
function displayMathEnd(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === DOLLAR && text.charCodeAt(i + 1) === DOLLAR && i + 1 < limit) return i > from ? i + 2 : -1;
    if (code === NEWLINE && blankLineAt(text, i + 1, limit) >= 0) return -1;
  }
  return -1;
}

/** Pandoc’s `mathInline`. */
function inlineMathEnd(reading: Reading, from: number, limit: number): number {
  const { text } = reading;
  if (isUnicodeSpaceAt(text, from)) return -1;
  for (let i = from; i < limit;) {
    const code = text.charCodeAt(i);
    if (code === DOLLAR) return i > from && !isDigit(text.charCodeAt(i + 1)) ? i + 1 : -1;
    if (code === BACKSLASH) i = escapedInMath(reading, i, limit);
    else if (code === NEWLINE || code === SPACE || code === TAB) {
      const blank = blankLineAt(text, i, limit);
      if (blank >= 0) {
        if (blankLineAt(text, blank, limit) >= 0) return -1;
        i = blank;
      } else i = skipBlanks(text, i);
      if (text.charCodeAt(i) === DOLLAR) return -1;
    } else i++;
  }
  return -1;
}

/** `\text{…}` may contain dollars; any other character after a backslash is TeX's. */
function escapedInMath(reading: Reading, at: number, limit: number): number {
  if (!reading.text.startsWith('text{', at + 1)) return at + 2;
  const end = reading.table(TexGroups).end(at + 5);
  return end >= 0 && end <= limit ? end : at + 2;
}
