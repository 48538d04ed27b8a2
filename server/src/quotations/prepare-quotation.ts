import { WITHIN_PAGE_MARK } from '../pages/page-marks.ts';
import { characterOf, ENTITIES } from '../text/entities.ts';
import type { TextRange } from '../text/range.ts';
import { DASH, foldCharacter, isWordUnit, LIGATURE, QUOTE } from './characters.ts';
import { attributesEnd, merged } from './cuts.ts';
import { foldText } from './fold.ts';
import { isOfLineBlock, tagEnd } from './markup.ts';
import { denies } from './negation.ts';
import type { FoldedText, GapKind, PreparedQuotation, QuotationPart } from './model.ts';

const ELLIPSIS = /(?:\.[ \u00a0]){2,5}\.|\.{3,9}|\u2026{1,3}/y;
const IN_PARENTHESES = /\((?:(?:\.[ \u00a0]?){3,5}|\u2026)\)/y;
const ELLIPSIS_ALONE = /^[\s.\u2026]*(?:\.\s?\.\s?\.|\u2026)[\s.\u2026]*$/;
/** Remarks of the person who quotes, which stand for no word of the source. */
const REMARK =
  /^(?:sic\b[^\]\p{L}]{0,2}|recte[^\]]{0,40}|!|\?|(?:my|our|original|author['’]s) (?:emphas[ie]s|italics)|(?:emphas[ie]s|italics) (?:mine|ours|added|supplied|(?:is |are )?(?:mine|ours)|(?:is )?in (?:the )?original|removed)|(?:Hervorhebung|Herv\.|Hervorh\.)[^\]]{0,40}|Kursivierung[^\]]{0,30}|(?:c['’]est nous|c['’]est moi) qui soulign[^\]]{0,10}|nous soulignons|je souligne|souligné par [^\]]{0,30}|corsivo mio|(?:la )?(?:enfasis|énfasis) (?:es )?(?:mía|mío|añadido|nuestro)|(?:las? )?cursivas? (?:es )?(?:mías?|nuestras?|añadidas?)|grifos? (?:meus?|nossos?|d[oa] autora?)|itálicos? (?:meus?|nossos?)|destaques? (?:meus?|nossos?))$/iu;
/** The end of a line of verse, of a title page or of an inscription, `the sea / and the shore`. */
const END_OF_LINE = /(?<=\s)\/{1,2}(?=\s)/y;
/** Who speaks, within the marks, as in French: `« …, écrit-elle, … »`, `« …, note Anne Morel, … »`. */
const SPEAKER =
  /,\s(?:\p{Ll}{2,14}(?:-t)?-(?:ils?|elles?|on|je)|(?:écri(?:t|vait|vit)|dit|disait|note|notait|ajoute|ajoutait|explique|expliquait|affirme|affirmait|observe|observait|remarque|remarquait|précise|précisait|poursuit|souligne|soulignait|conclut|rappelle)(?:\s(?:encore|aussi|ainsi))?\s\p{Lu}[\p{L}\p{M}.’'-]*(?:\s\p{Lu}[\p{L}\p{M}.’'-]*){0,3}),/uy;
/** Up to the stroke of the second line of verse, of which the first stroke is no part of the quotation. */
const FIRST_LINE = /^[^\n|]+\n[ \t>]*(?=\|)/;
/** A tag that ends a line, and a blank that is written as an entity. */
const BLANK = /<\/?(?:br|p|div|hr)\b[^<>]{0,80}>|&(?:nbsp|#160|#xa0|ensp|emsp|thinsp);/iy;
const IN_ROUND = /\(([^()[\]]{1,60})\)/y;
const CODE = /(?<!`)(`{1,4})(?!`)([^`]{1,300}?)\1(?!`)/y;
const MARKER = new RegExp(String.raw`^\^|^\d{1,3}$|^sic\b|^${WITHIN_PAGE_MARK}$`, 'i');
const CITATION = /(?:^|[\s;([-])@[\p{L}\p{N}_{]/u;
/** Longer brackets, in UTF-16 units, are the author's own and no interpolation. */
const LONGEST_BRACKET = 300;
const LONGEST_NOTE = 3000;
/** A longer quotation, in UTF-16 units or parts, is truncated. */
const LONGEST_QUOTATION = 30_000;
const MOST_PARTS = 64;

/** An insertion of the person who quotes between words of the source. */
interface Break extends TextRange {
  readonly kind: GapKind;
}

/**
 * Splits a quotation at its ellipses, interpolations, `[sic]`s, note markers and citations, and folds the
 * parts. Outer quotation marks and final punctuation, which may belong to the quoting sentence, are ignored.
 * `written` may contain markup: spans, links, emphasis. `writesSharpS`: whether the text around it writes `ß` anywhere.
 */
export function prepareQuotation(written: string, writesSharpS = true): PreparedQuotation {
  const text = withoutOuterBracket(written.slice(0, LONGEST_QUOTATION));
  const { breaks, cuts } = takeApart(text);
  const parts: QuotationPart[] = [];
  let before: GapKind = 'none';
  let from = 0;
  const lastWord = endOfWords(text, breaks);
  for (const gap of [...breaks, { from: text.length, to: text.length, kind: 'none' as const }]) {
    // After the last words there may be a citation or note.
    const isLast = gap.from >= lastWord;
    const folded = foldPart(text, { from, to: gap.from }, cuts, {
      from: parts.length === 0 || before === 'ellipsis',
      to: isLast || gap.kind === 'ellipsis',
    });
    if (hasWord(folded.key) && parts.length < MOST_PARTS) {
      parts.push({ folded, before });
      before = gap.kind;
    } else {
      before = wider(before, gap.kind);
      // Punctuation alone is not searched for, but something may be in its place.
      if (folded.key !== '') before = wider(before, 'interpolation');
    }
    from = gap.to;
  }
  return {
    ...quotedWords(text, [...cuts, ...breaks.filter(({ kind }) => kind === 'none')]),
    parts,
    after: before,
    ...(writesSharpS ? {} : { isWithoutSharpS: true }),
  };
}

/** Without a bracket at the end that was opened before the quotation. */
function withoutOuterBracket(text: string): string {
  const close = /[\])](?=[\s.,;]{0,4}$)/.exec(text.slice(-8))?.[0];
  if (close === undefined) return text;
  const count = (bracket: string): number => text.split(bracket).length;
  const open = close === ']' ? '[' : '(';
  return count(close) > count(open) ? text.slice(0, text.lastIndexOf(close)) : text;
}

/** The end of the last words outside breaks. */
function endOfWords(text: string, breaks: readonly Break[]): number {
  let end = text.length;
  for (let i = breaks.length - 1; i >= 0 && !/[\p{L}\p{N}]/u.test(text.slice(breaks[i]!.to, end)); i--)
    end = breaks[i]!.from;
  return end;
}

/** The quotation without markup, outer quotation marks and final punctuation, and the map to the text as written. */
function quotedWords(text: string, cuts: readonly TextRange[]): Pick<PreparedQuotation, 'text' | 'runs'> {
  let words = '';
  let done = 0;
  const kept: { at: number; written: TextRange }[] = [];
  const keep = (upTo: number): void => {
    if (upTo > done) kept.push({ at: words.length, written: { from: done, to: upTo } });
    words += text.slice(done, Math.max(done, upTo));
  };
  const entities = [...text.matchAll(ENTITIES)].map(({ 0: entity, index }) => ({
    from: index,
    to: index + entity.length,
  }));
  for (const { from, to } of merged([...cuts, ...entities])) {
    if (isCaseChange(text, from, to)) continue;
    keep(from);
    done = Math.max(done, to);
    if (isBlankAt(text, from)) words += words.endsWith(' ') ? '' : ' ';
    else words += characterOf(text.slice(from, to)) ?? '';
  }
  keep(text.length);
  let [from, to] = [0, words.length];
  while (from < to && isEdge(words.charCodeAt(from), true) && words[from] !== '.') from++;
  while (to > from && isEnd(words.charCodeAt(to - 1), true) && !words.endsWith('..', to)) to--;
  const runs = kept.flatMap(({ at, written }) => {
    const start = Math.max(at, from);
    const end = Math.min(at + written.to - written.from, to);
    if (start >= end) return [];
    return [{ at: start - from, written: { from: written.from + start - at, to: written.from + end - at } }];
  });
  return { text: words.slice(from, to), runs };
}

/** Whether a cut is a bracket around a letter whose case was changed; the letter is displayed. */
function isCaseChange(text: string, from: number, to: number): boolean {
  return (
    to === from + 1 &&
    (/^\[\p{L}\]\p{Ll}/u.test(text.slice(from, from + 6)) ||
      /\p{L}\]$/u.test(text.slice(Math.max(0, to - 3), to)))
  );
}

const WIDTH: readonly GapKind[] = ['none', 'letters', 'interpolation', 'denial', 'ellipsis'];

function wider(a: GapKind, b: GapKind): GapKind {
  return WIDTH.indexOf(a) > WIDTH.indexOf(b) ? a : b;
}

function takeApart(text: string): { breaks: Break[]; cuts: TextRange[] } {
  const breaks: Break[] = [];
  const cuts: TextRange[] = [];
  const second = FIRST_LINE.exec(text)?.[0].length;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 2;
    else if (code === 0x5b) {
      const close = closingBracket(text, at);
      if (close === null) {
        at++;
        continue;
      }
      const end = attributesEnd(text, close + 1);
      if (end !== null) {
        cuts.push({ from: at, to: at + 1 }, { from: close, to: end });
        at++;
      } else {
        const taken = bracket(text, at, close);
        if (taken) breaks.push(taken);
        at = taken ? close + 1 : at + 1;
      }
    } else if (code === 0x5e && text.charCodeAt(at + 1) === 0x5b) {
      // A note of the writer.
      const close = closingBracket(text, at + 1, LONGEST_NOTE);
      if (close !== null) breaks.push({ from: at, to: close + 1, kind: 'none' });
      at = close === null ? at + 2 : close + 1;
    } else if (code === 0x60) {
      const end = codeCuts(text, at, cuts);
      at = end ?? at + 1;
    } else if (code === 0x2f) {
      END_OF_LINE.lastIndex = at;
      const isMark = END_OF_LINE.test(text);
      if (isMark) breaks.push({ from: at, to: END_OF_LINE.lastIndex, kind: 'none' });
      at = isMark ? END_OF_LINE.lastIndex : at + 1;
    } else if (code === 0x3c || code === 0x26) {
      const isBlank = isBlankAt(text, at);
      const end = isBlank ? BLANK.lastIndex : code === 0x3c ? tagEnd(text, at) : null;
      if (isBlank) breaks.push({ from: at, to: BLANK.lastIndex, kind: 'none' });
      else if (end !== null) cuts.push({ from: at, to: end });
      at = end ?? at + 1;
    } else if (code === 0x7c) {
      if (at === second || isOfLineBlock(text, at)) cuts.push({ from: at, to: at + 1 });
      at++;
    } else if (code === 0x2c) {
      SPEAKER.lastIndex = at;
      const speaks = SPEAKER.test(text);
      // The source may have it too, as a tale does.
      if (speaks) breaks.push({ from: at, to: SPEAKER.lastIndex, kind: 'interpolation' });
      at = speaks ? SPEAKER.lastIndex : at + 1;
    } else if (code === 0x28 && isRemark(text, at)) {
      breaks.push({ from: at, to: IN_ROUND.lastIndex, kind: 'none' });
      at = IN_ROUND.lastIndex;
    } else if (code === 0x2e || code === 0x2026 || code === 0x28) {
      const pattern = code === 0x28 ? IN_PARENTHESES : ELLIPSIS;
      pattern.lastIndex = at;
      if (pattern.test(text)) {
        breaks.push({ from: at, to: pattern.lastIndex, kind: 'ellipsis' });
        at = pattern.lastIndex;
      } else at++;
    } else at++;
  }
  return { breaks, cuts: withCaseLetters(text, cuts).sort((a, b) => a.from - b.from) };
}

function inLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function isBlankAt(text: string, at: number): boolean {
  BLANK.lastIndex = at;
  return BLANK.test(text);
}

function isRemark(text: string, at: number): boolean {
  IN_ROUND.lastIndex = at;
  const match = IN_ROUND.exec(text);
  return match !== null && REMARK.test(inLine(match[1]!));
}

/** Cuts the backticks of code at `at`. Returns its end, or null where there is none. */
function codeCuts(text: string, at: number, cuts: TextRange[]): number | null {
  CODE.lastIndex = at;
  const match = CODE.exec(text);
  if (!match) return null;
  const { length } = match[1]!;
  const end = at + match[0].length;
  cuts.push({ from: at, to: at + length }, { from: end - length, to: end });
  return end;
}

/**
 * A single letter in brackets at the start of a word only changed its case: the brackets are cut, the letter
 * is kept.
 */
function withCaseLetters(text: string, cuts: TextRange[]): TextRange[] {
  for (const match of text.matchAll(/\[\p{L}\](?=\p{Ll})/gu))
    if (match.index === 0 || !isWordAt(text, match.index - 1)) {
      const close = match.index + match[0].length - 1;
      cuts.push({ from: match.index, to: match.index + 1 }, { from: close, to: close + 1 });
    }
  return cuts;
}

function closingBracket(text: string, open: number, longest = LONGEST_BRACKET): number | null {
  let depth = 0;
  for (let at = open; at < text.length && at - open < longest; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b) depth++;
    else if (code === 0x5d && --depth === 0) return at;
  }
  return null;
}

/** The meaning of a bracket in a quotation; null for a changed case. */
function bracket(text: string, open: number, close: number): Break | null {
  const inside = inLine(text.slice(open + 1, close));
  const range = { from: open, to: close + 1 };
  if (ELLIPSIS_ALONE.test(inside)) return { ...range, kind: 'ellipsis' };
  if (REMARK.test(inside)) return { ...range, kind: 'none' };
  if (inside === '' || MARKER.test(inside) || CITATION.test(inside)) return { ...range, kind: 'none' };
  const wordBefore = isWordAt(text, open - 1);
  const wordAfter = isWordAt(text, close + 1);
  if (!wordBefore && wordAfter && /^\p{L}$/u.test(inside)) return null;
  if (wordBefore || wordAfter) return { ...range, kind: 'letters' };
  return { ...range, kind: denies(inside, null) ? 'denial' : 'interpolation' };
}

function isWordAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const folded = foldCharacter(text.charCodeAt(at));
  return folded === LIGATURE || (folded > 0 && isWordUnit(folded));
}

function foldPart(
  text: string,
  range: TextRange,
  cuts: readonly TextRange[],
  loose: { from: boolean; to: boolean },
): FoldedText {
  let { from, to } = range;
  // A dash at the start or end of a part may belong to the quoting sentence.
  while (from < to && isEdge(text.charCodeAt(from), loose.from)) from++;
  while (to > from && isEnd(text.charCodeAt(to - 1), loose.to)) to--;
  return foldText(text, [{ from, to, barrier: false }], cuts);
}

/**
 * Characters trimmed from the ends: white space and emphasis; at loose ends also what an editor may change:
 * quotation marks, dashes, `. , ; :`.
 */
function isEdge(code: number, loose: boolean): boolean {
  if (code === 0x2a || code === 0x5f || code === 0x20 || code === 0x0a || code === 0xa0) return true;
  if (!loose) return false;
  const folded = foldCharacter(code);
  return folded === QUOTE || folded === DASH || code === 0x2e || [0x2e, 0x2c, 0x3b, 0x3a].includes(folded);
}

/** As `isEdge`, at the end: a question or exclamation mark may belong to the quoting sentence. */
function isEnd(code: number, loose: boolean): boolean {
  return isEdge(code, loose) || (loose && QUESTIONS.includes(code));
}

const QUESTIONS = [0x3f, 0x21, 0xff1f, 0xff01];

function hasWord(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (isWordUnit(code) || code >= 0x2e80) return true;
  }
  return false;
}
