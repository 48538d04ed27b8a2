/** Targets and labels of links. */
import { readAttributes, spacesAndOneLineEnd } from './attributes.ts';
import {
  NEWLINE,
  blankLineAt,
  blankLinesAt,
  isBlankCharacter,
  isSpaceCharacter,
  skipBlanks,
  wordLengthAt,
} from './characters.ts';
import { unindentedAt } from './indentation.ts';

/** White space other than one space. */
const UNEVEN = /\s\s|[^\S ]/;

/** A label normalised for comparison: lower case, white space folded. */
export function labelOf(text: string, from: number, to: number): string {
  const label = text.slice(from, to).trim();
  return (UNEVEN.test(label) ? label.replace(/\s+/g, ' ') : label).toLowerCase();
}

/** The offset after one character of a target at `at`, or after an escape; -1 at a blank line. */
function literalEnd(text: string, at: number, limit: number): number {
  if (at >= limit) return -1;
  const code = text.charCodeAt(at);
  if (code === 92 && at + 1 < limit && wordLengthAt(text, at + 1) === 0) return at + 2;
  if (code === NEWLINE && blankLineAt(text, at + 1, limit) >= 0) return -1;
  return at + 1;
}

/** A bound on targets, in UTF-16 units: otherwise unclosed ones would be scanned again and again. */
const LONGEST_TARGET = 4000;

/** How far a failed search for a target at `at` may have looked, in UTF-16 units. */
export function targetSearched(text: string, at: number, limit: number): number {
  const paragraph = text.slice(at, Math.min(limit, at + LONGEST_TARGET)).indexOf('\n\n');
  return paragraph < 0 ? Math.min(limit - at, LONGEST_TARGET) : paragraph;
}

/** `(target "title")` at `at`: its end, or -1. Pandoc’s `source`. */
export function linkTargetEnd(text: string, at: number, limit: number): number {
  if (at >= limit || text.charCodeAt(at) !== 40) return -1;
  limit = Math.min(limit, at + LONGEST_TARGET);
  const from = skipBlanks(text, at + 1);
  const angled = text.charCodeAt(from) === 60 ? angledEnd(text, from + 1, limit) : -1;
  const target = angled >= 0 ? angled : bareTargetEnd(text, from, limit);
  const beforeTitle = spacesAndOneLineEnd(text, target, limit);
  const title = beforeTitle < 0 ? -1 : titleEnd(text, beforeTitle, limit);
  const end = skipBlanks(text, title < 0 ? target : title);
  return end < limit && text.charCodeAt(end) === 41 ? end + 1 : -1;
}

function angledEnd(text: string, from: number, limit: number): number {
  for (let i = from; i >= 0 && i < limit; i = literalEnd(text, i, limit))
    if (text.charCodeAt(i) === 62) return i + 1;
  return -1;
}

function bareTargetEnd(text: string, from: number, limit: number): number {
  let i = from;
  let closing: ReadonlyMap<number, number> | null = null;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code === 40) {
      closing ??= parentheses(text, i, limit);
      i = closing.get(i) ?? i + 1;
    } else if (code === 41) break;
    else if (code === 32 || code === 9) {
      if (code === 9) {
        i++;
        continue;
      }
      const next = skipBlanks(text, i);
      const after = text.charCodeAt(next);
      if (after === 34 || after === 39 || after === 41) break;
      i = next;
    } else {
      const end = literalEnd(text, i, limit);
      if (end < 0) break;
      i = end;
    }
  }
  return i;
}

/** By offset of each opening parenthesis from `at` on: the offset after the one that closes it. One pass. */
function parentheses(text: string, at: number, limit: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let i = at; i >= 0 && i < limit;) {
    const code = text.charCodeAt(i);
    if (code === 40) open.push(i);
    else if (code === 41) {
      const opener = open.pop();
      if (opener === undefined) break;
      ends.set(opener, i + 1);
    }
    i = code === 40 || code === 41 ? i + 1 : literalEnd(text, i, limit);
  }
  return ends;
}

function parenthesesEnd(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i >= 0 && i < limit;) {
    const code = text.charCodeAt(i);
    if (code === 40) depth++;
    if (code === 41 && --depth === 0) return i + 1;
    i = code === 40 || code === 41 ? i + 1 : literalEnd(text, i, limit);
  }
  return -1;
}

/**
 * A title in quotation marks at `at`: its end, or -1. Inside it a quotation mark may occur before a letter.
 * Pandoc’s `quotedTitle`.
 */
function titleEnd(text: string, at: number, limit: number): number {
  const quote = text.charCodeAt(at);
  if (quote !== 34 && quote !== 39) return -1;
  for (let i = at + 1; i >= 0 && i < limit; i = literalEnd(text, i, limit))
    if (text.charCodeAt(i) === quote && wordLengthAt(text, i + 1) === 0) return i + 1;
  return -1;
}

/** The parts of `[label]: target "title" {attributes}`, and its end. */
export interface LinkDefinition {
  readonly end: number;
  readonly label: string;
}

/**
 * The link definition at `at`, whose label is closed by the bracket at `close`; null when it is none.
 * Pandoc’s `referenceKey`.
 */
export function linkDefinitionAt(
  text: string,
  at: number,
  close: number,
  limit: number,
): LinkDefinition | null {
  const open = unindentedAt(text, at, limit);
  if (text.charCodeAt(close + 1) !== 58) return null;
  limit = Math.min(limit, close + LONGEST_TARGET);
  let i = skipBlanks(text, close + 2);
  if (text.charCodeAt(i) === NEWLINE) i = skipBlanks(text, i + 1);
  if (text.charCodeAt(i) === 91) return null;
  const angled = text.charCodeAt(i) === 60 ? angledEnd(text, i + 1, limit) : -1;
  i = angled >= 0 ? angled : definitionTargetEnd(text, i, limit);
  const title = definitionTitleEnd(text, i, limit);
  if (title >= 0) i = title;
  const attributesFrom = overOneLineEnd(text, i);
  const attributes = readAttributes(text, attributesFrom, limit);
  if (attributes) i = attributes.end;
  const end = blankLinesAt(text, i, limit);
  return end < 0 ? null : { end, label: labelOf(text, open + 1, close) };
}

function overOneLineEnd(text: string, at: number): number {
  const end = skipBlanks(text, at);
  return text.charCodeAt(end) === NEWLINE ? skipBlanks(text, end + 1) : end;
}

/** Pandoc’s `referenceTitle`. */
function definitionTitleEnd(text: string, at: number, limit: number): number {
  const from = overOneLineEnd(text, at);
  if (text.charCodeAt(from) === 40) return parenthesesEnd(text, from, limit);
  return titleEnd(text, from, limit);
}

/** The end of a target: words on one line, up to a title, attributes or a bracket. */
function definitionTargetEnd(text: string, at: number, limit: number): number {
  let i = at;
  for (;;) {
    const word = skipBlanks(text, i);
    if (word >= limit || isSpaceCharacter(text.charCodeAt(word)) || text.charCodeAt(word) === 91) return i;
    if (definitionTitleEnd(text, word, limit) >= 0 || readAttributes(text, word, limit)) return i;
    let end = word;
    while (end < limit && !isBlankCharacter(text.charCodeAt(end)) && text.charCodeAt(end) !== NEWLINE) {
      const next = literalEnd(text, end, limit);
      if (next < 0) break;
      end = next;
    }
    if (end === word) return i;
    i = end;
  }
}
