/** Attributes in braces, `{#id .class key="value"}`, as Pandoc reads them. */
import type { Attributes, Token } from './model.ts';
import { NEWLINE, SPACE, isSpaceCharacter, letterLengthAt, skipBlanks, wordLengthAt } from './characters.ts';
import { decodeEntities } from '../text/entities.ts';

/** Attributes with their ranges, in the offsets of the text they were read from. */
export interface ReadAttributes {
  readonly end: number;
  readonly attributes: Attributes;
}

interface Found {
  /** Where the ranges count from. */
  readonly base: number;
  id: Token | null;
  classes: Token[];
  pairs: { key: Token; value: Token }[];
}

/**
 * Reads attributes at `at`; null when there are none, or one of them is malformed. Their ranges count from
 * `base`; `end` is an offset in `text`. Pandoc’s `attributes`.
 */
export function readAttributes(
  text: string,
  at: number,
  limit: number,
  base = 0,
  broken?: BrokenAttributes,
): ReadAttributes | null {
  if (at >= limit || text.charCodeAt(at) !== 123) return null;
  const passed: number[] = [];
  const found: Found = { base, id: null, classes: [], pairs: [] };
  let i = spacesAndOneLineEnd(text, at + 1, limit);
  while (i >= 0 && i < limit) {
    if (text.charCodeAt(i) === 125) {
      const { id, classes, pairs } = found;
      const range = { from: at - base, to: i + 1 - base };
      return { end: i + 1, attributes: { range, id, classes, pairs } };
    }
    if (broken?.before(i, limit)) break;
    passed.push(i);
    const end = readAttribute(text, i, limit, found);
    if (end < 0) break;
    const next = spacesAndOneLineEnd(text, end, limit);
    i = next < 0 ? end : next;
    if (next < 0 && text.charCodeAt(end) !== 125) break;
  }
  broken?.note(passed, limit);
  return null;
}

/**
 * A negative cache: offsets from which no attributes can be read before a limit, so that no later attempt
 * scans past them.
 */
export class BrokenAttributes {
  /**
   * By offset: the limit of the failed attempt. What is not closed before one limit is not closed before a
   * nearer one.
   */
  private readonly limits = new Map<number, number>();

  before(at: number, limit: number): boolean {
    return limit <= (this.limits.get(at) ?? -1);
  }

  note(places: readonly number[], limit: number): void {
    for (const place of places) this.limits.set(place, Math.max(limit, this.limits.get(place) ?? -1));
  }
}

/** The end of `{=format}` at `at`, or -1. Pandoc’s `rawAttribute`. */
export function readRawAttribute(text: string, at: number, limit: number): number {
  if (at >= limit || text.charCodeAt(at) !== 123) return -1;
  let i = skipBlanks(text, at + 1);
  if (text.charCodeAt(i) !== 61) return -1;
  const from = ++i;
  for (;;) {
    const code = text.charCodeAt(i);
    const length = code === 45 || code === 95 ? 1 : wordLengthAt(text, i);
    if (length === 0 || i >= limit) break;
    i += length;
  }
  if (i === from) return -1;
  i = skipBlanks(text, i);
  return i < limit && text.charCodeAt(i) === 125 ? i + 1 : -1;
}

/** Skips spaces with at most one line end among them; -1 at a blank line. Pandoc’s `spnl`. */
export function spacesAndOneLineEnd(text: string, at: number, limit: number): number {
  if (text.charCodeAt(at) > SPACE) return Math.min(at, limit);
  let i = skipBlanks(text, at);
  if (i < limit && text.charCodeAt(i) === NEWLINE) i = skipBlanks(text, i + 1);
  return i < limit && text.charCodeAt(i) === NEWLINE ? -1 : Math.min(i, limit);
}

/** Pandoc’s `attribute`. */
function readAttribute(text: string, at: number, limit: number, found: Found): number {
  const code = text.charCodeAt(at);
  if (code === 35 || code === 46) {
    // The current Pandoc lets an id begin with whatever it may go on with; a class begins with a letter.
    const end = code === 35 ? nameEnd(text, at + 1, limit) : identifierEnd(text, at + 1, limit);
    if (end <= at + 1) return -1;
    const token = tokenOf(text, at + 1, end, found.base);
    if (code === 35) found.id = token;
    else found.classes.push(token);
    return end;
  }
  if (code === 45) {
    const from = at - found.base;
    found.classes.push({ text: 'unnumbered', range: { from, to: from + 1 } });
    return at + 1;
  }
  const keyEnd = identifierEnd(text, at, limit);
  if (keyEnd < 0 || text.charCodeAt(keyEnd) !== 61) return -1;
  return readValue(text, tokenOf(text, at, keyEnd, found.base), keyEnd + 1, limit, found);
}

function identifierEnd(text: string, at: number, limit: number): number {
  const i = at + letterLengthAt(text, at);
  return i === at || i > limit ? -1 : nameEnd(text, i, limit);
}

function nameEnd(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit) {
    const code = text.charCodeAt(i);
    const length = code < 128 ? IN_NAME[code]! : wordLengthAt(text, i);
    if (length === 0) break;
    i += length;
  }
  return i;
}

/** 1 for the ASCII characters of names, ids and classes. */
const IN_NAME = new Uint8Array(128);
for (let code = 0; code < 128; code++) IN_NAME[code] = /[\w:.-]/.test(String.fromCharCode(code)) ? 1 : 0;

function tokenOf(text: string, from: number, to: number, base: number): Token {
  return { text: text.slice(from, to), range: { from: from - base, to: to - base } };
}

function readValue(text: string, key: Token, at: number, limit: number, found: Found): number {
  const quote = text.charCodeAt(at);
  if (quote === 34 || quote === 39) {
    const end = readQuoted(text, key, at + 1, quote, limit, found);
    if (end >= 0) return end;
  }
  let i = at;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code === 92 && i + 1 < limit && wordLengthAt(text, i + 1) === 0) i += 2;
    else if (isSpaceCharacter(code) || code === 125) break;
    else i++;
  }
  addPair(found, key, literal(text, at, i), at, i);
  return i;
}

/** Reads a value from `from` to its closing quotation mark; -1 where Pandoc would not accept it. */
function readQuoted(
  text: string,
  key: Token,
  from: number,
  quote: number,
  limit: number,
  found: Found,
): number {
  if (isSpaceCharacter(text.charCodeAt(from))) return -1;
  let isPlain = true;
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    // Fast path: lower-case letters and spaces, most of any value.
    if (code > 92 || code === SPACE) continue;
    if (code === quote) {
      addPair(found, key, isPlain ? text.slice(from, i) : literal(text, from, i), from, i);
      return i + 1;
    }
    if (code !== 92 && code !== 38 && code !== NEWLINE) continue;
    isPlain = false;
    if (code === 92 && i + 1 < limit && wordLengthAt(text, i + 1) === 0) i++;
    else if (code === NEWLINE && text.charCodeAt(skipBlanks(text, i + 1)) === NEWLINE) return -1;
  }
  return -1;
}

function addPair(found: Found, key: Token, text: string, from: number, to: number): void {
  const { base } = found;
  const value: Token = { text, range: { from: from - base, to: to - base } };
  if (key.text === 'id') found.id = value;
  else if (key.text === 'class') {
    for (const match of text.matchAll(/\S+/g)) {
      const start = from - base + match.index;
      found.classes.push({ text: match[0], range: { from: start, to: start + match[0].length } });
    }
  } else found.pairs.push({ key, value });
}

/** An unescaped value: without backslashes, with spaces for line ends and characters for references. */
function literal(text: string, from: number, to: number): string {
  const raw = text.slice(from, to);
  if (!/[\\\n&]/.test(raw)) return raw;
  return decodeEntities(raw.replace(/\\([^\p{L}\p{N}])/gu, '$1').replace(/\n/g, ' '));
}
