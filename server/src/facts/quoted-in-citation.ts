/** Quotations inside the brackets of their citation: `[“…”, @kilner2001, p. 3]`, `[@kilner2001, p. 3: “…”]`. */
import type { TextRange } from '../text/range.ts';
import { citationAnchor } from './anchors.ts';
import type { Attribution, PandocCitation } from './model.ts';
import type { Openers } from './openers.ts';
import { stretchesInMarks } from './quotation-marks.ts';

/** What may stand between a quotation and the key. */
const BEFORE_KEY = /^[.,]?\s*(?:(?:from|in|aus|so|dans|en|da)\s)?-?$/;
/** A page and a colon before a quotation after the key. */
const AFTER_PAGE = /\d\s?:\s*$/;

/** Such quotations in the citations of a paragraph, with their attributions. */
export function* quotedInCitations(
  text: string,
  openers: Openers,
  citations: readonly PandocCitation[],
): Generator<{ readonly range: TextRange; readonly attribution: Attribution }> {
  for (const citation of citations) {
    const { prefixRange, keyRange, suffixRange, mode } = citation;
    if (mode === 'AuthorInText') continue;
    const attribution = { ...citationAnchor(text, citation), loose: false };
    const key = text.lastIndexOf('@', keyRange.from);
    for (const range of within(text, openers, prefixRange))
      if (
        text.slice(prefixRange.from, range.from).trim() === '' &&
        BEFORE_KEY.test(text.slice(range.to, key))
      )
        yield { range, attribution };
    for (const range of within(text, openers, suffixRange))
      if (
        AFTER_PAGE.test(text.slice(suffixRange.from, range.from)) &&
        /^[.\s]*$/.test(text.slice(range.to, suffixRange.to))
      )
        yield { range, attribution };
  }
}

function within(text: string, openers: Openers, stretch: TextRange): Iterable<TextRange> {
  return openers.from(stretch.from) < stretch.to ? stretchesInMarks(text, openers, stretch, []) : [];
}
