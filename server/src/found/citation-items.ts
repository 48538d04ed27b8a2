import type { CitationForm, RawCitation } from './citation-form.ts';
import { tidyWords } from './citation-words.ts';
import { readDates, yearAfter } from './dates.ts';
import { folded } from './folding.ts';
import { MONTHS, NO_CITATION } from './name-words.ts';
import { chooseNames, hanNamesBefore, namesBefore } from './names-in-prose.ts';
import type { ChosenNames } from './names-in-prose.ts';
import type { Group } from './parentheses.ts';
import { movedDate, movedNames, rawCitation } from './raw-citation.ts';
import type { ReferenceIndex } from './reference-match.ts';
import type { TextRange } from '../text/range.ts';

/** Items such as ‘see Chan, 2013: 7; Cheng et al., 2010, cited in …’, from `from` on in the words of a parenthesis. */
export function citedItems(form: CitationForm, group: Group, index: ReferenceIndex, from = 0): RawCitation[] {
  return partsFrom(group.content, from).flatMap((part) => citedItem(form, group, index, part));
}

/** The stretches of some words that semicolons set apart. */
export function partsFrom(content: string, from: number): TextRange[] {
  const parts: TextRange[] = [];
  for (let at = from; at <= content.length;) {
    const next = content.slice(at).search(/[;；]/);
    const to = next < 0 ? content.length : at + next;
    parts.push({ from: at, to });
    at = to + 1;
  }
  return parts;
}

function citedItem(form: CitationForm, group: Group, index: ReferenceIndex, part: TextRange): RawCitation[] {
  const { content } = group;
  const base = group.from + 1;
  const raws: RawCitation[] = [];
  let done = part.from;
  for (let year = yearAfter(content, part.from); year && year.index < part.to;) {
    const names = namesInItem(content, year.index, done, index, year.year, year.suffix);
    const dates = names && readDates(content, year.index, part.to);
    const next = yearAfter(content, dates?.to ?? year.to);
    year = next;
    if (!names || !dates || (dates.isPeriod && names.exact.length === 0)) continue;
    const prefix = content.slice(done, names.range.from);
    if (names.exact.length === 0 && NO_CITATION.has((/[\p{L}-]+/u.exec(prefix)?.[0] ?? '').toLowerCase()))
      continue;
    dates.dates.forEach((date, i) => {
      const match =
        i === 0 ? names : { ...names, ...index.match(names.names, names.etAl, date.year, date.suffix) };
      const start =
        i === 0
          ? done + /^[\s,;，]*/.exec(content.slice(done, names.range.from))![0].length
          : date.range.from;
      const range = { from: base + start, to: base + date.to };
      raws.push(
        rawCitation(form, {
          kind: 'item',
          group,
          range,
          names: movedNames(match, base),
          date: movedDate(date, base),
          prefix: i === 0 ? tidyWords(prefix) : '',
        }),
      );
    });
    done = dates.to;
  }
  const last = raws[raws.length - 1];
  if (last) last.suffix = tidyWords(content.slice(done, part.to));
  return raws;
}

/** The names that end where a year begins, `floor` at the earliest: what a work matches first, else as they stand. */
export function namesInItem(
  content: string,
  year: number,
  floor: number,
  index: ReferenceIndex,
  value: string | null,
  suffix: string,
): ChosenNames | null {
  let end = year;
  while (end > floor && /[\s,，[]/.test(content[end - 1]!)) end--;
  // ‘World Rope Council [WRC], 1998’
  const short = /\s?\[\p{Lu}[\p{Lu}\p{N}&-]{1,11}\]$/u.exec(content.slice(Math.max(floor, end - 16), end));
  if (short) end -= short[0].length;
  const chain = namesBefore(content, end, floor);
  const chosen = chain && chooseNames(content, chain, index, value, suffix);
  const isDate = chosen?.names.some((name) =>
    MONTHS.has(folded(name).replace(/^.*\s/, '').replace(/\.$/, '')),
  );
  // ‘May 2008’ is a month, even where somebody of that name is listed; ‘May, 2008’ is not.
  if (chosen && chosen.exact.length > 0 && !(isDate && end === year - 1)) return chosen;
  if (isDate) return null;
  return hanNamesBefore(content, end, index, value, suffix) ?? chosen;
}
