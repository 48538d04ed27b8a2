/** Edits that write an adjudication, the claim that settles a conflict. */
import type { Claim } from '../../facts/model.ts';
import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { decides } from '../../reasoning/verdict.ts';
import { factsAfter } from '../gestures/facts-after.ts';
import type { ActionEdit, ActionRequest } from './action.ts';
import { shortestAddress } from './addresses.ts';
import { freeName } from './claim-attributes.ts';

/** The placeholder text of an adjudication, which `hasOwnWords` ignores. */
const VERDICT = 'Which of the two holds, and why';

/** The decision of a conflict. */
export interface Decision {
  /** The side that is upheld; null for neither. */
  readonly upheld: 'a' | 'b' | null;
  /** The user's reason. */
  readonly reason: string;
}

interface Side {
  readonly name: string;
  readonly address: string;
  /** Edits that give it an id, where it had none. */
  readonly naming: readonly ActionEdit[];
}

/**
 * Computes edits that insert an open adjudication after the block at the cursor, with its words selected. Null where
 * a side has no address from there.
 */
export function openingEdits(conflict: Conflict, request: ActionRequest): (() => ActionEdit[]) | null {
  const sides = sidesOf(conflict, request);
  return sides && (() => written(sides, VERDICT, ' status="open"', request));
}

/**
 * Edits that settle a conflict with a reason: completes an adjudication begun in this text, or inserts one after the
 * block at the cursor. The cursor is put after it, where sources are cited. Null where a side has no address from
 * there, or the reason cannot be part of a claim.
 */
export function decidingEdits(
  conflict: Conflict,
  { upheld, reason }: Decision,
  request: ActionRequest,
): ActionEdit[] | null {
  const sides = sidesOf(conflict, request);
  if (!sides) return null;
  const words = reason
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\.)\.$/, '');
  const begun = begunHere(conflict, request);
  const prefers = upheld === null ? null : sides[upheld === 'a' ? 0 : 1].address;
  for (const each of [words, words.replace(/[\\[\]`*_<>$^~@#{}|"']/g, '\\$&')]) {
    const edits = begun
      ? completed(begun, each, prefers, request)
      : written(sides, each, prefers === null ? '' : ` prefers="${prefers}"`, request);
    if (stands(edits, each, begun, sides, request)) return edits;
  }
  return null;
}

/** Whether the text with these edits has the adjudication with all its words, and otherwise the same claims. */
function stands(
  edits: readonly ActionEdit[],
  words: string,
  begun: Claim | null,
  sides: Sides,
  request: ActionRequest,
): boolean {
  const { claims } = factsAfter(request, edits);
  const resolved = begun ? resolvedBy(begun) : sides.map(({ address }) => address).join(' ');
  const settles = (claim: Claim) =>
    resolvedBy(claim) === resolved &&
    claim.contentRange.to - claim.contentRange.from === words.length &&
    decides({ text: claim.text, status: claim.status?.text === 'open' ? 'open' : null });
  const more = begun ? 0 : 1;
  return claims.length === request.view.facts.claims.length + more && claims.some(settles);
}

function resolvedBy({ relations }: Claim): string {
  return relations.flatMap(({ kind, address }) => (kind === 'resolves' ? [address.text] : [])).join(' ');
}

type Sides = readonly [Side, Side];

function sidesOf({ a, b }: Conflict, request: ActionRequest): Sides | null {
  const first = named(a, [], request);
  const second = first && named(b, [first.name], request);
  if (!first || !second) return null;
  return /["\\&]/.test(`${first.address} ${second.address}`) ? null : [first, second];
}

function written([first, second]: Sides, words: string, more: string, request: ActionRequest): ActionEdit[] {
  const { view } = request;
  const at = endOfBlock(request);
  const head = '\n\n[';
  const name = freeName(`${first.name}-or-${second.name}`, view);
  const claim = `${head}${words}]{.claim #${name} resolves="${first.address} ${second.address}"${more}}`;
  const select =
    words === VERDICT
      ? { from: head.length, to: head.length + words.length }
      : { from: claim.length, to: claim.length };
  const insert = `${claim}.`;
  return [
    ...first.naming,
    ...second.naming,
    { path: view.path, range: { from: at, to: at }, insert, select },
  ];
}

/** An adjudication of the conflict that was begun in this text, if it can be completed. */
function begunHere({ pending }: Conflict, { view }: ActionRequest): Claim | null {
  if (pending?.path !== view.path) return null;
  const claim = view.facts.claims.find(({ range }) => range.from === pending.range.from);
  return claim?.kind === 'span' && view.text.text[claim.attributes.range.to - 1] === '}' ? claim : null;
}

function completed(
  { contentRange, attributes, status }: Claim,
  words: string,
  prefers: string | null,
  { view: { path, text } }: ActionRequest,
): ActionEdit[] {
  const edits: ActionEdit[] = [{ path, range: contentRange, insert: words }];
  if (status?.text.trim().toLowerCase() === 'open')
    edits.push({ path, range: status.range, insert: 'accepted' });
  const known = attributes.pairs.find(({ key }) => key.text === 'prefers')?.value;
  const end = attributes.range.to - 1;
  if (known) edits.push({ path, range: known.range, insert: prefers ?? '' });
  else if (prefers !== null) {
    const insert = `${text.text[end - 1] === ' ' ? '' : ' '}prefers="${prefers}"`;
    edits.push({ path, range: { from: end, to: end }, insert });
  }
  const behind = { from: attributes.range.to, to: attributes.range.to };
  edits.push({ path, range: behind, insert: '', select: { from: 0, to: 0 } });
  return edits;
}

/** How a side of a conflict is addressed; a claim of this document without an id is given one. */
function named(side: ClaimRecord, taken: readonly string[], { view, reasoning }: ActionRequest): Side | null {
  const address = shortestAddress(side, view.path, reasoning);
  if (address !== null) return { name: side.id!, address, naming: [] };
  const claim = view.facts.claims.find(({ range }) => range.from === side.range.from);
  if (side.id !== null || side.path !== view.path || !claim) return null;
  const words = side.text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const name = freeName(words.slice(0, 3).join('-') || 'claim', view, taken);
  const at = claim.attributes.range.to - 1;
  if (view.text.text[at] !== '}') return null;
  const insert = `${view.text.text[at - 1] === ' ' ? '' : ' '}#${name}`;
  return { name, address: `#${name}`, naming: [{ path: view.path, range: { from: at, to: at }, insert }] };
}

/** The end of the last line of the block at the cursor; in a div, of the block inside it. */
function endOfBlock({ view, syntax, selection }: ActionRequest): number {
  let blocks = syntax.blocks;
  let base = 0;
  let end = view.text.length;
  for (;;) {
    const from = base;
    const around = blocks.find(
      ({ offset, block: { length } }) =>
        from + offset <= selection.from && selection.from < from + offset + length,
    );
    if (!around) return end;
    base += around.offset;
    end = base + view.text.slice({ from: base, to: base + around.block.length }).trimEnd().length;
    blocks = around.block.children;
  }
}
