/** The printed pages of a file that shows no numbers, by the pages that its entry tells. */
import type { PageRange } from '../pages/model.ts';
import type { WorkText } from './model.ts';

/**
 * The work with the numbers of its pages: if no page shows one, and the entry has one range of Arabic pages that is exactly as
 * long as the file, or as the file after a cover without words. Unchanged otherwise.
 */
export function numberedByEntry(work: WorkText, printedOn: readonly PageRange[] | null): WorkText {
  const [range, ...others] = printedOn ?? [];
  if (!range?.to || others.length > 0 || work.folios.some((folio) => folio !== null)) return work;
  const { from, to } = range;
  if (from.series !== 'arabic' || to.series !== 'arabic') return work;
  const pages = to.value - from.value + 1;
  const hasCover = work.sheets.length > 0 && !work.sheets.some(({ index }) => index === 0);
  const first = hasCover ? 1 : 0;
  if (pages < 2 || work.folios.length - first !== pages) return work;
  return {
    ...work,
    folios: work.folios.map((_, index) => (index < first ? null : `${from.value + index - first}`)),
  };
}
