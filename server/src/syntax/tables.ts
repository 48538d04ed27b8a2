/** Tables: their extent decides what follows, and their cells contain citations and notes. */
import { readAttributes } from './attributes.ts';
import {
  blankLineAt,
  blankLinesAt,
  isBlankCharacter,
  isPunctuationAt,
  isSpaceCharacter,
  skipBlanks,
  wordLengthAt,
} from './characters.ts';
import { divFenceEnd } from './div-fences.ts';
import { gridTableAt } from './grid-tables.ts';
import { isInlineTag, commentAt, tagAt } from './html.ts';
import { unindentedAt } from './indentation.ts';
import type { SurplusNode } from './nodes.ts';
import type { Reading } from './reading.ts';
import { columnOffsets } from './table-columns.ts';
import { texInlineAt } from './tex.ts';
import { codeSpanAt, mathAt } from './verbatim.ts';

const PIPE = 124;
const HYPHEN = 45;
const COLON = 58;
const BRACE = 123;

/**
 * A table at `at`, with its caption before or after it: the offset after it, or -1. On failure the caller
 * must drop the nodes added. Pandoc’s `table`.
 */
export function tableAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const start = skipBlanks(text, at);
  const code = text.charCodeAt(start);
  let from = at;
  let captioned = false;
  if (code === COLON || code === 84) {
    const end = captionAt(reading, at, limit);
    if (end >= 0) {
      from = end;
      captioned = true;
    }
  }
  const end = bareTableAt(reading, from, limit);
  if (end < 0) return -1;
  const blank = blankLinesAt(text, end, limit);
  const behind = blank < 0 ? end : blank;
  reading.outline('table', at, end);
  if (captioned) return behind;
  const kept = reading.nodes.length;
  const caption = captionAt(reading, behind, limit);
  if (caption < 0) reading.dropNodes(kept);
  return caption < 0 ? behind : caption;
}

function bareTableAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const lineEnd = text.indexOf('\n', at);
  if (lineEnd < 0 || lineEnd >= limit) return -1;
  const kept = reading.nodes.length;
  const first = text.charCodeAt(skipBlanks(text, at));
  const dashed = first === HYPHEN;
  const pipe = reading.pipes.from(at);
  const piped = pipe >= 0 && pipe < lineEnd;
  const second = text.charCodeAt(skipBlanks(text, lineEnd + 1));
  if (!piped && !dashed && second !== HYPHEN && first !== 43) return -1;
  const readers: (() => number)[] = [];
  if (piped) readers.push(() => pipeTableAt(reading, at, limit));
  if (dashed) {
    readers.push(() => multilineTableAt(reading, at, limit, false));
    readers.push(() => simpleTableAt(reading, at, limit, true));
  }
  if (second === HYPHEN) readers.push(() => simpleTableAt(reading, at, limit, false));
  if (dashed) readers.push(() => multilineTableAt(reading, at, limit, true));
  if (first === 43) readers.push(() => gridTableAt(reading, at, limit));
  for (const read of readers) {
    const end = read();
    if (end >= 0) return end;
    reading.dropNodes(kept);
  }
  return -1;
}

/** `: caption` or `Table: caption`: the offset after its blank lines, or -1. */
function captionAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const start = unindentedAt(text, at, limit);
  if (start < 0 || start >= limit) return -1;
  let from = -1;
  if (text.charCodeAt(start) === COLON && !isPunctuationAt(text, start + 1)) from = start + 1;
  else if (text.startsWith('Table:', start)) from = start + 6;
  if (from < 0) return -1;
  const kept = reading.nodes.length;
  reading.add({ kind: 'prose', range: reading.range(from, from) });
  const { end, behind } = captionWords(reading, from, limit);
  reading.nodes[kept] = { kind: 'prose', range: reading.range(from, end) };
  reading.lookedTo(Math.min(limit, end + 1));
  return end > from ? behind : -1;
}

/**
 * The words of a caption at `from`: where they end, and the offset after the blank lines that must follow, or
 * -1. Attributes at the end of a line close a caption, whatever the next line is. Pandoc’s `tableCaption`.
 */
function captionWords(reading: Reading, from: number, limit: number): { end: number; behind: number } {
  const { text } = reading;
  let at = from;
  while (at < limit) {
    const brace = skipBlanks(text, at);
    if (text.charCodeAt(brace) === BRACE && brace > from) {
      const found = readAttributes(text, brace, limit);
      const behind = found ? blankLinesAt(text, found.end, limit) : -1;
      if (found && behind >= 0) {
        reading.opaque(brace, found.end);
        return { end: at, behind };
      }
    }
    const end = reading.grammar.inline(reading, at, limit);
    if (end < 0) break;
    at = end;
  }
  return { end: at, behind: blankLinesAt(text, at, limit) };
}

interface Cell {
  readonly from: number;
  readonly to: number;
}

function readCell(reading: Reading, from: number, to: number): void {
  const { text } = reading;
  while (from < to && isSpaceCharacter(text.charCodeAt(from))) from++;
  while (to > from && isSpaceCharacter(text.charCodeAt(to - 1))) to--;
  if (from === to) return;
  reading.add({ kind: 'prose', range: reading.range(from, to) });
  reading.inlinesApart(from, to);
}

/** `.pull-left[| a | b |`: a part of a slide to remark.js, with a table in it. */
const REMARK = /^[ \t]*\.[a-z][\w-]*\[/;

/** `{% for … %}| a | b |`: a program writes the rows of the table. */
const TEMPLATE = /\{%[^\n]*%\}/;

/** Pandoc’s `pipeTable`. */
function pipeTableAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const start = unindentedAt(text, at, limit);
  if (start < 0 || start >= limit) return -1;
  const header = pipeRow(reading, at, limit);
  if (!header) return -1;
  const rule = pipeRule(text, header.end, limit);
  if (!rule) return -1;
  const ofHead = readCells(reading, header.cells, rule.columns);
  const ofRows: (SurplusNode | null)[] = [];
  let end = rule.end;
  for (let row = pipeRow(reading, end, limit); row; row = pipeRow(reading, end, limit)) {
    const more = readCells(reading, row.cells, rule.columns);
    // A row without words, which ends many a table, says nothing of the line under the head.
    if (more || row.cells.some((cell) => holdsWords(text, cell))) ofRows.push(more);
    end = row.end;
  }
  // A line under the head that is too short for all rows is one fault.
  const isOne = ofHead !== null || (ofRows.length > 1 && ofRows.every((one) => one !== null));
  const isMade = REMARK.test(text.slice(at, header.end)) || TEMPLATE.test(text.slice(rule.end, end));
  const surplus = isMade ? [] : [ofHead, ...ofRows].filter((one) => one !== null);
  for (const one of isOne ? surplus.slice(0, 1) : surplus) reading.add(one);
  return end;
}

/** Reads the cells of a row; what is in more than there are columns is lost, and returned. A pipe at the end opens no cell. */
function readCells(reading: Reading, cells: readonly Cell[], columns: number): SurplusNode | null {
  for (const cell of cells.slice(0, columns)) readCell(reading, cell.from, cell.to);
  const { text } = reading;
  const words = cells.slice(columns).filter((cell) => holdsWords(text, cell));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const from = skipBlanks(text, first.from);
  const to = last.from + text.slice(last.from, last.to).trimEnd().length;
  return { kind: 'surplus', range: reading.range(from, to) };
}

/** Whether anything that is printed stands in a cell; a comment is not. */
function holdsWords(text: string, { from, to }: Cell): boolean {
  return /\S/.test(text.slice(from, to).replace(/<!--.*?-->/g, ''));
}

/** A row of cells between pipes; null where the line is none. */
function pipeRow(reading: Reading, at: number, limit: number): { cells: Cell[]; end: number } | null {
  const { text } = reading;
  const pipe = reading.pipes.from(at);
  const lineEnd = text.indexOf('\n', at);
  if (pipe < 0 || lineEnd < 0 || lineEnd >= limit || pipe > lineEnd) return null;
  let i = skipBlanks(text, at);
  const open = text.charCodeAt(i) === PIPE;
  if (open) i++;
  const cells: Cell[] = [];
  let from = i;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code === PIPE || code === 10) {
      cells.push({ from, to: i });
      if (code === 10) break;
      from = ++i;
    } else i = chunkEnd(reading, i, limit, code);
  }
  if (i >= limit || (cells.length === 1 && !open)) return null;
  return { cells, end: i + 1 };
}

/** The offset after a character of a cell, or after the code, math, tag, TeX or escape there. */
function chunkEnd(reading: Reading, at: number, limit: number, code: number): number {
  let end = -1;
  if (code === 96) end = codeSpanAt(reading, at, limit);
  else if (code === 36) end = mathAt(reading, at, limit);
  else if (code === 60) {
    end = commentAt(reading, at, limit);
    const tag = end < 0 ? tagAt(reading, at, limit) : null;
    if (tag && isInlineTag(tag)) end = tag.end;
  } else if (code === 92) {
    if (at + 1 < limit && wordLengthAt(reading.text, at + 1) === 0) return at + 2;
    end = texInlineAt(reading, at, limit);
  }
  return end < 0 ? at + 1 : end;
}

/** The line under the header of a pipe table, `|---|:--:|`. */
function pipeRule(text: string, at: number, limit: number): { columns: number; end: number } | null {
  let i = unindentedAt(text, at, limit);
  if (i < 0) return null;
  const open = text.charCodeAt(i) === PIPE;
  if (open) i++;
  let columns = 0;
  for (;;) {
    i = skipBlanks(text, i);
    if (text.charCodeAt(i) === COLON) i++;
    const from = i;
    while (text.charCodeAt(i) === HYPHEN) i++;
    if (i === from) return null;
    if (text.charCodeAt(i) === COLON) i++;
    i = skipBlanks(text, i);
    columns++;
    const code = text.charCodeAt(i);
    if ((code !== PIPE && code !== 43) || blankLineAt(text, i + 1, limit) >= 0) break;
    i++;
  }
  if (columns === 1 && !open) return null;
  if (text.charCodeAt(i) === PIPE) i++;
  const end = blankLineAt(text, i, limit);
  return end < 0 ? null : { columns, end };
}

/**
 * A line of dashes and spaces at `at`: where its columns begin, and the offset after its line end; null when
 * it is none. Pandoc’s `dashedLine`.
 */
function dashedLine(text: string, at: number, limit: number): { columns: number[]; end: number } | null {
  let i = unindentedAt(text, at, limit);
  if (i < 0 || i >= limit || text.charCodeAt(i) !== HYPHEN) return null;
  const columns: number[] = [];
  while (text.charCodeAt(i) === HYPHEN) {
    columns.push(i - at);
    while (text.charCodeAt(i) === HYPHEN) i++;
    while (isBlankCharacter(text.charCodeAt(i))) i++;
  }
  return i < limit && text.charCodeAt(i) === 10 ? { columns, end: i + 1 } : null;
}

/** The offset after blank lines, or that of the closing fence in a div; -1 otherwise. */
function blankOrFence(reading: Reading, at: number, limit: number): number {
  const blank = blankLinesAt(reading.text, at, limit);
  if (blank >= 0) return blank;
  return reading.divLevel > 0 && divFenceEnd(reading.text, at, limit) >= 0 ? at : -1;
}

/** The offset after the dashed line that ends a table and the blank lines after it. */
function footerAt(reading: Reading, at: number, limit: number): number {
  const dashes = dashedLine(reading.text, at, limit);
  if (!dashes) return -1;
  const blank = blankLinesAt(reading.text, dashes.end, limit);
  return blank < 0 ? dashes.end : blank;
}

/** Pandoc’s `simpleTable`. */
function simpleTableAt(reading: Reading, at: number, limit: number, headless: boolean): number {
  const { text } = reading;
  const headerEnd = headless ? at : text.indexOf('\n', at) + 1;
  const dashes = dashedLine(text, headerEnd, limit);
  if (!dashes) return -1;
  if (!headless) readLine(reading, at, headerEnd - 1, dashes.columns);
  let rows = 0;
  for (let line = dashes.end; line < limit; rows++) {
    const footer = footerAt(reading, line, limit);
    const blank = footer < 0 ? blankOrFence(reading, line, limit) : -1;
    if (footer >= 0 || blank >= 0) return rows === 0 ? -1 : footer >= 0 ? footer : headless ? -1 : blank;
    const lineEnd = text.indexOf('\n', line);
    if (lineEnd < 0 || lineEnd >= limit) break;
    readLine(reading, line, lineEnd, dashes.columns);
    line = lineEnd + 1;
  }
  reading.lookedTo(limit);
  return -1;
}

function readLine(reading: Reading, from: number, to: number, columns: readonly number[]): void {
  const offsets = columnOffsets(reading.text, from, to, columns);
  for (let i = 0; i < columns.length; i++) readCell(reading, offsets[i]!, offsets[i + 1] ?? to);
}

/** Pandoc’s `multilineTable`. */
function multilineTableAt(reading: Reading, at: number, limit: number, headless: boolean): number {
  const { text } = reading;
  let line = at;
  const header: Cell[] = [];
  if (!headless) {
    const opening = dashedLine(text, at, limit);
    if (!opening || blankLineAt(text, opening.end, limit) >= 0) return -1;
    line = opening.end;
    while (!dashedLine(text, line, limit)) {
      const lineEnd = text.indexOf('\n', line);
      if (lineEnd < 0 || lineEnd >= limit) return nothing(reading, limit);
      header.push({ from: line, to: lineEnd });
      line = lineEnd + 1;
    }
    if (header.length === 0) return -1;
  }
  const dashes = dashedLine(text, line, limit);
  if (!dashes) return -1;
  if (header.length > 0) readRow(reading, header, dashes.columns);
  return multilineRows(reading, dashes.end, limit, dashes.columns);
}

function nothing(reading: Reading, limit: number): -1 {
  reading.lookedTo(limit);
  return -1;
}

function multilineRows(reading: Reading, from: number, limit: number, columns: readonly number[]): number {
  const { text } = reading;
  let row: Cell[] = [];
  let rows = 0;
  for (let line = from; line < limit;) {
    const footer = footerAt(reading, line, limit);
    const blank = footer < 0 ? blankLinesAt(text, line, limit) : -1;
    if (footer >= 0 || blank >= 0) {
      if (row.length > 0) {
        readRow(reading, row, columns);
        rows++;
      } else if (footer < 0) return -1;
      if (footer >= 0) return rows > 0 ? footer : -1;
      row = [];
      line = blank;
      continue;
    }
    if (reading.divLevel > 0 && divFenceEnd(text, line, limit) >= 0) return -1;
    const lineEnd = text.indexOf('\n', line);
    if (lineEnd < 0 || lineEnd >= limit) break;
    row.push({ from: line, to: lineEnd });
    line = lineEnd + 1;
  }
  return nothing(reading, limit);
}

/** A row of several lines: each column is read as one text. */
function readRow(reading: Reading, lines: readonly Cell[], columns: readonly number[]): void {
  const { text } = reading;
  const offsets = lines.map(({ from, to }) => columnOffsets(text, from, to, columns));
  for (let i = 0; i < columns.length; i++) {
    const excerpt = reading.excerpt();
    lines.forEach((line, row) => {
      let from = offsets[row]![i]!;
      let to = offsets[row]![i + 1] ?? line.to;
      while (from < to && isBlankCharacter(text.charCodeAt(from))) from++;
      while (to > from && isBlankCharacter(text.charCodeAt(to - 1))) to--;
      excerpt.add(from, to);
      excerpt.insert('\n', Math.max(line.from, Math.min(to, line.to)));
    });
    reading.add({
      kind: 'prose',
      range: reading.range(offsets[0]![i]!, offsets.at(-1)![i + 1] ?? lines.at(-1)!.to),
    });
    reading.excerptInlines(excerpt);
  }
}
