const SOLID = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether a character belongs to a word, in a script that parts words by spaces. */
export function isWordLetter(letter: string | undefined): boolean {
  return letter !== undefined && LETTER.test(letter) && !SOLID.test(letter);
}
