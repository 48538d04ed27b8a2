import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { shortened } from '../../rules/claim-words.ts';
import type { Finding } from '../../rules/rule.ts';
import { actionKinds, type Action, type ActionRequest, type FindingActions } from './action.ts';
import { shortestAddress } from './addresses.ts';
import { freeName } from './claim-attributes.ts';

const VERDICT = 'Which of the two holds, and why';

/**
 * Inserts a claim that resolves both sides of a conflict, behind the block in which the cursor stands. It is open:
 * what it says is for the person to write.
 */
export const settleConflict: FindingActions = (finding, request) => {
  const { view, reasoning } = request;
  const standing = reasoning
    .conflictsIn(view.path)
    .filter(({ settlement, a, b }) => settlement === null && !same(a, b))
    .filter(({ a, b }) => [a, b].some((side) => isAt(side, finding, view.path)));
  return standing.flatMap((conflict) => settlement(conflict, standing.length > 1, finding, request));
};

function settlement(
  { a, b }: Conflict,
  oneOfMany: boolean,
  finding: Finding,
  request: ActionRequest,
): Action[] {
  const { view, reasoning } = request;
  const addresses = [a, b].map((side) => shortestAddress(side, view.path, reasoning));
  if (addresses.includes(null)) return [];
  const other = isAt(a, finding, view.path) ? b : a;
  const resolves = addresses.join(' ');
  if (/["\\&]/.test(resolves)) return [];
  return [
    {
      title: oneOfMany ? `Settle the conflict with “${shortened(other.text)}”…` : 'Settle this conflict…',
      kind: actionKinds.fix,
      fixes: [finding],
      edits: () => {
        const at = endOfBlock(request);
        const head = '\n\n[';
        const name = freeName(`${a.id}-or-${b.id}`, view);
        const insert = `${head}${VERDICT}]{.claim #${name} resolves="${resolves}" status="open"}.`;
        const select = { from: head.length, to: head.length + VERDICT.length };
        return [{ path: view.path, range: { from: at, to: at }, insert, select }];
      },
    },
  ];
}

function isAt({ path, headRange }: ClaimRecord, finding: Finding, here: string): boolean {
  return path === here && headRange.from === finding.range.from;
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
