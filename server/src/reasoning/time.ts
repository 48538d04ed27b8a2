/**
 * Time: EDTF level 1 as spans of milliseconds, and how they meet.
 *
 * A time has two spans. The narrow one is what it says (`2003~` is 2003; a season is three months of the
 * northern year), and two claims speak of one time when their narrow spans meet: an approximate `when` never
 * makes a conflict of what would otherwise be two times. The widest is what it may mean (`2003~` is a year to
 * either side, a season any month of its year), and two dates given for one event exclude each other only when
 * their widest spans do not meet. Both choices err on the side of silence.
 */
import edtf, { parse } from 'edtf';
import type { Span, Time, TimeProblem } from './model.ts';
import { Remembered } from './remembered.ts';

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;
const LONGEST = 64;
const REMEMBERED = 4096;

/** Reads times and remembers them: the parser is slow (a tenth of a millisecond) and dates repeat. */
export class Times {
  private readonly known = new Remembered<string, Time | TimeProblem>(REMEMBERED);

  /** Never throws; white space at the ends is nothing. */
  read(text: string): Time | TimeProblem {
    const key = text.trim();
    let time = this.known.get(key);
    if (!time) {
      // A part of a document's text would keep all of it in memory.
      const own = ` ${key}`.slice(1);
      time = readTime(own);
      this.known.set(own, time);
    }
    return time;
  }
}

/** Whether what was read is a time and not a problem. */
export function isTime(time: Time | TimeProblem): time is Time {
  return 'span' in time;
}

/** Whether two spans share a moment. Symmetric; widening either never makes it false. */
export function meet(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether `inner` lies within `outer`. */
export function within(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

interface End extends Time {
  readonly known: boolean;
}

function readTime(text: string): Time | TimeProblem {
  if (text === '') return { message: 'Nothing is given: write a date such as 2004, 2004-10-06 or 1996/...' };
  if (text.length > LONGEST) return { message: `“${text.slice(0, 20)}…” is too long to be a date.` };
  const slash = text.indexOf('/');
  if (slash < 0) {
    const date = readDate(text);
    return date ?? { message: notADate(text) };
  }
  return readInterval(text, text.slice(0, slash), text.slice(slash + 1));
}

/** Both ends apart: the package refuses `2004-10/2004`, whose ends are well in order. */
function readInterval(text: string, first: string, last: string): Time | TimeProblem {
  const lower = readEnd(first, -Infinity);
  const upper = readEnd(last, Infinity);
  if (!lower || !upper) return { message: notADate(text) };
  if (first === '' && last === '') return { message: notADate(text) };
  const span = { from: lower.span.from, to: upper.span.to };
  if (span.to < span.from) return { message: `“${text}” ends before it begins.` };
  return {
    text,
    span,
    widest: { from: lower.widest.from, to: upper.widest.to },
    uncertain: lower.uncertain || upper.uncertain || !lower.known || !upper.known,
  };
}

/** `..` is an open end, nothing at all an unknown one. */
function readEnd(text: string, open: number): End | null {
  if (text === '..' || text === '') {
    const span = { from: open, to: open };
    return { text, span, widest: span, uncertain: false, known: text !== '' };
  }
  const date = readDate(text);
  return date && { ...date, known: true };
}

function readDate(text: string): Time | null {
  return readPlainDate(text) ?? readEdtf(text);
}

/** Years, months and days as most are written: as the package reads them, and sooner by far; the year 0 is left to it. */
function readPlainDate(text: string): Time | null {
  const found = /^(?!0000)(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|1\d|2[0-8]))?)?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  const from = utc(year, Math.max(0, month - 1), Math.max(1, day));
  const end = day ? from + DAY : month ? utc(year, month, 1) : utc(year + 1, 0, 1);
  const span = { from, to: end - 1 };
  return { text, span, widest: span, uncertain: false };
}

function readEdtf(text: string): Time | null {
  try {
    const constraints = { level: 1, types: ['Date', 'Season', 'Year'] };
    const parsed = parse(text, constraints);
    const uncertain = Boolean(parsed.uncertain);
    const [year = 0, part = 0] = parsed.values;
    if (parsed.type === 'Season') {
      const widest = { from: utc(year, 0, 1), to: utc(year + 1, part === 24 ? 2 : 0, 1) - 1 };
      const month = 2 + 3 * (part - 21);
      return {
        text,
        span: { from: utc(year, month, 1), to: utc(year, month + 3, 1) - 1 },
        widest,
        uncertain,
      };
    }
    if (parsed.type === 'Year') {
      // Years of more than four digits lie beyond what Date can hold; the mean year is near enough there.
      const span = { from: (year - 1970) * YEAR, to: (year - 1969) * YEAR - 1 };
      return { text, span, widest: span, uncertain };
    }
    const { min: from, max: to } = edtf(text, constraints);
    if (Number.isNaN(from) || Number.isNaN(to)) return null;
    const span = { from, to };
    return { text, span, widest: parsed.approximate ? about(span, parsed) : span, uncertain };
  } catch {
    return null; // the package throws on whatever is not EDTF: the caller says so in words
  }
}

/** One more of the smallest unit given to either side: a day, a month, a year, a decade, a century. */
function about(span: Span, parsed: { values: readonly number[]; unspecified?: number }): Span {
  const [from, to] = [new Date(span.from), new Date(span.to + 1)];
  const unspecified = parsed.unspecified ?? 0;
  const years = unspecified & 4 ? 100 : unspecified & 8 ? 10 : parsed.values.length === 1 ? 1 : 0;
  if (years || unspecified & 48) {
    const step = years || 1;
    return {
      from: from.setUTCFullYear(from.getUTCFullYear() - step),
      to: to.setUTCFullYear(to.getUTCFullYear() + step) - 1,
    };
  }
  if (parsed.values.length === 2 || unspecified & 192)
    return { from: from.setUTCMonth(from.getUTCMonth() - 1), to: to.setUTCMonth(to.getUTCMonth() + 1) - 1 };
  return { from: span.from - DAY, to: span.to + DAY };
}

/** Midnight of a day in the proleptic calendar; unlike Date.UTC it takes the years 0 to 99 as they stand. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

function notADate(text: string): string {
  if (/^\d{4}\s*[–—-]\s*\d{4}$/.test(text)) {
    const [first, last] = text.split(/\s*[–—-]\s*/);
    return `“${text}” is not a date: a span of time is written ${first}/${last}.`;
  }
  if (/^\d{4}\s*\.\.\s*\d{4}$/.test(text)) {
    const [first, last] = text.split(/\s*\.\.\s*/);
    return `“${text}” is not a date: a span of time is written ${first}/${last}.`;
  }
  if (/^(?:c|ca|circa|about)\b/i.test(text) || text.startsWith('~')) {
    const year = /\d{4}/.exec(text)?.[0];
    if (year) return `“${text}” is not a date: an approximate year is written ${year}~.`;
  }
  return `“${text}” is not a date: write it as 2004, 2004-10, 2004-10-06, 1996/2001, 1996/.., 2003~ or 2003?.`;
}
