/** Whether a quotation is at its locator. */
import type { Locator } from '../facts/model.ts';
import { namesPageOutside, shareAPage } from '../pages/comparison.ts';
import { readPageRanges } from '../pages/page-ranges.ts';
import type { Library } from '../workspace/library.ts';
import { standsWhere } from '../workspace/quotation-places.ts';
import type { ExactVerdict, SourcePassage } from '../workspace/quotation-verdicts.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';

/** The search collects no more passages than this. */
const MOST_LOOKED_AT = 100;

/** The passages in the named work, if none of them is at the locator; null where one is, or it is unknown. */
export function wrongPlace(
  { locator, works }: QuotedPassage,
  { passages }: ExactVerdict,
  path: string,
  library: Library,
): readonly SourcePassage[] | null {
  const own = passages.filter(({ work }) => work === works[0]!.text);
  if (!locator || own.length === 0 || own.length >= MOST_LOOKED_AT) return null;
  if (!own.every((passage) => standsWhere(passage, locator) === false)) return null;
  if (locator.label === 'page' && !own.every((passage) => hasTrustyPages(passage, locator, path, library)))
    return null;
  return own;
}

/** Works that are printed by themselves. Others have the numbers of a journal or a book, which a copy of them need not. */
const BY_ITSELF =
  /^(?:(?:e|ed)?book|booklet|collection|proceedings|manual|report|techreport|rprt|(?:phd|masters)?thesis|thes|pamphlet|pamp)$/;

/** Whether a work has page numbers of its own, from 1 on, of which its only file has all. */
function isPagedByItself(work: string, path: string, library: Library): boolean {
  const [found, ...others] = library.entries(path, work);
  if (!found || others.length > 0 || !BY_ITSELF.test(found.entry.type)) return false;
  const texts = library.workTexts.of(path, work);
  return texts.length === 1 && !library.workTexts.isExcerpt(texts[0]!);
}

/**
 * Whether the page numbers of the text are those that are cited: they lie in the page range of the work, and the
 * named page is among them. An offprint or preprint may have other numbers.
 */
function hasTrustyPages(
  { pages, places, work }: SourcePassage,
  { value }: Locator,
  path: string,
  library: Library,
): boolean {
  if (!pages) return false;
  const named = readPageRanges(value);
  const numbered = readPageRanges(`${pages.first}-${pages.last}`);
  if (!named || !numbered) return false;
  if (namesPageOutside(named, numbered) && !(pages.first === 1 && isPagedByItself(work, path, library)))
    return false;
  if (named.some((range) => shareAPage(range, numbered[0]!) === null)) return false;
  const printed = library.entries(path, work)[0]?.printedOn;
  return (
    !printed ||
    places.every(({ page }) => {
      const span = page === undefined ? null : readPageRanges(page);
      return span !== null && !namesPageOutside(span, printed);
    })
  );
}
