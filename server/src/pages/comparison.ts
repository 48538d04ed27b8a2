import type { PageNumber, PageRange } from './model.ts';

/**
 * Whether a work on the pages `printed` certainly lacks one of the pages `named`. False where they are of
 * different series: an offprint or a file may have a numbering of its own. If the work has a single series,
 * Roman and Arabic numbers are compared by value, since some write xiv as 14.
 */
export function namesPageOutside(named: readonly PageRange[], printed: readonly PageRange[]): boolean {
  return named.some(
    ({ from, to }) => isOutside(from, printed) === true || (to !== null && isOutside(to, printed) === true),
  );
}

/** Null where the page is of another series than the work. */
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

/** An end of another series rules nothing out. */
function contains({ from, to }: PageRange, { series, value }: PageNumber): boolean {
  const isAlone = from.series !== series && (to === null || to.series !== series);
  if ((isAlone || from.series === series) && value < from.value) return false;
  return to === null || !(isAlone || to.series === series) || value <= to.value;
}

/** Whether two ranges have a page in common; null where they are of different series. */
export function shareAPage(a: PageRange, b: PageRange): boolean | null {
  const series = new Set([a.from, a.to ?? a.from, b.from, b.to ?? b.from].map((page) => page.series));
  if (series.size > 1) return null;
  return (b.to === null || a.from.value <= b.to.value) && (a.to === null || b.from.value <= a.to.value);
}

/** The number of pages; null where an end is unknown. */
export function pageCount(ranges: readonly PageRange[]): number | null {
  let count = 0;
  for (const { from, to } of ranges) {
    if (to === null || to.series !== from.series) return null;
    count += to.value - from.value + 1;
  }
  return count;
}
