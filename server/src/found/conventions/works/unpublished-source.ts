import { NO_CITATION } from '../../name-words.ts';
import type { WorkForm } from '../../work-form.ts';

export const unpublishedSource: WorkForm = {
  name: 'unpublished-source',
  languages: ['en', 'fr', 'de', 'es', 'it'],
  yields: 'works',
  what: 'An interview, a letter, field notes with their date: *Interview with M., Ghent, 2009*',
  read({ prose: { text }, from, to, wholeTo, titles, year }) {
    const first = (/[\p{L}-]+/u.exec(text.slice(from, wholeTo))?.[0] ?? '').toLowerCase();
    if (titles.length > 0 || year === null || !NO_CITATION.has(first) || DATED.test(first)) return null;
    return { range: { from, to }, names: [], title: null, year, kind: 'unpublished', container: null };
  },
  fixture: `So it was.¹

Notes

1. ⟦unpublished-source|Interview with a docker, Ghent, 4 May 2009.⟧
`,
};

/** What happened to a person or a page on the day that follows. */
const DATED =
  /^(?:born|died|est|established|founded|since|until|circa|accessed|retrieved|consulted|viewed|visited|updated|posted|published|released|aged|reign|version|n[or]|vol)$/;
