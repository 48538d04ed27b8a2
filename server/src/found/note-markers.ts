import type { MarkerStyle } from './model.ts';
import type { Prose } from './prose.ts';
import { lastAtMost } from './prose.ts';
import type { TextRange } from '../text/range.ts';

/** A number that may be a note marker, judged by what stands around it. */
export interface MarkerCandidate {
  readonly style: MarkerStyle;
  readonly label: string;
  readonly number: number;
  /** In the document. */
  readonly range: TextRange;
  /** `strong`: behind a word or its punctuation. `weak`: may as well be an exponent or the like. */
  readonly strength: 'strong' | 'weak';
  /** Where the same number heads a line below names: an affiliation, unless the list of notes begins before. */
  readonly twin: number | null;
}

const MARKER =
  /([¹²³⁰⁴-⁹]+)|<sup>\s{0,3}(?:<a [^>\n]{0,200}>)?\s{0,3}\[?(\d{1,3})\]?\s{0,3}(?:<\/a>)?\s{0,3}<\/sup>|\^(\d{1,3})\^|\[(\d{1,3})\]/gi;

const DIGITS = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((letter, value) => [letter, String(value)]));

/** The decimal digits that superscript digits stand for. */
export function plainDigits(superscript: string): string {
  let digits = '';
  for (const letter of superscript) digits += DIGITS.get(letter) ?? '';
  return digits;
}

/**
 * Finds numbers that look like note markers, of every style. Numbers at the head of a line or paragraph
 * (paragraph numbers, definitions), exponents of units and isotopes are left out. Linear in the length of the text.
 */
export function markerCandidates(
  text: string,
  prose: Prose,
  opaque: readonly TextRange[],
): MarkerCandidate[] {
  const found: MarkerCandidate[] = [];
  const heads: { readonly number: number; readonly at: number }[] = [];
  let k = 0;
  MARKER.lastIndex = 0;
  for (let match = MARKER.exec(text); match; match = MARKER.exec(text)) {
    const from = match.index;
    const to = from + match[0].length;
    while (k < opaque.length && opaque[k]!.to <= from) k++;
    const hidden = opaque[k];
    // The tag of a superscript may be opaque itself; a marker within code is none.
    if (hidden && hidden.from < from && hidden.to > from) continue;
    if (hidden && hidden.from === from && (hidden.to > to || match[2] === undefined)) continue;
    const label = match[1] === undefined ? (match[2] ?? match[3] ?? match[4])! : plainDigits(match[1]);
    const number = Number(label);
    if (label.length > 3 || number === 0 || label.startsWith('0')) continue;
    const style =
      match[1] !== undefined
        ? 'superscript'
        : match[2] !== undefined
          ? 'html'
          : match[3] !== undefined
            ? 'caret'
            : 'bracket';
    const judged = style === 'bracket' ? judgeBracket(text, from, to) : judge(prose, text, from, to);
    if (judged === 'head') heads.push({ number, at: from });
    if (judged === 'strong' || judged === 'weak') {
      found.push({ style, label, number, range: { from, to }, strength: judged, twin: null });
    }
  }
  return heads.length ? withTwins(found, heads, text) : found;
}

type Judgement = 'strong' | 'weak' | 'head' | 'no';

/** Units that are raised to a power; a note behind them is rarer than the power. */
const UNIT = /(?:^|[^\p{L}])(?:[kcdmnμµ]?m|km|ft|yd|sq|sec|mol|ha|kg|dB|μg|Hz|eV|Pa|CO|rad)$/u;
const MEASURED = /(?:\d\s?|\/)(?:in|mi|s|h|a|g|J|W|K|A|L)$/;

function judge(prose: Prose, text: string, from: number, to: number): Judgement {
  // Superscript signs and letters: 10⁻³, nᵗʰ, 2ⁿ.
  if (/[⁺⁻⁼⁽⁾ⁿᵃ-ᵿ]/.test(text[from - 1] ?? '') || /[⁺⁻⁼⁽⁾ⁿᵃ-ᵿ]/.test(text[to] ?? '')) return 'no';
  const at = prose.find(from);
  const reach = prose.text.slice(Math.max(0, at - 24), at);
  const begun = reach.lastIndexOf('\n') + 1;
  const before = reach.slice(begun);
  if ((begun > 0 || at <= 24) && /^[\s\-*•·#>+|]*$/.test(before)) return 'head';
  const last = before[before.length - 1]!;
  const next = prose.text[at] ?? '\n';
  if (/\p{L}/u.test(next) && !isIdeograph(next)) return /[\p{L}]/u.test(last) ? 'weak' : 'no';
  if (/\d/.test(next)) return 'no';
  if (/\s/.test(last)) return 'weak';
  // Nobody raises a year to a power; any other number may be.
  if (/\p{N}/u.test(last)) return /(?<!\d)(?:1[5-9]|20)\d\d$/.test(before) ? 'strong' : 'weak';
  if (!/\p{L}/u.test(last)) return /[=+×·/^<>~|\\(]/.test(last) ? 'no' : 'strong';
  if (isIdeograph(last)) return 'strong';
  if (UNIT.test(before) || MEASURED.test(before)) return 'no';
  const word = /\p{L}+$/u.exec(before)![0];
  if (
    word.length === 1 ||
    (word.length === 2 && !/[aeiouyAEIOUY]/.test(word) && !/^\p{Lu}\p{Lu}$/u.test(word))
  )
    return 'weak';
  return 'strong';
}

function judgeBracket(text: string, from: number, to: number): Judgement {
  const before = text[from - 1] ?? '\n';
  const next = text[to] ?? '\n';
  if (/[([{:]/.test(next) || /[\]!\\[]/.test(before)) return 'no';
  const reach = text.slice(Math.max(0, from - 24), from);
  const begun = reach.lastIndexOf('\n') + 1;
  if ((begun > 0 || from <= 24) && /^[\s\-*•>+]*$/.test(reach.slice(begun))) return 'head';
  return /\p{L}/u.test(next) && !isIdeograph(next) ? 'no' : 'strong';
}

function isIdeograph(letter: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter);
}

/**
 * Marks on a short line without a sentence in it whose number heads a line soon after: the names of the authors,
 * and below them where they work. What heads a line may be a note as well; only the list can tell.
 */
function withTwins(
  candidates: readonly MarkerCandidate[],
  heads: readonly { readonly number: number; readonly at: number }[],
  text: string,
): MarkerCandidate[] {
  const starts = heads.map((head) => head.at);
  return candidates.map((candidate) => {
    const at = candidate.range.from;
    let next = lastAtMost(starts, at) + 1;
    while (next < heads.length && starts[next]! < at + 2500 && heads[next]!.number !== candidate.number)
      next++;
    const head = heads[next];
    if (!head || head.at >= at + 2500) return candidate;
    const before = text.slice(Math.max(0, at - 251), at);
    const [after] = text.slice(at, at + 251).split('\n', 1);
    const line = before.slice(before.lastIndexOf('\n') + 1) + after!;
    const isSentence =
      line.length > 250 || /[.?!:。？！：；][\s*_"”’»)\]]*(?:[¹²³⁰⁴-⁹]|<sup>|\^\d|\[\d|$)/.test(line);
    return isSentence ? candidate : { ...candidate, twin: head.at };
  });
}
