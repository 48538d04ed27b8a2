import type { Suppression } from '../../facts/model.ts';
import { actionKinds, type FindingActions } from './action.ts';
import { withoutLines } from './lines.ts';
import { say } from '../../words/say.ts';

/** Deletes an idle suppression, and the comment that ends it. */
export const deleteIdleSuppression: FindingActions = (finding, { view }) => {
  const { facts, text, path } = view;
  const idle = facts.suppressions.find(({ range }) => range.from === finding.range.from);
  if (!idle) return [];
  const end = endOf(idle, facts.suppressions);
  return [
    {
      title: say('Delete this comment'),
      kind: actionKinds.fix,
      fixes: [finding],
      isPreferred: true,
      edits: () => {
        const first = withoutLines(text.text, text.lines, idle.range);
        const edits = [{ path, range: first, insert: '' }];
        if (end) {
          const { from, to } = withoutLines(text.text, text.lines, end.range);
          edits.push({ path, range: { from: Math.max(from, first.to), to }, insert: '' });
        }
        return edits;
      },
    },
  ];
};

/** The `enable` that ends this `disable` and no other. */
function endOf(idle: Suppression, all: readonly Suppression[]): Suppression | null {
  if (idle.kind !== 'disable') return null;
  const same = (other: Suppression) =>
    other.rules.map(({ text }) => text).join() === idle.rules.map(({ text }) => text).join();
  const end = all.find(
    (other) => other.kind === 'enable' && other.range.from > idle.range.from && same(other),
  );
  const others = all.some(
    (other) =>
      other !== idle && other.kind === 'disable' && end !== undefined && other.range.from < end.range.from,
  );
  return end === undefined || others ? null : end;
}
