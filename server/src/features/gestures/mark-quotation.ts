import { overlaps, touches, type TextRange } from '../../text/range.ts';
import type { ActionRequest } from '../actions/action.ts';
import { isMarked, markEdits, markingOf, trimmed, type Marking } from './marking.ts';
import { refused, type Outcome } from './outcome.ts';
import { attributeValue } from './names.ts';
import { say } from '../../words/say.ts';

/** Marks the selection as a quotation from the work `key`; without a selection, the quotation at the cursor. */
export function markQuotation(request: ActionRequest, key: string, locator: string): Outcome {
  const marking = quoted(request);
  if ('status' in marking) return marking;
  const { view, library } = request;
  if (library.entries(view.path, key).length === 0)
    return refused(say('No bibliography of this text knows the work “{key}” any more.', { key }));
  const at = locator.trim() === '' ? '' : ` at=${attributeValue(locator)}`;
  return {
    status: 'done',
    edits: markEdits(marking, `.quote from=${attributeValue(`@${key}`)}${at}`, view.path),
  };
}

/** How the quoted words can be marked, with their quotation marks, or why they cannot. */
export function quoted(request: ActionRequest): Marking | Outcome {
  const { view, selection } = request;
  const marking = markingOf(request, withMarks(request, selection));
  if (!marking)
    return refused(say('Select the words that are quoted, with or without their quotation marks.'));
  if (
    isMarked(marking, 'quote', request) ||
    view.facts.quotations.some(({ kind, range }) => kind === 'marked' && overlaps(range, marking.range))
  )
    return refused(say('These words are marked as a quotation already.'), 'source');
  return marking;
}

const PAIRS: ReadonlySet<string> = new Set([
  '“”',
  '„“',
  '„”',
  '«»',
  '»«',
  '‘’',
  '‚‘',
  '""',
  "''",
  '「」',
  '『』',
  '《》',
]);

/** The selection, or the quotation at the cursor, including quotation marks around it. */
function withMarks(request: ActionRequest, selection: TextRange): TextRange {
  const { view } = request;
  const { text } = view.text;
  if (selection.from === selection.to) {
    const around = view.facts.quotations.find(
      ({ kind, range }) => kind !== 'marked' && touches(range, selection.from),
    );
    return around && around.contentRange.from < around.contentRange.to
      ? withMarks(request, around.contentRange)
      : selection;
  }
  const { from, to } = trimmed(text, selection);
  const outside = `${text[from - 1] ?? ''}${text[to] ?? ''}`;
  return PAIRS.has(outside) ? { from: from - 1, to: to + 1 } : { from, to };
}
