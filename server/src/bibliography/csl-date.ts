/** Dates as bibliographies write them, as CSL-JSON has them. */
import type { CslDate } from './model.ts';
import { readEdtf, type EdtfDate } from '../dates/edtf.ts';

/** The fields of CSL that hold dates. */
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
 * Reads an EDTF date or range (level 1, as biblatex takes it): `2004`, `2004-10-06`, `1996/2004`, `1996/..`,
 * `2003~`, `2004-21` (spring), `19XX`. Single digits of months and days, and a time of day, are read as well. Anything
 * else becomes a literal date; null for nothing.
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
  const isDoubtful = (date: EdtfDate | null): boolean =>
    date !== null && (date.isApproximate || date.isUncertain);
  const circa = isDoubtful(first) || isDoubtful(last) ? { circa: true } : {};
  // CSL-JSON writes an open end as a year that is no year.
  const range = end === undefined ? [] : [last ? partsOf(last) : [0]];
  return { 'date-parts': [partsOf(first), ...range], ...season, ...circa };
}

/** A date as bibliographies write it. Of one that does not exist, the month and the year, or the year alone. */
function dateOf(text: string): EdtfDate | null {
  const found = /^(-?)(\d{4,6}|\d{2}XX|\d{3}X)(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.+Z-]*)?([~?%]?)$/i.exec(
    text,
  );
  if (!found) return readEdtf(text);
  const [, sign, digits = '', month, day, mark] = found;
  const year = `${digits.length > 4 ? 'Y' : ''}${sign}${digits.toUpperCase()}`;
  const parts = [
    year,
    ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])),
  ];
  for (; parts.length > 0; parts.pop()) {
    const date = readEdtf(parts.join('-') + mark) ?? withoutMark(parts, mark);
    if (date) return date;
  }
  return null;
}

/** What may not bear a mark: a season, a year of many digits. */
function withoutMark(parts: readonly string[], mark: string | undefined): EdtfDate | null {
  const date = mark === '' ? null : readEdtf(parts.join('-'));
  return date && { ...date, isApproximate: mark !== '?', isUncertain: mark !== '~' };
}

function partsOf({ year, month, day }: EdtfDate): DateParts {
  return [year, month, day].filter((part) => part !== null);
}

/**
 * Joins BibTeX's `year`, `month` and `day`.
 * @returns The date and the letter after its year (`2005a`), if any; null for nothing.
 */
export function cslDateOfParts(
  year: string,
  month: string,
  day: string,
): { date: CslDate; suffix: string } | null {
  const written = year.trim();
  if (written === '') return null;
  const found = /^[([{]*(?:ca?\.?\s*)?(\d{4})([a-z])?[)\]}]*$/.exec(written);
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

/** One or two months: `10`, `oct`, `October`, `10~oct`, `September-October`, `sep/oct`. */
function monthsOf(month: string): number[] {
  const text = month.trim().toLowerCase();
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? [Number(text)] : [];
  const named = (text.match(/\p{L}+/gu) ?? []).map((word) => MONTHS.indexOf(word.slice(0, 3)) + 1);
  return named.filter((number) => number > 0).slice(0, 2);
}
