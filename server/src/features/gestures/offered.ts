import { folded } from '../../found/folding.ts';
import { writesOn } from '../../reasoning/asserters.ts';
import { workLabel } from '../../workspace/labels.ts';
import { actionKinds, type Action, type ActionKind, type ActionRequest } from '../actions/action.ts';
import type { TextActions } from '../actions/action.ts';
import { isLike } from './choices.ts';
import { citeAs } from './cite.ts';
import { mentioned, mentionedWords } from './mark-actor.ts';
import { quoted } from './mark-quotation.ts';
import type { Gesture, StatedRelation } from '../../protocol/gestures.ts';
import { unknownKeyAt } from './new-work.ts';
import { citingOf } from '../views/citing.ts';
import { isAnnotated, perform } from './perform.ts';
import { claimAtCursor } from './relate-claims.ts';
import { worksNearby } from './works-nearby.ts';
import { say } from '../../words/say.ts';

/** How many actors and works are offered by name; others are chosen from a list. */
const MOST = 3;
/** The largest distance, in UTF-16 units, of a cited work that is offered by name. */
const NEAR = 600;

const RELATIONS: readonly StatedRelation[] = ['contradicts', 'supports', 'qualifies'];

/**
 * Gestures as code actions on a selection or at the cursor. Those that need a choice offer likely ones by name, then
 * a list.
 */
export const gestureActions: TextActions = (request, wants) => {
  if (!isAnnotated(request)) return [];
  const { selection } = request;
  const isEmpty = selection.from === selection.to;
  const actions: (Action | null)[] = [];
  if (!isEmpty && wants(actionKinds.markClaim))
    actions.push(done(say('Mark as a claim'), actionKinds.markClaim, { kind: 'claim' }, request));
  if (!isEmpty && wants(actionKinds.markActor)) actions.push(...actorActions(request));
  if (!isEmpty && wants(actionKinds.markQuotation)) actions.push(...quotationActions(request));
  if (wants(actionKinds.cite)) {
    if (canCite(request)) actions.push(asking(say('Cite…'), actionKinds.cite, 'cite'));
    const unknown = unknownKeyAt(request);
    const isNothing = citingOf(request.view.path, request.library).how === 'none';
    if (unknown !== null)
      actions.push(
        asking(say('Describe “{unknown}” as a new work…', { unknown }), actionKinds.cite, 'newWork'),
      );
    if (unknown !== null && isNothing)
      actions.push(asking(say('Choose my library…'), actionKinds.cite, 'chooseLibrary'));
  }
  if (wants(actionKinds.addNote))
    actions.push(done(say('Add a note'), actionKinds.addNote, { kind: 'note' }, request));
  if (wants(actionKinds.describe)) actions.push(...descriptions(request));
  if (wants(actionKinds.relate) && claimAtCursor(request))
    for (const relation of RELATIONS)
      actions.push(
        asking(
          say(
            '{relation, select, contradicts {Say that this claim contradicts another…} supports {Say that this claim supports another…} other {Say that this claim qualifies another…}}',
            { relation },
          ),
          actionKinds.relate,
          relation,
        ),
      );
  return actions.filter((action) => action !== null);
};

/** Actions for the asserter, subjects and propositions of the claim at the cursor. */
function descriptions(request: ActionRequest): (Action | null)[] {
  const claim = claimAtCursor(request);
  if (!claim) return [];
  const { view, library, reasoning } = request;
  const record = reasoning.claimsIn(view.path).find(({ range }) => range.from === claim.range.from);
  const on = record ? writesOn(record) : null;
  const kind = actionKinds.describe;
  return [
    on === null
      ? null
      : done(
          say('Let {work} assert this claim', { work: workLabel(on, view.path, library) ?? on }),
          kind,
          { kind: 'state', by: `@${on}` },
          request,
        ),
    asking(say('Who holds this…'), kind, 'holder'),
    asking(say('What is it about…'), kind, 'subject'),
    asking(say('What does it state…'), kind, 'statement'),
  ];
}

function actorActions(request: ActionRequest): (Action | null)[] {
  if ('status' in mentioned(request)) return [];
  const selected = folded(mentionedWords(request));
  const like = [...request.library.allActors()].filter(({ actor }) => isLike(actor, selected));
  const named = like
    .slice(0, MOST)
    .map(({ actor: { id, name } }) =>
      done(
        say('Mark as the actor “{name}”', { name: name.text }),
        actionKinds.markActor,
        { kind: 'actor', actor: id.text },
        request,
      ),
    );
  return [...named, asking(say('Mark as an actor…'), actionKinds.markActor, 'actor')];
}

function quotationActions(request: ActionRequest): (Action | null)[] {
  if ('status' in quoted(request)) return [];
  const { view, library } = request;
  const named = worksNearby(request)
    .filter(({ distance }) => distance <= NEAR)
    .slice(0, MOST)
    .map(({ key, locator }) =>
      done(
        say('Mark as a quotation from {work}', {
          work: `${workLabel(key, view.path, library) ?? key}${locator ? `, ${locator}` : ''}`,
        }),
        actionKinds.markQuotation,
        { kind: 'quotation', work: key, locator: locator ?? '' },
        request,
      ),
    );
  return [...named, asking(say('Mark as a quotation from…'), actionKinds.markQuotation, 'quotation')];
}

/** Whether a citation could stand at the cursor: not in code, nor in most of the front matter. */
function canCite(request: ActionRequest): boolean {
  return citeAs(request, 'any').status !== 'refused';
}

/** A complete action; null where the gesture is refused. */
function done(title: string, kind: ActionKind, gesture: Gesture, request: ActionRequest): Action | null {
  const outcome = perform(request, gesture);
  return outcome.status === 'refused' ? null : { title, kind, edits: () => outcome.edits };
}

/** An action that needs a choice first. */
function asking(title: string, kind: ActionKind, asks: Action['asks'] & string): Action {
  return { title, kind, asks, edits: () => [] };
}
