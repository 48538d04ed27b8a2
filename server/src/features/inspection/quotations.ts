import type { TextRange } from '../../text/range.ts';
import { bestPassage } from '../../workspace/quotation-places.ts';
import type { Library } from '../../workspace/library.ts';
import type { QuotationVerdicts } from '../../workspace/quotation-verdicts.ts';
import type { InspectedQuotation } from './model.ts';

type InspectedVerdict = Pick<InspectedQuotation, 'status' | 'target'>;

/** Tells of each quotation of the document `path`, by its range, whether it is in the text of its work. */
export function quotationInspector(
  path: string,
  library: Library,
  verdicts: QuotationVerdicts,
): (range: TextRange) => InspectedVerdict {
  const { quotations } = library.summary(path) ?? { quotations: [] };
  const found = verdicts.of(path);
  const byPlace = new Map(quotations.map((quotation, i) => [quotation.range.from, i]));
  return (range) => {
    const index = byPlace.get(range.from) ?? -1;
    const verdict = found[index];
    if (!verdict) return { status: 'unknown', target: null };
    const passage = bestPassage(quotations[index]!, verdict);
    const lines = passage && library.linesOf(passage.path);
    return {
      status: verdict.status,
      target: lines ? { path: passage.path, key: passage.work, range: lines.positions(passage.range) } : null,
    };
  };
}
