import type { Locator, PageSpan } from './model.ts';
import { writtenOut } from './page-ranges.ts';

const NUMBER = String.raw`(?:\d{1,5}[a-z]?|[ivxlc]{1,7})`;
const SPAN = String.raw`${NUMBER}(?:\s?(?:[-–—‐‑]|--)\s?${NUMBER})?(?:\s?(?:ff?|sq|sqq|et seq|n)\.?(?![\p{L}]))?`;
const VALUE = String.raw`${SPAN}(?:\s?,\s?(?!(?:1[5-9]|20)\d\d[a-z]?\b)${SPAN}){0,8}`;
const LABELS: readonly (readonly [string, string])[] = [
  [
    'page',
    String.raw`pp?\.?\s?|pages?\s|S\.\s?|ss?\.\s|pág(?:s|inas?)?\.?\s?|págs?\.\s?|pagg?\.?\s?|f\.\s|at\s(?:pp?\.\s?)?|第\s?(?=\d)|页\s?|頁\s?|сс?\.\s?|стр\.\s?|str\.\s|blz\.\s?`,
  ],
  ['paragraph', String.raw`paras?\.?\s|paragraphs?\s|¶¶?\s?|Rn\.\s?|Abs\.\s?`],
  ['section', String.raw`§§?\s?|secs?\.?\s|sections?\s|Abschn\.\s`],
  ['chapter', String.raw`chs?\.\s?|chaps?\.?\s|chapters?\s|chapitres?\s|Kap\.\s?|cap\.\s?|capp?\.\s?`],
  ['note', String.raw`nn?\.\s?(?=\d)|notes?\s|fns?\.?\s|Anm\.\s?|Fn\.\s?`],
  ['figure', String.raw`figs?\.?\s|figures?\s|Abb\.\s?`],
  ['table', String.raw`tables?\s|Tab\.\s?`],
  ['volume', String.raw`vols?\.?\s|Bd\.\s?|t\.\s|tome\s`],
  ['line', String.raw`lines?\s|ll?\.\s`],
];

const LABELLED = LABELS.map(
  ([label, words]) =>
    [label, new RegExp(String.raw`(?:${words})(${VALUE})(?:\s?[页頁]|(?![\p{L}\p{N}]))`, 'iuy')] as const,
);
const BARE = new RegExp(
  String.raw`(${VALUE}|n\.\s?p\.|s\.\s?p\.|o\.\s?S\.|passim)(?:\s?[页頁])?(?![\p{L}\p{N}%])`,
  'iuy',
);

/** A locator with its range in the text that it was read from. */
export interface ReadLocator extends Locator {
  readonly pages: PageSpan | null;
}

/**
 * Parses `p. 64`, `S. 3 ff.`, `ch. 2` at `offset` of `text`; with `bare` also the pages `64`, `327–28` and
 * `n.p.`. Null where there is none.
 */
export function readLocator(text: string, offset: number, bare: boolean): ReadLocator | null {
  for (const [label, pattern] of LABELLED) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match) return locator(label, match[1]!, offset, offset + match[0].length);
  }
  if (!bare) return null;
  BARE.lastIndex = offset;
  const match = BARE.exec(text);
  return match ? locator('page', match[1]!, offset, offset + match[0].length) : null;
}

function locator(label: string, value: string, from: number, to: number): ReadLocator {
  return { label, value, range: { from, to }, pages: label === 'page' ? pageSpan(value) : null };
}

/**
 * The first and last page of a locator, with abbreviated ends written out: `327–28` is 327 to 328. Null where
 * it has no Arabic pages.
 */
export function pageSpan(value: string): PageSpan | null {
  return plainSpan(value) ?? spanWithin(value);
}

/** Fast path for most locators: `64`, `64-71` or `64--71`. Null for everything else. */
export function plainSpan(value: string): PageSpan | null {
  const first = digitsFrom(value, 0);
  if (first === 0 || first > 6) return null;
  const from = Number(value.slice(0, first));
  if (first === value.length) return { from, to: from };
  const isEnDash = value.startsWith('–', first);
  if (!isEnDash && !value.startsWith('-', first)) return null;
  const second = first + (!isEnDash && value.startsWith('-', first + 1) ? 2 : 1);
  const last = digitsFrom(value, second);
  if (last === second || last - second > 6 || last < value.length) return null;
  return { from, to: Math.max(from, Number(writtenOut(value.slice(0, first), value.slice(second)))) };
}

/** The offset after the digits at `at`. */
function digitsFrom(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return at;
}

function spanWithin(value: string): PageSpan | null {
  let least = Infinity;
  let most = -Infinity;
  const spans = /(\d{1,6})(?:\s?(?:[-–—‐‑]|--)\s?(\d{1,6}))?/g;
  for (let match = spans.exec(value); match; match = spans.exec(value)) {
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(writtenOut(match[1]!, match[2]));
    least = Math.min(least, from);
    most = Math.max(most, to, from);
  }
  return least <= most ? { from: least, to: most } : null;
}
