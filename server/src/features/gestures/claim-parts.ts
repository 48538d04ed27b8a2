/** Edits of a claim's attributes: its asserter, its subjects, its propositions. */
import type { Claim } from '../../facts/model.ts';
import { writesOn } from '../../reasoning/asserters.ts';
import { parseSays } from '../../reasoning/says.ts';
import type { ActionEdit, ActionRequest } from '../actions/action.ts';
import type { Gesture } from '../../protocol/gestures.ts';
import { factsAfter } from './facts-after.ts';
import { registration } from './mark-actor.ts';
import { refused, type Outcome } from './outcome.ts';
import { caretBehind, claimAtCursor } from './relate-claims.ts';
import { deferred, say } from '../../words/say.ts';

/** Stands for the work that is cited directly after the claim. */
const CITED = '@';
const HTML = deferred('Its attributes stand in HTML: write them there by hand.');
const UNCLOSED = deferred('Its attributes cannot be added to: one of them is not closed.');

/**
 * Adds to the claim at the cursor its asserter, subjects and propositions, as far as given, in one edit. The asserter
 * is replaced; subjects and propositions are added to the existing ones.
 */
export function stateClaim(
  request: ActionRequest,
  { by: given, newHolder, about, newActor, says }: Extract<Gesture, { readonly kind: 'state' }>,
): Outcome {
  const claim = claimAtCursor(request);
  if (!claim) return refused(say('Put the cursor into a claim, or select the words that are claimed.'));
  const { view } = request;
  const fresh = newHolder ?? newActor;
  const registered = fresh === undefined ? null : registration(request, fresh);
  if (registered && 'status' in registered) return registered;
  const named = newHolder === undefined ? given : registered?.id;
  const by = named === CITED ? citedBehind(claim, request) : named;
  if (by === null)
    return refused(
      say('No single work is cited right after this claim: choose by “Who Holds This…” who asserts it.'),
      'holder',
    );
  if (view.text.text[claim.attributes.range.to - 1] !== '}') return refused(say(HTML));
  const edits: ActionEdit[] = [];
  const actor = newHolder === undefined ? (registered?.id ?? about) : about;
  if (by !== undefined) edits.push(...written(claim, 'by', by, () => by, request));
  if (actor !== undefined && !claim.about.some(({ text }) => text === actor))
    edits.push(...written(claim, 'about', actor, (known) => `${known} ${actor}`, request));
  if (says !== undefined) {
    const isStated = (known: string) => known.split(';').some((part) => part.trim() === says.trim());
    if (!isStated(claim.says?.text ?? ''))
      edits.push(...written(claim, 'says', says, (known) => `${known}; ${says}`, request));
  }
  if (edits.length === 0) return refused(say('The claim says so already.'), 'describe');
  if (!isRead(edits, { by, actor, says }, claim, request)) return refused(say(UNCLOSED));
  edits.push(...caretBehind(claim, request));
  if (!registered) return { status: 'done', edits };
  return { ...registered.made, edits: [...edits, ...registered.made.edits] };
}

/** The work that the writer comments on with the claim; null where there is not exactly one. */
function citedBehind({ range }: Claim, { view, reasoning }: ActionRequest): string | null {
  const record = reasoning.claimsIn(view.path).find((each) => each.range.from === range.from);
  const on = record ? writesOn(record) : null;
  return on === null ? null : `@${on}`;
}

/** The new value of one attribute; an empty value removes it. */
function written(
  { attributes }: Claim,
  key: 'by' | 'about' | 'says',
  value: string,
  besides: (known: string) => string,
  { view: { path, text } }: ActionRequest,
): ActionEdit[] {
  const pair = attributes.pairs.find((each) => each.key.text === key);
  const quoted = (words: string) => `"${words.replace(/["\\]/g, '\\$&')}"`;
  if (pair) {
    const { from, to } = pair.value.range;
    const isQuoted = text.text[to] === '"' || text.text[to] === "'";
    if (value === '') {
      const start =
        text.text[pair.key.range.from - 1] === ' ' ? pair.key.range.from - 1 : pair.key.range.from;
      return [{ path, range: { from: start, to: isQuoted ? to + 1 : to }, insert: '' }];
    }
    const words = pair.value.text.trim() === '' ? value : besides(pair.value.text.trim());
    const range = isQuoted ? { from: from - 1, to: to + 1 } : { from, to };
    return [{ path, range, insert: quoted(words) }];
  }
  if (value === '') return [];
  const at = attributes.range.to - 1;
  const insert = `${text.text[at - 1] === ' ' ? '' : ' '}${key}=${quoted(value)}`;
  return [{ path, range: { from: at, to: at }, insert }];
}

/** Whether the edited claim reads as intended, and no other claim is lost. */
function isRead(
  edits: readonly ActionEdit[],
  {
    by,
    actor,
    says,
  }: {
    readonly by?: string | undefined;
    readonly actor?: string | undefined;
    readonly says?: string | undefined;
  },
  { range }: Claim,
  request: ActionRequest,
): boolean {
  const { claims } = factsAfter(request, edits);
  const again = claims.find((claim) => claim.range.from === range.from);
  if (!again || claims.length !== request.view.facts.claims.length) return false;
  const holder = by?.replace(/^@/, '');
  if (holder && again.by[0]?.text !== holder) return false;
  if (actor !== undefined && !again.about.some(({ text }) => text === actor)) return false;
  if (says === undefined) return true;
  return again.says !== null && again.says.text.includes(says) && parseSays(again.says).problems.length === 0;
}
