/** Writes citations in Pandoc's syntax. */
import { locatorTerms, writtenTermFor } from '../../pages/locator-terms.ts';
import { readLocator } from '../../pages/pandoc-locator.ts';
import type { CitationMode, Locator } from '../../facts/model.ts';
import { writtenKey } from '../../syntax/written-key.ts';

/** A work to be cited. */
export interface CitationToWrite {
  readonly mode: CitationMode;
  readonly key: string;
  readonly prefix: string;
  readonly suffix: string;
  /** In Pandoc's form: `pp. 3-5`; empty for none. */
  readonly locator: string;
}

/**
 * A citation of one or more works: `[see @lee2011, p. 3; -@chan2013]`, or with the first in the text
 * `@lee2011 [p. 3; @chan2013]`. `glued` is the text directly after it. Empty where a key cannot be written.
 */
export function writtenCitation(items: readonly CitationToWrite[], glued: string): string {
  const [first, ...rest] = items;
  if (first === undefined || items.some(({ key }) => writtenKey(key) === null)) return '';
  if (first.mode !== 'AuthorInText') return `[${items.map(writtenItem).join('; ')}]`;
  const behind = [first.locator, first.suffix].filter((part) => part !== '').join(', ');
  // Pandoc reads no bracket that begins with a semicolon.
  const inside = [...(behind === '' ? [] : [behind]), ...rest.map(writtenItem)].join('; ');
  if (inside !== '') return `@${writtenKey(first.key)} [${inside}]`;
  // Some characters directly after a key would become part of it.
  const runsOn = /^[:.#$%&+?<>~/-]?[\p{L}\p{N}_]/u.test(glued);
  return `@${runsOn ? `{${first.key}}` : writtenKey(first.key)}`;
}

function writtenItem({ mode, key, prefix, suffix, locator }: CitationToWrite): string {
  const sign = mode === 'SuppressAuthor' ? '-@' : '@';
  const behind = [locator, suffix].filter((part) => part !== '').map((part) => `, ${part}`);
  return `${prefix === '' ? '' : `${prefix} `}${sign}${writtenKey(key)}${behind.join('')}`;
}

/**
 * A locator of a found text in Pandoc's terms: as written if Pandoc reads it so or has no term for it, with the term
 * before a bare number. Terms are those of the document's language.
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
  const term = writtenTermFor(label, /[-–—‐‑,&]/.test(number), lang);
  return term === null ? plain : `${term} ${number}`;
}
