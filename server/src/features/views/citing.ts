import type { Citing } from '../../protocol/views.ts';
import {
  checkCountsOf,
  citationsInWords,
  locatorsInWords,
  NOTHING_CHECKED,
  quotationsInWords,
} from '../../checking/check-counts.ts';
import type { QuotationVerdicts } from '../../workspace/quotation-verdicts.ts';
import type { Library } from '../../workspace/library.ts';
import { nameOf } from '../../workspace/paths.ts';

/** What the document at `path` cites from, for the status bar and for hovers on unknown keys. */
export function citingOf(path: string, library: Library): Citing {
  const read = [
    ...new Set(
      library.scopeOf(path).flatMap(({ paths }) => paths.filter((each) => library.bibliography(each))),
    ),
  ];
  const files = read.map(nameOf);
  if (read.length === 0) {
    const isNamed = library.scopeOf(path).some(({ found }) => !found);
    const hasOwn = (library.summary(path)?.references.length ?? 0) > 0;
    return { how: isNamed || hasOwn ? 'named' : 'none', files };
  }
  if (!library.citesFromFound(path)) return { how: 'named', files };
  const beside = read.filter((each) => !library.isOwnLibrary(each));
  return beside.length > 0 ? { how: 'found', files: beside.map(nameOf) } : { how: 'library', files };
}

/** How much was checked in the document at `path`: a line for each kind of check. */
export function checkedInWords(path: string, library: Library, quotations: QuotationVerdicts): string[] {
  const summary = library.summary(path);
  const counts = summary ? checkCountsOf(summary, { library, quotations }) : NOTHING_CHECKED;
  return [quotationsInWords(counts), citationsInWords(counts), locatorsInWords(counts)].filter(Boolean);
}
