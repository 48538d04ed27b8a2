import type { CitationForm, CitationScene, RawCitation } from '../../citation-form.ts';
import { namesInItem } from '../../citation-items.ts';
import { readDates, yearAfter } from '../../dates.ts';
import { rawCitation } from '../../raw-citation.ts';

export const withoutParentheses: CitationForm = {
  name: 'without-parentheses',
  languages: ['any'],
  yields: 'citations',
  what: 'Names and a year without a parenthesis, as notes have them, where the list has such a work: *see Weaver 2003, p. 14*',
  inText,
  workOf: (raw, ways) => ways.byNames(raw),
  fixture: `The guilds wove; see ⟦without-parentheses|Weaver 2003, p. 14⟧.

References

- Weaver A (2003) Looms. *Town Studies* 3: 1–40.
- Dyer B (2005) Dyes. Leiden: Burrow.
`,
};

function inText({ text, spans, excluded, index }: CitationScene): RawCitation[] {
  const found: RawCitation[] = [];
  let k = 0;
  for (let year = yearAfter(text, 0); year;) {
    const { index: at, to, year: value, suffix } = year;
    while (k < spans.length && spans[k]!.to <= at) k++;
    const around = spans[k];
    const within = around !== undefined && around.from <= at;
    year = yearAfter(text, within ? around.to : to);
    if (within || excluded.has(at)) continue;
    const names = namesInItem(text, at, Math.max(0, at - 120), index, value, suffix);
    if (!names || names.exact.length === 0) continue;
    const dates = readDates(text, at, Math.min(text.length, at + 200));
    const date = dates?.dates[0];
    if (!date || dates.isPeriod) continue;
    const range = { from: names.range.from, to: date.to };
    found.push(rawCitation(withoutParentheses, { kind: 'bare', group: range, range, names, date }));
  }
  return found;
}
