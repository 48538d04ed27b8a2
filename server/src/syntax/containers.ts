/** Blocks that contain blocks: quotations, divs, notes. */
import { BrokenAttributes, readAttributes } from './attributes.ts';
import {
  NEWLINE,
  blankLineAt,
  blankLinesAt,
  isAsciiLetter,
  isSpaceCharacter,
  skipBlanks,
} from './characters.ts';
import { colonsEnd, divFenceEnd } from './div-fences.ts';
import type { Excerpt } from './excerpt.ts';
import { indentedBy, unindentedAt } from './indentation.ts';
import { noteLabelEnd } from './note-labels.ts';
import { softBreakAt } from './inline.ts';
import { numberAt } from './list-markers.ts';
import { placeAttributes } from './placing.ts';
import { MAX_DEPTH, type Reading } from './reading.ts';

/**
 * The offset after the `>` of the line at `at` and one space; -1 when the line is not quoted. Pandoc’s
 * `emailBlockQuoteStart`.
 */
function quoteMarkEnd(text: string, at: number, limit: number): number {
  const mark = unindentedAt(text, at, limit);
  if (mark < 0 || mark >= limit || text.charCodeAt(mark) !== 62) return -1;
  return text.charCodeAt(mark + 1) === 32 ? mark + 2 : mark + 1;
}

/** A block quotation at `at`, with lazy lines: the offset after it, or -1. Pandoc’s `blockQuote`. */
export function blockQuoteAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  let from = quoteMarkEnd(text, at, limit);
  if (from < 0) return -1;
  const excerpt = reading.excerpt();
  let end: number;
  for (;;) {
    end = text.indexOf('\n', from);
    if (end < 0 || end >= limit) end = limit;
    excerpt.add(from, end);
    if (end >= limit) break;
    const next = quoteMarkEnd(text, end + 1, limit);
    if (next >= 0) from = next;
    else {
      const lazy = softBreakAt(reading, end, limit);
      if (lazy < 0 || quoteMarkEnd(text, lazy, limit) >= 0) break;
      from = lazy;
    }
    excerpt.add(end, end + 1);
  }
  reading.add({ kind: 'blockQuote', range: reading.range(at, end) });
  excerpt.insert('\n\n', Math.max(at, end - 1));
  reading.excerptBlocks(excerpt);
  const after = Math.min(end + 1, limit);
  const blank = blankLinesAt(text, after, limit);
  return blank < 0 ? after : blank;
}

/**
 * A fenced div at `at`: the offset after its closing fence, or -1. Since Pandoc 3 an unclosed div ends with
 * its container. Pandoc’s `divFenced`.
 */
export function fencedDivAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const colons = colonsEnd(text, at, limit);
  if (colons < 0 || reading.refusesEffort(at)) return -1;
  // A div refused for its depth is not tried again after backtracking.
  if (reading.refusesDepth(at)) (reading.failedDivs ??= new Set()).add(at);
  if (reading.failedDivs?.has(at)) {
    reading.lookedTo(limit);
    return -1;
  }
  const from = skipBlanks(text, colons);
  const found = readAttributes(text, from, limit, 0, reading.table(BrokenAttributes));
  let headEnd = found?.end ?? from;
  if (!found) {
    while (headEnd < limit && !isSpaceCharacter(text.charCodeAt(headEnd))) headEnd++;
    if (headEnd === from) return -1;
  }
  let i = skipBlanks(text, headEnd);
  while (text.charCodeAt(i) === 58) i++;
  const contentFrom = blankLineAt(text, i, limit);
  if (contentFrom < 0) return -1;
  const word = { text: text.slice(from, headEnd), range: { from, to: headEnd } };
  const attributes = found?.attributes ?? {
    range: { from, to: headEnd },
    id: null,
    classes: [word],
    pairs: [],
  };
  const nodes = reading.nodes.length;
  const children = reading.children.length;
  reading.divLevel++;
  reading.depth++;
  const contentTo = divContentEnd(reading, contentFrom, limit);
  reading.depth--;
  reading.divLevel--;
  if (contentTo < 0) {
    reading.dropNodes(nodes);
    reading.children.length = children;
    (reading.failedDivs ??= new Set()).add(at);
    reading.lookedTo(limit);
    reading.effort.spend(100);
    return -1;
  }
  const closed = contentTo < limit;
  const fenceEnd = closed ? skipBlanks(text, colonsEnd(text, contentTo, limit)) : limit;
  reading.add({
    kind: 'div',
    range: reading.range(at, fenceEnd),
    contentRange: reading.range(contentFrom, contentTo),
    attributes: placeAttributes(reading, attributes),
  });
  reading.opaque(at, headEnd);
  return closed ? divFenceEnd(text, contentTo, limit) : limit;
}

/**
 * Reads the blocks of a div. Returns the offset of its closing fence, `limit` where there is none, or -1
 * where a block cannot be read.
 */
function divContentEnd(reading: Reading, from: number, limit: number): number {
  for (let at = from; at < limit;) {
    if (divFenceEnd(reading.text, at, limit) >= 0) return at;
    const end = reading.grammar.block(reading, at, limit);
    if (end <= at) return -1;
    at = end;
  }
  return limit;
}

/**
 * A note definition at `at`, `[^1]: …`, with indented continuations: the offset after it, or -1. Pandoc’s
 * `noteBlock`.
 */
export function noteDefinitionAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const open = unindentedAt(text, at, limit);
  const close = open < 0 ? -1 : noteLabelEnd(text, open, limit);
  if (close < 0 || text.charCodeAt(close + 1) !== 58) return -1;
  const blank = blankLineAt(text, close + 2, limit);
  const line = blank < 0 ? close + 2 : blank;
  const indented = indentedBy(text, line, 4);
  const from = indented < 0 ? line : indented;
  if (from >= limit) return -1;
  const short = shortNoteAt(reading, open, close, from, limit);
  return short < 0 ? longNoteAt(reading, open, close, from, limit) : short;
}

/**
 * Fast path for most notes: one line of words from `from`, read in place up to the blank line. Returns the
 * offset after it; -1 where the note is another.
 */
function shortNoteAt(reading: Reading, open: number, close: number, from: number, limit: number): number {
  const { text, depth, lastWord } = reading;
  const lineEnd = reading.signs.lineEnds.from(from);
  const bodyLimit = lineEnd + 2;
  if (lineEnd < 0 || bodyLimit >= limit || text.charCodeAt(lineEnd + 1) !== NEWLINE) return -1;
  const after = blankLinesAt(text, lineEnd + 1, limit);
  if (indentedBy(text, after, 4) >= 0 || depth >= MAX_DEPTH) return -1;
  const start = unindentedAt(text, from, limit);
  if (start < 0 || !beginsSentence(text.charCodeAt(start)) || numberAt(text, from, limit, null)) return -1;
  const kept = reading.nodes.length;
  addDefinition(reading, open, close, start, lineEnd);
  reading.depth++;
  reading.lastWord = -1;
  const end = reading.grammar.paragraph(reading, from, bodyLimit);
  reading.depth = depth;
  reading.lastWord = lastWord;
  if (end === bodyLimit) return after;
  reading.dropNodes(kept);
  return -1;
}

/** A letter, quotation mark or `@`: none begins a block, except a letter that numbers a list item. */
function beginsSentence(code: number): boolean {
  return isAsciiLetter(code) || code > 127 || code === 34 || code === 39 || code === 64;
}

function longNoteAt(reading: Reading, open: number, close: number, from: number, limit: number): number {
  const { text } = reading;
  const excerpt = reading.excerpt();
  let end = noteLines(reading, from, limit, excerpt);
  for (;;) {
    const next = blankLinesAt(text, end, limit);
    const more = next < 0 ? -1 : indentedBy(text, next, 4);
    if (more < 0 || more >= limit) break;
    excerpt.insert('\n', Math.max(open, end - 1));
    end = noteLines(reading, more, limit, excerpt);
  }
  excerpt.insert('\n', Math.max(open, end - 1));
  const bodyEnd = text.charCodeAt(end - 1) === NEWLINE ? end - 1 : end;
  addDefinition(reading, open, close, Math.min(skipBlanks(text, from), bodyEnd), bodyEnd);
  reading.excerptBlocks(excerpt);
  const after = blankLinesAt(text, end, limit);
  return after < 0 ? end : after;
}

function addDefinition(reading: Reading, open: number, close: number, from: number, to: number): void {
  reading.add({
    kind: 'definition',
    label: reading.text.slice(open + 2, close),
    labelRange: reading.range(open + 2, close),
    range: reading.range(open, to),
    bodyRange: reading.range(from, to),
  });
}

/** Adds the lines of one paragraph of a note. Returns the offset after the last. */
function noteLines(reading: Reading, from: number, limit: number, excerpt: Excerpt): number {
  const { text } = reading;
  let at = from;
  for (;;) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 || lineEnd >= limit ? limit : lineEnd + 1;
    excerpt.add(at, end);
    if (end >= limit || blankLineAt(text, end, limit) >= 0) return end;
    const marker = unindentedAt(text, end, limit);
    if (marker >= 0 && noteLabelEnd(text, marker, limit) >= 0) return end;
    if (reading.divLevel > 0 && divFenceEnd(text, end, limit) >= 0) return end;
    const indented = indentedBy(text, end, 4);
    at = indented < 0 ? end : indented;
  }
}
