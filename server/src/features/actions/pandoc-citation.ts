/** Writing citations in Pandoc's notation. */
import { locatorTerms, termFor } from '../../pages/locator-terms.ts';
import { readLocator } from '../../pages/pandoc-locator.ts';
import type { CitationMode, Locator } from '../../facts/model.ts';

/** One work to be cited. */
export interface CitationToWrite {
  readonly mode: CitationMode;
  readonly key: string;
  readonly prefix: string;
  readonly suffix: string;
  /** As Pandoc reads it: `pp. 3-5`; empty where there is none. */
  readonly locator: string;
}

const SIMPLE_KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u;

/** A citekey as it stands behind `@`, in braces where it would be read short. */
export function writtenKey(key: string): string {
  return SIMPLE_KEY.test(key) ? key : `{${key}}`;
}

/**
 * Several works cited in one place: `[see @lee2011, p. 3; -@chan2013]`, or with the first in the text
 * `@lee2011 [p. 3; @chan2013]`. `glued` says that the text goes on right after it.
 */
export function writtenCitation(items: readonly CitationToWrite[], glued: string): string {
  const [first, ...rest] = items;
  if (first === undefined) return '';
  if (first.mode !== 'AuthorInText') return `[${items.map(writtenItem).join('; ')}]`;
  const behind = [first.locator, first.suffix].filter((part) => part !== '').join(', ');
  const inside = [behind, ...rest.map(writtenItem)].join('; ');
  if (inside !== '') return `@${writtenKey(first.key)} [${inside}]`;
  // A key runs on over whatever may be part of it.
  const runsOn = /^[:.#$%&+?<>~/-]?[\p{L}\p{N}_]/u.test(glued);
  return `@${runsOn ? `{${first.key}}` : writtenKey(first.key)}`;
}

function writtenItem({ mode, key, prefix, suffix, locator }: CitationToWrite): string {
  const sign = mode === 'SuppressAuthor' ? '-@' : '@';
  const behind = [locator, suffix].filter((part) => part !== '').map((part) => `, ${part}`);
  return `${prefix === '' ? '' : `${prefix} `}${sign}${writtenKey(key)}${behind.join('')}`;
}

/**
 * A locator that stands in a text as found, in Pandoc's terms: as written where Pandoc understands it so, or has no term
 * for it, with the term put in front of a bare number. The terms are those of the document's language.
 */
export function writtenLocator(
  { label, value }: Pick<Locator, 'label' | 'value'>,
  written: string,
  lang: string | null = null,
): string {
  const plain = written.replace(/\s+/g, ' ').trim();
  const read = readLocator(plain, 0, locatorTerms(lang));
  if (read?.label === label && !/^\d/.test(plain) && read.range.to === plain.length) return plain;
  const number = value.replace(/\s+/g, ' ').trim();
  if (!/\d|^[ivxlcdm]+\b/i.test(number)) return number;
  const term = termFor(label, /[-–—‐‑,&]/.test(number), lang);
  return term === null ? plain : `${term} ${number}`;
}
