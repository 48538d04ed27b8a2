import type { ActionRequest } from '../actions/action.ts';
import type { TextRange } from '../../text/range.ts';
import { deferred, say } from '../../words/say.ts';
import { claimable } from './mark-claim.ts';
import { wordsOf } from './names.ts';
import { refused, type Refused } from './outcome.ts';
import { claimAtCursor } from './relate-claims.ts';

/** The message where neither a claim nor words that could be one are meant. */
export const NO_CLAIM = deferred('Put the cursor into a claim, or select the words that are claimed.');

/** The claim at the cursor; with `marks` else the words that are about to be marked as one. Or why there are none. */
export function claimedWords(
  request: ActionRequest,
  marks: boolean,
): { readonly range: TextRange; readonly text: string } | Refused {
  const claim = claimAtCursor(request);
  if (claim) return { range: claim.range, text: claim.text };
  if (!marks) return refused(say(NO_CLAIM));
  const marking = claimable(request);
  if ('status' in marking) return marking;
  return { range: marking.range, text: wordsOf(request.view, marking.range) };
}
