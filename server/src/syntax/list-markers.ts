/** The markers of list items, and horizontal rules, which look like them. */
import {
  NEWLINE,
  SPACE,
  TAB,
  isAsciiLetter,
  isBlankCharacter,
  isDigit,
  skipBlanks,
  wordLengthAt,
} from './characters.ts';
import { columnAt, skipAtMostSpaces, unindentedAt, type Indent } from './indentation.ts';

export type NumberStyle =
  'default' | 'example' | 'decimal' | 'lower-roman' | 'upper-roman' | 'lower-alpha' | 'upper-alpha';
export type NumberDelimiter = 'default' | 'period' | 'paren' | 'parens';

export interface ListMarker {
  readonly ordered: boolean;
  readonly style: NumberStyle;
  readonly delimiter: NumberDelimiter;
  /** For an example list: the range of the label, `from === to` when there is none. */
  readonly labelFrom: number;
  readonly labelTo: number;
  /** Where the item's text begins. */
  readonly content: Indent;
  /** The column of the item's text. */
  readonly width: number;
}

/** The marker of any list at `at`, the start of a line (Pandoc’s `listStart`); null when there is none. */
export function listMarkerAt(text: string, at: number, limit: number): ListMarker | null {
  return bulletAt(text, at, limit) ?? numberAt(text, at, limit, null) ?? definitionMarkerAt(text, at, limit);
}

/** The `:` or `~` of a definition at `at` (Pandoc’s `defListStart`); null when there is none. */
export function definitionMarkerAt(text: string, at: number, limit: number): ListMarker | null {
  const marker = unindentedAt(text, at, limit);
  if (marker < 0 || marker >= limit) return null;
  const code = text.charCodeAt(marker);
  return code === 58 || code === 126 ? unnumbered(text, at, marker, limit) : null;
}

function lineOfMarker(text: string, at: number, limit: number): number {
  return text.charCodeAt(at) === NEWLINE ? unindentedAt(text, at + 1, limit) : unindentedAt(text, at, limit);
}

/** A bullet `*`, `+` or `-` at `at`. Pandoc’s `bulletListStart`. */
export function bulletAt(text: string, at: number, limit: number): ListMarker | null {
  const marker = lineOfMarker(text, at, limit);
  if (marker < 0 || marker >= limit) return null;
  const code = text.charCodeAt(marker);
  if (code !== 42 && code !== 43 && code !== 45) return null;
  if (horizontalRuleAt(text, marker, limit) >= 0) return null;
  return unnumbered(text, at, marker, limit);
}

/** A marker of one character at `marker`, in the line that begins at `at`. */
function unnumbered(text: string, at: number, marker: number, limit: number): ListMarker | null {
  const content = behindMarker(text, marker + 1, limit);
  if (!content) return null;
  const width = contentColumn(text, content) - columnAt(text, at);
  const labelFrom = marker;
  return {
    ordered: false,
    style: 'default',
    delimiter: 'default',
    labelFrom,
    labelTo: marker,
    content,
    width,
  };
}

function contentColumn(text: string, content: Indent): number {
  return columnAt(text, content.at) - content.pending;
}

/**
 * White space after a marker: one space (or a line end) is required; up to three more belong to the marker
 * unless a fifth follows.
 */
function behindMarker(text: string, at: number, limit: number): Indent | null {
  if (at >= limit) return null;
  const code = text.charCodeAt(at);
  if (code === NEWLINE) return { at, pending: 0, columns: 0 };
  if (!isBlankCharacter(code)) return null;
  const four = skipAtMostSpaces(text, at, 4);
  const more = four.pending > 0 || isBlankCharacter(text.charCodeAt(four.at));
  return more ? skipAtMostSpaces(text, at, 1) : four;
}

/**
 * A number, letter, `#` or `(@label)` at `at`; with `like`, only one that continues its list. Pandoc’s
 * `orderedListStart`.
 */
export function numberAt(
  text: string,
  at: number,
  limit: number,
  like: { style: NumberStyle; delimiter: NumberDelimiter } | null,
): ListMarker | null {
  const begin = lineOfMarker(text, at, limit);
  if (begin < 0 || begin >= limit) return null;
  const code = text.charCodeAt(begin);
  const open = code === 40;
  if (!open && code !== 35 && code !== 64 && !isDigit(code) && !isAsciiLetter(code)) return null;
  if (isAsciiLetter(code) && !endsLikeNumber(text, begin + 1)) return null;
  if (code === 112 && text.charCodeAt(begin + 1) === 46) {
    // As in Pandoc a page number, `p. 3`, is no marker.
    const blank = isBlankCharacter(text.charCodeAt(begin + 2));
    if (blank && isDigit(text.charCodeAt(begin + 3))) return null;
  }
  for (const [wanted, opener, closer] of DELIMITERS) {
    if (like && wanted !== (like.delimiter === 'default' ? 'period' : like.delimiter)) continue;
    if (opener !== open) continue;
    const found = enumeratorAt(text, begin + (open ? 1 : 0), closer, like?.style ?? null);
    if (!found) continue;
    const content = behindMarker(text, found.end + 1, limit);
    if (!content) return null;
    if (wanted === 'period' && looksLikeInitial(found) && !blankOrEnd(text, found.end + 2, found.end + 1))
      return null;
    const delimiter = wanted === 'period' && found.style === 'default' ? 'default' : wanted;
    const width = contentColumn(text, content) - columnAt(text, at);
    const { style, labelFrom, labelTo } = found;
    return { ordered: true, style, delimiter, labelFrom, labelTo, content, width };
  }
  return null;
}

/**
 * Whether characters of Roman numerals and then `.` or `)` are at `at`: a quick test that rules out most
 * words.
 */
function endsLikeNumber(text: string, at: number): boolean {
  let end = at;
  while (end < at + 40 && isRomanLetter(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return code === 46 || code === 41;
}

function isRomanLetter(code: number): boolean {
  switch (code | 32) {
    case 99: // c
    case 100: // d
    case 105: // i
    case 108: // l
    case 109: // m
    case 118: // v
    case 120: // x
      return isAsciiLetter(code);
    default:
      return false;
  }
}

const DELIMITERS: readonly (readonly [NumberDelimiter, boolean, number])[] = [
  ['period', false, 46],
  ['paren', false, 41],
  ['parens', true, 41],
];

interface Enumerator {
  readonly end: number;
  readonly style: NumberStyle;
  readonly value: string;
  readonly labelFrom: number;
  readonly labelTo: number;
}

const EVERY_STYLE: readonly NumberStyle[] = [
  'decimal',
  'example',
  'default',
  'lower-alpha',
  'lower-roman',
  'upper-alpha',
  'upper-roman',
];

function enumeratorAt(
  text: string,
  at: number,
  closer: number,
  style: NumberStyle | null,
): Enumerator | null {
  if (style) {
    const hash = enumeratorOf(text, at, 'default');
    if (hash && text.charCodeAt(hash.end) === closer) return hash;
    const found = enumeratorOf(text, at, style === 'default' ? 'decimal' : style);
    return found && text.charCodeAt(found.end) === closer ? found : null;
  }
  // A single `i` is Roman one rather than the ninth letter.
  const code = text.charCodeAt(at);
  if ((code === 105 || code === 73) && text.charCodeAt(at + 1) === closer)
    return enumeratorOf(text, at, code === 105 ? 'lower-roman' : 'upper-roman');
  for (const one of EVERY_STYLE) {
    const found = enumeratorOf(text, at, one);
    if (found && text.charCodeAt(found.end) === closer) return found;
  }
  return null;
}

function enumeratorOf(text: string, at: number, style: NumberStyle): Enumerator | null {
  const code = text.charCodeAt(at);
  let end = at;
  let labelFrom = at;
  let labelTo = at;
  if (style === 'decimal') while (isDigit(text.charCodeAt(end))) end++;
  else if (style === 'default') end = code === 35 ? at + 1 : at;
  else if (style === 'example') {
    if (code !== 64) return null;
    labelFrom = at + 1;
    labelTo = end = exampleLabelEnd(text, at + 1);
  } else if (style === 'lower-alpha') end = code >= 97 && code <= 122 ? at + 1 : at;
  else if (style === 'upper-alpha') end = code >= 65 && code <= 90 ? at + 1 : at;
  else end = romanEnd(text, at, style === 'upper-roman');
  return end > at ? { end, style, value: text.slice(at, end), labelFrom, labelTo } : null;
}

/** The end of the label of an example: words joined by single `-` and `_`. */
export function exampleLabelEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    const joint = code === 45 || code === 95 ? 1 : 0;
    const length = wordLengthAt(text, end + joint);
    if (length === 0) return end;
    end += joint + length;
  }
}

const ROMAN = /M{0,99}(?:CM)?D?(?:CD)?C{0,9}(?:XC)?L?(?:XL)?X{0,9}(?:IX)?V?(?:IV)?I{0,9}/y;

function romanEnd(text: string, at: number, upper: boolean): number {
  const letters = text.slice(at, at + 40);
  if (upper ? /^[a-z]/.test(letters) : /^[A-Z]/.test(letters)) return at;
  const body = /^(?:[a-z]*|[A-Z]*)/.exec(upper ? letters : letters)?.[0] ?? '';
  ROMAN.lastIndex = 0;
  return at + (ROMAN.exec(upper ? body : body.toUpperCase())?.[0].length ?? 0);
}

/** `A.` and `C.` may be initials, so two spaces must follow them in a list. */
function looksLikeInitial(found: Enumerator): boolean {
  return found.style === 'upper-alpha' || (found.style === 'upper-roman' && /^[IVXLCDM]$/.test(found.value));
}

function blankOrEnd(text: string, second: number, first: number): boolean {
  if (text.charCodeAt(first) === NEWLINE || text.charCodeAt(first) === TAB) return true;
  const code = text.charCodeAt(second);
  return code === SPACE || code === TAB || code === NEWLINE;
}

/**
 * A horizontal rule, `* * *` or `---`, on the line that begins at `at`: the offset after its line end, or -1.
 * Pandoc’s `hrule`.
 */
export function horizontalRuleAt(text: string, at: number, limit: number): number {
  const start = skipBlanks(text, at);
  const code = text.charCodeAt(start);
  if (code !== 42 && code !== 45 && code !== 95) return -1;
  let count = 0;
  let i = start;
  for (; i < limit; i++) {
    const next = text.charCodeAt(i);
    if (next === code) count++;
    else if (next !== SPACE && next !== TAB) break;
  }
  return count >= 3 && i < limit && text.charCodeAt(i) === NEWLINE ? i + 1 : -1;
}
