import { outcomeOf } from '../../checking/checks.ts';
import { judge } from '../../checking/quotation-judgement.ts';
import type { TextRange } from '../../text/range.ts';
import { bestPassage } from '../../workspace/quotation-places.ts';
import type { Library } from '../../workspace/library.ts';
import type { QuotationVerdicts } from '../../workspace/quotation-verdicts.ts';
import type { InspectedQuotation } from './model.ts';

type InspectedVerdict = Pick<InspectedQuotation, 'from' | 'status' | 'verdict' | 'reason' | 'target'>;

/** A function that gives the result for each quotation of the document `path`, by range. */
export function quotationInspector(
  path: string,
  library: Library,
  verdicts: QuotationVerdicts,
): (range: TextRange) => InspectedVerdict {
  const quotations = library.inPrint.quotationsOf(path);
  const found = verdicts.of(path);
  const byPlace = new Map(quotations.map((quotation, i) => [quotation.range.from, i]));
  return (range) => {
    const index = byPlace.get(range.from) ?? -1;
    const verdict = found[index];
    const quotation = quotations[index];
    const judgement = quotation ? judge(quotation, verdict ?? null, path, library) : null;
    const judged = judgement ? outcomeOf(judgement) : { outcome: null, reason: null };
    const from = quotation && !quotation.loose ? (quotation.works[0]?.text ?? null) : null;
    const told = { from, verdict: judged.outcome, reason: judged.reason };
    if (!quotation || !verdict) return { ...told, status: 'unknown', target: null };
    const passage = bestPassage(quotation, verdict);
    const lines = passage && library.linesOf(passage.path);
    return {
      ...told,
      status: verdict.status,
      target: lines ? { path: passage.path, key: passage.work, range: lines.positions(passage.range) } : null,
    };
  };
}
