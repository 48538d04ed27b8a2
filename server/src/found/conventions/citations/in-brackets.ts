import type { CitationForm } from '../../citation-form.ts';
import { citedItems } from '../../citation-items.ts';
import { YEAR_NEEDS } from '../../dates.ts';

export const inBrackets: CitationForm = {
  name: 'in-brackets',
  languages: ['any'],
  yields: 'citations',
  what: 'Names and a year in square brackets, where the list has such a work: *[Weaver 2003: 14]*',
  needs: YEAR_NEEDS,
  brackets: 'square',
  inGroup: (group, { index }) =>
    citedItems(inBrackets, group, index).filter(
      ({ names }) => names !== null && (names.exact.length > 0 || names.near.length > 0),
    ),
  isRare: true,
  workOf: (raw, ways) => ways.byNames(raw),
  fixture: `The guilds wove [⟦in-brackets|Weaver 2003: 14⟧], and the town paid [⟦in-brackets|Dyer 2005⟧].

References

- Weaver A (2003) Looms. *Town Studies* 3: 1–40.
- Dyer B (2005) Dyes. Leiden: Burrow.
`,
};
