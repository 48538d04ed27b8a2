import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { toldConflicts } from '../../reasoning/conflict-tally.ts';
import { shortened } from '../../text/shortened.ts';
import type { Finding } from '../../checking/rule.ts';
import {
  actionKinds,
  type Action,
  type ActionEdit,
  type ActionRequest,
  type FindingActions,
} from './action.ts';
import { shortestAddress } from './addresses.ts';
import { freeName } from './claim-attributes.ts';

const VERDICT = 'Which of the two holds, and why';

/**
 * Inserts a claim that resolves both sides of a conflict, behind the block in which the cursor stands. It is open:
 * what it says is for the person to write.
 */
export const settleConflict: FindingActions = (finding, request) => {
  const { view, reasoning } = request;
  return reasoning
    .claimsIn(view.path)
    .filter((claim) => isAt(claim, finding, view.path))
    .flatMap((claim) => {
      const tally = reasoning.conflictTally(claim);
      return toldConflicts(tally)
        .filter(({ a, b }) => !same(a, b) && names(finding, same(a, claim) ? b : a))
        .flatMap((conflict) => settlement(conflict, tally.unsettled > 1, finding, request));
    });
};

function settlement(
  conflict: Conflict,
  oneOfMany: boolean,
  finding: Finding,
  request: ActionRequest,
): Action[] {
  const { a, b } = conflict;
  const edits = settlingEdits(conflict, request);
  if (!edits) return [];
  const other = isAt(a, finding, request.view.path) ? b : a;
  return [
    {
      title: oneOfMany ? `Settle the conflict with “${shortened(other.text)}”…` : 'Settle this conflict…',
      kind: actionKinds.fix,
      fixes: [finding],
      edits,
    },
  ];
}

/**
 * What writes a claim that settles a conflict behind the block at the cursor, its words selected; null where a side
 * cannot be addressed from there.
 */
export function settlingEdits({ a, b }: Conflict, request: ActionRequest): (() => ActionEdit[]) | null {
  const { view } = request;
  const first = named(a, [], request);
  const second = first && named(b, [first.name], request);
  if (!first || !second) return null;
  const resolves = `${first.address} ${second.address}`;
  if (/["\\&]/.test(resolves)) return null;
  return () => {
    const at = endOfBlock(request);
    const head = '\n\n[';
    const name = freeName(`${first.name}-or-${second.name}`, view);
    const insert = `${head}${VERDICT}]{.claim #${name} resolves="${resolves}" status="open"}.`;
    const select = { from: head.length, to: head.length + VERDICT.length };
    return [
      ...first.naming,
      ...second.naming,
      { path: view.path, range: { from: at, to: at }, insert, select },
    ];
  };
}

interface Side {
  readonly name: string;
  readonly address: string;
  /** What gives it that name, where it had none. */
  readonly naming: readonly ActionEdit[];
}

/** How a side of a conflict can be named; a claim of this document without a name is given one. */
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

function isAt({ path, headRange }: ClaimRecord, finding: Finding, here: string): boolean {
  return path === here && headRange.from === finding.range.from;
}

/** Whether a finding points at a claim as the other end. */
function names({ related = [] }: Finding, { path, headRange }: ClaimRecord): boolean {
  return related.some((place) => place.path === path && place.range.from === headRange.from);
}

function same(a: ClaimRecord, b: ClaimRecord): boolean {
  return a.path === b.path && a.range.from === b.range.from;
}

/** Where the last line of the block at the cursor ends; of a div, of the block in it. */
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
