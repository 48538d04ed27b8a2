/** Where sentences end, for texts in any script that marks it. */
import type { TextRange } from '../text/range.ts';

/** Words whose full stop ends no sentence. Single letters (initials) are left out: every one counts. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `p pp cf al et vol vols no nos ed eds e.g i.e viz vs ibid op cit loc id n nn ch chs chap chaps sec secs art arts
   fig figs tab para paras par pt pts bk trans transl rev repr ca c fl d b r st sr jr dr prof mr mrs ms messrs rt hon
   gen col capt lt sgt gov sen rep etc approx dept univ assn bros co corp inc ltd jan feb mar apr jun jul aug sept sep
   oct nov dec vgl bzw z.b d.h u.a s bd bde hg hrsg aufl jg nr abb anm ebd t tome suppl fol fols l ll v vv esp resp
   incl ms mss bibl tr introd fasc ser ders dies sc app supp ff f sq sqq seq`.split(/\s+/),
);

const WIDE_STOPS = '。！？｡';
const CLOSERS = '”’"\'»)]}」』）】›*_';

/**
 * The end of the sentence that the text at `from` belongs to, behind its last mark, not past `limit`. What
 * lies in `skipped` (sorted: code, citations, notes) is passed over; `from` may lie at the end of a sentence.
 */
export function sentenceEnd(
  text: string,
  from: number,
  limit: number,
  skipped: readonly TextRange[],
): number {
  let index = 0;
  for (let at = from; at < limit; at++) {
    while (index < skipped.length && skipped[index]!.to <= at) index++;
    const skip = skipped[index];
    if (skip && skip.from <= at) {
      at = skip.to - 1;
      continue;
    }
    if (!mayEndSentence(text.charCodeAt(at))) continue;
    if (endsSentence(text, at, limit, skip)) return closersEnd(text, at + 1, limit);
  }
  return limit;
}

/** Whether the character is one of `.!?` and `WIDE_STOPS`. */
function mayEndSentence(code: number): boolean {
  if (code < 128) return code === 46 || code === 33 || code === 63;
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61;
}

/** Whether the words that end at `to` are already the end of their sentence. */
export function endsWithStop(text: string, from: number, to: number): boolean {
  let at = to - 1;
  while (at >= from && CLOSERS.includes(text.charAt(at))) at--;
  if (at < from) return false;
  const letter = text.charAt(at);
  if (WIDE_STOPS.includes(letter) || letter === '!' || letter === '?') return true;
  return letter === '.' && !isAbbreviation(text, at, from);
}

function endsSentence(text: string, at: number, limit: number, next: TextRange | undefined): boolean {
  const letter = text.charAt(at);
  if (WIDE_STOPS.includes(letter)) return true;
  if (letter !== '.' && letter !== '!' && letter !== '?') return false;
  const after = closersEnd(text, at + 1, limit);
  const follows = text.charAt(after);
  const free = after >= limit || /\s/.test(follows) || (next !== undefined && next.from === after);
  if (!free) return false;
  if (letter === '.' && isAbbreviation(text, at, 0)) return false;
  const word = /^\s*(\S)/.exec(text.slice(after, Math.min(limit, after + 40)))?.[1];
  return word === undefined || !/\p{Ll}/u.test(word) || letter !== '.';
}

/** Whether the full stop at `at` belongs to an abbreviation or an initial. */
function isAbbreviation(text: string, at: number, from: number): boolean {
  if (text.charAt(at - 1) === '.') return true;
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(from, at - 12), at))?.[0] ?? '';
  if (word === '') return false;
  return /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

function closersEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && CLOSERS.includes(text.charAt(end))) end++;
  return end;
}
