/** Word counts for scripts with and without spaces between words. */

export const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‐-]*/gu;
export const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Characters that count as one word in scripts without spaces. */
const CHARACTERS_A_WORD = 2;

/** The number of words; in scripts without spaces two characters count as one. */
export function wordCount(words: string): number {
  const characters = words.match(SPACELESS)?.length ?? 0;
  const others = words.replace(SPACELESS, ' ').match(WORD)?.length ?? 0;
  return others + Math.ceil(characters / CHARACTERS_A_WORD);
}
