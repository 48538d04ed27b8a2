/** Page numbers as in citations and bibliographies: `10--20`, `xi–xxiv`, `S12–S20`, `301-7`, `12 ff.` */
import type { PageNumber, PageRange } from './model.ts';
import { romanValue } from './roman.ts';

/** LaTeX for dashes and spaces, and protecting braces. */
const LATEX: readonly (readonly [RegExp, string])[] = [
  [/\\text(?:en|em)dash(?:\{\})?/g, '–'],
  [/\\[,;:! ]|~|&nbsp;|&#160;/g, ' '],
  [/[{}]/g, ''],
];
/** A term for pages before the number: `pp.`, `S.`, `pages`. */
const TERM =
  /^(?:(?:pp?|pgs?|págs?|pags?|pagg|ss?|S|стр|с)\.\s*|(?:pp?|pages?|Seiten?|páginas?|pagine?|pagina)\s+|第|[页頁]\s*)/u;
const SEPARATOR = /\s*(?:[,;&]|\b(?:and|und|et(?!\sseq)|y|e)\b)\s*/u;
const NUMBER = String.raw`(?:(?:[A-Za-z]{1,3}|\d{1,5}[:.])?\d{1,6}(?:[a-eg-z](?![a-z]))?|[ivxlcdm]{1,15}|[IVXLCDM]{1,15})`;
const RANGE = new RegExp(
  String.raw`^(${NUMBER})(?:\s*(?:[-–—‐‑]{1,3})\s*(${NUMBER})?|\s*(\+|(?:ff?|sqq?)\.?|et\sseqq?\.?))?\s*[页頁]?$`,
  'u',
);
const PARTS = /^([A-Za-z]{1,3}|\d{1,5}[:.])?(\d{1,6})([a-z]?)$/;
/** A longer string, in UTF-16 units, is no list of pages. */
const LONGEST = 300;

/**
 * The pages in `written`, in order; null where any part cannot be read with certainty, so that nothing is
 * concluded from it.
 */
export function readPageRanges(written: string): PageRange[] | null {
  const plain = plainRange(written);
  if (plain) return [plain];
  if (written.length > LONGEST) return null;
  let text = written;
  for (const [pattern, meaning] of LATEX) text = text.replace(pattern, meaning);
  text = text.trim().replace(TERM, '').trim();
  if (text === '') return null;
  const ranges: PageRange[] = [];
  for (const part of text.split(SEPARATOR)) {
    // A comma before “and” leaves an empty part.
    if (part === '') continue;
    const read = readRange(part);
    if (!read) return null;
    ranges.push(read);
  }
  return ranges.length > 0 ? ranges : null;
}

/** Fast path: `64`, `64-71`, `64--71` or `64–71` and nothing else. */
function plainRange(written: string): PageRange | null {
  const match = /^(\d{1,6})(?:(?:--?|–)(\d{1,6}))?$/.exec(written);
  if (!match) return null;
  const from = arabic(match[1]!);
  if (match[2] === undefined) return { from, to: from };
  const to = arabic(writtenOut(match[1]!, match[2]));
  return from.value <= to.value ? { from, to } : null;
}

function readRange(part: string): PageRange | null {
  const match = RANGE.exec(part);
  if (!match) return null;
  const [all, first, second] = match;
  const from = readPageNumber(first!);
  if (!from) return null;
  if (second === undefined) return { from, to: all.replace(/\s*[页頁]$/u, '') === first ? from : null };
  const to = readEnd(from, first!, second);
  if (!to) return null;
  const isRising = to.series === from.series ? from.value <= to.value : from.series === 'roman';
  return isRising ? { from, to } : null;
}

/** The end of a range, with the prefix and the leading digits of its start where they are left out. */
function readEnd(from: PageNumber, first: string, second: string): PageNumber | null {
  const end = readPageNumber(second);
  const [, prefix = '', digits] = PARTS.exec(first) ?? [];
  const [, ownPrefix = '', ownDigits, ownSuffix = ''] = PARTS.exec(second) ?? [];
  if (!end || digits === undefined || ownDigits === undefined) return end;
  if (ownPrefix !== '' && end.series !== from.series) return end;
  return readPageNumber(`${prefix}${writtenOut(digits, ownDigits)}${ownSuffix}`);
}

/** Parses one page number; null where it is none. */
export function readPageNumber(written: string): PageNumber | null {
  const parts = PARTS.exec(written);
  if (!parts) {
    const value = romanValue(written);
    return value === null ? null : { series: 'roman', value, written };
  }
  const [, prefix, digits, suffix] = parts;
  const value = Number(digits);
  if (prefix !== undefined) return { series: prefix.toLowerCase(), value, written };
  return { series: suffix === 'r' || suffix === 'v' ? 'folio' : 'arabic', value, written };
}

function arabic(digits: string): PageNumber {
  return { series: 'arabic', value: Number(digits), written: digits };
}

/** Completes an abbreviated end with the digits of the start: `28` after `327` is `328`. */
export function writtenOut(from: string, to: string): string {
  return to.length >= from.length ? to : from.slice(0, from.length - to.length) + to;
}
