/** Validation of CSL items from files, and sketches of them. */
import { cslDateOf, DATE_FIELDS } from './csl-date.ts';
import { foldSpace } from './latex-text.ts';
import type { CslDate, CslItem, CslName, EntrySketch } from './model.ts';
import { spokenName } from './spoken-name.ts';

/** The name fields of CSL. */
export const NAME_FIELDS: readonly string[] =
  'author chair collection-editor compiler composer container-author contributor curator director editor editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator'.split(
    ' ',
  );
const NAMES: ReadonlySet<string> = new Set(NAME_FIELDS);
const DATES: ReadonlySet<string> = new Set(DATE_FIELDS);
/** The parts of a name in CSL. */
export const NAME_PARTS = [
  'family',
  'given',
  'non-dropping-particle',
  'dropping-particle',
  'suffix',
  'literal',
] as const;

/**
 * Reads plain data as a CSL item. Data of the wrong shape is corrected where its meaning is obvious (a date
 * or a name as a string), else dropped. So users of the item need no checks.
 * @returns null when the data is no mapping.
 */
export function cslItemOf(data: unknown, id: string): CslItem | null {
  if (!isRecord(data)) return null;
  const item: Record<string, unknown> = { id, type: textOf(data['type']) ?? 'document' };
  for (const [name, value] of Object.entries(data)) {
    if (name === 'id' || name === 'type' || name === '__proto__') continue;
    const clean = NAMES.has(name) ? namesOf(value) : DATES.has(name) ? dateOf(value) : plainOf(name, value);
    if (clean !== null) item[name] = clean;
  }
  return item as CslItem;
}

/** Names, year, title and pages of a CSL item. */
export function sketchCsl(item: CslItem | null): EntrySketch {
  if (!item) return { names: [], year: null, title: null, pages: null };
  const people = [item.author, item.editor, item.translator].find((names) => names && names.length > 0) ?? [];
  const spoken = people.flatMap(({ family, given }) => spokenName(family, given) ?? []);
  const year = yearOf(item.issued);
  const suffix = typeof item['year-suffix'] === 'string' ? item['year-suffix'] : '';
  return {
    names: people.map(nameOf).filter((name) => name !== '' && name !== 'others'),
    ...(spoken.length > 0 && { spoken }),
    year: year === null ? null : year + suffix,
    title: item.title ? foldSpace(plainTextOfCsl(item.title)) || null : null,
    pages: item.page ?? null,
  };
}

/** A name as it is cited: particle and family name, or the name of a body. */
export function nameOf(name: CslName): string {
  if (name.literal) return name.literal;
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'] ?? '';
  const family = name.family ?? name.given ?? '';
  // `al-` and `d’` precede the name without a space.
  return particle === '' || /[-’']$/.test(particle) ? particle + family : `${particle} ${family}`.trimEnd();
}

/** The family names of authors and editors, those with a particle also without it; no bodies. */
export function familiesIn(item: CslItem | null): string[] {
  const people = [...(item?.author ?? []), ...(item?.editor ?? [])];
  return people.flatMap(({ family, 'non-dropping-particle': particle }) => {
    if (family === undefined) return [];
    if (!particle) return [family];
    return [family, /[-’']$/.test(particle) ? particle + family : `${particle} ${family}`];
  });
}

/** The year in which a date begins, with the letter that a literal date may have; null without a year. */
export function yearOf(date: CslDate | undefined): string | null {
  const year = date?.['date-parts']?.[0]?.[0];
  if (year !== undefined && String(year) !== '') return yearInWords(year);
  return /(?<!\d)\d{4}[a-z]?(?![a-z\d])/.exec(date?.literal ?? date?.raw ?? '')?.[0] ?? null;
}

/** A CSL year in words: `1850`, `877 BC`. */
export function yearInWords(year: number | string): string {
  const number = Number(year);
  return number < 0 ? `${-number} BC` : String(year);
}

/** CSL text without its light HTML (`<i>`, `<sup>`…). */
export function plainTextOfCsl(text: string): string {
  return text.replace(/<\/?(?:i|b|sc|sub|sup|span)(?:\s[^<>]{0,200})?>/g, '');
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** A text, or the number that two fields of CSL-JSON may be. */
function plainOf(name: string, value: unknown): string | number | null {
  if (typeof value === 'number' && (name === 'volume' || name === 'issue')) return value;
  if (!Array.isArray(value)) return textOf(value);
  const parts = value.map(textOf).filter((part) => part !== null);
  return parts.join(', ') || null;
}

function namesOf(value: unknown): CslName[] | null {
  const list = Array.isArray(value) ? value : [value];
  const names: CslName[] = [];
  for (const entry of list) {
    const literal = textOf(entry);
    if (literal !== null) names.push({ literal });
    else if (isRecord(entry)) {
      const name: Record<string, string> = {};
      for (const part of NAME_PARTS) {
        const text = textOf(entry[part]);
        if (text !== null && text !== '') name[part] = text;
      }
      const whole = textOf(entry['name']);
      if (Object.keys(name).length > 0) names.push(name);
      else if (whole) names.push({ literal: whole });
    }
  }
  return names.length > 0 ? names : null;
}

function dateOf(value: unknown): CslDate | null {
  const text = textOf(value);
  if (text !== null) return cslDateOf(text);
  if (Array.isArray(value)) return datePartsOf(value.map(partsOfParts).filter((parts) => parts.length > 0));
  if (!isRecord(value)) return null;
  const date: Record<string, unknown> = {};
  const parts = value['date-parts'];
  if (Array.isArray(parts)) {
    const lists = parts.some((part) => Array.isArray(part)) ? parts : [parts];
    Object.assign(date, datePartsOf(lists.map(partsOfParts).filter((list) => list.length > 0)));
  } else if (value['year'] !== undefined) Object.assign(date, datePartsOf([partsOfParts(value)]));
  for (const name of ['literal', 'raw', 'season'] as const) {
    const part = textOf(value[name]);
    if (part !== null) date[name] = part;
  }
  if (value['circa']) date['circa'] = true;
  const { raw } = date;
  if (typeof raw === 'string' && date['date-parts'] === undefined) return cslDateOf(raw);
  return Object.keys(date).length > 0 ? date : null;
}

function datePartsOf(parts: (number | string)[][]): CslDate | null {
  return parts.length > 0 ? { 'date-parts': parts.slice(0, 2) } : null;
}

/** Year, month and day from a list, or from Pandoc's mapping. */
function partsOfParts(value: unknown): number[] {
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? [value['year'], value['month'], value['day']]
      : [value];
  const parts: number[] = [];
  for (const part of list.slice(0, 3)) {
    const number = typeof part === 'string' && part.trim() !== '' ? Number(part) : part;
    if (typeof number !== 'number' || !Number.isFinite(number)) break;
    parts.push(number);
  }
  return parts;
}
