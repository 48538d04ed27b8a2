import type { CitationForm, RawCitation } from '../../citation-form.ts';
import { citedItems, namesInFront, partsFrom } from '../../citation-items.ts';
import { isSuffix } from '../../citation-words.ts';
import { periodAt, readDates, YEAR_NEEDS } from '../../dates.ts';
import type { Group } from '../../parentheses.ts';
import { movedDate, rawCitation } from '../../raw-citation.ts';
import type { ReferenceIndex } from '../../reference-match.ts';

export const yearFirst: CitationForm = {
  name: 'year-first',
  languages: ['any'],
  yields: 'citations',
  what: 'A year in a parenthesis, with the names in front of it or further up: *Weaver (2003: 14)*',
  needs: YEAR_NEEDS,
  inGroup: (group, { text, index }) => read(text, group, index),
  workOf: (raw, ways) => (raw.kind === 'alone' ? ways.byYear(raw) : ways.byNames(raw)),
  fixture: `⟦year-first|Weaver (2003: 14)⟧ holds that they wove, and also ⟦year-first|(2003: 15)⟧ that they dyed.

References

- Weaver A (2003) Looms. *Town Studies* 3: 1–40.
- Dyer B (2005) Dyes. Leiden: Burrow.
`,
};

/** (2009: 205), with the names before the parenthesis or earlier. */
function read(text: string, group: Group, index: ReferenceIndex): RawCitation[] | null {
  const { content } = group;
  const base = group.from + 1;
  const years = readDates(content, /^\s*/.exec(content)![0].length, content.length);
  if (!years) return null;
  const first = years.dates[0]!;
  const listed = index.listedYear(first.year, first.year && periodAt(content, first.range.from, first.year));
  if (years.isPeriod && listed === first.year && !years.dates.some((date) => date.locator)) return [];
  const rest = content.slice(years.to);
  const semicolon = rest.indexOf(';');
  const own = semicolon < 0 ? rest : rest.slice(0, semicolon);
  const later = citedItems(yearFirst, group, index, years.to);
  const suffix = own.replace(/^[\s,，]+/, '').trim();
  const plain = namesInFront(text, group.from, index, { year: listed, suffix: first.suffix });
  if (years.isPeriod && plain?.exact.length === 0) return [];
  const edition = plain?.exact.length === 0 && first.edition !== undefined ? first.edition : null;
  // ‘Weaver (1805/1985)’: the list has one of the two years.
  const other =
    edition === null ? null : namesInFront(text, group.from, index, { year: edition, suffix: '' });
  const names = other && other.exact.length > 0 ? other : plain;
  // ‘Weaver (2003, on the looms of the north)’ is a citation if there is such a work.
  const isWordy = names !== null && names.exact.length > 0 && /^\s?[,;]/.test(own);
  if (
    suffix !== '' &&
    !isSuffix(suffix) &&
    !isWordy &&
    !(later.length > 0 && /^\s*,/.test(own) && later[0]!.range.from < base + years.to + own.length)
  )
    return [];
  const dates = [...years.dates];
  // ‘(2009: 5; 2013)’: the same author's later work.
  for (const part of semicolon < 0 ? [] : partsFrom(content, years.to + semicolon + 1)) {
    const from = part.from + /^\s*/.exec(content.slice(part.from, part.to))![0].length;
    const more = readDates(content, from, part.to);
    if (more && content.slice(more.to, part.to).trim() === '') dates.push(...more.dates);
  }
  const raws = dates.map((date, i): RawCitation => {
    const match =
      names &&
      (i === 0 ? names : { ...names, ...index.match(names.names, names.etAl, date.year, date.suffix) });
    const range =
      names && i === 0 && !names.possessive
        ? { from: names.range.from, to: group.to }
        : { from: group.from, to: group.to };
    return rawCitation(yearFirst, {
      kind: match ? 'narrative' : 'alone',
      group,
      range,
      names: match,
      date: movedDate(date, base),
      suffix: i === 0 && later.length === 0 ? suffix : '',
    });
  });
  return [...raws, ...later];
}
