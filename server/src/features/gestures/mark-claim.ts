import type { ActionRequest } from '../actions/action.ts';
import { freeName } from '../actions/claim-attributes.ts';
import { isMarked, markEdits, markingOf, sentenceAt, withoutReferences, type Marking } from './marking.ts';
import { refused, type Outcome, type Refused } from './outcome.ts';
import { nameOf, wordsOf } from './names.ts';
import { say } from '../../words/say.ts';

/**
 * Marks the selection as a claim, with an id made from its words that the user can replace. Without a selection,
 * marks the sentence at the cursor. Citations and notes at the end stay outside.
 */
export function markClaim(request: ActionRequest): Outcome {
  const marking = claimable(request);
  if ('status' in marking) return marking;
  const { view } = request;
  const name = nameForClaim(marking, request);
  const head = '.claim #';
  const select = { from: head.length, to: head.length + name.length };
  return { status: 'done', edits: markEdits(marking, head + name, view.path, select) };
}

/** An id for words that become a claim, made from them; no other claim of the text has it. */
export function nameForClaim({ range }: Marking, { view }: ActionRequest): string {
  return freeName(nameOf(wordsOf(view, range), 'claim'), view);
}

/** How the selection, or the sentence at the cursor, can be marked as a claim; or why it cannot. */
export function claimable(request: ActionRequest): Marking | Refused {
  const { selection } = request;
  const wanted =
    selection.from === selection.to
      ? sentenceAt(request, selection.from)
      : withoutReferences(request, selection);
  const marking = wanted && markingOf(request, wanted);
  if (!marking)
    return refused(say('Select the words that are claimed: a stretch of running text, or whole paragraphs.'));
  if (isMarked(marking, 'claim', request))
    return refused(say('These words are marked as a claim already.'), 'describe');
  return marking;
}
