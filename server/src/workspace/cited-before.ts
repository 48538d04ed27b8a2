/** The work that `(ibid.: 45)` or `(p. 45)` in running text leads back to. */
import type { DocumentFacts } from '../facts/fact-lists.ts';
import { printedAnchorsIn } from '../facts/printed-anchors.ts';
import type { Locator } from '../pages/model.ts';
import { pageInParentheses } from '../pages/locator-in-parentheses.ts';
import { readLocator } from '../pages/printed-locator.ts';
import { bisect } from '../text/bisect.ts';
import type { TextRange } from '../text/range.ts';

/** *The same*, alone or with a place: `(ibid.: 45)`, `(*ebd.*, S. 45)`. */
const SAME =
  /^[(（[]\s*(?:(?:see|cf\.?|vgl\.|voir|siehe)\s+)?[*_]{0,2}(?:ibid(?:em)?|ibíd(?:em)?|id(?:em)?|ebd|ebenda|ib|ivi|tamże|там же|同上)(?!\p{L})\.?[*_]{0,2}\s*(?:[:：,]\s*)?/iu;
/** The end, perhaps after a remark: `(ebd., Herv. i. Org.)`. */
const ENDS = /^\s*(?:[,;]?\s?\p{L}[^()\d@]{3,50})?[)）\]]$/u;
/** How far back the work is looked for, in UTF-16 units. */
const REACH = 3000;

/** What a follow-up in running text means. */
export interface CitedBefore {
  /** The index of the citation by key; null where the work is cited in print. */
  readonly keyed: number | null;
  /** The printed citation; null where the work is cited by key. */
  readonly printed: TextRange | null;
  /** The follow-up's own place. */
  readonly locator: Locator | null;
  /** Whether only a page is given, so that another work may be meant. */
  readonly loose: boolean;
}

/**
 * The work cited last before the follow-up at `range`; null where it is none, or where several works, a note or a
 * heading stand between.
 */
export function citedBefore(text: string, facts: DocumentFacts, range: TextRange): CitedBefore | null {
  const form = followUp(text, range);
  if (!form) return null;
  const from = Math.max(0, range.from - REACH);
  const keyed = lastCitation(facts, range.from);
  const key = keyed === null ? null : facts.citations[keyed]!;
  const floor = Math.max(from, key?.range.to ?? 0);
  const stretch = { from: floor, to: range.from };
  const anchors = printedAnchorsIn(text, stretch, facts.opaque).filter(
    ({ attribution }) => !followUp(text, attribution.range),
  );
  const last = anchors.at(-1);
  // A raised number is a note, and what that cites may be meant.
  if (last?.place === 'note') return null;
  const place = last ?? key?.range;
  if (!place || place.from < from) return null;
  const between = text.slice(place.to, range.from);
  if (/\[\^|\^\[|\n#{1,6}\s/.test(between) || (form.loose && /\n[ \t]*\n/.test(between))) return null;
  return last ? { keyed: null, printed: last.attribution.range, ...form } : { keyed, printed: null, ...form };
}

/** The last citation, if it is alone in its brackets. */
function lastCitation({ citations }: DocumentFacts, before: number): number | null {
  const index = bisect(citations.length, (i) => citations[i]!.range.to > before) - 1;
  if (index < 0 || citations[index - 1]?.group === citations[index]!.group) return null;
  return index;
}

function followUp(text: string, { from, to }: TextRange): Pick<CitedBefore, 'locator' | 'loose'> | null {
  const words = text.slice(from, to);
  const same = SAME.exec(words);
  if (!same) {
    const locator = pageInParentheses(text, from);
    return locator && { locator, loose: true };
  }
  const locator = readLocator(text, from + same[0].length, true);
  const end = locator?.range.to ?? from + same[0].length;
  return ENDS.test(text.slice(end, to)) ? { locator, loose: false } : null;
}
