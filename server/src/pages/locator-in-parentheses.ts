/** A locator that stands alone in parentheses, as after a quotation: `“…” (p. 3)`. */
import { readLocator, type ReadLocator } from './printed-locator.ts';

const OPENS = /[”"'’»]?[.,;:]?[ \u00a0\n]{0,2}[(（]\s?/y;
const CLOSES = /\s?[)）]/y;

/** As `locatorInParentheses`, or a page without a label, where the place shows that it is one: `“…” (3)`. */
export function pageInParentheses(text: string, offset: number): ReadLocator | null {
  return (
    inParentheses(text, offset, false) ??
    (PAGE.test(text.slice(offset, offset + 14)) ? inParentheses(text, offset, true) : null)
  );
}

const PAGE = /^[(（]\d{1,3}(?:[-–]\d{1,3})?\s?[页頁]?[)）]/;

/**
 * The locator in the parentheses that begin at `offset`, after a closing mark, punctuation and a space; null where they
 * hold anything else, or a number alone.
 */
export function locatorInParentheses(text: string, offset: number): ReadLocator | null {
  return inParentheses(text, offset, false);
}

function inParentheses(text: string, offset: number, isBare: boolean): ReadLocator | null {
  OPENS.lastIndex = offset;
  if (!OPENS.test(text)) return null;
  const locator = readLocator(text, OPENS.lastIndex, isBare);
  if (!locator) return null;
  CLOSES.lastIndex = locator.range.to;
  return CLOSES.test(text) ? locator : null;
}
