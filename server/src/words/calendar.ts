/** Days and months in the reader's language. */
import { language } from './say.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ONLY_MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
const WITH_DAY: Intl.DateTimeFormatOptions = { day: 'numeric', ...ONLY_MONTH };

/** `6 October`, or `October` where `day` is null or not in that month; both count from 1. */
export function dayInWords(month: number, day: number | null): string {
  const date = new Date(Date.UTC(2000, month - 1, day ?? 1));
  const isOne = day !== null && date.getUTCDate() === day;
  if (language() === 'en') return isOne ? `${day} ${MONTHS[month - 1]!}` : MONTHS[month - 1]!;
  return new Intl.DateTimeFormat(language(), {
    timeZone: 'UTC',
    month: 'long',
    ...(isOne ? { day: 'numeric' } : {}),
  }).format(isOne ? date : new Date(Date.UTC(2000, month - 1, 1)));
}

/**
 * `6 October 2004`, or `October 2004` where `day` is null. `year` is as it was written; months and days count from 1.
 * Years before the common era are counted by languages as they please, so that such a date stays in figures.
 */
export function monthInWords(year: string, month: number, day: number | null): string {
  if (language() === 'en')
    return [day === null ? '' : String(day), MONTHS[month - 1]!, year].filter(Boolean).join(' ');
  if (!/^\d{4}$/.test(year) || year === '0000')
    return [year, month, day].filter((part) => part !== null).join('-');
  const date = new Date(Date.UTC(2000, month - 1, day ?? 1));
  date.setUTCFullYear(Number(year));
  return new Intl.DateTimeFormat(language(), {
    timeZone: 'UTC',
    ...(day === null ? ONLY_MONTH : WITH_DAY),
  }).format(date);
}
