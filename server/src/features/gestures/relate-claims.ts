import type { Claim } from '../../facts/model.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import { touches } from '../../text/range.ts';
import type { ActionEdit, ActionRequest } from '../actions/action.ts';
import { shortestAddress } from '../actions/addresses.ts';
import { freeName } from '../actions/claim-attributes.ts';
import { factsAfter } from './facts-after.ts';
import { refused, type Outcome } from './outcome.ts';
import type { StatedRelation } from '../../protocol/gestures.ts';
import { nameOf } from './names.ts';
import { say } from '../../words/say.ts';

/** Adds to the claim at the cursor that it contradicts, supports or qualifies another. */
export function relateClaims(request: ActionRequest, relation: StatedRelation, chosen: string): Outcome {
  const { view } = request;
  const claim = claimAtCursor(request);
  if (!claim) return refused(say('Put the cursor into the claim that is to say so.'));
  const other = recordOf(chosen, request);
  if (!other) return refused(say('The claim that was chosen is not there any more.'), 'again');
  if (other.path === view.path && other.range.from === claim.range.from)
    return refused(say('A claim says nothing of itself: choose another.'), 'again');
  const target = addressed(other, request);
  if ('status' in target) return target;
  const { address, naming } = target;
  if (claim.relations.some((each) => each.kind === relation && each.address.text === address))
    return refused(
      say(
        '{relation, select, contradicts {The claim says already that it contradicts {address}.} supports {The claim says already that it supports {address}.} other {The claim says already that it qualifies {address}.}}',
        { relation, address },
      ),
    );
  const added = addition(claim, relation, address, request);
  if (!added) return refused(say('Its attributes stand in HTML: write the relation there by hand.'));
  const edits = [...naming, added, ...caretBehind(claim, request)];
  const after = factsAfter(request, edits);
  const says = after.claims.some((each) =>
    each.relations.some(({ kind, address: { text } }) => kind === relation && text === address),
  );
  if (!says || after.claims.length !== view.facts.claims.length)
    return refused(say('Its attributes cannot be added to: one of them is not closed.'));
  return { status: 'done', edits };
}

/** The innermost claim at the cursor. */
export function claimAtCursor({ view, selection }: ActionRequest): Claim | null {
  const around = view.facts.claims.filter(
    ({ range }) => touches(range, selection.from) && touches(range, selection.to),
  );
  return around.sort((a, b) => a.range.to - a.range.from - (b.range.to - b.range.from))[0] ?? null;
}

/**
 * Where words are selected, such as a new claim's name, puts the cursor after the claim instead: editors stretch a
 * selection over what is inserted at its end, and the next letter would replace that.
 */
export function caretBehind({ kind, range }: Claim, { view, selection }: ActionRequest): ActionEdit[] {
  if (selection.from === selection.to || kind !== 'span') return [];
  const behind = { from: range.to, to: range.to };
  return [{ path: view.path, range: behind, insert: '', select: { from: 0, to: 0 } }];
}

/** The claim of a choice: `path#id`, or `path#@offset` for one without an id. */
function recordOf(chosen: string, { reasoning }: ActionRequest): ClaimRecord | null {
  const path = chosen.slice(0, chosen.lastIndexOf('#'));
  return reasoning.claimsIn(path).find(({ address }) => address === chosen) ?? null;
}

/** The address of a claim, and the edit that gives it an id where it has none. */
function addressed(
  other: ClaimRecord,
  request: ActionRequest,
): { address: string; naming: readonly ActionEdit[] } | Outcome {
  const { view, reasoning } = request;
  const address = shortestAddress(other, view.path, reasoning);
  if (address !== null)
    return /[\s"\\&]/.test(address)
      ? refused(say('The address {address} cannot stand in an attribute: rename the file.', { address }))
      : { address, naming: [] };
  if (other.id !== null)
    return refused(
      say('Two claims are called “{id}”: rename one of them, so that it can be addressed.', { id: other.id }),
      'problems',
    );
  const claim = view.facts.claims.find(({ range }) => range.from === other.range.from);
  const at = claim ? claim.attributes.range.to - 1 : -1;
  if (other.path !== view.path || view.text.text[at] !== '}')
    return refused(say('The other claim has no name to be addressed by: give it one first.'));
  const name = freeName(nameOf(other.text, 'claim'), view);
  const insert = `${view.text.text[at - 1] === ' ' ? '' : ' '}#${name}`;
  return { address: `#${name}`, naming: [{ path: view.path, range: { from: at, to: at }, insert }] };
}

/** Adds the address to the attribute of that relation, or a new attribute. */
function addition(
  claim: Claim,
  relation: StatedRelation,
  address: string,
  { view }: ActionRequest,
): ActionEdit | null {
  const { text } = view.text;
  const { range, pairs } = claim.attributes;
  const there = pairs.find(({ key }) => key.text === relation)?.value;
  if (there) {
    const { from, to } = there.range;
    const isQuoted = text[to] === '"' || text[to] === "'";
    const words = text.slice(from, to);
    const all = words.trim() === '' ? address : `${words} ${address}`;
    return { path: view.path, range: there.range, insert: isQuoted ? all : `"${all}"` };
  }
  const at = range.to - 1;
  if (text[at] !== '}') return null;
  const insert = `${text[at - 1] === ' ' ? '' : ' '}${relation}="${address}"`;
  return { path: view.path, range: { from: at, to: at }, insert };
}
