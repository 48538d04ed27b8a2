import { BREAK, IDEOGRAPH, LINE_END, MARK, NO_GAP, WORD } from './words.ts';
import type { WordSequence } from './words.ts';

/** How words in a text agree with a name. */
export interface Agreement {
  /** Whether they are as written, apart from typography. */
  readonly exact: boolean;
  /** The number of final letters that are an inflection: the `s` of `NGOs`. */
  readonly inflected: number;
}

/** A coarse key, equal for all forms of a word that may agree. */
export function coarse(word: string): string {
  const lower = word.toLowerCase();
  return lower.length >= 4 && lower.endsWith('s') ? lower.slice(0, -1) : lower;
}

/**
 * Whether the words of `text` from index `at` on are the name. Case counts except for the first letter: a
 * name of several words may begin with either case, and a lower-case name may be capitalised at the start of
 * a sentence. Acronyms must be as written. A plural `s` may follow an acronym or a name of several words.
 * In a line that is all in capitals (`isInCapitals`) so is the name. Null where they do not agree.
 */
export function agreement(
  name: WordSequence,
  text: WordSequence,
  at: number,
  isInCapitals: () => boolean = () => false,
): Agreement | null {
  const last = name.length - 1;
  let exact = true;
  let inflected = 0;
  for (let i = 0; i <= last; i++) {
    const kind = name.kinds[i]!;
    if (text.kinds[at + i] !== kind || kind === BREAK) return null;
    if (i > 0 && !sameGap(name, i, text, at + i)) return null;
    const wanted = name.texts[i]!;
    let found = text.texts[at + i]!;
    if (wanted === found) continue;
    if (kind !== WORD) return null;
    if (found === wanted.toUpperCase() && isInCapitals()) {
      exact = false;
      continue;
    }
    if (i === last && found === `${found.slice(0, -1)}s` && takesPlural(wanted, name.length)) {
      if (found.length === wanted.length + 1) {
        found = found.slice(0, -1);
        inflected = 1;
      }
    }
    if (found !== wanted && !(i === 0 && sameButForCapital(wanted, found, last > 0))) return null;
    exact = false;
  }
  return { exact, inflected };
}

/** Acronyms, and longer words in names of several words; so `Ye` is not found in `Yes`. */
function takesPlural(word: string, words: number): boolean {
  return words > 1 ? word.length >= 3 : isAcronym(word);
}

function isAcronym(word: string): boolean {
  return (
    word.length >= 2 && word === word.toUpperCase() && word !== word.toLowerCase() && /^\p{L}+$/u.test(word)
  );
}

function sameButForCapital(wanted: string, found: string, severalWords: boolean): boolean {
  if (wanted.length !== found.length || wanted.slice(1) !== found.slice(1)) return false;
  const first = wanted.charAt(0);
  const second = wanted.charAt(1);
  if (second !== second.toLowerCase()) return false;
  if (first.toLowerCase() !== found.charAt(0).toLowerCase()) return false;
  return severalWords || first === first.toLowerCase();
}

/**
 * Whether the white space before a word agrees with the name's. A line may break at any space, after a
 * hyphen, and between ideographs; next to an ideograph spaces do not count.
 */
function sameGap(name: WordSequence, i: number, text: WordSequence, at: number): boolean {
  const wanted = name.gaps[i]!;
  const found = text.gaps[at]!;
  if ((wanted === NO_GAP) === (found === NO_GAP)) return true;
  if (name.kinds[i] === IDEOGRAPH || name.kinds[i - 1] === IDEOGRAPH) return true;
  return wanted === NO_GAP && found === LINE_END && name.kinds[i - 1] === MARK && name.texts[i - 1] === '-';
}
