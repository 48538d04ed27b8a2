import type { Difference } from '../../quotations/model.ts';
import { escapeLine } from '../../text/markdown-escape.ts';
import { workLabel } from '../../workspace/labels.ts';
import { bestPassage, passagePlace } from '../../workspace/quotation-places.ts';
import type { SourcePassage } from '../../workspace/quotation-verdicts.ts';
import { placeLink, type FeatureRequest } from '../request.ts';

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
          `Word for word in ${passages
            .slice(0, MOST_LINKS)
            .map((passage) => `${label(passage.work)}, ${link(passage, 'the passage')}`)
            .join('; ')}.`,
        ];

  switch (verdict.status) {
    case 'exact': {
      const best = bestPassage(quotation, verdict)!;
      const others = verdict.passages.filter((passage) => passage !== best);
      const how = verdict.isBlurred
        ? 'Word for word, as far as the scan can be read, in'
        : 'Word for word in';
      const lines = [`**${how} ${label(best.work)}**, ${link(best, 'the passage')}`];
      if (others.length > 0) {
        const links = others.slice(0, MOST_LINKS).map((passage) => link(passage, lineOf(passage, request)));
        const more = others.length - links.length;
        lines.push(`Also at ${links.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`);
      }
      return lines.join('\n\n');
    }
    case 'different':
      return [
        `**Not word for word in ${label(verdict.passage.work)}.** The nearest passage, ${link(verdict.passage, 'here')}, says:`,
        `> ${escapeLine(verdict.text)}`,
        changes(verdict.differences),
        ...elsewhere(verdict.elsewhere),
      ].join('\n\n');
    case 'absent':
      return [
        `**Not in the text of ${label(quotation.works[0]!.text)} that is here**, nor anything like it.`,
        ...elsewhere(verdict.elsewhere),
      ].join('\n\n');
  }
}

function lineOf({ path, range }: SourcePassage, { library }: FeatureRequest): string {
  return `line ${(library.linesOf(path)?.lineAt(range.from) ?? 0) + 1}`;
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
