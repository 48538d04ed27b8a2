const SOLID = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether a character is part of a word, in a script with spaces between words. */
export function isWordLetter(letter: string | undefined): boolean {
  return letter !== undefined && LETTER.test(letter) && !SOLID.test(letter);
}
