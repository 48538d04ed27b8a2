/** Headings: ATX (`#`) and setext (underlined). */
import { readAttributes, type ReadAttributes } from './attributes.ts';
import {
  NEWLINE,
  blankLineAt,
  blankLinesAt,
  isBlankCharacter,
  isSpaceCharacter,
  skipBlanks,
} from './characters.ts';
import { placeAttributes } from './placing.ts';
import type { Reading } from './reading.ts';
import { runLength } from './verbatim.ts';

const HASH = 35;

/** A heading at `at`: the offset after it and its blank lines, or -1. Pandoc’s `header`. */
export function headingAt(reading: Reading, at: number, limit: number): number {
  const underline = underlineBehind(reading.text, at, limit);
  if (underline) {
    const end = underlinedHeading(reading, at, limit, underline);
    if (end >= 0) return end;
  }
  return reading.text.charCodeAt(at) === HASH ? hashHeading(reading, at, limit) : -1;
}

/** The character that underlines the line at `at`, `=` or `-`; null when the next line is no underline. */
function underlineBehind(text: string, at: number, limit: number): '=' | '-' | null {
  const lineEnd = text.indexOf('\n', at);
  if (lineEnd < 0 || lineEnd + 1 >= limit) return null;
  const first = text.charCodeAt(lineEnd + 1);
  if (first !== 61 && first !== 45) return null;
  let i = lineEnd + 1;
  while (i < limit && (text.charCodeAt(i) === 61 || text.charCodeAt(i) === 45)) i++;
  return blankLineAt(text, i, limit) < 0 ? null : first === 61 ? '=' : '-';
}

interface Closing {
  readonly end: number;
  readonly found: ReadAttributes | null;
}

function closingAt(text: string, at: number, limit: number, hashes: boolean): Closing | null {
  const from = hashes ? skipBlanks(text, at + runLength(text, at, HASH, limit)) : at;
  const found = readAttributes(text, from, limit);
  const end = blankLinesAt(text, found?.end ?? from, limit);
  return end < 0 ? null : { end, found };
}

/** Whether a heading may end before this character, or before the spaces in front of it. */
function mayClose(code: number, hashes: boolean): boolean {
  return code === NEWLINE || code === 123 || (hashes && code === HASH);
}

/** Reads the words of a heading, up to what closes it. */
function headingWords(
  reading: Reading,
  from: number,
  limit: number,
  hashes: boolean,
): { at: number; closing: Closing } | null {
  const { text } = reading;
  const breaks = reading.breaksAllowed;
  reading.breaksAllowed = false;
  let closing: Closing | null = null;
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const behind = isBlankCharacter(code) ? skipBlanks(text, at) : at;
    if (mayClose(text.charCodeAt(behind), hashes)) {
      closing = closingAt(text, at, limit, hashes);
      if (closing) break;
    }
    if (behind > at) {
      at = behind;
      continue;
    }
    const end = reading.grammar.inline(reading, at, limit);
    if (end < 0) break;
    at = end;
  }
  reading.breaksAllowed = breaks;
  return closing ? { at, closing } : null;
}

/** Pandoc’s `atxHeader`. */
function hashHeading(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const level = runLength(text, at, HASH, limit);
  if (!isSpaceCharacter(text.charCodeAt(at + level))) return -1;
  const from = skipBlanks(text, at + level);
  const words = headingWords(reading, from, limit, true);
  if (!words) return -1;
  addHeading(reading, level, at, from, words.at, words.closing.found);
  return words.closing.end;
}

/** Pandoc’s `setextHeader`. */
function underlinedHeading(reading: Reading, at: number, limit: number, underline: '=' | '-'): number {
  const { text } = reading;
  const from = skipBlanks(text, at);
  const words = headingWords(reading, from, limit, false);
  if (!words) return -1;
  const line = words.closing.end;
  const code = text.charCodeAt(line);
  if (code !== 61 && code !== 45) return -1;
  const end = blankLinesAt(text, line + runLength(text, line, code, limit), limit);
  if (end < 0) return -1;
  addHeading(reading, underline === '=' ? 1 : 2, at, from, words.at, words.closing.found);
  return end;
}

function addHeading(
  reading: Reading,
  level: number,
  at: number,
  from: number,
  to: number,
  found: ReadAttributes | null,
): void {
  let end = to;
  while (end > from && isSpaceCharacter(reading.text.charCodeAt(end - 1))) end--;
  reading.add({
    kind: 'heading',
    level,
    range: reading.range(at, found?.end ?? end),
    contentRange: reading.range(from, end),
    attributes: found ? placeAttributes(reading, found.attributes) : null,
  });
  if (found) reading.opaque(found.attributes.range.from, found.attributes.range.to);
}
