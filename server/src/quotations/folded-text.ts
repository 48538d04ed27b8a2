import type { TextRange } from '../text/range.ts';
import { COMBINING, foldCharacter, isWordUnit } from './characters.ts';
import { markupAt } from './markup.ts';
import type { FoldedText } from './model.ts';
import { HARD_DASH, LINE_END_HYPHEN } from './model.ts';
import { lastAtMost } from '../text/bisect.ts';

/** The run that contains the unit at `keyOffset`, by binary search. */
export function runAt(folded: FoldedText, keyOffset: number): number {
  return Math.max(0, lastAtMost(folded.keyStarts, keyOffset));
}

/** The offset in the text of the unit at `keyOffset`. */
export function sourceOffset(folded: FoldedText, keyOffset: number): number {
  const run = runAt(folded, keyOffset);
  return (folded.sourceStarts[run] ?? 0) + keyOffset - (folded.keyStarts[run] ?? 0);
}

/** The range of `text` from which the units `from` to `to` of its key came. Not for an empty range. */
export function sourceRange(text: string, folded: FoldedText, from: number, to: number): TextRange {
  let end = sourceOffset(folded, to - 1) + 1;
  while (end < text.length && foldCharacter(text.charCodeAt(end)) === COMBINING) end++;
  return { from: sourceOffset(folded, from), to: end };
}

/** What was left out directly before the unit at `keyOffset`. */
export function jointAt(folded: FoldedText, keyOffset: number): number {
  const run = runAt(folded, keyOffset);
  return folded.keyStarts[run] === keyOffset ? (folded.joints[run] ?? 0) : 0;
}

/** Whether a word may begin or end between the units at `keyOffset - 1` and `keyOffset`. */
export function isBoundary(folded: FoldedText, keyOffset: number): boolean {
  const { key } = folded;
  if (keyOffset <= 0 || keyOffset >= key.length) return true;
  if (!isWordUnit(key.charCodeAt(keyOffset - 1)) || !isWordUnit(key.charCodeAt(keyOffset))) return true;
  return jointAt(folded, keyOffset) !== 0;
}

/**
 * Whether the dashes of `part` agree with the source's, where its key is at `at` in the source's key. Each
 * dash must match a dash, but a hyphen at a line end on either side matches one or none.
 */
export function jointsAgree(source: FoldedText, at: number, part: FoldedText): boolean {
  const end = at + part.key.length;
  let there = firstRunBehind(source, at);
  let here = firstRunBehind(part, 0);
  for (;;) {
    while (there < source.joints.length && source.joints[there] === 0 && source.keyStarts[there]! < end)
      there++;
    while (here < part.joints.length && part.joints[here] === 0) here++;
    const thereAt = there < source.joints.length ? source.keyStarts[there]! : Infinity;
    const hereAt = here < part.joints.length ? part.keyStarts[here]! + at : Infinity;
    if (thereAt >= end && hereAt >= end) return true;
    if (thereAt === hereAt) {
      there++;
      here++;
    } else if (thereAt < hereAt) {
      if (source.joints[there] === HARD_DASH) return false;
      there++;
    } else {
      if (part.joints[here] !== LINE_END_HYPHEN) return false;
      here++;
    }
  }
}

/** The first run that begins after `keyOffset`. */
function firstRunBehind(folded: FoldedText, keyOffset: number): number {
  if (folded.keyStarts.length === 0) return 0;
  const run = runAt(folded, keyOffset);
  return folded.keyStarts[run]! > keyOffset ? run : run + 1;
}

/**
 * The text between two offsets of the key in the form of a quotation: as written, without markup and note
 * markers, on one line.
 */
export function readable(text: string, folded: FoldedText, from: number, to: number): string {
  let words = '';
  for (let run = runAt(folded, from); run < folded.keyStarts.length; run++) {
    const start = Math.max(folded.keyStarts[run]!, from);
    const end = Math.min(folded.keyStarts[run + 1] ?? folded.key.length, to);
    if (start >= to) break;
    const source = folded.sourceStarts[run]! + start - folded.keyStarts[run]!;
    if (start > from) words += between(text, folded, run, to);
    // A ligature makes two units of one character: the second one begins a run, and what follows goes on in it.
    const repeats = start > from && sourceOffset(folded, start - 1) === source;
    words += markedLetters(text, source + (repeats ? 1 : 0), source + end - start);
  }
  return words.replace(/\s+/g, ' ').trim();
}

function markedLetters(text: string, from: number, to: number): string {
  let end = to;
  while (end < text.length && foldCharacter(text.charCodeAt(end)) === COMBINING) end++;
  const letters = text.slice(from, end);
  // A tag, an entity, an escape or dots stand for one character, after which a run begins.
  if (letters.endsWith('<')) return `${letters.slice(0, -1)} `;
  if (!/[&\\.]$/.test(letters)) return letters;
  const { emit } = markupAt(text, end - 1, text.length);
  return emit < 0 ? letters : letters.slice(0, -1) + String.fromCharCode(emit);
}

/** The text displayed between a run and the one before it. */
function between(text: string, folded: FoldedText, run: number, limit: number): string {
  const joint = folded.joints[run]!;
  const at = folded.keyStarts[run]!;
  if (joint === LINE_END_HYPHEN) return isHyphenatedElsewhere(folded, at) ? '-' : '';
  const previous = folded.sourceStarts[run - 1]! + at - folded.keyStarts[run - 1]!;
  const left = text.slice(previous, Math.min(folded.sourceStarts[run]!, previous + 40));
  if (joint === HARD_DASH) return /\s*[-‐‑‒–—―−⸺⸻]+\s*/.exec(left)?.[0] ?? (at < limit ? '-' : '');
  return /^[ \u00a0\u2009\u202f]/.exec(left)?.[0] ?? '';
}

/** Whether the word around `keyOffset` has a hyphen there elsewhere in the text. */
function isHyphenatedElsewhere(folded: FoldedText, keyOffset: number): boolean {
  const { key } = folded;
  let from = keyOffset;
  let to = keyOffset;
  while (from > 0 && keyOffset - from < 40 && isWordUnit(key.charCodeAt(from - 1))) from--;
  while (to < key.length && to - keyOffset < 40 && isWordUnit(key.charCodeAt(to))) to++;
  const word = key.slice(from, to);
  let tries = 50;
  for (let at = key.indexOf(word); at >= 0 && tries-- > 0; at = key.indexOf(word, at + 1))
    if (jointAt(folded, at + keyOffset - from) === HARD_DASH) return true;
  return false;
}
