import { longTermFor, writtenTermFor } from '../../pages/locator-terms.ts';
import type { TextRange } from '../../text/range.ts';
import type { FeatureRequest } from '../request.ts';
import type { Suggestions } from './model.ts';

/** CSL's labels, whether of several, and whether the term is spelt out: `note` says more than `n.`. */
const TERMS: readonly (readonly [label: string, isSeveral?: 'several' | 'one', isLong?: 'long'])[] = [
  ['page'],
  ['page', 'several'],
  ['paragraph'],
  ['chapter'],
  ['section'],
  ['volume'],
  ['note', 'one', 'long'],
  ['figure'],
  ['folio'],
  ['line', 'one', 'long'],
  ['book'],
  ['issue'],
];

/** Pandoc's locator terms in the language of the document (`lang` in its front matter); it reads no others there. */
export function suggestLocators(range: TextRange, { view }: Pick<FeatureRequest, 'view'>): Suggestions {
  const lang = view.facts.frontMatter?.lang ?? null;
  const terms = new Map<string, string>();
  for (const [label, isSeveral, isLong] of TERMS) {
    const several = isSeveral === 'several';
    const long = longTermFor(label, several, lang);
    const term = (isLong && long) || writtenTermFor(label, several, lang);
    if (term !== null && !terms.has(term)) terms.set(term, long ?? term);
  }
  return {
    items: [...terms].map(([label, detail], rank) => ({
      kind: 'term',
      label,
      detail,
      insert: `${label} `,
      range,
      filter: `${label} ${detail}`,
      rank,
    })),
    isIncomplete: false,
  };
}
