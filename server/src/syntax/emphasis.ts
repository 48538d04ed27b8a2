/**
 * Emphasis, strikeout, super- and subscript. No facts are made of them, but they decide where other
 * constructs end.
 */
import { BrokenAttributes, readAttributes } from './attributes.ts';
import { NEWLINE, isBlankCharacter, isSpaceCharacter, skipBlanks, wordLengthAt } from './characters.ts';
import { Attempt, MAX_DEPTH, type Reading } from './reading.ts';
import { runLength } from './verbatim.ts';

const UNDERSCORE = 95;
const TILDE = 126;
const CARET = 94;
const BACKSLASH = 92;
const BRACE = 123;

/**
 * Emphasis with `*` or `_` at `at`. As in Pandoc nothing is undone when it is not closed: the text up to
 * there has been read, and the mark is literal. -1 for a `_` within a word. Pandoc’s `strongOrEmph` with its
 * `enclosure`.
 */
export function emphasisAt(reading: Reading, at: number, limit: number): number {
  const code = reading.text.charCodeAt(at);
  if (code === UNDERSCORE && reading.lastWord === at) return -1;
  const size = runLength(reading.text, at, code, limit);
  const from = at + size;
  if (from >= limit || size > 3 || reading.depth >= MAX_DEPTH || reading.refusesEffort(at)) return from;
  if (isBlankCharacter(reading.text.charCodeAt(from))) return skipBlanks(reading.text, from);
  reading.depth++;
  const read = size === 1 ? one : size === 2 ? two : three;
  const end = read(reading, code, from, limit);
  reading.depth--;
  return end;
}

/** Pandoc’s `ender`. */
function endsAt(reading: Reading, code: number, count: number, at: number, limit: number): boolean {
  if (at + count > limit) return false;
  for (let i = 0; i < count; i++) if (reading.text.charCodeAt(at + i) !== code) return false;
  return code !== UNDERSCORE || at + count >= limit || wordLengthAt(reading.text, at + count) === 0;
}

/** Closes `size` marks at `at`; the opening ones ended at `opened`. */
function closed(reading: Reading, at: number, size: number, opened: number): number {
  reading.lastWord = at + size;
  reading.mark(opened - size, opened, '');
  reading.mark(at, at + size, '');
  return at + size;
}

/** Pandoc’s `one`. */
function one(reading: Reading, code: number, from: number, limit: number, opened = from): number {
  let at = from;
  while (at < limit) {
    if (!endsAt(reading, code, 1, at, limit)) {
      const end = reading.step(at, limit);
      if (end >= 0) {
        at = end;
        continue;
      }
    }
    const double =
      reading.text.charCodeAt(at) === code && reading.text.charCodeAt(at + 1) === code && at + 2 <= limit;
    if (!double || endsAt(reading, code, 1, at + 2, limit) || reading.depth >= MAX_DEPTH) break;
    reading.depth++;
    at = two(reading, code, at + 2, limit);
    reading.depth--;
  }
  return endsAt(reading, code, 1, at, limit) ? closed(reading, at, 1, opened) : at;
}

function until(reading: Reading, code: number, count: number, from: number, limit: number): number {
  let at = from;
  while (at < limit && !endsAt(reading, code, count, at, limit)) {
    const end = reading.step(at, limit);
    if (end < 0) break;
    at = end;
  }
  return at;
}

/** Pandoc’s `two`. */
function two(reading: Reading, code: number, from: number, limit: number, opened = from): number {
  const at = until(reading, code, 2, from, limit);
  return endsAt(reading, code, 2, at, limit) ? closed(reading, at, 2, opened) : at;
}

/** Pandoc’s `three`. */
function three(reading: Reading, code: number, from: number, limit: number): number {
  const at = until(reading, code, 1, from, limit);
  if (endsAt(reading, code, 3, at, limit)) return closed(reading, at, 3, from);
  if (endsAt(reading, code, 2, at, limit))
    return one(reading, code, closed(reading, at, 2, from), limit, from - 2);
  if (endsAt(reading, code, 1, at, limit))
    return two(reading, code, closed(reading, at, 1, from), limit, from - 1);
  return at;
}

/** `~~struck out~~` or `H~2~O` at `at`: the end, or -1. Pandoc’s `strikeout` and `subscript`. */
export function tildesAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  if (text.charCodeAt(at + 1) === TILDE && text.charCodeAt(at + 2) !== TILDE && at + 2 < limit) {
    if (!isSpaceCharacter(text.charCodeAt(at + 2))) {
      const end = reading.attempt(Attempt.struckOut, at, limit, () => struckOut(reading, at + 2, limit));
      if (end >= 0) return end;
    }
  }
  return reading.attempt(Attempt.lowered, at, limit, () => withoutSpace(reading, at + 1, TILDE, limit));
}

function struckOut(reading: Reading, from: number, limit: number): number {
  const { text } = reading;
  const ends = (at: number) =>
    text.charCodeAt(at) === TILDE && text.charCodeAt(at + 1) === TILDE && at + 2 <= limit;
  if (ends(from)) return -1;
  for (let at = from; at < limit;) {
    if (ends(at)) {
      reading.mark(from - 2, from, '');
      reading.mark(at, at + 2, '');
      return at + 2;
    }
    const blank = isBlankCharacter(text.charCodeAt(at));
    const end = reading.grammar.inline(reading, at, limit);
    if (end < 0 || (blank && ends(end))) return -1;
    at = end;
  }
  return -1;
}

/** `x^2^` at `at`: the end, or -1. It may not contain white space. Pandoc’s `superscript`. */
export function superscriptAt(reading: Reading, at: number, limit: number): number {
  return reading.attempt(Attempt.raised, at, limit, () => withoutSpace(reading, at + 1, CARET, limit));
}

/**
 * The characters before `closer`, up to any white space (Pandoc’s `litBetweenNoSpace`, since 3.8.1): in
 * `10^3[^1]` the superscript ends at the caret of the note. Its content is read by itself.
 */
function withoutSpace(reading: Reading, from: number, closer: number, limit: number): number {
  const { text } = reading;
  for (let at = from; at < limit;) {
    const code = text.charCodeAt(at);
    if (code === closer) {
      reading.mark(from - 1, from, '');
      reading.inlinesApart(from, at);
      reading.mark(at, at + 1, '');
      return at + 1;
    }
    if (isBlankCharacter(code) || code === NEWLINE) return -1;
    if (code === BACKSLASH && at + 1 < limit && wordLengthAt(text, at + 1) === 0) at += 2;
    else if (code === BRACE)
      at = readAttributes(text, at, limit, 0, reading.table(BrokenAttributes))?.end ?? at + 1;
    else at++;
  }
  return -1;
}
