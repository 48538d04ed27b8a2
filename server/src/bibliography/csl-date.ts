/** Dates as bibliographies write them, as CSL-JSON has them. */
import type { CslDate } from './model.ts';

type DateParts = number[];

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/**
 * Reads an EDTF date or range (level 1, as biblatex takes it): `2004`, `2004-10-06`, `1996/2004`, `1996/..`,
 * `2003~`, `2004-21` (spring), `19XX`. Anything else becomes a literal date; null for nothing.
 */
export function cslDateOf(written: string): CslDate | null {
  const text = written.trim();
  if (text === '') return null;
  const ends = text.split('/');
  if (ends.length > 2) return { literal: text };
  const first = edtfParts(ends[0]!);
  if (!first) return openStart(ends, text);
  const uncertain = /[~?%]/.test(text) ? { circa: true } : {};
  const season = first.season === null ? {} : { season: first.season };
  if (ends.length === 1) return { 'date-parts': [first.parts], ...season, ...uncertain };
  const last = ends[1]!.trim() === '' || ends[1]!.trim() === '..' ? null : edtfParts(ends[1]!);
  // CSL-JSON writes an open end as a year that is no year.
  return { 'date-parts': [first.parts, last ? last.parts : [0]], ...season, ...uncertain };
}

function openStart(ends: readonly string[], text: string): CslDate {
  const last = ends.length === 2 && /^(?:\.\.)?$/.test(ends[0]!.trim()) ? edtfParts(ends[1]!) : null;
  return last ? { literal: `until ${last.parts[0]}` } : { literal: text };
}

function edtfParts(text: string): { parts: DateParts; season: number | null } | null {
  const found = /^(-?\d{4,6}|\d{2}XX|\d{3}X)(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.+Z-]*)?[~?%]?$/i.exec(
    text.trim(),
  );
  if (!found) return null;
  const year = Number(found[1]!.replace(/X/gi, '0'));
  if (found[2] === undefined) return { parts: [year], season: null };
  const month = Number(found[2]);
  if (month >= 21 && month <= 24) return { parts: [year], season: month - 20 };
  if (month < 1 || month > 12) return { parts: [year], season: null };
  const day = Number(found[3] ?? 0);
  return { parts: day >= 1 && day <= 31 ? [year, month, day] : [year, month], season: null };
}

/**
 * Joins BibTeX's `year`, `month` and `day`.
 * @returns The date and the letter behind its year (`2005a`), if any; null for nothing.
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
