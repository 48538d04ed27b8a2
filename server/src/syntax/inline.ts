/** Inline elements: what each character may begin, in Pandoc's order. */
import { bracketAt, imageAt, inlineNoteAt } from './brackets.ts';
import {
  NEWLINE,
  SPACE,
  TAB,
  blankLineAt,
  isSpaceCharacter,
  skipBlanks,
  wordLengthAt,
} from './characters.ts';
import { textCitationAt } from './citations.ts';
import { divFenceEnd } from './div-fences.ts';
import { emphasisAt, superscriptAt, tildesAt } from './emphasis.ts';
import { BrokenAttributes, readAttributes } from './attributes.ts';
import { decodeEntities } from '../text/entities.ts';
import {
  attributesOfTag,
  closesElement,
  commentAt,
  isBlockTag,
  isInlineTag,
  tagAt,
  type HtmlTag,
} from './html.ts';
import { exampleLabelEnd, listMarkerAt } from './list-markers.ts';
import { placeAttributes } from './placing.ts';
import { quotedAt } from './quotes.ts';
import { Attempt, type Reading } from './reading.ts';
import { texBlockAt, texInlineAt } from './tex.ts';
import { codeFenceAt, codeSpanAt, mathAt, runLength } from './verbatim.ts';

/** ASCII characters that begin nothing: 1 for those of words, 2 for others. */
const PLAIN = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = String.fromCharCode(code);
  if (/[A-Za-z0-9]/.test(letter)) PLAIN[code] = 1;
  else if (/[,()/%+=?#{}|>:]/.test(letter)) PLAIN[code] = 2;
}
const PERIOD = 46;

/** The offset after the words and other plain characters at `at`. Records where the last word ended. */
function plainEnd(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  let i = at;
  let word = -1;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      const kind = PLAIN[code];
      if (kind === 1) word = ++i;
      else if (kind === 2) {
        // In a heading, characters that may close it are handled separately.
        if (!reading.breaksAllowed && (code === 35 || code === 123)) break;
        i++;
      } else if (code === PERIOD) {
        const end = periodsEnd(text, i, limit);
        if (end - i < 3) word = end;
        i = end;
      } else break;
    } else if (code === 0x2018 || code === 0x2019 || code === 0x201c || code === 0x201d) break;
    else if (code >= 145 && code <= 148) break;
    else {
      const length = wordLengthAt(text, i);
      if (length > 0) word = i += length;
      else i++;
    }
  }
  if (word >= 0) reading.lastWord = word;
  return i;
}

/**
 * The offset after the words, spaces and plain characters at `at`: a fast path, since most of any text is
 * this.
 */
export function wordsEnd(reading: Reading, at: number, limit: number): number {
  if (!reading.breaksAllowed) return plainEnd(reading, at, limit);
  const end = Math.min(reading.signs.from(at), limit);
  const word = lastWordEnd(reading.text, at, end);
  if (word > at) reading.lastWord = word;
  return end;
}

/** The end of the last word in a plain stretch, for `lastWord`; `from` where there is none. */
function lastWordEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from) {
    const code = text.charCodeAt(end - 1);
    if (code === PERIOD) {
      let first = end - 1;
      while (first > from && text.charCodeAt(first - 1) === PERIOD) first--;
      if ((end - first) % 3 > 0) return end;
      end = first;
    } else if (code < 128) {
      if (PLAIN[code] === 1) return end;
      end--;
    } else {
      const low = code >= 0xdc00 && code < 0xe000 && end - 1 > from;
      if (wordLengthAt(text, end - 1) > 0 || (low && wordLengthAt(text, end - 2) === 2)) return end;
      end--;
    }
  }
  return from;
}

/** Up to three periods at once: three are an ellipsis, one or two end a word. */
function periodsEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && end - at < 3 && text.charCodeAt(end) === PERIOD) end++;
  return end;
}

/** Reads the inline element at `at`: its end, or -1 where running text breaks off. Pandoc’s `inline`. */
export function inlineAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const code = text.charCodeAt(at);
  reading.effort.spend(1);
  switch (code) {
    case SPACE:
    case TAB:
      return skipBlanks(text, at);
    case NEWLINE:
      return softBreakAt(reading, at, limit);
    case 96: // `
      return verbatimOr(reading, at, codeSpanAt(reading, at, limit), codeOf);
    case 36: // $
      return verbatimOr(reading, at, mathAt(reading, at, limit), mathOf);
    case 95: // _
    case 42: {
      const end = emphasisAt(reading, at, limit);
      return end < 0 ? at + 1 : end;
    }
    case 94: // ^
      return caretAt(reading, at, limit);
    case 126: {
      const end = tildesAt(reading, at, limit);
      return end < 0 ? at + 1 : end;
    }
    case 91: {
      const end = bracketAt(reading, at, limit);
      return end < 0 ? at + 1 : end;
    }
    case 33: {
      const end = imageAt(reading, at, limit);
      return end < 0 ? at + 1 : end;
    }
    case 60:
      return lessThanAt(reading, at, limit);
    case 92:
      return backslashAt(reading, at, limit);
    case 64: {
      const end = textCitationAt(reading, at, limit);
      // Without a citation it counts as a reference to an example, whose label is skipped (Pandoc’s
      // `exampleRef`).
      return end < 0 ? Math.min(exampleLabelEnd(text, at + 1), limit) : end;
    }
    case 34:
    case 39:
    case 0x2018:
    case 0x201c:
    case 145:
    case 147:
      return quotedAt(reading, at, limit);
    case 38: // &
      return referenceAt(reading, at, limit);
    case 45: {
      // As in Pandoc 3 a hyphen before a key suppresses the author in running text too.
      const cited = text.charCodeAt(at + 1) === 64 ? textCitationAt(reading, at, limit) : -1;
      return cited < 0 ? dashEnd(reading, at, limit) : cited;
    }
    case 59:
    case 93:
      return at + 1;
  }
  const end = plainEnd(reading, at, limit);
  return end > at ? end : at + (code >= 0xd800 && code < 0xdc00 ? 2 : 1);
}

function verbatimOr(reading: Reading, at: number, end: number, seen: (source: string) => string): number {
  if (end >= 0 && reading.detailed) reading.mark(at, end, seen(reading.text.slice(at, end)));
  if (end >= 0) reading.opaque(at, end);
  return end < 0 ? at + 1 : end;
}

/** The text of a code span as printed; empty for raw text of another format. */
function codeOf(source: string): string {
  const match = /^(`+)([\s\S]*?[^`])\1(?!`)(\{=)?/.exec(source);
  return match && match[3] === undefined ? match[2]!.trim().replace(/\n/g, ' ') : '';
}

function mathOf(source: string): string {
  const match = /^(\$\$?)([\s\S]*)\1(['’]?)$/.exec(source);
  return match ? match[2]!.trim() + (match[3] === '' ? '' : '’') : source;
}

function opaqueOr(reading: Reading, at: number, end: number): number {
  if (end < 0) return at + 1;
  reading.opaque(at, end);
  reading.mark(at, end, '', true);
  return end;
}

/**
 * A line end within a paragraph: the offset after the white space that follows it. -1 where the paragraph
 * ends: at a blank line, a list item (in lists), a code fence, the end of a div or element. Pandoc’s
 * `endline`.
 */
export function softBreakAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const line = at + 1;
  if (line >= limit) return line;
  if (!reading.breaksAllowed || blankLineAt(text, line, limit) >= 0) return -1;
  if (reading.inList && listMarkerAt(text, line, limit)) return -1;
  const code = text.charCodeAt(line);
  if (code === 96 && codeFenceAt(reading, line, limit) >= 0) return -1;
  if (code === 60 && closesElement(reading, line, limit)) return -1;
  if (code === 58 && reading.divLevel > 0 && divFenceEnd(text, line, limit) >= 0) return -1;
  return skipBlanks(text, line);
}

/** One hyphen; two, printed as an en dash; or three, printed as an em dash. */
function dashEnd(reading: Reading, at: number, limit: number): number {
  const size = Math.min(runLength(reading.text, at, 45, Math.min(limit, at + 3)), 3);
  if (size > 1) reading.mark(at, at + size, size === 2 ? '–' : '—');
  return at + size;
}

function caretAt(reading: Reading, at: number, limit: number): number {
  const note = reading.text.charCodeAt(at + 1) === 91;
  // As in Pandoc 3 an inline note takes precedence over a superscript.
  const noted = note ? inlineNoteAt(reading, at, limit) : -1;
  if (noted >= 0) return noted;
  const raised = superscriptAt(reading, at, limit);
  return raised < 0 ? at + 1 : raised;
}

function backslashAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= limit) return at + 1;
  if (next === NEWLINE) {
    reading.mark(at, at + 1, '');
    return at + 1;
  }
  if (wordLengthAt(text, at + 1) === 0) {
    const end = at + (next >= 0xd800 && next < 0xdc00 ? 3 : 2);
    reading.mark(at, end, next === SPACE ? '\u00a0' : text.slice(at + 1, end));
    return end;
  }
  const end = texInlineAt(reading, at, limit);
  if (end >= 0) return opaqueOr(reading, at, end);
  return texBlockAt(reading, at, limit) >= 0 ? -1 : at + 1;
}

const REFERENCE = /&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;

function referenceAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  REFERENCE.lastIndex = at;
  const end = REFERENCE.test(text) ? REFERENCE.lastIndex : at + 1;
  if (end > limit) return at + 1;
  if (end > at + 1 && reading.detailed) reading.mark(at, end, decodeEntities(text.slice(at, end)));
  return end;
}

/** Longer shortcodes are not recognised, which bounds the search. */
const LONGEST_SHORTCODE = 2000;

/**
 * The offset after a Quarto shortcode, `{{< video … >}}`, whose `<` is at `at`; -1 where there is none.
 * Quarto replaces it before Pandoc reads the text.
 */
function shortcodeEnd(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  if (text.charCodeAt(at - 1) !== 123 || text.charCodeAt(at - 2) !== 123) return -1;
  const close = reading.find('>}}', at);
  if (close < 0 || close + 3 > limit || close - at > LONGEST_SHORTCODE) return -1;
  return /\n[ \t]*\n/.test(text.slice(at, close)) ? -1 : close + 3;
}

function lessThanAt(reading: Reading, at: number, limit: number): number {
  const shortcode = shortcodeEnd(reading, at, limit);
  if (shortcode >= 0) return opaqueOr(reading, at, shortcode);
  if (reading.linksAllowed) {
    const end = autolinkEnd(reading.text, at, limit);
    if (end >= 0) {
      const whole = readAttributes(reading.text, end, limit, 0, reading.table(BrokenAttributes))?.end ?? end;
      reading.mark(at, whole, reading.text.slice(at + 1, end - 1));
      reading.opaque(at, whole);
      return whole;
    }
  }
  const comment = commentAt(reading, at, limit);
  if (comment >= 0) {
    reading.add({ kind: 'comment', range: reading.range(at, comment) });
    reading.mark(at, comment, '', true);
    return comment;
  }
  const tag = tagAt(reading, at, limit);
  if (!tag) return at + 1;
  if (tag.name === 'span' && !tag.closes) {
    const end = reading.attempt(Attempt.span, at, limit, () => htmlSpan(reading, at, tag, limit));
    if (end >= 0) return end;
  }
  const closesOuter = tag.closes && tag.name === reading.htmlTag;
  if (isInlineTag(tag) && !closesOuter) return opaqueOr(reading, at, tag.end);
  return isBlockTag(tag) || closesOuter ? -1 : at + 1;
}

/** `<span …>` with its content and closing tag. */
function htmlSpan(reading: Reading, at: number, open: HtmlTag, limit: number): number {
  for (let i = open.end; i < limit;) {
    if (reading.text.charCodeAt(i) === 60) {
      const tag = tagAt(reading, i, limit);
      if (tag?.closes && tag.name === 'span') {
        const attributes = placeAttributes(reading, attributesOfTag(open, at));
        const contentRange = reading.range(open.end, i);
        reading.add({ kind: 'span', range: reading.range(at, tag.end), contentRange, attributes });
        reading.opaque(at, open.end);
        reading.opaque(i, tag.end);
        reading.mark(at, open.end, '');
        reading.mark(i, tag.end, '');
        return tag.end;
      }
    }
    const end = reading.step(i, limit);
    if (end < 0) return -1;
    i = end;
  }
  return -1;
}

/** `<scheme:address>` or `<name@host>` at `at`: its end, or -1. */
function autolinkEnd(text: string, at: number, limit: number): number {
  let sign = -1;
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (isSpaceCharacter(code) || code === 60) return -1;
    if (code === 62) return sign > 0 && i > sign + 1 ? i + 1 : -1;
    if (sign < 0 && (code === 58 || code === 64)) {
      if (i === at + 1 || !NAME.test(text.slice(at + 1, Math.min(i, at + 80)))) return -1;
      sign = i;
    }
  }
  return -1;
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;.]*$/u;
