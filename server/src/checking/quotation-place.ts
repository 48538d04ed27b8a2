/** Whether a quotation stands where its locator says. */
import type { Locator } from '../facts/model.ts';
import { namesPageOutside, shareAPage } from '../pages/comparison.ts';
import { readPageRanges } from '../pages/page-ranges.ts';
import type { Library } from '../workspace/library.ts';
import { standsWhere } from '../workspace/quotation-places.ts';
import type { ExactVerdict, SourcePassage } from '../workspace/quotation-verdicts.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';

/** More passages than this were not looked at. */
const MOST_LOOKED_AT = 100;

/** The passages of the work named, where none of them is at the place named; null where one is, or nobody knows. */
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

/**
 * Whether pages in the text are those that are cited: they lie in the pages that the work is printed on, and the
 * page named is one of those that the text numbers. A file of its own or a preprint counts otherwise.
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
  if (!named || !numbered || namesPageOutside(named, numbered)) return false;
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
