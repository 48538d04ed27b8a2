import type { ActionRequest } from '../actions/action.ts';
import { freeName } from '../actions/claim-attributes.ts';
import { isMarked, markEdits, markingOf, sentenceAt, withoutReferences } from './marking.ts';
import { refused, type Outcome } from './outcome.ts';
import { nameOf, wordsOf } from './names.ts';
import { say } from '../../words/say.ts';

/**
 * Marks the selection as a claim, with an id made from its words that the user can replace. Without a selection,
 * marks the sentence at the cursor. Citations and notes at the end stay outside.
 */
export function markClaim(request: ActionRequest): Outcome {
  const { view, selection } = request;
  const wanted =
    selection.from === selection.to
      ? sentenceAt(request, selection.from)
      : withoutReferences(request, selection);
  const marking = wanted && markingOf(request, wanted);
  if (!marking)
    return refused(say('Select the words that are claimed: a stretch of running text, or whole paragraphs.'));
  if (isMarked(marking, 'claim', request))
    return refused(say('These words are marked as a claim already.'), 'describe');
  const name = freeName(nameOf(wordsOf(view, marking.range), 'claim'), view);
  const head = '.claim #';
  const select = { from: head.length, to: head.length + name.length };
  return { status: 'done', edits: markEdits(marking, head + name, view.path, select) };
}
