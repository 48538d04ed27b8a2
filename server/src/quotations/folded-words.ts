/** Words folded for comparison: lower case, without markup and punctuation. */
import { foldText } from './fold.ts';

/** The folded words of `text`, separated by one space. */
export function foldedWords(text: string): string {
  const { key } = foldText(text, [{ from: 0, to: text.length, barrier: false }], []);
  return key.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}
