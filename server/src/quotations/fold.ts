import type { TextRange } from '../text/range.ts';
import {
  COMBINING,
  DASH,
  DROPPED,
  foldCharacter,
  isSpaceless,
  LIGATURE,
  ligatureLetters,
  LINE_END,
  QUOTE,
  SPACE,
  SPECIAL,
  SUPERSCRIPT,
} from './characters.ts';
import { KeyBuilder } from './key-builder.ts';
import { lineOpening, markupAt, parts } from './markup.ts';
import type { FoldedText } from './model.ts';
import { isTellingSharpS, TELLING } from './sharp-s.ts';
import { bisect } from '../text/bisect.ts';

/** A range of text to be folded. After a piece with `barrier` nothing matches across. */
export interface FoldedPiece extends TextRange {
  readonly barrier: boolean;
}

/**
 * Folds `pieces` of `text`, one after another, into a key. `cuts` (sorted and disjoint) are left out, as is
 * markup that needs no parser: emphasis, escapes, entities, tags, note markers, and the marks of lists,
 * headings and block quotations.
 */
export function foldText(
  text: string,
  pieces: readonly FoldedPiece[],
  cuts: readonly TextRange[],
): FoldedText {
  const key = new KeyBuilder(
    text,
    pieces.reduce((sum, { from, to }) => sum + to - from, 0),
  );
  for (const piece of pieces) {
    foldPiece(text, piece, cuts, key);
    if (piece.barrier) key.barrier();
  }
  return key.finish();
}

function firstCutFrom(cuts: readonly TextRange[], offset: number): number {
  return bisect(cuts.length, (i) => cuts[i]!.to > offset);
}

function foldPiece(text: string, piece: TextRange, cuts: readonly TextRange[], key: KeyBuilder): void {
  let next = firstCutFrom(cuts, piece.from);
  let cutAt = cuts[next]?.from ?? Infinity;
  let at = piece.from;
  let inList = false;
  let atLineStart = at === 0 || text.charCodeAt(at - 1) === 10;
  let bulletsCount = true;
  while (at < piece.to) {
    if (at >= cutAt) {
      const cut = cuts[next++]!;
      cutAt = cuts[next]?.from ?? Infinity;
      if (cut.to <= at) continue;
      const left = text.slice(at, cut.to);
      if (left.includes('\n')) key.lineEnd(at);
      else if (parts(left)) key.space(at);
      atLineStart = text.charCodeAt(cut.to - 1) === 10;
      at = cut.to;
      continue;
    }
    if (atLineStart) {
      atLineStart = false;
      const opening = lineOpening(text, at, inList || bulletsCount);
      inList ||= opening.bullet;
      const end = Math.min(opening.to, piece.to);
      if (end > at) {
        key.space(at);
        at = end;
        continue;
      }
    }
    const code = text.charCodeAt(at);
    const folded = foldCharacter(code);
    if (folded > 0) {
      key.character(folded, at, isSpaceless(code));
      at++;
      continue;
    }
    switch (folded) {
      case SPACE:
        key.space(at++);
        break;
      case LINE_END: {
        key.lineEnd(at++);
        atLineStart = true;
        bulletsCount = at < 2 || endsSentence(text.charCodeAt(at - 2));
        if (text.charCodeAt(at) === 10) inList = inList && continuesList(text, at + 1);
        break;
      }
      case DASH:
        key.dash(code, at++);
        break;
      case QUOTE:
        at = foldQuote(text, at, code, key);
        break;
      case COMBINING:
        key.combine(code);
        at++;
        break;
      case LIGATURE:
        for (const letter of isTellingSharpS(text, at) ? TELLING : ligatureLetters(code))
          key.character(letter.charCodeAt(0), at, false);
        at++;
        break;
      case SUPERSCRIPT:
        at = markupAt(text, at, piece.to).to;
        break;
      case SPECIAL: {
        const markup = markupAt(text, at, piece.to);
        if (markup.emit >= 0) key.fold(markup.emit, at);
        at = Math.max(markup.to, at + 1);
        break;
      }
      case DROPPED:
        at++;
        break;
    }
  }
}

/** Line ends, `. : ; ? ! ) > "` and similar characters. */
const SENTENCE_ENDS = new Set([0x0a, 0x2e, 0x3a, 0x3b, 0x3f, 0x21, 0x29, 0x3e, 0x22, 0x2019, 0x201d]);

/** Whether a line that ends with `code` is blank, or ends a sentence, so that a list item may follow. */
function endsSentence(code: number): boolean {
  return SENTENCE_ENDS.has(code);
}

/** Whether a list continues after a blank line: with another item or an indented paragraph. */
function continuesList(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09 || code === 0x2d || code === 0x2a || code === 0x2b;
}

/** Folds a guillemet. Its neighbours decide whether a space next to it belongs to it. */
function foldQuote(text: string, at: number, code: number, key: KeyBuilder): number {
  const before = at === 0 ? 0x20 : text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (code === 0xab || code === 0x2039) {
    key.quote(at, false);
    if (isWhite(before) || before === 0x28) return pastSpaces(text, at + 1);
    return at + 1;
  }
  if (code === 0xbb || code === 0x203a) {
    key.quote(at, isWhite(before) && !(after > 0x2f && !isWhite(after) && !isClosing(after)));
    return at + 1;
  }
  key.quote(at, false);
  // TeX's '' and `` are one quotation mark.
  return (code === 0x27 || code === 0x60) && after === code ? at + 2 : at + 1;
}

function isWhite(code: number): boolean {
  const folded = foldCharacter(code);
  return folded === SPACE || folded === LINE_END;
}

function isClosing(code: number): boolean {
  return foldCharacter(code) === QUOTE || code === 0x3a || code === 0x3b || code === 0x3f || code === 0x5d;
}

function pastSpaces(text: string, at: number): number {
  let end = at;
  while (end < text.length && foldCharacter(text.charCodeAt(end)) === SPACE) end++;
  return end;
}
