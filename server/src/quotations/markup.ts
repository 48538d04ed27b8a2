/** Markup that can be recognised without a parser: at the start of a line, or by a few characters. */
import { WITHIN_PAGE_MARK } from '../pages/page-marks.ts';
import { characterOf } from '../text/entities.ts';

/** Markup at the start of a line. */
export interface LineOpening {
  readonly to: number;
  readonly bullet: boolean;
}

/**
 * Skips the markup at the start of the line at `at`: indentation, the marks of block quotations, of line blocks and of
 * headings, a div fence and, if `bulletsCount`, a bullet. Otherwise a hyphen there is a dash and is kept.
 */
export function lineOpening(text: string, at: number, bulletsCount: boolean): LineOpening {
  let to = at;
  let bullet = false;
  for (;;) {
    const code = text.charCodeAt(to);
    if (code === 0x20 || code === 0x09) {
      to++;
    } else if (code === 0x3e || (code === 0x7c && isOfLineBlock(text, to))) {
      to++;
    } else if (code === 0x23) {
      let end = to;
      while (text.charCodeAt(end) === 0x23) end++;
      if (end - to > 6 || !isBlank(text.charCodeAt(end))) return { to, bullet };
      to = end;
    } else if (code === 0x3a && text.startsWith(':::', to)) {
      const end = text.indexOf('\n', to);
      return { to: end < 0 ? text.length : end, bullet };
    } else if (
      !bullet &&
      isBullet(code) &&
      isBlank(text.charCodeAt(to + 1)) &&
      (bulletsCount || code !== 0x2d)
    ) {
      bullet = true;
      to++;
    } else return { to, bullet };
  }
}

/** Another line of a line block, also in a block quotation, whose marks may be spaces. */
const STROKE = /[ \t>]*\|[ \t\n]/y;

/** Whether the upright stroke at `at` begins a line of a line block; in a scan one alone may be a misread letter. */
export function isOfLineBlock(text: string, at: number): boolean {
  if (!isBlank(text.charCodeAt(at + 1))) return false;
  const start = text.lastIndexOf('\n', at) + 1;
  if (!/^[ \t>]*$/.test(text.slice(start, at))) return false;
  const next = text.indexOf('\n', at) + 1;
  const others = [next, start > 1 ? text.lastIndexOf('\n', start - 2) + 1 : 0];
  return others.some((other, i) => {
    STROKE.lastIndex = other;
    return (i === 0 ? next > 0 : start > 1) && STROKE.test(text);
  });
}

function isBullet(code: number): boolean {
  return code === 0x2d || code === 0x2a || code === 0x2b || code === 0x2022;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || Number.isNaN(code);
}

/** Markup at a character. */
export interface Markup {
  /** The offset after it. */
  readonly to: number;
  /** The UTF-16 unit displayed in its place, or -1 for none. */
  readonly emit: number;
}

const ELLIPSIS = 0x2026;
const LONGEST_COMMENT = 1000;
const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?>/iy;
/** Tags between which words stand apart. */
const PARTING = /<\/?(?:br|p|div|hr|li|t[dhr]|h[1-6]|blockquote)\b/i;
const NOTE_TAG =
  /<sup\b[^<>]{0,100}>\s{0,3}(?:<a\b[^<>]{0,300}>)?\[?[\d*†‡,–-]{1,9}\]?(?:<\/a>)?\s{0,3}<\/sup>/iy;
const ENTITY = /&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d{0,2});/iy;
const NOTE_MARKER = new RegExp(String.raw`\[(?:\^[^\]\s]{1,60}|\d{1,3}|${WITHIN_PAGE_MARK})\]`, 'y');
const SUPERSCRIPTS = /[²³¹⁰⁴-⁹]+(?:[,;–-] ?[²³¹⁰⁴-⁹]+){0,20}/y;
const RAISED_NUMBER = /\^\d{1,3}\^/y;
const SPACED_DOTS = /\.[ \u00a0]\.[ \u00a0]\.(?:[ \u00a0]\.)?/y;

/** Reads the markup at `at`, if any: at one of `* _ \ & < [ ^ ~ . …` or a superscript digit. */
export function markupAt(text: string, at: number, limit: number): Markup {
  const code = text.charCodeAt(at);
  const itself: Markup = { to: at + 1, emit: code };
  switch (code) {
    case 0x2a:
      return { to: at + 1, emit: -1 };
    case 0x5f:
      return isInsideWord(text, at) ? itself : { to: at + 1, emit: -1 };
    case 0x5c:
      return escaped(text, at, limit);
    case 0x26:
      return entity(text, at) ?? itself;
    case 0x3c: {
      const end = tagEnd(text, at);
      return end === null ? itself : { to: end, emit: parts(text.slice(at, end)) ? 0x20 : -1 };
    }
    case 0x5b:
      return left(NOTE_MARKER, text, at) ?? itself;
    case 0x5e:
      return left(RAISED_NUMBER, text, at) ?? itself;
    case 0x7e:
      return text.charCodeAt(at + 1) === 0x7e ? { to: at + 2, emit: -1 } : itself;
    case 0x2e:
    case ELLIPSIS:
      return dots(text, at) ?? itself;
    default:
      return left(SUPERSCRIPTS, text, at) ?? { to: at + 1, emit: -1 };
  }
}

/** Whether markup that is left out parts the words on either side, as a tag of a line or paragraph does. */
export function parts(markup: string): boolean {
  return markup.includes('<') && PARTING.test(markup);
}

/** The end of the tag, comment or HTML note marker at `at`; null where there is none. */
export function tagEnd(text: string, at: number): number | null {
  if (text.startsWith('<!--', at)) {
    const end = text.slice(at + 4, at + LONGEST_COMMENT).indexOf('-->');
    return end < 0 ? null : at + end + 7;
  }
  return left(NOTE_TAG, text, at)?.to ?? left(TAG, text, at)?.to ?? null;
}

function left(pattern: RegExp, text: string, at: number): Markup | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? { to: pattern.lastIndex, emit: -1 } : null;
}

function isInsideWord(text: string, at: number): boolean {
  return isLetterOrDigit(text.charCodeAt(at - 1)) && isLetterOrDigit(text.charCodeAt(at + 1));
}

function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code >= 0xc0
  );
}

function escaped(text: string, at: number, limit: number): Markup {
  if (at + 1 >= limit) return { to: at + 1, emit: -1 };
  const next = text.charCodeAt(at + 1);
  if (next === 0x0a) return { to: at + 1, emit: -1 };
  const isPunctuation = next > 0x20 && next < 0x7f && !isLetterOrDigit(next);
  return isPunctuation ? { to: at + 2, emit: next } : { to: at + 1, emit: 0x5c };
}

function entity(text: string, at: number): Markup | null {
  ENTITY.lastIndex = at;
  const character = ENTITY.test(text) ? characterOf(text.slice(at, ENTITY.lastIndex)) : null;
  // What is folded and shown is a single UTF-16 unit.
  if (character?.length !== 1) return null;
  return { to: ENTITY.lastIndex, emit: character.charCodeAt(0) };
}

/** Three or more dots, spaced or not, are an ellipsis. */
function dots(text: string, at: number): Markup | null {
  let to = at;
  while (text.charCodeAt(to) === 0x2e || text.charCodeAt(to) === ELLIPSIS) to++;
  if (to - at >= 3 || text.charCodeAt(at) === ELLIPSIS) return { to, emit: ELLIPSIS };
  return to - at === 1 && left(SPACED_DOTS, text, at) ? { to: SPACED_DOTS.lastIndex, emit: ELLIPSIS } : null;
}
