/**
 * Time: EDTF level 1 as spans of milliseconds, and whether they meet.
 *
 * A time has two spans. The narrow one is what it says: `2003~` is 2003, a season is three months of the
 * northern year. Two claims are about one time when their narrow spans meet, so an approximate `when` never
 * turns two times into a conflict. The widest is what it may mean: `2003~` is a year to either side, a season
 * any month of its year. Two dates of one event exclude each other only when their widest spans do not meet.
 * Both choices avoid false alarms.
 */
import { listOf, say } from '../words/say.ts';
import type { Span, Time, TimeProblem } from './model.ts';
import { Remembered } from './remembered.ts';
import { midnight, readEdtf, readEdtfInterval, type EdtfDate, type EdtfEnd } from '../dates/edtf.ts';

const DAY = 86_400_000;
const LONGEST = 64;
const REMEMBERED = 4096;

/** Parses times, with a cache: the parser takes a tenth of a millisecond, and dates repeat. */
export class Times {
  private readonly known = new Remembered<string, Time | TimeProblem>(REMEMBERED);

  /** Never throws. White space at the ends is ignored. */
  read(text: string): Time | TimeProblem {
    const key = text.trim();
    let time = this.known.get(key);
    if (!time) {
      // A slice would keep the whole document's text in memory: V8 slices share their parent string.
      const own = ` ${key}`.slice(1);
      time = readTime(own);
      this.known.set(own, time);
    }
    return time;
  }
}

/** Whether the result is a time, not a problem. */
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

/** Whether two times that meet do so for certain: `199X` and 1995 may be different years. Symmetric. */
export function surelyMeet(a: Time, b: Time): boolean {
  if (a.sure === a.span && b.sure === b.span) return true;
  return (
    (a.sure !== null && b.sure !== null && meet(a.sure, b.sure)) ||
    (b.sure !== null && within(a.span, b.sure)) ||
    (a.sure !== null && within(b.span, a.sure))
  );
}

function readTime(text: string): Time | TimeProblem {
  if (text === '')
    return {
      message: say('Nothing is given: write a date such as {examples}.', {
        examples: listOf(['2004', '2004-10-06', '1996/..'], 'or'),
      }),
    };
  if (text.length > LONGEST)
    return { message: say('“{beginning}…” is too long to be a date.', { beginning: text.slice(0, 20) }) };
  if (text.includes('/')) return readInterval(text);
  const date = readEdtf(text);
  return date ? timeOf(text, date) : { message: notADate(text) };
}

function readInterval(text: string): Time | TimeProblem {
  const ends = readEdtfInterval(text);
  if (!ends || text === '/') return { message: notADate(text) };
  const lower = endOf(ends.first, -Infinity);
  const upper = endOf(ends.last, Infinity);
  const span = { from: lower.span.from, to: upper.span.to };
  if (span.to < span.from) return { message: say('“{text}” ends before it begins.', { text }) };
  const widest = { from: lower.widest.from, to: upper.widest.to };
  const sure = lower.sure && upper.sure ? span : between(ends.first, ends.last, span);
  return { text, span, widest, sure, uncertain: lower.uncertain || upper.uncertain };
}

/** What lies between two ends whatever unspecified years they are. */
function between(first: EdtfEnd, last: EdtfEnd, span: Span): Span | null {
  const from = typeof first === 'object' && first.isSome ? first.to : span.from;
  const to = typeof last === 'object' && last.isSome ? last.from : span.to;
  return from <= to ? { from, to } : null;
}

type Meant = Omit<Time, 'text'>;

function endOf(end: EdtfEnd, open: number): Meant {
  if (typeof end === 'object') return meantBy(end);
  const span = { from: open, to: open };
  return { span, widest: span, sure: span, uncertain: end === 'unknown' };
}

function timeOf(text: string, date: EdtfDate): Time {
  return { text, ...meantBy(date) };
}

function meantBy(date: EdtfDate): Meant {
  const span = { from: date.from, to: date.to };
  const sure = date.isSome ? null : span;
  return { span, widest: widestOf(date, span), sure, uncertain: date.isUncertain };
}

function widestOf(date: EdtfDate, span: Span): Span {
  const { year, season } = date;
  // A winter may extend into the next year.
  if (season !== null)
    return { from: midnight(year, 0, 1), to: midnight(year + 1, season === 4 ? 2 : 0, 1) - 1 };
  return date.isApproximate ? about(span, date) : span;
}

/** A span widened on both sides by its smallest unit: a day, a month, a year, a decade, a century. */
function about(span: Span, { precision }: EdtfDate): Span {
  const [from, to] = [new Date(span.from), new Date(span.to + 1)];
  const years = precision === 'century' ? 100 : precision === 'decade' ? 10 : precision === 'year' ? 1 : 0;
  if (years > 0)
    return {
      from: from.setUTCFullYear(from.getUTCFullYear() - years),
      to: to.setUTCFullYear(to.getUTCFullYear() + years) - 1,
    };
  if (precision === 'month')
    return { from: from.setUTCMonth(from.getUTCMonth() - 1), to: to.setUTCMonth(to.getUTCMonth() + 1) - 1 };
  return { from: span.from - DAY, to: span.to + DAY };
}

/** Dates as they may be written. */
const DATE_FORMS = ['2004', '2004-10', '2004-10-06', '1996/2001', '1996/..', '2003~', '2003?'];

function notADate(text: string): string {
  const [, day] = /(?:^|\/)(\d{4}-\d\d-\d\d)[~?%]?(?:\/|$)/.exec(text) ?? [];
  if (day !== undefined && !readEdtf(day))
    return say('“{day}” is not a date: the calendar has no such day.', { day });
  if (/^\d{4}\s*[–—-]\s*\d{4}$/.test(text)) {
    const [first, last] = text.split(/\s*[–—-]\s*/);
    return say('“{text}” is not a date: a span of time is written {span}.', {
      text,
      span: `${first}/${last}`,
    });
  }
  if (/^\d{4}\s*\.\.\s*\d{4}$/.test(text)) {
    const [first, last] = text.split(/\s*\.\.\s*/);
    return say('“{text}” is not a date: a span of time is written {span}.', {
      text,
      span: `${first}/${last}`,
    });
  }
  if (/^(?:c|ca|circa|about)\b/i.test(text) || text.startsWith('~')) {
    const year = /\d{4}/.exec(text)?.[0];
    if (year)
      return say('“{text}” is not a date: an approximate year is written {form}.', {
        text,
        form: `${year}~`,
      });
  }
  return say('“{text}” is not a date: write it as {forms}.', { text, forms: listOf(DATE_FORMS, 'or') });
}
