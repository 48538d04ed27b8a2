import type { PageNumber, PageRange } from './model.ts';

/**
 * Whether a work that is printed on the pages `printed` certainly lacks one of the pages `named`. False where the two
 * count in different ways: an offprint or a file of its own may number its pages anew. Roman and Arabic numbers are
 * compared by value where the work counts in one way only: some write xiv as 14.
 */
export function namesPageOutside(named: readonly PageRange[], printed: readonly PageRange[]): boolean {
  return named.some(
    ({ from, to }) => isOutside(from, printed) === true || (to !== null && isOutside(to, printed) === true),
  );
}

/** Null where the page counts in another way than the work. */
function isOutside(page: PageNumber, printed: readonly PageRange[]): boolean | null {
  let alike = printed.filter(({ from, to }) => from.series === page.series || to?.series === page.series);
  if (alike.length === 0) {
    if (
      !isPlain(page) ||
      !printed.every(({ from }) => isPlain(from) && from.series === printed[0]!.from.series)
    )
      return null;
    alike = [...printed];
  }
  return !alike.some((range) => contains(range, page));
}

function isPlain({ series }: PageNumber): boolean {
  return series === 'arabic' || series === 'roman';
}

/** An end that counts in another way says nothing against a page. */
function contains({ from, to }: PageRange, { series, value }: PageNumber): boolean {
  const isAlone = from.series !== series && (to === null || to.series !== series);
  if ((isAlone || from.series === series) && value < from.value) return false;
  return to === null || !(isAlone || to.series === series) || value <= to.value;
}

/** Whether two ranges have a page in common; null where they count in different ways. */
export function shareAPage(a: PageRange, b: PageRange): boolean | null {
  const series = new Set([a.from, a.to ?? a.from, b.from, b.to ?? b.from].map((page) => page.series));
  if (series.size > 1) return null;
  return (b.to === null || a.from.value <= b.to.value) && (a.to === null || b.from.value <= a.to.value);
}

/** How many pages there are; null where an end is not told. */
export function pageCount(ranges: readonly PageRange[]): number | null {
  let count = 0;
  for (const { from, to } of ranges) {
    if (to === null || to.series !== from.series) return null;
    count += to.value - from.value + 1;
  }
  return count;
}
