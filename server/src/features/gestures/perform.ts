import { extensionOf } from '../../workspace/paths.ts';
import type { ActionRequest } from '../actions/action.ts';
import { addNote } from './add-note.ts';
import { cite, copyOf } from './cite.ts';
import { markActor, markNewActor } from './mark-actor.ts';
import { markClaim } from './mark-claim.ts';
import { markQuotation } from './mark-quotation.ts';
import { declareProperty } from './declare-property.ts';
import { newWork } from './new-work.ts';
import { fileOf, sourceOf } from './source-of.ts';
import { refused, type Outcome } from './outcome.ts';
import type { Gesture } from '../../protocol/gestures.ts';
import { relateClaims } from './relate-claims.ts';
import { settle } from './settle.ts';
import { stateClaim } from './claim-parts.ts';
import { deferred, say } from '../../words/say.ts';

/** The message for gestures in plain texts. */
export const KEPT_AS_IT_IS = deferred('A plain text is kept as it is: annotate a Markdown text instead.');

/** Computes the result of a gesture; changes nothing itself. */
export function perform(request: ActionRequest, gesture: Gesture): Outcome {
  // Declared outside the text, so it is allowed for plain texts.
  if (gesture.kind === 'sourceOf') return sourceOf(request, gesture.work);
  if (gesture.kind === 'fileOf') return fileOf(request, gesture);
  if (gesture.kind === 'declareProperty') return declareProperty(request, gesture);
  if (!isAnnotated(request)) return refused(say(KEPT_AS_IT_IS));
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

/** Whether a text may be annotated: plain texts are kept as the words of a work. */
export function isAnnotated({ view }: ActionRequest): boolean {
  return extensionOf(view.path) !== 'txt';
}
