/** Matching brackets (Pandoc’s `inBalancedBrackets`). */
import { blankLineAt, wordLengthAt } from './characters.ts';
import { commentAt, isInlineTag, tagAt } from './html.ts';
import type { Reading } from './reading.ts';
import { texInlineAt } from './tex.ts';
import { codeSpanAt, mathAt } from './verbatim.ts';

const OPEN = 91;
const CLOSE = 93;
const BACKTICK = 96;

/**
 * The bracket that closes the one at `at`, or -1. Brackets in code, math, TeX, tags and escapes do not count.
 * A blank line ends the search (in Pandoc 2 it did not). One pass settles every bracket that it meets.
 */
export function balancedBracketAt(reading: Reading, at: number, limit: number): number {
  // A heading has no line ends.
  if (!reading.breaksAllowed) {
    const lineEnd = reading.signs.lineEnds.from(at);
    if (lineEnd >= 0 && lineEnd < limit) limit = lineEnd;
  }
  const closers = (reading.closers ??= new Map<number, number>());
  const known = closers.get(at);
  // The result is shared between blocks, so record how far it depends on the text.
  if (known !== undefined && known >= 0) {
    reading.lookedTo(Math.min(known + 1, limit));
    return known < limit ? known : -1;
  }
  if (known !== undefined && -1 - known >= limit) {
    reading.lookedTo(limit);
    return -1;
  }
  if (reading.refusesEffort(at)) return -1;
  const open: number[] = [at];
  const { text, signs } = reading;
  for (let i = signs.from(at + 1); i < limit; i = signs.from(i)) {
    const code = text.charCodeAt(i);
    if (code === CLOSE) {
      closers.set(open.pop()!, i);
      if (open.length === 0) {
        reading.lookedTo(i + 1);
        return i;
      }
      i++;
    } else if (code === OPEN) open.push(i++);
    else if (code === 10 && blankLineAt(text, i + 1, limit) >= 0) {
      for (const one of open) closers.set(one, NEVER);
      reading.lookedTo(Math.min(i + 2, limit));
      reading.effort.spend(i - at);
      return -1;
    } else if (code === 92 || code === BACKTICK || code === 36 || code === 60)
      i = beyondVerbatim(reading, i, limit, code);
    else i++;
  }
  for (const one of open) closers.set(one, -1 - limit);
  reading.lookedTo(limit);
  reading.effort.spend(limit - at);
  return -1;
}

/** The entry for a bracket that a blank line leaves open, whatever the limit. */
const NEVER = -1 - Number.MAX_SAFE_INTEGER;

function beyondVerbatim(reading: Reading, at: number, limit: number, code: number): number {
  let end: number;
  if (code === 92) {
    if (at + 1 < limit && wordLengthAt(reading.text, at + 1) === 0) return at + 2;
    end = texInlineAt(reading, at, limit);
  } else if (code === BACKTICK) end = codeSpanAt(reading, at, limit);
  else if (code === 36) end = mathAt(reading, at, limit);
  else {
    end = commentAt(reading, at, limit);
    const tag = end < 0 ? tagAt(reading, at, limit) : null;
    if (tag && isInlineTag(tag) && !(tag.closes && tag.name === reading.htmlTag)) end = tag.end;
  }
  return end < 0 ? at + 1 : end;
}
