/**
 * EDTF level 1 (Extended Date/Time Format, Library of Congress 2019; ISO 8601-2): years, months, days and
 * seasons, approximate, uncertain or with unspecified digits. The only reader of dates, for claims and
 * bibliographies.
 */
import edtf, { parse } from 'edtf';

/** The smallest unit that a date gives. */
export type Precision = 'century' | 'decade' | 'year' | 'season' | 'month' | 'day';

export interface EdtfDate {
  /** With unspecified last digits, the first possible year. */
  readonly year: number;
  /** 1 to 12; null where not given or unspecified. */
  readonly month: number | null;
  /** 1 to 31; null where not given or unspecified. */
  readonly day: number | null;
  /** 1 to 4, from spring; null for no season. */
  readonly season: number | null;
  readonly precision: Precision;
  /** `2003~`, `2003%` */
  readonly isApproximate: boolean;
  /** `2003?`, `2003%` */
  readonly isUncertain: boolean;
  /** `199X`, `2004-XX`: some year or month of the span. */
  readonly isSome: boolean;
  /** First and last moment, in milliseconds since 1970; a season is three months of the northern year. */
  readonly from: number;
  readonly to: number;
}

/** One end of an interval. */
export type EdtfEnd = EdtfDate | 'open' | 'unknown';

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;
/** Longer than any date of level 1, in UTF-16 units: the package takes seconds for some long invalid input. */
const LONGEST = 40;
const CONSTRAINTS = { level: 1, types: ['Date', 'Season', 'Year'] };

/** Parses a date or season; null for anything else, also for an interval. Never throws. */
export function readEdtf(text: string): EdtfDate | null {
  return readPlainDate(text) ?? readByPackage(text);
}

/**
 * The ends of an interval: `..` is open, an empty end unknown. Each is parsed separately, since the package
 * rejects `2004-10/2004`, which is valid. Null where there is no `/`, or an end is no date.
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

/** A fast path for plain years, months and days, except for the year 0. */
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
    isSome: false,
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
      isSome: open !== 0,
    };
    if (parsed.type === 'Season') {
      const season = part! - 20;
      const month = 3 * season - 1;
      const [from, to] = [midnight(year, month, 1), midnight(year, month + 3, 1) - 1];
      return { ...base, season, precision: 'season', from, to };
    }
    if (parsed.type === 'Year') {
      // Date cannot represent years of more digits; multiples of the mean year are close enough.
      const [from, to] = [(year - 1970) * YEAR, (year - 1969) * YEAR - 1];
      return { ...base, precision: 'year', from, to };
    }
    const { min: from, max: to } = edtf(text, CONSTRAINTS);
    if (Number.isNaN(from) || Number.isNaN(to)) return null;
    const precision = precisionOf(parsed.values.length, open);
    const month = precision === 'month' || precision === 'day' ? part! + 1 : null;
    // The package accepts 29 February in every year.
    if (precision === 'day' && new Date(midnight(year, part!, day!)).getUTCDate() !== day) return null;
    return { ...base, month, day: precision === 'day' ? day! : null, precision, from, to };
  } catch {
    return null; // the package throws on whatever is not EDTF
  }
}

/** From the number of parts, and a bit for each unspecified digit of YYYYMMDD, lowest bit first. */
function precisionOf(parts: number, open: number): Precision {
  if (open & 4) return 'century';
  if (open & 8) return 'decade';
  if (parts === 1 || open & 48) return 'year';
  return parts === 2 || open & 192 ? 'month' : 'day';
}

/**
 * Midnight of a day in the proleptic Gregorian calendar, in milliseconds; unlike Date.UTC does not map the
 * years 0 to 99 to the 20th century.
 */
export function midnight(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}
