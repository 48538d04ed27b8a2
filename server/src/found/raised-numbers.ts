/** Superscript numbers: Unicode superscripts, tags, carets. */
import type { Judgement, MarkerPlace } from './marker-form.ts';

/** The superscript digits, for a character class. */
export const RAISED_DIGITS = '¹²³⁰⁴-⁹';

const DIGITS = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit, value) => [digit, String(value)]));

/** The maximum number of digits; a longer run is no note number, and is not read to its end. */
const MOST_DIGITS = 8;

/** Converts superscript digits to decimal digits; of a long run only the first few, still too many for a note. */
export function plainDigits(raised: string): string {
  let digits = '';
  for (const digit of raised.slice(0, MOST_DIGITS)) digits += DIGITS.get(digit) ?? '';
  return digits;
}

/** Units that take exponents; an exponent is likelier after them than a note. */
const UNIT = /(?:^|[^\p{L}])(?:[kcdmnμµ]?m|km|ft|yd|sq|sec|mol|ha|kg|dB|μg|Hz|eV|Pa|CO|rad)$/u;
const MEASURED = /(?:\d\s?|\/)(?:in|mi|s|h|a|g|J|W|K|A|L)$/;

/** Letters that stand for quantities, *R²*, *x²*, *χ²*; but not *hepatitis B* or *vitamin C*. */
const VARIABLE = /^(?:[FMNP-TX-Zfmnp-tx-z]|\p{Script=Greek})$/u;

/** What follows a power of ten: a unit, or an operator, as in `10² s`, `10¹⁷-10²⁰`, `10³ × 10⁴`. */
const SCALED =
  /^(?:\s?(?:[kcdmnμµMG]?(?:m|s|g|h|J|W|K|A|L|V|N|Hz|eV|Pa|mol|pc|yr|bp|Å)(?!\p{L})|[×·⋅*/%°])|[-–—/]\d)/u;

/** ‘<sup>7</sup><sup>–</sup>’, where each sign of a range has tags of its own, as ‘<sup>7</sup><sup>),(</sup>’ in SciELO’s. */
const GOES_ON = /\d\s?<\/sup>\s?<sup>\s?\)?[-–—,;]\(?\s?<\/sup>\s?$/;

/**
 * Classifies a superscript number by its context: after a word or its punctuation it calls a note, after a unit or a
 * number it is an exponent. At the start of a line it is no marker.
 */
export function judgeRaised({ prose, text, from, to }: MarkerPlace): Judgement {
  // Superscript signs and letters: 10⁻³, nᵗʰ, 2ⁿ.
  if (/[⁺⁻⁼⁽⁾ⁿᵃ-ᵿ]/.test(text[from - 1] ?? '') || /[⁺⁻⁼⁽⁾ⁿᵃ-ᵿ]/.test(text[to] ?? '')) return 'no';
  if (GOES_ON.test(text.slice(Math.max(0, from - 40), from))) return 'strong';
  const at = prose.find(from);
  const reach = prose.text.slice(Math.max(0, at - 24), at);
  const begun = reach.lastIndexOf('\n') + 1;
  const before = reach.slice(begun);
  if ((begun > 0 || at <= 24) && /^[\s\-*•·#>+|]*$/.test(before)) return 'head';
  const last = before[before.length - 1]!;
  const next = prose.text[at] ?? '\n';
  if (/\p{L}/u.test(next) && !isIdeograph(next)) {
    if (/[\p{L}]/u.test(last)) return 'weak';
    // The space after it was lost: ‘the dockers,¹who won’. An isotope has no word after it.
    const isWord = /^\p{L}?\p{Ll}{2}/u.test(prose.text.slice(at, at + 4));
    const isSentence = /[.?!]/.test(last) && /\p{Lu}/u.test(next);
    return isSentence || (isWord && /[.,;:!?)”’"»]/.test(last)) ? 'strong' : 'no';
  }
  if (/\d/.test(next) || /^\/\d/.test(prose.text.slice(at, at + 2))) return 'no';
  if (/\s/.test(last)) return 'weak';
  const behind = prose.text.slice(at, at + 8);
  if (/(?<![\d.,])10$/.test(before) && (SCALED.test(behind) || /^\s\p{Ll}/u.test(behind))) return 'no';
  // A year has no exponent; any other number may.
  if (/\p{N}/u.test(last)) return /(?<!\d)(?:1[5-9]|20)\d\d$/.test(before) ? 'strong' : 'weak';
  if (!/\p{L}/u.test(last)) return /[=+×·/^<>~|\\(−]/.test(last) ? 'no' : 'strong';
  if (isIdeograph(last)) return 'strong';
  if (UNIT.test(before) || MEASURED.test(before)) return 'no';
  const word = /\p{L}+$/u.exec(before)![0];
  if (VARIABLE.test(word)) return 'no';
  if (
    word.length === 1 ||
    (word.length === 2 && !/[aeiouyAEIOUY]/.test(word) && !/^\p{Lu}\p{Lu}$/u.test(word))
  )
    return 'weak';
  return 'strong';
}

/** Whether the character is of a script without spaces between words. */
export function isIdeograph(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character);
}
