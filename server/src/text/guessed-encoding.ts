/** What is Windows-1252 where Latin-1 has control characters, too; what neither has, the decoder leaves as controls. */
const CONTROL = /[\0-\x08\x0E-\x1F\x7F-\x9F]/;

const HIGH_CONTROL = /[\x80-\x9F]/g;

/** What Windows-1252 prints where Latin-1 has these controls: some versions of Node decode it as Latin-1. */
const PRINTED = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** All beyond ASCII that Windows-1252 has. */
const BEYOND_ASCII = /[^\0-\x7F]/g;

/**
 * Letters with accents, capitals only where a word may have one, and marks of prose; low quotation marks and dots not
 * within a word. Anything else is what the bytes of another encoding look like: ‘cafŽ’, ‘ausfŸhren’, ‘g‚n‚ral’.
 */
const PLAUSIBLE =
  /(?<!\p{Ll}{2})[À-ÖØ-ÞŠŽŒŸ]|[ß-öø-ÿšžœƒªº]|[‚„…](?!\p{Ll})|(?<!\p{L})[‚„…]|[†‡ˆ‰‹‘’“”•–—˜™›\u00A0-©«-¹»-¿×÷€]/gu;

/** The least share of the characters beyond ASCII that must be plausible. */
const LEAST = 0.95;

/** A text in Latin script has fewer beyond ASCII than this; Cyrillic and Greek in one byte have more. */
const MOST_BEYOND_ASCII = 0.25;

/**
 * The text of a file that is not UTF-8, read as Windows-1252, which has all that Latin-1 prints; null where it does not
 * look like that. A guess: a file does not say how it is encoded. Never throws.
 */
export function guessText(bytes: Uint8Array): string | null {
  const text = new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(HIGH_CONTROL, (control) => PRINTED[control.charCodeAt(0) - 0x80]!);
  if (CONTROL.test(text)) return null;
  const beyond = countOf(text, BEYOND_ASCII);
  if (beyond > text.length * MOST_BEYOND_ASCII && beyond > 4) return null;
  return countOf(text, PLAUSIBLE) >= beyond * LEAST ? text : null;
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
