/** A locator that stands alone in parentheses, as after a quotation: `“…” (p. 3)`. */
import { readLocator, type ReadLocator } from './printed-locator.ts';

const OPENS = /[”"'’»]?[.,;:]?[ \u00a0\n]{0,2}[(（]\s?/y;
const CLOSES = /\s?[)）]/y;

/**
 * The locator in the parentheses that begin at `offset`, after a closing mark, punctuation and a space; null where they
 * hold anything else, or a number alone.
 */
export function locatorInParentheses(text: string, offset: number): ReadLocator | null {
  OPENS.lastIndex = offset;
  if (!OPENS.test(text)) return null;
  const locator = readLocator(text, OPENS.lastIndex, false);
  if (!locator) return null;
  CLOSES.lastIndex = locator.range.to;
  return CLOSES.test(text) ? locator : null;
}
