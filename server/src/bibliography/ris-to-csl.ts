import type { Token } from '../facts/model.ts';
import { cslDateOf } from './csl-date.ts';
import type { CslDate, CslItem, CslName } from './model.ts';
import { wordTable } from '../text/word-table.ts';

/** One tagged line of a record, with its continuation lines. */
export interface RisLine {
  readonly tag: string;
  readonly value: Token;
}

const TYPES = wordTable<string>({
  ABST: 'article',
  ADVS: 'motion_picture',
  AGGR: 'dataset',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CLSWK: 'book',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  DATA: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  GOVDOC: 'report',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article-journal',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  LEGAL: 'legislation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  RPRT: 'report',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
});

const TEXTS = wordTable<string>({
  TI: 'title',
  T1: 'title',
  CT: 'title',
  ST: 'title-short',
  BT: 'container-title',
  JO: 'container-title',
  JF: 'container-title',
  T2: 'container-title',
  JA: 'container-title-short',
  J2: 'container-title-short',
  T3: 'collection-title',
  VL: 'volume',
  IS: 'issue',
  ET: 'edition',
  NV: 'number-of-volumes',
  PB: 'publisher',
  PP: 'publisher-place',
  CY: 'publisher-place',
  DO: 'DOI',
  UR: 'URL',
  LK: 'URL',
  LA: 'language',
  AB: 'abstract',
  N2: 'abstract',
  N1: 'note',
  M3: 'genre',
});

const NAMES = wordTable<string>({
  AU: 'author',
  A1: 'author',
  ED: 'editor',
  A2: 'editor',
  A3: 'collection-editor',
  A4: 'translator',
});

/** The files that a RIS record names. */
export function risFiles(lines: readonly RisLine[]): { readonly path: string }[] {
  return lines.flatMap(({ tag, value }) => (tag === 'L1' && value.text !== '' ? [{ path: value.text }] : []));
}

/** A RIS record as a CSL item (Pandoc’s `risRecordToReference`). */
export function risToCsl(id: string, lines: readonly RisLine[]): CslItem {
  const risType = lines[0]?.value.text.toUpperCase() ?? '';
  const item: Record<string, unknown> = { id, type: TYPES[risType] ?? 'document' };
  const people = new Map<string, CslName[]>();
  const first = (tag: string): string => lines.find((line) => line.tag === tag)?.value.text ?? '';
  for (const { tag, value } of lines) {
    if (value.text === '') continue;
    const role = NAMES[tag];
    const others = role === undefined ? undefined : people.get(role);
    if (others) others.push(risName(value.text));
    else if (role !== undefined) people.set(role, [risName(value.text)]);
    const field = tag === 'BT' && risType === 'BOOK' ? 'title' : TEXTS[tag];
    if (field !== undefined && item[field] === undefined) item[field] = value.text;
  }
  for (const [role, names] of people) item[role] = names;
  const start = first('SP');
  const end = first('EP');
  if (start !== '') item['page'] = end !== '' && !/[-–]/.test(start) ? `${start}–${end}` : start;
  const number = first('SN');
  if (number !== '') item[item['type'] === 'book' || item['type'] === 'chapter' ? 'ISBN' : 'ISSN'] = number;
  const keywords = lines.filter((line) => line.tag === 'KW').map((line) => line.value.text);
  if (keywords.length > 0) item['keyword'] = keywords.join(', ');
  const issued = risDate(first('DA') || first('PY') || first('Y1'), first('PY') || first('Y1'));
  if (issued) item['issued'] = issued;
  const accessed = risDate(first('Y2'), '');
  if (accessed) item['accessed'] = accessed;
  return item as CslItem;
}

/** `Family, Given, Suffix`; without a comma, a body or a person with one name. */
function risName(text: string): CslName {
  const [family, given, suffix] = text.split(',').map((part) => part.trim());
  if (!given) return { literal: family ?? text };
  return { family: family ?? '', given, ...(suffix ? { suffix } : {}) };
}

/** `2004/10/06/`, `2004/10//`, `2004`; anything else is a literal date. */
function risDate(text: string, year: string): CslDate | null {
  const [y, month, day] = text.split('/').map((part) => part.trim());
  if (!/^\d{4}$/.test(y ?? '')) return cslDateOf(text.replace(/\/+$/, '')) ?? cslDateOf(year);
  return cslDateOf([y, month, day].slice(0, !month ? 1 : !day ? 2 : 3).join('-'));
}
