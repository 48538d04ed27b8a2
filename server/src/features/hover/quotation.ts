import type { Difference } from '../../quotations/model.ts';
import { escapeLine } from '../../text/markdown-escape.ts';
import { workLabel } from '../../workspace/labels.ts';
import { bestPassage, passagePlace } from '../../workspace/quotation-places.ts';
import type { SourcePassage } from '../../workspace/quotation-verdicts.ts';
import { placeLink, type FeatureRequest } from '../request.ts';
import { enumerated, say } from '../../words/say.ts';

/** How many further passages are linked. */
const MOST_LINKS = 5;

/**
 * The verdict on the quotation at `index` of the document's: with its place, or with the nearest passage and its
 * differences. Null where no text of its work is here, or the search has not run yet.
 */
export function quotationCard(index: number, request: FeatureRequest): string | null {
  const { library, view, quotations } = request;
  const quotation = library.inPrint.quotationsOf(view.path)[index];
  const verdict = quotations.of(view.path)[index];
  if (!quotation || !verdict) return null;
  const label = (work: string) => escapeLine(workLabel(work, view.path, library) ?? work);
  const link = (passage: SourcePassage, what: string) =>
    placeLink(request, passagePlace(passage) || what, passage.path, passage.range);
  const elsewhere = (passages: readonly SourcePassage[]) =>
    passages.length === 0
      ? []
      : [
          say('Word for word in {passages}.', {
            passages: passages
              .slice(0, MOST_LINKS)
              .map((passage) => `${label(passage.work)}, ${link(passage, say('the passage'))}`)
              .join('; '),
          }),
        ];

  switch (verdict.status) {
    case 'exact': {
      const best = bestPassage(quotation, verdict)!;
      const others = verdict.passages.filter((passage) => passage !== best);
      const found = { work: label(best.work), passage: link(best, say('the passage')) };
      const lines = [
        verdict.isBlurred
          ? say('**Word for word, as far as the scan can be read, in {work}**, {passage}', found)
          : say('**Word for word in {work}**, {passage}', found),
      ];
      if (others.length > 0) {
        const links = others.slice(0, MOST_LINKS).map((passage) => link(passage, lineOf(passage, request)));
        lines.push(
          say('Also at {places}{more, plural, =0 {} other { and {more} more}}.', {
            places: enumerated(links),
            more: others.length - links.length,
          }),
        );
      }
      return lines.join('\n\n');
    }
    case 'different':
      return [
        say('**Not word for word in {work}.** The nearest passage, {passage}, says:', {
          work: label(verdict.passage.work),
          passage: link(verdict.passage, say('here')),
        }),
        `> ${escapeLine(verdict.text)}`,
        changes(verdict.differences),
        ...elsewhere(verdict.elsewhere),
      ].join('\n\n');
    case 'absent':
      return [
        say('**Not in the text of {work} that is here**, nor anything like it.', {
          work: label(quotation.works[0]!.text),
        }),
        ...elsewhere(verdict.elsewhere),
      ].join('\n\n');
  }
}

function lineOf({ path, range }: SourcePassage, { library }: FeatureRequest): string {
  return say('line {line}', { line: (library.linesOf(path)?.lineAt(range.from) ?? 0) + 1 });
}

/** Word by word: struck out what only the quotation has, bold what only the source has. */
function changes({ parts }: Difference): string {
  return parts
    .filter(({ kind }) => kind !== 'same' && kind !== 'licensed')
    .map(({ quoted, source }) =>
      [quoted && `~~${escapeLine(quoted)}~~`, source && `**${escapeLine(source)}**`]
        .filter((part) => part !== '')
        .join(' '),
    )
    .join(' · ');
}
