/**
 * Tokenises text for the comparison with names: words, ideographs and punctuation, with typographic
 * differences (quotation marks, dashes, spaces, line ends, ligatures) folded.
 */
import type { TextRange } from '../text/range.ts';

export const WORD = 1;
/** An ideograph or another character of a script without spaces between words: a word of its own. */
export const IDEOGRAPH = 2;
export const MARK = 3;
/** A boundary that no name crosses: the end of a paragraph, code, a link's target. */
export const BREAK = 4;

export type WordKind = typeof WORD | typeof IDEOGRAPH | typeof MARK | typeof BREAK;

/** White space before a word. */
export const NO_GAP = 0;
export const SPACE = 1;
export const LINE_END = 2;

/**
 * Words as a structure of arrays, since there are many: the n-th word is the n-th of each array. Offsets are
 * UTF-16 units.
 */
export class WordSequence {
  readonly kinds: WordKind[] = [];
  readonly gaps: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Folded: normalised, without soft hyphens, with one form of each mark. */
  readonly texts: string[] = [];

  get length(): number {
    return this.kinds.length;
  }

  push(kind: WordKind, gap: number, from: number, to: number, text: string): void {
    this.kinds.push(kind);
    this.gaps.push(gap);
    this.starts.push(from);
    this.ends.push(to);
    this.texts.push(text);
  }
}

export interface WordOptions {
  readonly range?: TextRange;
  /** Ranges without words; sorted by start, may overlap. */
  readonly opaque?: readonly TextRange[];
  /** Whether the halves of a word divided at a line end form a word that is searched for. */
  readonly joins?: (word: string) => boolean;
}

const MARKS_FOLDED: Readonly<Record<string, string>> = foldTable([
  ["'", '’‘ʼ‛＇´`′'],
  ['"', '“”„‟«»＂″'],
  ['-', '‐‑‒–—―−－'],
  ['·', '・‧•∙･'],
  ['(', '（'],
  [')', '）'],
  [',', '，'],
  ['&', '＆'],
]);

function foldTable(rows: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(rows.flatMap(([to, from]) => [...from].map((mark) => [mark, to])));
}

/** Invisible characters inside words: soft hyphen, zero-width space, joiners, word joiner. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** Blanks that are written as entities. */
const BLANK = /&(?:nbsp|#160|#xa0|ensp|emsp|thinsp);/iy;
/** Without superscript digits (category No): `workers¹⁸` is a word and a note number. */
const LETTER = /[\p{L}\p{M}\p{Nd}\p{Nl}]/u;

/** Tokenises `text` in linear time. */
export function readWords(text: string, options: WordOptions = {}): WordSequence {
  return new WordReader(text, options).read();
}

class WordReader {
  private readonly words = new WordSequence();
  private readonly end: number;
  private at: number;
  private gap = NO_GAP;
  private opaqueIndex = 0;

  constructor(
    private readonly text: string,
    private readonly options: WordOptions,
  ) {
    this.at = options.range?.from ?? 0;
    this.end = options.range?.to ?? text.length;
  }

  read(): WordSequence {
    const { text } = this;
    while (this.at < this.end) {
      const limit = this.nextOpaque();
      if (this.at >= limit) continue;
      const from = this.at;
      const code = text.charCodeAt(from);
      if (isSpace(code)) this.space(limit);
      else if (code === 0x26 && this.takeSpace()) continue;
      else if (isTransparent(text, from, code)) this.at++;
      else if (isLetter(text, from, code)) {
        const length = ideographLength(text, from, code);
        if (length > 0) this.emit(IDEOGRAPH, from, from + length, text.slice(from, from + length));
        else this.word(limit);
      } else {
        const length = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
        const mark = text.slice(from, from + length);
        this.emit(MARK, from, from + length, MARKS_FOLDED[mark] ?? mark);
      }
    }
    return this.words;
  }

  /** The start of the next opaque range; skips the one that begins here. */
  private nextOpaque(): number {
    const opaque = this.options.opaque;
    if (!opaque) return this.end;
    for (; this.opaqueIndex < opaque.length; this.opaqueIndex++) {
      const { from, to } = opaque[this.opaqueIndex]!;
      if (to <= this.at) continue;
      if (from > this.at) return Math.min(from, this.end);
      this.emit(BREAK, this.at, this.at, '');
      this.at = to;
    }
    return this.end;
  }

  private emit(kind: WordKind, from: number, to: number, text: string): void {
    this.words.push(kind, this.gap, from, to, text);
    this.gap = NO_GAP;
    this.at = to;
  }

  /** Skips a blank that is written as an entity. */
  private takeSpace(): boolean {
    BLANK.lastIndex = this.at;
    if (!BLANK.test(this.text)) return false;
    this.at = BLANK.lastIndex;
    this.gap = SPACE;
    return true;
  }

  /** Skips white space, with the `>` of block quotations; a blank line ends the paragraph. */
  private space(limit: number): void {
    let lineEnds = 0;
    for (; this.at < limit; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x0a) lineEnds++;
      else if (!isSpace(code) && !(lineEnds > 0 && code === 0x3e)) break;
    }
    if (lineEnds > 1) this.words.push(BREAK, NO_GAP, this.at, this.at, '');
    this.gap = lineEnds > 0 ? LINE_END : SPACE;
  }

  private word(limit: number): void {
    const from = this.at;
    const to = endOfWord(this.text, from, limit);
    const word = folded(this.text.slice(from, to));
    const rest = this.restOfDivided(to, limit);
    if (rest) {
      const whole = word + folded(this.text.slice(rest.from, rest.to));
      if (this.options.joins!(whole)) return this.emit(WORD, from, rest.to, whole);
    }
    this.emit(WORD, from, to, word);
  }

  /** The second half of a word that is divided at `to` by a hyphen at the line end. */
  private restOfDivided(to: number, limit: number): TextRange | null {
    if (!this.options.joins) return null;
    const hyphen = this.text.charCodeAt(to);
    if (hyphen !== 0x2d && hyphen !== 0x2010) return null;
    let at = to + 1;
    while (at < limit && isSpace(this.text.charCodeAt(at)) && this.text.charCodeAt(at) !== 0x0a) at++;
    if (at >= limit || this.text.charCodeAt(at) !== 0x0a) return null;
    at++;
    while (at < limit && (this.text[at] === ' ' || this.text[at] === '\t' || this.text[at] === '>')) at++;
    const end = endOfWord(this.text, at, limit);
    return end > at ? { from: at, to: end } : null;
  }
}

/** The end of the letters, marks and digits at `from`; `from` where there are none. */
export function endOfWord(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === 0x5f) {
      // An underscore inside a word is part of it, at its edge it is emphasis.
      if (at === from || !isWordAt(text, at + 1, limit)) break;
      at++;
      continue;
    }
    if (isInvisible(code) && at > from) {
      at++;
      continue;
    }
    if (!isLetter(text, at, code) || ideographLength(text, at, code) > 0) break;
    at += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  }
  return Math.min(at, limit);
}

/** Whether there is a letter of a script with spaces between words at `at`. */
export function isWordAt(text: string, at: number, limit: number): boolean {
  if (at < 0 || at >= limit) return false;
  const code = text.charCodeAt(at);
  return isLetter(text, at, code) && ideographLength(text, at, code) === 0;
}

function folded(word: string): string {
  let highest = 0;
  for (let i = 0; i < word.length; i++) highest = Math.max(highest, word.charCodeAt(i));
  if (highest < 0xad) return word;
  const visible = word.replace(INVISIBLE, '');
  // Compatibility forms (ligatures from PDFs, full-width letters) are from U+FB00 on.
  return highest < 0x300 ? visible : visible.normalize(highest >= 0xfb00 ? 'NFKC' : 'NFC');
}

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

/** Characters that are not displayed: emphasis marks, backslashes before punctuation, invisible ones. */
function isTransparent(text: string, at: number, code: number): boolean {
  if (code === 0x2a || code === 0x5f) return true;
  if (code === 0x5c) return /[!-/:-@[-`{-~]/.test(text.charAt(at + 1));
  return isInvisible(code);
}

function isLetter(text: string, at: number, code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (code >= 0x2010 && code <= 0x205e) return false;
  return LETTER.test(String.fromCodePoint(text.codePointAt(at)!));
}

/**
 * The length of a character of a script without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese);
 * 0 for any other. Hangul is included: Korean has spaces, but its particles follow a name directly.
 */
function ideographLength(text: string, at: number, code: number): number {
  if (code < 0x0e00) return 0;
  if (code >= 0xd800 && code <= 0xdbff) {
    const point = text.codePointAt(at)!;
    return point >= 0x20000 && point <= 0x3ffff ? 2 : 0;
  }
  return (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff66 && code <= 0xff9f) ||
    code <= 0x0eff ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff)
    ? 1
    : 0;
}
