/** From dates as written in bibliographies to CSL dates. */
import type { CslDate } from './model.ts';
import { readEdtf, type EdtfDate } from '../dates/edtf.ts';

/** The date fields of CSL. */
export const DATE_FIELDS = [
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
] as const;

type DateParts = number[];

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/**
 * Parses an EDTF date or range (level 1, as biblatex reads it): `2004`, `2004-10-06`, `1996/2004`, `1996/..`,
 * `2003~`, `2004-21` (spring). Accepts months and days of one digit, and a time of day. Anything else becomes
 * a literal date: `199X`, `1969-70`, `1850/51`, `c. 1850`. Null for an empty string.
 */
export function cslDateOf(written: string): CslDate | null {
  const text = written.trim();
  if (text === '') return null;
  const ends = text.split('/').map((end) => end.trim());
  if (ends.length > 2) return { literal: text };
  const [start = '', end] = ends;
  const first = dateOf(start);
  const last = end === undefined ? null : dateOf(end);
  const isOpen = (written: string | undefined): boolean => written === '' || written === '..';
  if (!first) return last && isOpen(start) ? { literal: `until ${last.year}` } : { literal: text };
  if (end !== undefined && !last && !isOpen(end)) return { literal: text };
  const season = first.season === null ? {} : { season: first.season };
  // As in Pandoc `2003?` is 2003: CSL has “circa”, but no uncertainty.
  const circa = first.isApproximate || last?.isApproximate ? { circa: true } : {};
  // CSL-JSON represents an open end as the year 0.
  const range = end === undefined ? [] : [last ? partsOf(last) : [0]];
  return { 'date-parts': [partsOf(first), ...range], ...season, ...circa };
}

/** One date as written in bibliographies. For a day that does not exist, its month and year. */
function dateOf(text: string): EdtfDate | null {
  const found = /^(-?)(\d{4,6}|\d{2}XX|\d{3}X)(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.+Z-]*)?([~?%]?)$/i.exec(
    text,
  );
  if (!found) return wholeYears(readEdtf(text));
  const [, sign, digits = '', month, day, mark] = found;
  // `1969-70` and `1947-8` are two years, or ambiguous.
  if (month !== undefined && day === undefined && (month.length < 2 || !isMonth(Number(month)))) return null;
  const year = `${digits.length > 4 ? 'Y' : ''}${sign}${digits.toUpperCase()}`;
  const parts = [
    year,
    ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])),
  ];
  for (; parts.length > 0; parts.pop()) {
    const date = readEdtf(parts.join('-') + mark) ?? withoutMark(parts, mark);
    if (date) return wholeYears(date);
  }
  return null;
}

/** A month, or one of EDTF's seasons. */
function isMonth(number: number): boolean {
  return (number >= 1 && number <= 12) || (number >= 21 && number <= 24);
}

/** CSL has no decades or centuries: `199X` is not the year 1990. */
function wholeYears(date: EdtfDate | null): EdtfDate | null {
  return date === null || date.precision === 'decade' || date.precision === 'century' ? null : date;
}

/** Dates that may not have a qualifier: a season, or a year of many digits. */
function withoutMark(parts: readonly string[], mark: string | undefined): EdtfDate | null {
  const date = mark === '' ? null : readEdtf(parts.join('-'));
  return date && { ...date, isApproximate: mark !== '?', isUncertain: mark !== '~' };
}

/** EDTF has a year 0, which is 1 BC; CSL counts years BC as historians do. */
function partsOf({ year, month, day }: EdtfDate): DateParts {
  return [year > 0 ? year : year - 1, month, day].filter((part) => part !== null);
}

/**
 * Joins BibTeX's `year`, `month` and `day` (Pandoc’s `getOldDate`).
 * @returns The date, and the letter after its year (`2005a`) if any; null where all are empty.
 */
export function cslDateOfParts(
  year: string,
  month: string,
  day: string,
): { date: CslDate; suffix: string } | null {
  const written = year.trim();
  if (written === '') return null;
  if (/^(?!\d{4}$)-?[1-9]\d{0,4}$/.test(written))
    return { date: { 'date-parts': [[Number(written)]] }, suffix: '' };
  const found = /^\{?(\d{4})([a-z])?\}?$/.exec(written);
  if (!found) return { date: cslDateOf(written.replace(/(\d{4})\s*[-–]+\s*(\d{4})$/, '$1/$2'))!, suffix: '' };
  const parts = [Number(found[1])];
  const season = SEASONS.indexOf(month.trim().toLowerCase().replace('fall', 'autumn'));
  if (season >= 0) return { date: { 'date-parts': [parts], season: season + 1 }, suffix: found[2] ?? '' };
  const months = monthsOf(month);
  const days = (/\d{1,2}/.exec(day) ?? /(?<=[a-z~.\s])\d{1,2}/i.exec(month))?.[0];
  if (months.length > 0) parts.push(months[0]!);
  const until = months.length > 1 ? [[parts[0]!, months[1]!]] : [];
  if (months.length === 1 && days !== undefined && Number(days) >= 1 && Number(days) <= 31)
    parts.push(Number(days));
  return { date: { 'date-parts': [parts, ...until] }, suffix: found[2] ?? '' };
}

/** One or two months: `10`, `oct`, `October`, `10~oct`, `September-October`, `sep/oct` (Pandoc’s `parseMonth`). */
function monthsOf(month: string): number[] {
  const text = month.trim().toLowerCase();
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? [Number(text)] : [];
  const named = (text.match(/\p{L}+/gu) ?? []).map((word) => MONTHS.indexOf(word.slice(0, 3)) + 1);
  return named.filter((number) => number > 0).slice(0, 2);
}
