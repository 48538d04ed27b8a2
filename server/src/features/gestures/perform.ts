import { extensionOf } from '../../workspace/paths.ts';
import type { ActionRequest } from '../actions/action.ts';
import { addNote } from './add-note.ts';
import { cite, copyOf } from './cite.ts';
import { markActor, markNewActor } from './mark-actor.ts';
import { markClaim } from './mark-claim.ts';
import { markQuotation } from './mark-quotation.ts';
import { declareProperty } from './declare-property.ts';
import { newWork } from './new-work.ts';
import { sourceOf } from './source-of.ts';
import { refused, type Outcome } from './outcome.ts';
import type { Gesture } from '../../protocol/gestures.ts';
import { relateClaims } from './relate-claims.ts';
import { settle } from './settle.ts';
import { stateClaim } from './claim-parts.ts';

/** Why nothing is written into plain texts. */
export const KEPT_AS_IT_IS = 'A plain text is kept as it is: annotate a Markdown text instead.';

/** Works out what a gesture does to the text; nothing is changed by asking. */
export function perform(request: ActionRequest, gesture: Gesture): Outcome {
  // What is said of a plain text is said elsewhere.
  if (gesture.kind === 'sourceOf') return sourceOf(request, gesture.work);
  if (gesture.kind === 'declareProperty') return declareProperty(request, gesture);
  if (!isAnnotated(request)) return refused(KEPT_AS_IT_IS);
  switch (gesture.kind) {
    case 'claim':
      return markClaim(request);
    case 'actor':
      return markActor(request, gesture.actor);
    case 'newActor':
      return markNewActor(request, gesture.name);
    case 'quotation':
      return markQuotation(request, gesture.work, gesture.locator);
    case 'cite':
      return cite(request, gesture.work);
    case 'newWork':
      return newWork(request, gesture);
    case 'copyEntry':
      return copyOf(gesture.work, request.view.path, request.library) ?? { status: 'done', edits: [] };
    case 'note':
      return addNote(request);
    case 'relate':
      return relateClaims(request, gesture.relation, gesture.claim);
    case 'state':
      return stateClaim(request, gesture);
    case 'settle':
      return settle(request, gesture);
  }
}

/** Plain texts lie in a project as the words of a work, and are not written into. */
export function isAnnotated({ view }: ActionRequest): boolean {
  return extensionOf(view.path) !== 'txt';
}
