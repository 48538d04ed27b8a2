import type { CitationForm, RawCitation } from '../../citation-form.ts';
import type { Group } from '../../parentheses.ts';
import { movedLocator, rawCitation } from '../../raw-citation.ts';
import { readLocator } from '../../../pages/printed-locator.ts';

const NUMBER = /^\s*(?!(?:1[4-9]|20)\d\d(?:[-–](?:1[4-9]|20)\d\d)?\s*$)(\d{1,4}(?:[-–]\d{1,4})?)\s*$/;
/** After a word or a quotation, and within a sentence. */
const BEHIND_WORDS = /[\p{L}”"’»,…]\s$/u;

/** The maximum distance of the last cited work, in UTF-16 units. */
const REACH = 2000;

export const pageNumberAlone: CitationForm = {
  name: 'page-number-alone',
  languages: ['any'],
  yields: 'citations',
  what: 'A page number alone, of the author named before, where the text cites by names and pages: *Weaver holds that … (14)*',
  needs: String.raw`\d`,
  isPageOnly: true,
  inGroup: (group, { text }) =>
    NUMBER.test(group.content) && BEHIND_WORDS.test(text.slice(Math.max(0, group.from - 3), group.from))
      ? read(group)
      : null,
  workOf: (raw, ways) => ways.previous(raw, REACH, true),
  fixture: `The guilds wove (Weaver 14), and Dyer says that the town paid ⟦page-number-alone|(9)⟧.

Works cited

Dyer, Ben. *Dyes*. Burrow, 2005.

Weaver, Anna. *Looms of the North*. Burrow, 2003.
`,
};

function read(group: Group): RawCitation[] | null {
  const found = readLocator(group.content, /^\s*/.exec(group.content)![0].length, true);
  if (!found) return null;
  const locator = movedLocator(found, group.from + 1);
  return [rawCitation(pageNumberAlone, { kind: 'alone', group, range: group, locator })];
}
