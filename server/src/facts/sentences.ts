/** Ends of sentences, for all scripts with punctuation. */
import type { TextRange } from '../text/range.ts';

/** Abbreviations whose full stop ends no sentence. Single letters (initials) are handled separately. */
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
 * The end of the sentence that contains `from`, after its last punctuation, at most `limit`. `skipped` ranges
 * (sorted: code, citations, notes) are skipped; `from` may be at the end of a sentence.
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

/** Whether the words that end at `to` already end their sentence. */
export function endsWithStop(text: string, from: number, to: number): boolean {
  let at = to - 1;
  while (at >= from && isCloser(text, at)) at--;
  if (at < from || isWord(text.charCodeAt(at))) return false;
  const letter = text.charAt(at);
  if (WIDE_STOPS.includes(letter) || letter === '!' || letter === '?') return true;
  return letter === '.' && !isAbbreviation(text, at, from);
}

function endsSentence(text: string, at: number, limit: number, next: TextRange | undefined): boolean {
  const letter = text.charAt(at);
  if (WIDE_STOPS.includes(letter)) return true;
  if (letter !== '.' && letter !== '!' && letter !== '?') return false;
  const after = closersEnd(text, at + 1, limit);
  const free = after >= limit || isSpace(text, after) || (next !== undefined && next.from === after);
  if (!free) return false;
  if (letter !== '.') return true;
  return !isAbbreviation(text, at, 0) && !continuesInLowerCase(text, after, limit);
}

/** Whether the first word after `at`, if it is near, begins in lower case. */
function continuesInLowerCase(text: string, at: number, limit: number): boolean {
  const end = Math.min(limit, at + 40);
  let next = at;
  while (next < end && isSpace(text, next)) next++;
  if (next >= end) return false;
  const code = text.charCodeAt(next);
  return code < 128 ? code >= 97 && code <= 122 : /\p{Ll}/u.test(text.charAt(next));
}

/** Whether the full stop at `at` belongs to an abbreviation or an initial. */
function isAbbreviation(text: string, at: number, from: number): boolean {
  if (text.charAt(at - 1) === '.') return true;
  const word = wordBefore(text, at, Math.max(from, at - 12));
  if (word === '') return false;
  return /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

/** The letters and full stops directly before `at`, from `from` on. */
function wordBefore(text: string, at: number, from: number): string {
  let start = at;
  while (start > from && isLetterOrStop(text.charCodeAt(start - 1))) start--;
  const isPlain = start === from || text.charCodeAt(start - 1) < 128;
  return isPlain ? text.slice(start, at) : (/[\p{L}.]+$/u.exec(text.slice(from, at))?.[0] ?? '');
}

function closersEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isCloser(text, end)) end++;
  return end;
}

function isCloser(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code !== SPACE && !isWord(code) && CLOSERS.includes(text.charAt(at));
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || (!isWord(code) && /\s/.test(text.charAt(at)));
}

const SPACE = 32;

/** Whether a character is an ASCII letter or digit. */
function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Whether a character is an ASCII letter or full stop. */
function isLetterOrStop(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46;
}
