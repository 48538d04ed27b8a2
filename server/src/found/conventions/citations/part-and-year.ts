import type { CitationForm, RawCitation } from '../../citation-form.ts';
import { namesInFront } from '../../citation-items.ts';
import { readDates, YEAR_NEEDS } from '../../dates.ts';
import type { Group } from '../../parentheses.ts';
import { movedDate, rawCitation } from '../../raw-citation.ts';
import type { ReferenceIndex } from '../../reference-match.ts';

const PART =
  /^\s*(?:experiments?|stud(?:y|ies)|chapters?|chap\.|ch\.|part|tables?|tab\.|figures?|fig\.|kap\.|kapitel|section|sect\.|appendix|book|vol\.)\s?[\divxlc]+[a-z]?(?:\s?(?:and|&|[-–])\s?[\divxlc]+)?,?\s+(?=\d{4})/iu;

export const partAndYear: CitationForm = {
  name: 'part-and-year',
  languages: ['en', 'de'],
  yields: 'citations',
  what: 'A part of the work before the year, with the names in front, where the list has such a work: *Weaver (Chapter 2, 2003)*',
  needs: YEAR_NEEDS,
  inGroup: (group, { text, index }) => read(text, group, index),
  workOf: (raw, ways) => ways.byNames(raw),
  fixture: `⟦part-and-year|Weaver (Chapter 2, 2003)⟧ holds that they wove and dyed.

References

- Weaver A (2003) Looms. *Town Studies* 3: 1–40.
- Dyer B (2005) Dyes. Leiden: Burrow.
`,
};

function read(text: string, group: Group, index: ReferenceIndex): RawCitation[] | null {
  const { content } = group;
  const part = PART.exec(content);
  const dates = part && readDates(content, part[0].length, content.length);
  const date = dates?.dates[0];
  if (!date || content.slice(dates.to).trim() !== '') return null;
  const names = namesInFront(text, group.from, index, date);
  if (!names || names.exact.length === 0) return null;
  const range = names.possessive ? group : { from: names.range.from, to: group.to };
  return [
    rawCitation(partAndYear, {
      kind: 'narrative',
      group,
      range,
      names,
      date: movedDate(date, group.from + 1),
    }),
  ];
}
