/** Common parts of the rules on quotations. */
import { workLabel } from '../workspace/labels.ts';
import type { Library } from '../workspace/library.ts';
import { passagePlace } from '../workspace/quotation-places.ts';
import type { QuotationVerdict, SourcePassage } from '../workspace/quotation-verdicts.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import { judge, type Judgement } from './quotation-judgement.ts';
import type { RelatedPlace, World } from './rule.ts';
import { shortened } from '../text/shortened.ts';
import { say } from '../words/say.ts';

/** The quotations of a document whose verdict has one of `statuses`, with their judgement. */
export function* judgedQuotations(
  summary: DocumentSummary,
  world: Pick<World, 'library' | 'quotations'>,
  statuses: readonly QuotationVerdict['status'][],
): Generator<{ readonly quotation: QuotedPassage; readonly judgement: Judgement | null }> {
  for (const { quotation, verdict } of quotationsOf(summary, world))
    if (verdict && statuses.includes(verdict.status))
      yield { quotation, judgement: judge(quotation, verdict, summary.path, world.library) };
}

/** The quotations of a document with their verdicts. */
export function* quotationsOf(
  { path }: Pick<DocumentSummary, 'path'>,
  world: Pick<World, 'library' | 'quotations'>,
): Generator<{ readonly quotation: QuotedPassage; readonly verdict: QuotationVerdict | null }> {
  const quotations = world.library.inPrint.quotationsOf(path);
  const verdicts = world.quotations.of(path);
  for (let i = 0; i < quotations.length; i++)
    yield { quotation: quotations[i]!, verdict: verdicts[i] ?? null };
}

/** The name of a work in a message for the document `path`: `Lee and Shen (2011)`, else its citekey. */
export function workInWords(work: string, path: string, library: Library): string {
  return workLabel(work, path, library) ?? work;
}

const LONGEST = 160;

/** A passage as a related place of a finding. */
export function relatedPassage(passage: SourcePassage, what: string, text?: string): RelatedPlace {
  const place = passagePlace(passage);
  // Places in what was read of a file are no places in the file.
  const range = passage.sheet === null ? passage.range : { from: 0, to: 0 };
  return { path: passage.path, range, message: passageInWords(what, place, text) };
}

function passageInWords(what: string, place: string, text?: string): string {
  if (text === undefined) return place ? say('{what}, {place}', { what, place }) : what;
  const words = shortened(text, LONGEST);
  return place
    ? say('{what}, {place}: “{words}”', { what, place, words })
    : say('{what}: “{words}”', { what, words });
}
