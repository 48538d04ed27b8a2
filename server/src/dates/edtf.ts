/**
 * Dates in EDTF level 1 (Extended Date/Time Format, Library of Congress 2019; ISO 8601-2): years, months, days and
 * seasons, approximate, uncertain or with digits left open. Claims and bibliographies are read by this alone.
 */
import edtf, { parse } from 'edtf';

/** The smallest part of a date that is given. */
export type Precision = 'century' | 'decade' | 'year' | 'season' | 'month' | 'day';

export interface EdtfDate {
  /** Where its last digits are left open, the first year that it may be. */
  readonly year: number;
  /** 1 to 12; null where it is not given, or left open. */
  readonly month: number | null;
  /** 1 to 31; null where it is not given, or left open. */
  readonly day: number | null;
  /** 1 to 4, spring first; null where it is no season. */
  readonly season: number | null;
  readonly precision: Precision;
  /** `2003~`, `2003%` */
  readonly isApproximate: boolean;
  /** `2003?`, `2003%` */
  readonly isUncertain: boolean;
  /** Its first and last moment, in milliseconds since 1970; of a season three months of the northern year. */
  readonly from: number;
  readonly to: number;
}

/** What stands on either side of the `/` of an interval. */
export type EdtfEnd = EdtfDate | 'open' | 'unknown';

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;
/** No date of level 1 is as long; the package takes seconds for what only begins like one of another level. */
const LONGEST = 40;
const CONSTRAINTS = { level: 1, types: ['Date', 'Season', 'Year'] };

/** Reads a date or season; null for anything else, an interval among it. Never throws. */
export function readEdtf(text: string): EdtfDate | null {
  return readPlainDate(text) ?? readByPackage(text);
}

/**
 * The ends of an interval: `..` is open, nothing at all unknown. Each is read apart, since the package refuses
 * `2004-10/2004`, whose ends are well in order. Null where there is no `/`, or an end is no date.
 */
export function readEdtfInterval(text: string): { readonly first: EdtfEnd; readonly last: EdtfEnd } | null {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const [first, last] = [readEnd(text.slice(0, slash)), readEnd(text.slice(slash + 1))];
  return first && last && { first, last };
}

function readEnd(text: string): EdtfEnd | null {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : readEdtf(text);
}

/** Years, months and days as most are written, read sooner by far than the package does; the year 0 is left to it. */
function readPlainDate(text: string): EdtfDate | null {
  const found = /^(?!0000)(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|1\d|2[0-8]))?)?$/.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  const month = found[2] === undefined ? null : Number(found[2]);
  const day = found[3] === undefined ? null : Number(found[3]);
  const from = midnight(year, (month ?? 1) - 1, day ?? 1);
  const end = day ? from + DAY : month ? midnight(year, month, 1) : midnight(year + 1, 0, 1);
  return {
    year,
    month,
    day,
    season: null,
    precision: day ? 'day' : month ? 'month' : 'year',
    isApproximate: false,
    isUncertain: false,
    from,
    to: end - 1,
  };
}

function readByPackage(text: string): EdtfDate | null {
  if (text.length > LONGEST) return null;
  try {
    const parsed = parse(text, CONSTRAINTS);
    const [year = 0, part, day] = parsed.values;
    const open = parsed.unspecified ?? 0;
    const base = {
      year,
      month: null,
      day: null,
      season: null,
      isApproximate: Boolean(parsed.approximate),
      isUncertain: Boolean(parsed.uncertain),
    };
    if (parsed.type === 'Season') {
      const season = part! - 20;
      const month = 3 * season - 1;
      const [from, to] = [midnight(year, month, 1), midnight(year, month + 3, 1) - 1];
      return { ...base, season, precision: 'season', from, to };
    }
    if (parsed.type === 'Year') {
      // Years of more than four digits lie beyond what Date can hold; the mean year is near enough there.
      const [from, to] = [(year - 1970) * YEAR, (year - 1969) * YEAR - 1];
      return { ...base, precision: 'year', from, to };
    }
    const { min: from, max: to } = edtf(text, CONSTRAINTS);
    if (Number.isNaN(from) || Number.isNaN(to)) return null;
    const precision = precisionOf(parsed.values.length, open);
    const month = precision === 'month' || precision === 'day' ? part! + 1 : null;
    // The package lets every year have a 29th of February.
    if (precision === 'day' && new Date(midnight(year, part!, day!)).getUTCDate() !== day) return null;
    return { ...base, month, day: precision === 'day' ? day! : null, precision, from, to };
  } catch {
    return null; // the package throws on whatever is not EDTF
  }
}

/** By how many parts are written, and a bit for each digit of YYYYMMDD that is left open, that of the first the lowest. */
function precisionOf(parts: number, open: number): Precision {
  if (open & 4) return 'century';
  if (open & 8) return 'decade';
  if (parts === 1 || open & 48) return 'year';
  return parts === 2 || open & 192 ? 'month' : 'day';
}

/** Midnight of a day in the proleptic calendar; unlike Date.UTC it takes the years 0 to 99 as they stand. */
export function midnight(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}
