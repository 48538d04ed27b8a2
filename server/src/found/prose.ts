import { lastAtMost } from '../text/bisect.ts';
import { characterOf } from '../text/entities.ts';
import { withYearsMended } from './misread-years.ts';
import type { TextRange } from '../text/range.ts';

/** A placeholder in the prose for code, URLs and front matter. */
export const OBJECT = '\uFFFC';

/** What `Prose` needs to know about note markers; see `MarkerForms`. */
export interface MarkersInProse {
  /** Finds what may be removed: markup characters and the first characters of some markers. */
  readonly signsInProse: RegExp;
  /** The end of the marker at an offset that is not a word of its sentence; null if there is none. */
  readonly endLeavingProse: (text: string, at: number) => number | null;
  /** As `endLeavingProse`, for markers that Pandoc's parser reads as markup. */
  readonly endOfMarkup: (text: string, at: number) => number | null;
}

/**
 * The visible text of a document, without emphasis marks, attributes, span brackets, tags, escapes, note
 * markers, or hyphens at line ends. Line ends are kept. Readers search it and translate offsets back.
 */
export class Prose {
  private constructor(
    readonly text: string,
    /** The start of each unchanged stretch, in the prose… */
    private readonly here: readonly number[],
    /** …and in the document. */
    private readonly there: readonly number[],
    /** Ranges in italics or bold, in offsets of the prose, sorted. */
    readonly emphasis: readonly TextRange[],
    private readonly documentLength: number,
    /** Offset of an `OBJECT` in the prose → the end in the document of what it replaces. */
    private readonly objectEnds: ReadonlyMap<number, number>,
  ) {}

  /**
   * Reads `text` without the sorted ranges `opaque`, and without markers that are not words of a sentence. Linear in
   * the length of the text.
   */
  static of(text: string, opaque: readonly TextRange[], markers: MarkersInProse): Prose {
    const writer = new ProseWriter(text, opaque, markers);
    writer.run();
    return new Prose(
      withYearsMended(writer.parts.join('')),
      writer.here,
      writer.there,
      writer.emphasis,
      text.length,
      writer.objectEnds,
    );
  }

  private emphasisStarts: number[] | undefined;

  /** The index in `emphasis` of the range that contains `offset`, or else of the first one after it. */
  emphasisAt(offset: number): number {
    this.emphasisStarts ??= this.emphasis.map((range) => range.from);
    const i = lastAtMost(this.emphasisStarts, offset);
    return i >= 0 && this.emphasis[i]!.to > offset ? i : i + 1;
  }

  /** Whether the character at `offset` is in italics or bold. */
  isEmphasised(offset: number): boolean {
    const range = this.emphasis[this.emphasisAt(offset)];
    return range !== undefined && range.from <= offset;
  }

  /** Converts an offset of the prose to one of the document. */
  at(offset: number): number {
    if (offset >= this.text.length) return this.documentLength;
    const i = lastAtMost(this.here, offset);
    return i < 0 ? 0 : this.there[i]! + (offset - this.here[i]!);
  }

  /** Converts a range of the prose to one of the document. */
  range(from: number, to: number): TextRange {
    if (to <= from) return { from: this.at(from), to: this.at(from) };
    return { from: this.at(from), to: this.objectEnds.get(to - 1) ?? this.at(to - 1) + 1 };
  }

  /** Converts an offset of the document to the first character of the prose at or after it. */
  find(offset: number): number {
    const i = lastAtMost(this.there, offset);
    if (i < 0) return 0;
    const begun = this.here[i]!;
    const length = (this.here[i + 1] ?? this.text.length) - begun;
    return begun + Math.min(offset - this.there[i]!, length);
  }
}

/** Characters at which text may be removed from the prose, besides markers; for a character class. */
export const SIGNS_OF_MARKUP = String.raw`*_\\[\]<&\u00AD\-hw\n`;
const URL_START = /(?:https?:\/\/|www\.)(?=[\p{L}\p{N}])/uy;
const URL_END = /[\s<>"”»|{}]/g;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
const LINE_BROKEN = /-[ \t]{0,8}\n[ \t]{0,8}(?=[\p{L}])/uy;
const CAPITALS_END = /^\p{Lu}{2}$/u;
const CAPITALS = /^\p{Lu}{2}/u;
const WORD = /[\p{L}\p{N}]/u;

const LONGEST_ENTITY = 10;

/** More underscores are a rule, not emphasis. */
const LONGEST_MARK = 3;

class ProseWriter {
  readonly parts: string[] = [];
  readonly here: number[] = [];
  readonly there: number[] = [];
  readonly emphasis: TextRange[] = [];
  readonly objectEnds = new Map<number, number>();
  private length = 0;
  private copied = 0;
  private nextOpaque = 0;
  private emphasisFrom = -1;
  private readonly dropped: ReadonlyMap<number, number>;

  constructor(
    private readonly text: string,
    private readonly opaque: readonly TextRange[],
    private readonly markers: MarkersInProse,
  ) {
    this.dropped = bracketsToDrop(text, opaque);
  }

  run(): void {
    const { text } = this;
    const { signsInProse } = this.markers;
    let i = 0;
    let next = -1;
    while (i < text.length) {
      // Searched again only after it was passed, since there may be many opaque ranges before it.
      if (next < i) {
        signsInProse.lastIndex = i;
        next = signsInProse.exec(text)?.index ?? text.length;
      }
      const opaque = this.opaqueFrom(i);
      if (opaque && opaque.from <= next) i = this.passOpaque(opaque, i);
      else if (next === text.length) break;
      else i = this.pass(next);
    }
    this.copyTo(text.length);
  }

  /** The next opaque range that ends after `offset`. */
  private opaqueFrom(offset: number): TextRange | undefined {
    while (this.nextOpaque < this.opaque.length && this.opaque[this.nextOpaque]!.to <= offset)
      this.nextOpaque++;
    return this.opaque[this.nextOpaque];
  }

  private passOpaque(range: TextRange, offset: number): number {
    const from = Math.max(range.from, offset);
    const marker = this.markers.endOfMarkup(this.text, from);
    if (marker !== null) return this.skip(from, marker);
    const first = this.text[from];
    const isMarkup =
      first === '{' || (first === '<' && !/^<(?:https?|mailto|www)/i.test(this.text.slice(from, from + 8)));
    return this.skip(from, range.to, isMarkup ? '' : OBJECT);
  }

  private pass(i: number): number {
    const { text } = this;
    switch (text[i]) {
      case '*':
      case '_':
        return this.passEmphasis(i);
      case '\\':
        if (!ASCII_PUNCTUATION.test(text[i + 1] ?? '')) return i + 1;
        this.skip(i, i + 1);
        return i + 2;
      case '[':
      case ']': {
        const end = this.dropped.get(i);
        return end === undefined ? this.passMarker(i) : this.skip(i, end);
      }
      case '<':
        return this.urlAt(i + 1) ? this.passUrl(i + 1) : this.passMarker(i);
      case '&':
        return this.passEntity(i);
      case '\u00AD':
        return this.skip(i, text[i + 1] === '\n' ? i + 2 : i + 1);
      case '-':
        return this.passHyphen(i);
      case '\n':
        return this.passLineEnd(i);
      case 'h':
      case 'w':
        return this.passUrl(i);
      case undefined:
      default:
        return this.passMarker(i);
    }
  }

  private passMarker(i: number): number {
    const end = this.markers.endLeavingProse(this.text, i);
    return end === null ? i + 1 : this.skip(i, end);
  }

  private passEmphasis(i: number): number {
    const { text } = this;
    const mark = text[i]!;
    let end = i + 1;
    while (text[end] === mark) end++;
    // ‘______. Looms’: a rule for the author of the entry above.
    if (mark === '_' && end - i > LONGEST_MARK) return end;
    const before = text[i - 1] ?? '\n';
    const after = text[end] ?? '\n';
    // The same with two or three lines, ‘___. 2013.’: nothing emphasised begins with a stop and a space.
    if (mark === '_' && end - i > 1 && /\s/.test(before) && /^[.,:]\s/.test(text.slice(end, end + 2)))
      return end;
    if (/\s/.test(before) && /\s/.test(after)) return end;
    if (WORD.test(before) && WORD.test(after) && (mark === '_' || this.emphasisFrom < 0)) return end;
    this.skip(i, end);
    const opens = /\s/.test(before) || (!/\s/.test(after) && this.emphasisFrom < 0);
    if (opens && !/\s/.test(after)) this.emphasisFrom = this.length;
    else if (this.emphasisFrom >= 0) {
      this.emphasis.push({ from: this.emphasisFrom, to: this.length });
      this.emphasisFrom = -1;
    }
    return end;
  }

  /** ‘Weaver &amp; Dyer’, ‘p.&nbsp;12’, as a conversion of HTML may have left them. */
  private passEntity(i: number): number {
    const begun = this.text.slice(i, i + LONGEST_ENTITY);
    const entity = begun.slice(0, begun.indexOf(';') + 1);
    const sign = characterOf(entity);
    return sign === null ? i + 1 : this.skip(i, i + entity.length, sign);
  }

  private passHyphen(i: number): number {
    LINE_BROKEN.lastIndex = i;
    if (!LINE_BROKEN.test(this.text)) return i + 1;
    const end = LINE_BROKEN.lastIndex;
    // ‘WEA-⏎VER’: whether the hyphen is of the name cannot be seen.
    if (
      CAPITALS_END.test(this.text.slice(Math.max(0, i - 2), i)) &&
      CAPITALS.test(this.text.slice(end, end + 2))
    )
      return this.skip(i + 1, end);
    if (!/\p{Ll}/u.test(this.text[i - 1] ?? '')) return i + 1;
    // A capital after the break: the hyphen belongs to a double name.
    return /\p{Ll}/u.test(this.text[end]!) ? this.skip(i, end) : this.skip(i + 1, end);
  }

  /** A blank line within a sentence, as between all lines of a double-spaced thesis, separates nothing. */
  private passLineEnd(i: number): number {
    const { text } = this;
    const next = text.charCodeAt(i + 1);
    // Emphasis ends with its paragraph.
    if (next === 10) this.emphasisFrom = -1;
    if (next !== 10 && next !== 32 && next !== 9 && next !== 12) return i + 1;
    BLANK_LINE.lastIndex = i;
    if (!BLANK_LINE.test(text)) return i + 1;
    const end = BLANK_LINE.lastIndex;
    return goesOn(text.slice(Math.max(0, i - LEAST_LINE), i), text.slice(end, end + 12))
      ? this.skip(i, end, '\n')
      : i + 1;
  }

  private passUrl(i: number): number {
    if (!this.urlAt(i)) return i + 1;
    URL_END.lastIndex = i;
    let end = URL_END.exec(this.text)?.index ?? this.text.length;
    while (end > i + 8 && /[.,;:)\]'*]/.test(this.text[end - 1]!)) end--;
    return this.skip(i, end, OBJECT);
  }

  private urlAt(i: number): boolean {
    if (i > 0 && WORD.test(this.text[i - 1]!)) return false;
    URL_START.lastIndex = i;
    return URL_START.test(this.text);
  }

  /** Replaces `[from, to)` by `instead`, and returns `to`. */
  private skip(from: number, to: number, instead = ''): number {
    this.copyTo(from);
    if (instead) {
      this.objectEnds.set(this.length, to);
      this.here.push(this.length);
      this.there.push(from);
      this.parts.push(instead);
      this.length += instead.length;
    }
    this.copied = to;
    return to;
  }

  private copyTo(to: number): void {
    if (to <= this.copied) return;
    this.here.push(this.length);
    this.there.push(this.copied);
    this.parts.push(this.text.slice(this.copied, to));
    this.length += to - this.copied;
    this.copied = to;
  }
}

const BLANK_LINE = /\n[ \t\f]{0,80}\n(?:[ \t\f]{0,80}\n)?[ \t]{0,80}(?=\p{L})/uy;
/** Longer lines are no headings. */
const LEAST_LINE = 40;
const WANTS_MORE =
  /(?:[,;(&]|(?<!\p{L})(?:and|und|et|y|e|of|by|in|the|see|from|with|von|vom|der|die|das|den|dem|bei|nach|de|du|des|la|le|to|a|an|for|on|at|as|that))\s*$/iu;
const PARTICLE = /^(?:v[ao]n|de[rnl]?|d[aiu]|al|el|ten|ter|la|le)(?!\p{L})/u;

/** Whether a sentence continues from one line to the next. */
function goesOn(before: string, after: string): boolean {
  if (before.length < LEAST_LINE || before.includes('\n')) return false;
  if (WANTS_MORE.test(before)) return true;
  return /\p{Ll}\s*$/u.test(before) && /^\p{Ll}/u.test(after) && !PARTICLE.test(after);
}

const LINK_TARGET = /^\((?:https?:|mailto:|www\.|#|\.{0,2}\/)/i;

/**
 * The brackets of spans and links, `offset of a bracket → where reading continues`: after a closing bracket its
 * attributes or link target are removed too. Unmatched brackets and editorial brackets are kept.
 */
function bracketsToDrop(text: string, opaque: readonly TextRange[]): Map<number, number> {
  const dropped = new Map<number, number>();
  const open: number[] = [];
  const brackets = /[[\]]|\n[ \t]*\n/g;
  let k = 0;
  let brace = -1;
  for (let found = brackets.exec(text); found; found = brackets.exec(text)) {
    const i = found.index;
    while (k < opaque.length && opaque[k]!.to <= i) k++;
    if (found[0] === '[') {
      if (!inside(opaque[k], i)) open.push(i);
    } else if (found[0] !== ']') open.length = 0;
    else if (!inside(opaque[k], i)) {
      const from = open.pop();
      if (from === undefined) continue;
      const next = text[i + 1];
      if (next !== '{' && next !== '(') continue;
      const behind = opaque[k];
      let end = -1;
      if (behind && (behind.from === i + 1 || (next === '(' && behind.from === i + 2))) {
        end = behind.from === i + 2 && text[behind.to] === ')' ? behind.to + 1 : behind.to;
      } else if (next === '{') {
        if (brace < i) brace = text.indexOf('}', i);
        if (brace < 0) brace = text.length;
        if (brace < i + 1000 && /^\{[.#:\w]/.test(text.slice(i + 1, i + 3))) end = brace + 1;
      } else if (LINK_TARGET.test(text.slice(i + 1, i + 12))) {
        const close = text.slice(i, i + 2000).indexOf(')');
        if (close > 0) end = i + close + 1;
      }
      if (end < 0) continue;
      dropped.set(from, from + 1);
      dropped.set(i, Math.min(end, text.length));
    }
  }
  return dropped;
}

function inside(range: TextRange | undefined, offset: number): boolean {
  return range !== undefined && range.from <= offset && offset < range.to;
}
