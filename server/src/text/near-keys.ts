import { distance } from 'fastest-levenshtein';

/** Longer keys are not compared, in UTF-16 units: nobody types them, and the distance takes the square of their length. */
const LONGEST = 200;

/**
 * Whether a key may be meant by another as it is `written`: what differs is small in proportion to the key, and stands
 * either in its letters or in its number, since another name with another year is another work. Signs between them do
 * not count.
 */
export function isNearKey(written: string, key: string): boolean {
  if (Math.max(written.length, key.length) > LONGEST) return false;
  const [ours, theirs] = [written.toLowerCase(), key.toLowerCase()];
  const [letters, others] = [lettersOf(ours), lettersOf(theirs)];
  const [digits, numbers] = [ours.replace(/\D/g, ''), theirs.replace(/\D/g, '')];
  if (letters === others) return slips(digits, numbers) <= 1;
  return digits === numbers && slips(letters, others) <= mostSlips(Math.min(letters.length, others.length));
}

function lettersOf(name: string): string {
  return name.replace(/[\d\p{P}\p{S}]/gu, '');
}

/** So many letters of a name may be mistaken: two names of two or three letters that differ in one are two names. */
function mostSlips(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/** The edit distance; two neighbours in each other's place are one slip. */
function slips(one: string, other: string): number {
  const far = distance(one, other);
  return far === 2 && isSwap(one, other) ? 1 : far;
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (one[at] === other[at]) at++;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
