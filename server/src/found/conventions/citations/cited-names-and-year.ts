import type { CitationForm } from '../../citation-form.ts';
import { citedItems } from '../../citation-items.ts';
import { YEAR_NEEDS } from '../../dates.ts';

export const citedNamesAndYear: CitationForm = {
  name: 'cited-names-and-year',
  languages: ['any'],
  yields: 'citations',
  what: 'Names and years in a parenthesis: *(see Weaver, 2003: 14; Dyer et al., 2005, cited in Carder, 2011)*',
  needs: YEAR_NEEDS,
  inGroup: (group, { index }) => citedItems(citedNamesAndYear, group, index),
  workOf: (raw, ways) => ways.byNames(raw),
  fixture: `The guilds wove (⟦cited-names-and-year|see Weaver, 2003: 14⟧; ⟦cited-names-and-year|Dyer, 2005⟧).

References

- Weaver A (2003) Looms. *Town Studies* 3: 1–40.
- Dyer B (2005) Dyes. Leiden: Burrow.
`,
};
