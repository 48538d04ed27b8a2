import { folded } from '../../found/folding.ts';
import { workLabel } from '../../workspace/labels.ts';
import { actionKinds, type Action, type ActionKind, type ActionRequest } from '../actions/action.ts';
import type { TextActions } from '../actions/action.ts';
import { isLike, worksNearby } from './choices.ts';
import { mentioned, mentionedWords } from './mark-actor.ts';
import { quoted } from './mark-quotation.ts';
import type { Gesture, StatedRelation } from '../../protocol/gestures.ts';
import { isAnnotated, perform } from './perform.ts';
import { claimAtCursor } from './relate-claims.ts';

/** How many actors and works are offered by name; the others are chosen from a list. */
const MOST = 3;
/** A work that is cited farther away than this many characters is not offered by name. */
const NEAR = 600;

const RELATIONS: readonly StatedRelation[] = ['contradicts', 'supports', 'qualifies'];

/** Gestures as actions on a selection or at the cursor. Those that need a choice name what is likely, then ask. */
export const gestureActions: TextActions = (request, wants) => {
  if (!isAnnotated(request)) return [];
  const { selection } = request;
  const isEmpty = selection.from === selection.to;
  const actions: (Action | null)[] = [];
  if (!isEmpty && wants(actionKinds.markClaim))
    actions.push(done('Mark as a claim', actionKinds.markClaim, { kind: 'claim' }, request));
  if (!isEmpty && wants(actionKinds.markActor)) actions.push(...actorActions(request));
  if (!isEmpty && wants(actionKinds.markQuotation)) actions.push(...quotationActions(request));
  if (wants(actionKinds.cite)) actions.push(asking('Cite…', actionKinds.cite, 'cite'));
  if (wants(actionKinds.addNote))
    actions.push(done('Add a note', actionKinds.addNote, { kind: 'note' }, request));
  if (wants(actionKinds.relate) && claimAtCursor(request))
    for (const relation of RELATIONS)
      actions.push(asking(`Say that this claim ${relation} another…`, actionKinds.relate, relation));
  return actions.filter((action) => action !== null);
};

function actorActions(request: ActionRequest): (Action | null)[] {
  if ('status' in mentioned(request)) return [];
  const selected = folded(mentionedWords(request));
  const like = [...request.library.allActors()].filter(({ actor }) => isLike(actor, selected));
  const named = like
    .slice(0, MOST)
    .map(({ actor: { id, name } }) =>
      done(
        `Mark as the actor “${name.text}”`,
        actionKinds.markActor,
        { kind: 'actor', actor: id.text },
        request,
      ),
    );
  return [...named, asking('Mark as an actor…', actionKinds.markActor, 'actor')];
}

function quotationActions(request: ActionRequest): (Action | null)[] {
  if ('status' in quoted(request)) return [];
  const { view, library } = request;
  const named = worksNearby(request)
    .filter(({ distance }) => distance <= NEAR)
    .slice(0, MOST)
    .map(({ key, locator }) =>
      done(
        `Mark as a quotation from ${workLabel(key, view.path, library) ?? key}${locator ? `, ${locator}` : ''}`,
        actionKinds.markQuotation,
        { kind: 'quotation', work: key, locator: locator ?? '' },
        request,
      ),
    );
  return [...named, asking('Mark as a quotation from…', actionKinds.markQuotation, 'quotation')];
}

/** An action that is complete in itself; null where the gesture is refused. */
function done(title: string, kind: ActionKind, gesture: Gesture, request: ActionRequest): Action | null {
  const outcome = perform(request, gesture);
  return outcome.status === 'refused' ? null : { title, kind, edits: () => outcome.edits };
}

/** An action for which the person has to choose something first. */
function asking(title: string, kind: ActionKind, asks: Action['asks'] & string): Action {
  return { title, kind, asks, edits: () => [] };
}
