/** Words in the form in which they are compared: lower case, no markup, no punctuation. */
import { foldText } from './fold.ts';

/** The words of `text` folded, one space between them. */
export function foldedWords(text: string): string {
  const { key } = foldText(text, [{ from: 0, to: text.length, barrier: false }], []);
  return key.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}
