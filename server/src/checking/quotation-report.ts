/** Every quotation of a document with what it came to, as one would hand it to a supervisor or an editor. */
import { shownWords } from '../quotations/shown-words.ts';
import type { TextRange } from '../text/range.ts';
import { workLabel } from '../workspace/labels.ts';
import { bestPassage, passagePlace } from '../workspace/quotation-places.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import { outcomeOf, type QuotationOutcome } from './checks.ts';
import { judge, type UncheckedReason } from './quotation-judgement.ts';
import { quotationsOf } from './quoted-words.ts';
import type { World } from './rule.ts';
import { say } from '../words/say.ts';

export interface ReportedQuotation {
  readonly range: TextRange;
  /** The quoted words, on one line. */
  readonly words: string;
  /** The citekey of the work that it is attributed to; null where that is not known. */
  readonly work: string | null;
  /** What the work is called; its citekey where no bibliography tells. */
  readonly label: string;
  /** The place that its citation names, as written; null where it names none. */
  readonly named: string | null;
  readonly outcome: QuotationOutcome;
  /** Why it was not checked. */
  readonly reason: UncheckedReason | null;
  /** Where the words, or what comes nearest to them, stand by the text of a work; '' where that is not known. */
  readonly place: string;
  /** The file with the text that it was compared with. */
  readonly file: string | null;
  /** What the text says, where that is something else. */
  readonly nearest: string | null;
  /** How it departs from that, in a sentence or two. */
  readonly difference: string | null;
}

/** The quotations of a document that are any beyond doubt, in the order of the text. */
export function reportedQuotations(
  summary: DocumentSummary,
  world: Pick<World, 'library' | 'quotations'>,
): ReportedQuotation[] {
  const { path } = summary;
  const reported: ReportedQuotation[] = [];
  for (const { quotation, verdict } of quotationsOf(summary, world)) {
    const judgement = judge(quotation, verdict, path, world.library);
    if (!judgement) continue;
    const work = quotation.works[0]?.text ?? null;
    const passage = verdict && judgement.outcome !== 'unchecked' ? bestPassage(quotation, verdict) : null;
    const different = judgement.outcome === 'altered' ? judgement.verdict : null;
    reported.push({
      range: quotation.range,
      words: shownWords(quotation.words),
      work,
      label: work === null ? '' : (workLabel(work, path, world.library) ?? work),
      named: quotation.locator?.value ?? null,
      ...outcomeOf(judgement),
      place: passage ? passagePlace(passage) : '',
      file: passage?.path ?? null,
      nearest: different?.text ?? null,
      difference:
        different?.differences.summary ??
        (judgement.outcome === 'shortened'
          ? say('Left out: “{words}”.', { words: judgement.omitted })
          : null),
    });
  }
  return reported;
}
