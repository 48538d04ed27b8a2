/**
 * Classes of characters in Pandoc's Markdown, by UTF-16 code unit. For characters beyond ASCII Unicode
 * decides. A lone surrogate is no letter here; `wordLengthAt` joins pairs.
 */

export const TAB = 9;
export const NEWLINE = 10;
export const SPACE = 32;

/** A space or tab: white space within a line. */
export function isBlankCharacter(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** A space, a tab or a line end. */
export function isSpaceCharacter(code: number): boolean {
  return code === SPACE || code === TAB || code === NEWLINE || code === 13;
}

/** Whether a code unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a code unit is an ASCII letter. */
export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** 1 for ASCII letters and digits. */
const ASCII_WORD = new Uint8Array(128);
for (let code = 0; code < 128; code++) ASCII_WORD[code] = isAsciiLetter(code) || isDigit(code) ? 1 : 0;

const WORD = /^[\p{L}\p{N}]/u;
const LETTER = /^\p{L}/u;
const UNICODE_SPACE = /^[\s\p{Zs}]/u;
const PUNCTUATION = /^\p{P}/u;

/** Length in code units of the letter or number at `at`; 0 when there is none. */
export function wordLengthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_WORD[code]!;
  if (code >= 0x4e00 && code < 0xa000) return 1;
  if (!(code >= 0xaa)) return 0;
  if (code >= 0xd800 && code < 0xdc00) return WORD.test(text.slice(at, at + 2)) ? 2 : 0;
  return WORD.test(text.charAt(at)) ? 1 : 0;
}

/** Length in code units of the letter at `at`; 0 when there is none. */
export function letterLengthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiLetter(code) ? 1 : 0;
  if (!(code >= 0xaa)) return 0;
  if (code >= 0xd800 && code < 0xdc00) return LETTER.test(text.slice(at, at + 2)) ? 2 : 0;
  return LETTER.test(text.charAt(at)) ? 1 : 0;
}

/** Whether the character at `at` is Unicode white space. */
export function isUnicodeSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code === SPACE || (code >= 9 && code <= 13);
  return code >= 0x85 && UNICODE_SPACE.test(text.charAt(at));
}

/** Whether the character at `at` is punctuation, by Unicode's general category. */
export function isPunctuationAt(text: string, at: number): boolean {
  return at < text.length && PUNCTUATION.test(text.slice(at, at + 2));
}

/** The first offset from `at` on that is neither space nor tab. */
export function skipBlanks(text: string, at: number): number {
  let code = text.charCodeAt(at);
  while (code === SPACE || code === TAB) code = text.charCodeAt(++at);
  return at;
}

/** The offset of the line end at or after `at`; `limit` when there is none before it. */
export function lineEndAt(text: string, at: number, limit: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 || end > limit ? limit : end;
}

/** The offset after the `\n` of a blank line that begins at `at`, or -1. Pandoc’s `blankline`. */
export function blankLineAt(text: string, at: number, limit: number): number {
  if (text.charCodeAt(at) > SPACE) return -1;
  const end = skipBlanks(text, at);
  return end < limit && text.charCodeAt(end) === NEWLINE ? end + 1 : -1;
}

/** The offset after one or more blank lines at `at`, or -1. Pandoc’s `blanklines`. */
export function blankLinesAt(text: string, at: number, limit: number): number {
  let end = -1;
  for (let next = blankLineAt(text, at, limit); next >= 0; next = blankLineAt(text, next, limit)) end = next;
  return end;
}
