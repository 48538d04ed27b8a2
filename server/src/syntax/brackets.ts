/** Constructs that begin with a bracket: note calls, citations, spans, links, images; and inline notes. */
import { BrokenAttributes, readAttributes, type ReadAttributes } from './attributes.ts';
import { balancedBracketAt } from './balanced-brackets.ts';
import { normalCitationAt } from './citations.ts';
import { labelOf, linkTargetEnd, targetSearched } from './links.ts';
import { noteLabelEnd } from './note-labels.ts';
import { placeAttributes } from './placing.ts';
import { Attempt, type Reading } from './reading.ts';

const OPEN = 91;
const SIGN = 64;

/**
 * Reads the construct that begins with the bracket at `at`. Returns its end; -1 when it is a plain character.
 */
export function bracketAt(reading: Reading, at: number, limit: number): number {
  const marker = noteMarkerAt(reading, at, limit);
  if (marker >= 0) return marker;
  return reading.attempt(Attempt.bracket, at, limit, readBracket);
}

function readBracket(reading: Reading, at: number, limit: number): number {
  const cited = citesAtOnce(reading.text, at) ? reading.undoing(normalCitationAt, at, limit) : -1;
  if (cited >= 0) return cited;
  const close = balancedBracketAt(reading, at, limit);
  if (mayCite(reading, at, close, limit)) {
    const end = reading.undoing(normalCitationAt, at, limit);
    if (end >= 0) return end;
  }
  if (close < 0) return -1;
  const attributes = readAttributes(
    reading.text,
    close + 1,
    limit,
    reading.origins ? 0 : reading.base,
    reading.table(BrokenAttributes),
  );
  if (attributes) return span(reading, at, close, attributes);
  return reading.linksAllowed ? link(reading, at, close, limit, false) : -1;
}

/** Whether a key follows the bracket at `at` directly, so that it is a citation if it is closed. */
function citesAtOnce(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === SIGN;
}

/** Whether a bracket that is closed at `close` (-1: never) may be a citation with a key further on. */
function mayCite(reading: Reading, at: number, close: number, limit: number): boolean {
  if (citesAtOnce(reading.text, at)) return false;
  const sign = reading.find('@', at);
  if (sign < 0 || sign >= limit) return false;
  return close < 0 || sign <= close + 1 || mayHoldClosing(reading, at, close);
}

/** Whether emphasis or quotation marks between two brackets may contain the second. */
function mayHoldClosing(reading: Reading, from: number, to: number): boolean {
  for (let i = reading.signs.from(from + 1); i < to; i = reading.signs.from(i + 1)) {
    const code = reading.text.charCodeAt(i);
    if (code === 42 || code === 95 || code === 34 || code === 39 || code === 94 || code === 126) return true;
    if (code === 0x2018 || code === 0x201c) return true;
  }
  return false;
}

/** An image at `at`, a `!` before a bracket: its end, or -1. Pandoc’s `image`. */
export function imageAt(reading: Reading, at: number, limit: number): number {
  if (reading.text.charCodeAt(at + 1) !== OPEN || noteLabelEnd(reading.text, at + 1, limit) >= 0) return -1;
  return reading.attempt(Attempt.image, at, limit, () => {
    const close = balancedBracketAt(reading, at + 1, limit);
    if (close < 0) return -1;
    const target = linkTargetEnd(reading.text, close + 1, limit);
    if (target < 0) return imageOrWords(reading, at + 1, close, limit);
    reading.mark(at, at + 1, '');
    return linkTo(reading, at + 1, close, target, limit, reading.linksAllowed);
  });
}

/**
 * A bracket after `!` without a target, as Pandoc reads it since 3.0 (`referenceLink`). If its label is not
 * defined, the bracket is read by itself, so that `Wow![@key]` cites. Attributes after it are dropped.
 */
function imageOrWords(reading: Reading, at: number, close: number, limit: number): number {
  reading.inlinesApart(at, close + 1);
  const end = secondBracketEnd(reading, close + 1, limit);
  if (end > close + 1) reading.inlinesApart(close + 1, end);
  return readAttributes(reading.text, end, limit, 0, reading.table(BrokenAttributes))?.end ?? end;
}

/** The offset after a second bracket at `at`, the label of a reference link; `at` where there is none. */
function secondBracketEnd(reading: Reading, at: number, limit: number): number {
  if (at >= limit || reading.text.charCodeAt(at) !== OPEN || noteLike(reading, at)) return at;
  const kept = reading.nodes.length;
  const cited = normalCitationAt(reading, at, limit);
  reading.dropNodes(kept);
  return cited >= 0 ? at : balancedBracketAt(reading, at, limit) + 1 || at;
}

/** An inline note `^[…]` at `at`: its end, or -1. Pandoc’s `inlineNote`. */
export function inlineNoteAt(reading: Reading, at: number, limit: number): number {
  if (reading.text.charCodeAt(at + 1) !== OPEN) return -1;
  return reading.attempt(Attempt.note, at, limit, () => {
    const close = balancedBracketAt(reading, at + 1, limit);
    if (close < 0 || goesOn(reading, close + 1, limit)) return -1;
    const bodyRange = reading.range(at + 2, close);
    reading.add({ kind: 'inlineNote', range: reading.range(at, close + 1), bodyRange });
    reading.inlinesApart(at + 2, close);
    return close + 1;
  });
}

/** Whether the bracket that ends at `at` is a link or span, so that the caret before it begins no note. */
function goesOn(reading: Reading, at: number, limit: number): boolean {
  const { text } = reading;
  const next = at < limit ? text.charCodeAt(at) : -1;
  return (
    next === OPEN ||
    next === 40 ||
    (next === 123 && readAttributes(text, at, limit, 0, reading.table(BrokenAttributes)) !== null)
  );
}

function noteLike(reading: Reading, at: number): boolean {
  return reading.text.charCodeAt(at + 1) === 94;
}

/** `[^label]` at `at`: its end, or -1. Pandoc’s `note`, the call in running text. */
export function noteMarkerAt(reading: Reading, at: number, limit: number): number {
  const end = noteLabelEnd(reading.text, at, limit);
  if (end < 0) return -1;
  reading.add({ kind: 'marker', range: reading.range(at, end + 1), label: reading.text.slice(at + 2, end) });
  return end + 1;
}

/** Pandoc’s `bracketedSpan`. */
function span(reading: Reading, at: number, close: number, found: ReadAttributes): number {
  reading.add({
    kind: 'span',
    range: reading.range(at, found.end),
    contentRange: reading.range(at + 1, close),
    attributes: reading.origins ? placeAttributes(reading, found.attributes) : found.attributes,
  });
  reading.mark(at, at + 1, '');
  reading.inlinesApart(at + 1, close);
  reading.opaque(close + 1, found.end);
  reading.mark(close, found.end, '');
  return found.end;
}

/** A link or image with a target. The text of a link may not contain links, that of an image may. */
function link(reading: Reading, at: number, close: number, limit: number, linksWithin: boolean): number {
  const target = linkTargetEnd(reading.text, close + 1, limit);
  if (target >= 0) return linkTo(reading, at, close, target, limit, linksWithin);
  if (reading.text.charCodeAt(close + 1) === 40)
    reading.effort.spend(targetSearched(reading.text, close + 1, limit));
  return referenceLink(reading, at, close, limit);
}

/** A link or image whose target ends at `target`. Pandoc’s `regLink`. */
function linkTo(
  reading: Reading,
  at: number,
  close: number,
  target: number,
  limit: number,
  linksWithin: boolean,
): number {
  const end = readAttributes(reading.text, target, limit, 0, reading.table(BrokenAttributes))?.end ?? target;
  reading.add({ kind: 'link', range: reading.range(at, end), contentRange: reading.range(at + 1, close) });
  reading.mark(at, at + 1, '');
  const allowed = reading.linksAllowed;
  reading.linksAllowed = linksWithin;
  reading.inlinesApart(at + 1, close);
  reading.linksAllowed = allowed;
  reading.opaque(close + 1, end);
  reading.mark(close, end, '');
  return end;
}

/**
 * `[words]`, `[words][]` or `[words][label]`: a link where the label is defined, else literal. Pandoc’s
 * `referenceLink`.
 */
function referenceLink(reading: Reading, at: number, close: number, limit: number): number {
  const { text } = reading;
  reading.inlinesApart(at + 1, close);
  const end = secondBracketEnd(reading, close + 1, limit);
  let label = labelOf(text, at + 1, close);
  if (end > close + 3) {
    label = labelOf(text, close + 2, end - 1);
    reading.inlinesApart(close + 1, end);
  }
  reading.add({ kind: 'bracket', range: reading.range(at, end), label });
  const attributes = readAttributes(text, end, limit, 0, reading.table(BrokenAttributes));
  if (!attributes) return end;
  // Dropped, whether or not the label is defined.
  reading.opaque(end, attributes.end);
  reading.mark(end, attributes.end, '');
  return attributes.end;
}
