/** Dates, amounts and names of properties as plain words. */
import type { PropertyType } from '../workspace/project.ts';
import type { Operator } from './model.ts';
import { readEdtf } from '../dates/edtf.ts';
import { monthInWords } from '../words/calendar.ts';
import { deferred, say } from '../words/say.ts';
import { hedgeOf } from './hedges.ts';

/** Whether a value is yes or no. */
export function isTruth(value: string): boolean {
  return /^(?:yes|no|true|false)$/i.test(value);
}

/** The type of a property that no declaration gives, by a value of it. */
export function typeByLooks(value: string): PropertyType {
  if (isTruth(value)) return 'boolean';
  if (/^\d[\d.,]*(?:\s|$|\.\.|\+)/.test(hedgeOf(value).rest)) return 'quantity';
  return /^\d{4}[-/~?%]|^\.\.\/\d{4}/.test(value) ? 'date' : 'choice';
}

/** Words of `trusted-by-crew`, `trusted_by_crew`, `trustedByCrew`. */
export function wordsOf(property: string): string[] {
  if (/^[a-z]+$/.test(property)) return [property];
  // Most are in lower case: split at hyphens only.
  const hyphenated = property.toLowerCase() === property ? property : apart(property);
  return hyphenated.split(/[-_]+/).filter(Boolean);
}

function apart(property: string): string {
  return property.replace(/(?<=\p{Ll})\p{Lu}(?=\p{Ll})/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** The name of a property as words: `trusted by crew`. */
export function propertyInWords(property: string): string {
  return wordsOf(property).join(' ');
}

/** An amount with what it is compared by: `at least 3000`, `about 80`, `80 to 90`. */
export function amountInWords(operator: Operator, value: string, isCounted = false): string {
  const amount = plainAmount(value, isCounted);
  switch (operator) {
    case '>':
      return say('more than {amount}', { amount });
    case '>=':
      return say('at least {amount}', { amount });
    case '<':
      return say('{isCounted, select, true {fewer} other {less}} than {amount}', { isCounted, amount });
    case '<=':
      return say('at most {amount}', { amount });
    case '=':
    case '!=':
      return amount;
  }
}

function plainAmount(value: string, isCounted: boolean): string {
  const amount = value.replace(/^[~≈]\s*/, '');
  const plain = rangeInWords(amount, isCounted);
  return amount === value ? plain : say('about {amount}', { amount: plain });
}

function rangeInWords(amount: string, isCounted: boolean): string {
  const [, from, to] = /^(.*?)\s*\.\.\s*(.*)$/s.exec(amount) ?? [];
  if (from === undefined || to === undefined) return amount;
  if (to === '') return say('{amount} or more', { amount: from });
  return from === ''
    ? say('{amount} or {isCounted, select, true {fewer} other {less}}', { amount: to, isCounted })
    : say('{from} to {to}', { from, to });
}

const SEASONS: readonly string[] = [
  deferred('spring {year}'),
  deferred('summer {year}'),
  deferred('autumn {year}'),
  deferred('winter {year}'),
];

/** An EDTF date or interval in words, without a preposition: `about 2003`, `6 October 2004`, `1996–2001`. */
export function plainDate(edtf: string): string {
  if (/^\d{4}$/.test(edtf)) return edtf;
  if (edtf.includes('/')) {
    const [first = '', last = ''] = edtf.split('/');
    const closed = (end: string) => end !== '' && end !== '..';
    if (closed(first) && closed(last))
      return say('{from} to {to}', { from: plainDate(first), to: plainDate(last) });
    if (closed(first)) return say('{date} on', { date: plainDate(first) });
    return closed(last) ? say('the time to {date}', { date: plainDate(last) }) : say('any time');
  }
  const date = readEdtf(edtf.trim());
  if (!date) return edtf;
  const written = edtf.trim().replace(/[~?%]$/, '');
  const year = written.slice(0, written.indexOf('-', 1));
  const season = date.season === null ? undefined : SEASONS[date.season - 1];
  const plain =
    season !== undefined
      ? say(season, { year })
      : date.month === null
        ? written
        : monthInWords(year, date.month, date.day);
  if (date.isUncertain) return say('perhaps {date}', { date: plain });
  return date.isApproximate ? say('about {date}', { date: plain }) : plain;
}

/** A date as an answer of its own: `October 2004 or later`, `between 1990 and 1993`, `after 1996`. */
export function dateAsAnswer(operator: Operator, value: string): string {
  const [first = '', last] = value.split('/');
  if (operator === '>') return say('after {date}', { date: plainDate(value) });
  if (operator === '<') return say('before {date}', { date: plainDate(value) });
  if (operator === '>=') return orLater(value);
  if (operator === '<=') return orEarlier(value);
  if (last === undefined) return plainDate(first);
  if (last === '..' || last === '') return orLater(first);
  if (first === '..' || first === '') return orEarlier(last);
  return say('between {from} and {to}', { from: plainDate(first), to: plainDate(last) });
}

function orLater(edtf: string): string {
  return say('{date} or later', { date: plainDate(edtf) });
}

function orEarlier(edtf: string): string {
  return say('{date} or earlier', { date: plainDate(edtf) });
}
