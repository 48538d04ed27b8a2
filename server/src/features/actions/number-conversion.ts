/** Converts citations by the numbers of a list, `[12, p. 5]` or `³⁻⁵`, to Pandoc's syntax. */
import { readLocator } from '../../pages/printed-locator.ts';
import { citationPlan, type CitationPlan, type CitedItem } from './citation-plan.ts';
import { writtenLocator, type CitationToWrite } from './pandoc-citation.ts';

/** What opens and closes a group of numbers, raised or in brackets. */
const OPENING = /^(?:\\?\[|[(（【]|<sup>|\^|\$\^\{)?\s*$/u;
const CLOSING = /\s*(?:\\?\]|[)）】]|<\/sup>|\^|\}\$)?$/u;

/**
 * The plan for the numbers of one bracket, all or none: each must lead to one entry. Words after the last number are
 * kept, as its locator or suffix; null where there are others.
 */
export function numberPlan(
  group: readonly CitedItem[],
  text: string,
  lang: string | null,
): CitationPlan | null {
  const { groupRange } = group[0]!.citation;
  const last = group.at(-1)!.citation.range;
  if (!group.every(({ match }) => match.status === 'resolved')) return null;
  if (!OPENING.test(text.slice(groupRange.from, group[0]!.citation.range.from))) return null;
  const tail = text.slice(last.to, groupRange.to).replace(CLOSING, '').trim();
  const behind = tailOf(tail, lang);
  if (behind === null) return null;
  const items = group.map(({ match }, i): CitationToWrite => ({
    mode: 'NormalCitation',
    key: match.keys[0]!,
    prefix: '',
    suffix: i === group.length - 1 ? behind.suffix : '',
    locator: i === group.length - 1 ? behind.locator : '',
  }));
  return citationPlan(groupRange, items, text);
}

function tailOf(tail: string, lang: string | null): Pick<CitationToWrite, 'locator' | 'suffix'> | null {
  if (tail === '') return { locator: '', suffix: '' };
  const joint = /^[,，:：;]\s*/.exec(tail);
  if (!joint || /[[\]@]/.test(tail)) return null;
  const locator = readLocator(tail, joint[0].length, true);
  const rest = locator ? tail.slice(locator.range.to) : tail;
  const suffix = rest
    .replace(/^[\s,，;:：]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    locator: locator ? writtenLocator(locator, tail.slice(locator.range.from, locator.range.to), lang) : '',
    suffix,
  };
}
