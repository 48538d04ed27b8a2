import { foldedWords } from './folding.ts';
import { BODY_WORDS, SURNAMES_FIRST } from './name-words.ts';

const PARTICLE = String.raw`(?:v[ao]n|de[rnl]?|d[aiou]s?|ten|ter|la|le)`;
/**
 * `Karl Brandt.`, `Beth Ann Hockey,`, `J. A. van der Berg and`: a given name or initial, and last a name in lower case.
 */
const GIVEN_FIRST = new RegExp(
  String.raw`^((?:\p{Lu}\.[ -]?|\p{Lu}[\p{Ll}\p{M}'’-]+\s)(?:(?:\p{Lu}\.\s?|\p{Lu}[\p{L}'’-]+\s)){0,2}(?:${PARTICLE}\s){0,2}\p{Lu}[\p{L}'’-]*\p{Ll})(?:\.\s|,\s|\s(?:and|und|et|y|e|&)\s|,?\s\(|:\s)`,
  'u',
);
const TURNED_ROUND = new RegExp(
  String.raw`^(?:${PARTICLE}\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?:,\s\p{Lu}[\p{L}'’-]*\.?(?:[,.;&(\s]|$)|\s\p{Lu}{1,3}[,.;\s])`,
  'u',
);

/** ‘Tom B. Sailer and Ann Dye. 2002.’: nothing but names up to the year, and no comma within one. */
const NATURAL_RUN =
  /^\p{Lu}\p{Ll}+\s(?:\p{Lu}\.\s){1,2}(?:(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+|and|und|et|y|e|&),?\s){0,24}?\p{Lu}[\p{L}'’-]*\p{Ll}\.\s(?:1[4-9]|20)\d\d[a-z]?\./u;

/** So many names that are sorted but for one are not so by chance (one list in 150). */
const ENOUGH = 8;

/** The order of names at the start of an entry without commas: `Karl Brandt`, or `Brandt Karl, Ann Moony and …`. */
export type OrderOfNames = 'given-first' | 'family-first' | null;

/**
 * The order of names without commas in a list, from the starts of all entries, since a single `Karl Brandt` may be an
 * organisation, and from the order in which they are sorted.
 * @param heads the starts of its entries, without bullets
 */
export function orderOfNames(heads: readonly string[]): OrderOfNames {
  const names: string[] = [];
  let turned = 0;
  for (const head of heads) {
    const name = GIVEN_FIRST.exec(head)?.[1];
    if (name !== undefined && isPerson(name) && !isTurned(head)) names.push(name);
    else if (isTurned(head)) turned++;
  }
  if (names.length < 2 || names.length < 2 * turned) return null;
  const words = names.map((name) => foldedWords(name));
  const byFirst = sortedShare(words.map((name) => name[0]!));
  const byLast = sortedShare(words.map((name) => name.at(-1)!));
  const leastSorted = names.length < ENOUGH ? 0.9 : 0.85;
  return names.length > 2 && byFirst > leastSorted && byLast < 0.8 ? 'family-first' : 'given-first';
}

function sortedShare(words: readonly string[]): number {
  const rising = words.filter((word, i) => i > 0 && words[i - 1]! <= word).length;
  return rising / (words.length - 1);
}

function isPerson(name: string): boolean {
  const words = foldedWords(name);
  return !SURNAMES_FIRST.has(words[0]!) && !words.some((word) => BODY_WORDS.has(word));
}

/** `García Márquez, Gabriel` is inverted; `Manny Rayner, Beth Ann Hockey` is not. */
function isTurned(head: string): boolean {
  if (!TURNED_ROUND.test(head) || NATURAL_RUN.test(head)) return false;
  return !/^\p{Lu}[\p{Ll}'’-]+\s\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}[\p{L}.'’-]*\s){1,2}\p{Lu}[\p{Ll}'’-]+/u.test(
    head,
  );
}
