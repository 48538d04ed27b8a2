import { readLocator } from '../pages/printed-locator.ts';
import type { ReadLocator } from '../pages/printed-locator.ts';
import type { TextRange } from '../text/range.ts';

/** The year of a citation, with the locator after it. */
export interface CitedDate {
  readonly year: string | null;
  readonly suffix: string;
  readonly range: TextRange;
  readonly locator: ReadLocator | null;
  /** ‘1964/1970’, ‘1964 [1970]’: the other year. */
  readonly edition?: string;
  /** The offset after the year and its locator. */
  readonly to: number;
}

export interface CitedDates {
  readonly dates: readonly CitedDate[];
  readonly to: number;
  /** Whether it is a period such as 2002–2012. */
  readonly isPeriod: boolean;
}

/** Source of a case-insensitive regular expression that every year or substitute matches. */
export const YEAR_NEEDS = String.raw`\d{2}|forthcoming|in press|\bn\.\s?d\.|s\.\s?[adf]\.|o\.\s?J\.`;

const YEAR_ANYWHERE =
  /(?:(1[4-9]\d\d|20\d\d)(?:([a-rt-z]|(?<!0)s)|[ \u00a0]([a-h])(?=\s?(?:[,;:)\]]|$)|\s(?:and|und|u\.|a\.|&|et|y|e)\s[b-h](?!\p{L})))?(?![\p{L}\p{N}%]|\.\d|,\d{3})|(?:forthcoming|in press|n\.\s?d\.|s\.\s?[adf]\.|o\.\s?J\.)(?!\p{L}))/gu;
/** What may precede four digits that are no year: part of a longer number, a name, a date, an amount. */
const NO_YEAR_BEHIND = /[\p{L}\p{N}\-–—/.:§$€£¥#]/u;

/** The first year in `text`, from `offset` on, that may be cited; null where there is none. */
export function yearAfter(
  text: string,
  offset: number,
): { index: number; to: number; year: string | null; suffix: string } | null {
  YEAR_ANYWHERE.lastIndex = offset;
  for (let match = YEAR_ANYWHERE.exec(text); match; match = YEAR_ANYWHERE.exec(text)) {
    const { index } = match;
    if (
      index > 0 &&
      NO_YEAR_BEHIND.test(text[index - 1]!) &&
      !/\sal\.$/.test(text.slice(Math.max(0, index - 4), index))
    )
      continue;
    return { index, to: index + match[0].length, year: match[1] ?? null, suffix: match[2] ?? match[3] ?? '' };
  }
  return null;
}

const YEAR_HERE =
  /(?:(1[4-9]\d\d|20\d\d)(?:([a-rt-z]|(?<!0)s)|[ \u00a0]([a-h])(?=\s?(?:[,;:)\]]|$)|\s(?:and|und|u\.|a\.|&|et|y|e)\s[b-h](?!\p{L})))?(?![\p{L}\p{N}%])|(?:forthcoming|in press|n\.\s?d\.|s\.\s?[adf]\.|o\.\s?J\.)(?!\p{L}))/uy;
const PERIOD = /\s?[-–—/]\s?(\d{2,4})(?!\d)/y;
const PERIOD_BEHIND = /^\d{4}\s?[-–—/]\s?((?:\d{2}){1,2})(?!\d)/;

/** ‘2008-2009’, ‘2008/09’ at an offset as ‘2008–2009’, by which entries of several years are found; or null. */
export function periodAt(text: string, at: number, year: string): string | null {
  const behind = PERIOD_BEHIND.exec(text.slice(at, at + 14))?.[1];
  if (behind === undefined) return null;
  const last = year.slice(0, 4 - behind.length) + behind;
  return last > year && /^(?:1[4-9]|20)/.test(last) ? `${year}–${last}` : null;
}

const FIRST_EDITION =
  /(?:\s?\[\s?(?:1[4-9]|20)\d\d(?:\s?[-–—/]\s?(?:\d{2}){1,2})?\s?\]|\s?(?:,?\/|\()\s?1[4-9]\d\d\s?\)?)/y;
const COLON = /\s?[:：]\s?/y;
const COMMA = /\s?[,，]\s?/y;
const MORE = /\s?(?:[,，]|and|&|und|et|y|e)\s?/y;
const LETTER = /(?:\s?[,&/+–-]\s?|\s(?:and|und|et|y|e)\s)([b-z])(?![\p{L}\p{N}.'’])/uy;
const ENDS = /^\s?(?:$|[,;，；)）\]])/;

/**
 * Reads years and locators from `at`, where a year begins: `2009: 205`, `2009a, 2009b`, `2013, pp. 3–5`,
 * `1971 [1929]: 5`. `end` bounds the reading. Null if there is no year.
 */
export function readDates(text: string, at: number, end: number): CitedDates | null {
  const inside = text.slice(0, end);
  const dates: CitedDate[] = [];
  let isPeriod = false;
  let position = at;
  while (dates.length < 20) {
    const match = exec(YEAR_HERE, inside, position);
    if (!match) break;
    const year = match[1] ?? null;
    const range = { from: position, to: position + match[0].length };
    position = range.to;
    const period = exec(PERIOD, inside, position);
    const edition = exec(FIRST_EDITION, inside, position);
    if (edition) position += edition[0].length;
    else if (period) {
      // 1993-94 may be the years of a volume; 2002–2012 is a period.
      if (period[1]!.length === 4 || Number(period[1]) !== (Number(match[1]) + 1) % 100) isPeriod = true;
      position += period[0].length;
    }
    const locator = locatorAt(inside, position);
    if (locator) position = locator.range.to;
    const other = edition && /\d{4}/.exec(edition[0])?.[0];
    dates.push({
      year,
      suffix: match[2] ?? match[3] ?? '',
      range,
      locator,
      to: position,
      ...(other ? { edition: other } : {}),
    });
    const letter = exec(LETTER, inside, position);
    if (letter && (match[2] ?? match[3])) {
      const from = position + letter[0].length - 1;
      position += letter[0].length;
      const next = locatorAt(inside, position);
      if (next) position = next.range.to;
      dates.push({ year, suffix: letter[1]!, range: { from, to: from + 1 }, locator: next, to: position });
    }
    const more = exec(MORE, inside, position);
    if (!more || !exec(YEAR_HERE, inside, position + more[0].length)) break;
    position += more[0].length;
  }
  return dates.length === 0 ? null : { dates, to: position, isPeriod };
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** ‘(Weaver 1990, Page 1996a)’: an author of the name Page. */
const NAME_AND_YEAR = /^\p{Lu}\p{Ll}{3,}\s(?:1[4-9]|20)\d\d[a-z]?(?![\p{L}\p{N}–-])/u;

function locatorAt(text: string, at: number): ReadLocator | null {
  const colon = exec(COLON, text, at);
  if (colon) {
    const found = readLocator(text, at + colon[0].length, true);
    if (found && ENDS.test(text.slice(found.range.to, found.range.to + 2))) return found;
    return null;
  }
  const comma = exec(COMMA, text, at);
  const from =
    at + (comma?.[0].length ?? 0) + (comma ? 0 : (/^\s/.exec(text.slice(at, at + 1))?.[0].length ?? 0));
  const labelled = readLocator(text, from, false);
  if (labelled && (comma || from > at))
    return NAME_AND_YEAR.test(text.slice(from, from + 20)) ? null : labelled;
  if (!comma) return null;
  const bare = readLocator(text, from, true);
  if (!bare || /^(?:1[4-9]|20)\d\d(?:[a-z]|[-–]\d{2,4})?$/.test(bare.value) || /^[ivxlc]/i.test(bare.value))
    return null;
  return ENDS.test(text.slice(bare.range.to, bare.range.to + 2)) ? bare : null;
}
