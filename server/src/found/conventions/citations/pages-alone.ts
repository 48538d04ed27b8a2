import type { CitationForm, RawCitation } from '../../citation-form.ts';
import { isSuffix } from '../../citation-words.ts';
import type { Group } from '../../parentheses.ts';
import { movedLocator, rawCitation } from '../../raw-citation.ts';
import { readLocator } from '../../../pages/printed-locator.ts';

const PAGES_ALONE = /^\s*(?:pp?\.|pages?|S\.|pág(?:s|inas?)?\.?|pagg?\.)\s?[\divxlc]/iu;

/** The maximum distance of the last cited work, in UTF-16 units. */
const REACH = 1500;

export const pagesAlone: CitationForm = {
  name: 'pages-alone',
  languages: ['en', 'de', 'es', 'it'],
  yields: 'citations',
  what: 'A page with its label in a parenthesis, of the work cited last: *(p. 45)*',
  needs: String.raw`\bpp?\.\s|S\.\s`,
  inGroup: (group) => (PAGES_ALONE.test(group.content) ? read(group) : null),
  workOf: (raw, ways) => ways.previous(raw, REACH, true),
  fixture: `The guilds wove (Weaver, 2003: 14), and the town paid ⟦pages-alone|(p. 9)⟧.

References

- Weaver A (2003) Looms. *Town Studies* 3: 1–40.
- Dyer B (2005) Dyes. Leiden: Burrow.
`,
};

function read(group: Group): RawCitation[] {
  const { content } = group;
  const found = readLocator(content, /^\s*/.exec(content)![0].length, false);
  if (!found) return [];
  const rest = content.slice(found.range.to);
  if (rest.trim() !== '' && !(/^\s*,/.test(rest) && isSuffixAfter(rest))) return [];
  const locator = movedLocator(found, group.from + 1);
  return [rawCitation(pagesAlone, { kind: 'alone', group, range: group, locator, suffix: rest })];
}

function isSuffixAfter(rest: string): boolean {
  const words = rest.replace(/^[\s,]+/, '');
  return words !== '' && isSuffix(words);
}
