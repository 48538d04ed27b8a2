import type { CitationForm, RawCitation } from './citation-form.ts';
import { isPrefix, tidyWords } from './citation-words.ts';
import { periodAt, readDates, yearAfter, type CitedDate } from './dates.ts';
import { folded } from './folding.ts';
import { MONTHS, NO_CITATION } from './name-words.ts';
import { bodyNamed, chooseNames, hanNamesBefore, namesBefore, withoutHanWords } from './names-in-prose.ts';
import type { ChosenNames } from './names-in-prose.ts';
import type { Group } from './parentheses.ts';
import { movedDate, movedNames, rawCitation } from './raw-citation.ts';
import type { NameMatch, ReferenceIndex } from './reference-match.ts';
import type { TextRange } from '../text/range.ts';

/** Reads items such as ‘see Chan, 2013: 7; Cheng et al., 2010, cited in …’, from `from` on in a parenthesis. */
export function citedItems(form: CitationForm, group: Group, index: ReferenceIndex, from = 0): RawCitation[] {
  const raws: RawCitation[] = [];
  for (const part of partsFrom(group.content, from)) {
    const found = citedItem(form, group, index, part);
    const further = found.length === 0 ? furtherYears(form, group, index, part, raws.at(-1)) : found;
    for (const raw of further) raws.push(raw);
  }
  return raws;
}

/** ‘(Wehr 2000; see also 2002: 7)’: another work of the preceding authors. */
function furtherYears(
  form: CitationForm,
  group: Group,
  index: ReferenceIndex,
  part: TextRange,
  last: RawCitation | undefined,
): RawCitation[] {
  const { content } = group;
  const base = group.from + 1;
  const year = last?.names && yearAfter(content, part.from);
  if (!year || year.index >= part.to) return [];
  const prefix = content.slice(part.from, year.index);
  const dates = isPrefix(prefix) ? readDates(content, year.index, part.to) : null;
  if (!dates || dates.isPeriod) return [];
  const start = part.from + /^[\s,;，；]*/.exec(prefix)![0].length;
  return dates.dates.flatMap((date, i) => {
    const { names } = last;
    const match = index.match(names!.names, names!.etAl, date.year, date.suffix);
    if (match.exact.length === 0) return [];
    const range = { from: base + (i === 0 ? start : date.range.from), to: base + date.to };
    return [
      rawCitation(form, {
        kind: 'item',
        group,
        range,
        names: { ...names!, ...match },
        date: movedDate(date, base),
        prefix: i === 0 ? tidyWords(prefix) : '',
      }),
    ];
  });
}

/** Splits words at semicolons. */
export function partsFrom(content: string, from: number): TextRange[] {
  const parts: TextRange[] = [];
  for (let at = from; at <= content.length;) {
    const next = content.slice(at).search(/[;；]/);
    const to = next < 0 ? content.length : at + next;
    const last = parts[parts.length - 1];
    // ‘(SORG; ACOSTA-PEREIRA; LIMA, 2019)’: names that a semicolon separates from their year.
    if (last && NAME_ALONE.test(content.slice(last.from, last.to)))
      parts[parts.length - 1] = { from: last.from, to };
    else {
      // ‘(Carder, 2001, Weaver; Dyer, 2016)’: the last name belongs to the next.
      const year = last && /(?:1[4-9]|20)\d\d[a-z]?,(?=[^\d]*$)/.exec(content.slice(last.from, last.to));
      const behind = year ? last.from + year.index + year[0].length : 0;
      if (last && year && NAME_ALONE.test(content.slice(behind, last.to))) {
        parts[parts.length - 1] = { from: last.from, to: behind };
        parts.push({ from: behind, to });
      } else parts.push({ from: at, to });
    }
    at = to + 1;
  }
  return parts;
}

/** Possibly the first of several authors: only a name, without a year. */
const NAME_ALONE =
  /^\s*(?:(?:see|cf\.?|vgl\.|siehe|ver|voir|como|apud)\s)?(?:(?:v[ao]n|de[rn]?|d[aio]s?)\s){0,2}\p{Lu}[\p{L}\p{M}'’‑-]+(?:[ ](?:d[aeo]s?\s)?\p{Lu}[\p{L}\p{M}'’‑-]+){0,2}(?:;\s*\p{Lu}[\p{L}\p{M}'’‑ -]+){0,8}(?:\se[tl]\.?\sal\.?)?\s*$/u;

function citedItem(form: CitationForm, group: Group, index: ReferenceIndex, part: TextRange): RawCitation[] {
  // Double spacing and the end of a page part no names in parentheses.
  const content = group.content.replace(/\n/g, ' ');
  const base = group.from + 1;
  const raws: RawCitation[] = [];
  let done = part.from;
  for (let year = yearAfter(content, part.from); year && year.index < part.to;) {
    const value = index.listedYear(year.year, year.year && periodAt(content, year.index, year.year));
    const names = namesInItem(content, year.index, done, index, value, year.suffix);
    const dates = names && readDates(content, year.index, part.to);
    const next = yearAfter(content, dates?.to ?? year.to);
    year = next;
    if (!names || !dates || (dates.isPeriod && names.exact.length === 0)) continue;
    const prefix = content.slice(done, names.range.from);
    if (names.exact.length === 0 && NO_CITATION.has((/[\p{L}-]+/u.exec(prefix)?.[0] ?? '').toLowerCase()))
      continue;
    dates.dates.forEach((date, i) => {
      const own = i === 0 ? names : { ...names, ...furtherWork(names, index, date) };
      const other =
        date.edition === undefined ? null : index.match(names.names, names.etAl, date.edition, '');
      const isOther =
        other !== null && other.exact.length > 0 && !other.exact.some((work) => own.exact.includes(work));
      const match = isOther && own.exact.length === 0 ? { ...names, ...other } : own;
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
      // ‘(Weaver 1964/1970)’: two works.
      const at = content.indexOf(date.edition ?? '', date.range.to);
      if (isOther && own.exact.length > 0 && /^\/$/.test(content.slice(date.range.to, at))) {
        const second = { from: base + at, to: base + at + 4 };
        raws.push(
          rawCitation(form, {
            kind: 'item',
            group,
            range: second,
            names: movedNames({ ...names, ...other }, base),
            date: { year: date.edition!, suffix: '', range: second, locator: null, to: second.to },
          }),
        );
      }
    });
    done = dates.to;
  }
  const last = raws[raws.length - 1];
  if (last) last.suffix = tidyWords(content.slice(done, part.to));
  return raws;
}

/** The work of a further year; one whose entry names the first author only, if such an entry was meant before. */
function furtherWork(
  { names, etAl, exact }: ChosenNames,
  index: ReferenceIndex,
  { year, suffix }: CitedDate,
): NameMatch {
  const match = index.match(names, etAl, year, suffix);
  if (match.exact.length > 0 || !etAl || exact.length === 0) return match;
  const led = index.ledBy(names[0]!, year, suffix);
  return led.length === 1 ? { exact: led, near: [] } : match;
}

/** ‘Mai 2001, 2006’ is no month if an author of that name has works of both years. */
function citesMore(
  content: string,
  year: number,
  { names, etAl, exact }: ChosenNames,
  index: ReferenceIndex,
): boolean {
  const more = /^\d{4}[a-z]?,\s?(\d{4})([a-z])?(?!\d)/.exec(content.slice(year, year + 14));
  return (
    exact.length > 0 && more !== null && index.match(names, etAl, more[1]!, more[2] ?? '').exact.length > 0
  );
}

/** ‘Weaver3 (2003)’: a note number is not part of the name. */
function withoutNote(text: string, end: number): number {
  const note = /(?<=\p{Ll}{2})\d{1,2}\s$/u.exec(text.slice(Math.max(0, end - 8), end));
  return note ? end - note[0].length : end;
}

/** The names before a parenthesis, preferably of a work of that date; a comma may separate them. */
export function namesInFront(
  text: string,
  open: number,
  index: ReferenceIndex,
  { year, suffix }: { readonly year: string | null; readonly suffix: string },
): ChosenNames | null {
  const comma = /,\s$/.test(text.slice(Math.max(0, open - 2), open));
  const end = comma ? open - 2 : withoutNote(text, open);
  const chain = namesBefore(text, end, 0);
  const chosen = chain && chooseNames(text, chain, index, year, suffix);
  if (chosen && chosen.exact.length > 0) return chosen;
  // ‘Morais, Dias (1955)’
  const longer = chosen?.names.length === 1 ? namesBefore(text, end, 0, true) : null;
  const listed = longer && longer.units.length > 1 ? chooseNames(text, longer, index, year, suffix) : null;
  if (listed && listed.exact.length > 0) return listed;
  return (
    hanNamesBefore(text, open, index, year, suffix) ??
    (chosen && withoutSplitCapital(chosen, index, year, suffix)) ??
    (comma ? null : withoutHanWords(chosen))
  );
}

/** Initials after a single family name: ‘, A. B.’ */
const INITIALS_BEHIND = /(?<=^[\s,;]*\p{Lu}[\p{L}\p{M}'’-]+),\s(?:\p{Lu}\.[\s-]?){1,3}$/u;

/** The names before a year, not before `floor`: preferably those that match a work, else as written. */
export function namesInItem(
  content: string,
  year: number,
  floor: number,
  index: ReferenceIndex,
  value: string | null,
  suffix: string,
): ChosenNames | null {
  let end = year;
  while (end > floor && /[\s,，;[]/.test(content[end - 1]!)) end--;
  // ‘(ROPES..., 2005)’: the start of a title.
  const cut = /(?<=\p{Lu}{3})\s?(?:\.\s?){3}$|(?<=\p{Lu}{3})\s?…$/u.exec(
    content.slice(Math.max(floor, end - 12), end),
  );
  if (cut) end -= cut[0].length;
  // ‘World Rope Council [WRC], 1998’
  const short = /\s?\[\p{Lu}[\p{L}\p{N}&-]{1,11}\]$/u.exec(content.slice(Math.max(floor, end - 16), end));
  if (short) end -= short[0].length;
  // ‘(Weaver, A., 1999)’
  const initials = INITIALS_BEHIND.exec(content.slice(Math.max(floor, end - 60), end));
  if (initials) end -= initials[0].length;
  const colon = content[end - 1] === ':';
  const chain = namesBefore(content, colon ? end - 1 : end, floor);
  let chosen = chain
    ? chooseNames(content, chain, index, value, suffix)
    : bodyNamed(content, end, floor, index, value, suffix);
  // ‘(Wight: 2002)’, if there is such a work.
  if (colon && chosen?.exact.length === 0) return null;
  // ‘(SEARLE, VANDERVEKEN, 1985)’
  if (chosen && chosen.exact.length === 0 && chosen.names.length === 1) {
    const longer = namesBefore(content, end, floor, true);
    const listed = longer && longer.units.length > 1 && chooseNames(content, longer, index, value, suffix);
    if (listed && listed.exact.length > 0) chosen = listed;
  }
  const isDate = chosen?.names.some((name) =>
    MONTHS.has(folded(name).replace(/^.*\s/, '').replace(/\.$/, '')),
  );
  // ‘May 2008’ is a month, even if an author of that name is listed; ‘May, 2008’ is not.
  if (chosen && chosen.exact.length > 0 && !(isDate && end === year - 1)) return chosen;
  if (isDate) return chosen && citesMore(content, year, chosen, index) ? chosen : null;
  const whole = chosen && withoutSplitCapital(chosen, index, value, suffix);
  if (whole) return whole;
  const glued = chosen && withGluedEtAl(chosen, index, value, suffix);
  return hanNamesBefore(content, end, index, value, suffix) ?? withoutHanWords(glued);
}

/** ‘W EAVER’: small capitals, of which conversion split off the large one. */
const SPLIT_CAPITAL = /(?<!\p{L})(\p{Lu})\s(?=\p{Lu}{3})/gu;

/** The works meant by names of which capitals were split off; null if there are none. */
function withoutSplitCapital(
  chosen: ChosenNames,
  index: ReferenceIndex,
  year: string | null,
  suffix: string,
): ChosenNames | null {
  const names = chosen.names.map((name) => name.replace(SPLIT_CAPITAL, '$1'));
  if (chosen.exact.length > 0 || names.every((name, i) => name === chosen.names[i])) return null;
  const { exact } = index.match(names, chosen.etAl, year, suffix);
  return exact.length > 0 ? { ...chosen, names, exact, near: [] } : null;
}

const GLUED_ET_AL = /(?<=\p{L}{3})\s?et\s?al\.?$/u;

/** ‘Weaveretal.’, where recognition of a page lost the spaces: the work that it means, or nobody. */
function withGluedEtAl(
  chosen: ChosenNames,
  index: ReferenceIndex,
  year: string | null,
  suffix: string,
): ChosenNames | null {
  const last = chosen.names.at(-1) ?? '';
  if (chosen.exact.length > 0 || chosen.etAl || !GLUED_ET_AL.test(last)) return chosen;
  const names = [...chosen.names.slice(0, -1), last.replace(GLUED_ET_AL, '')];
  const { exact } = index.match(names, true, year, suffix);
  return exact.length > 0 ? { ...chosen, names, etAl: true, exact, near: [] } : null;
}
