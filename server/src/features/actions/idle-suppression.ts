import type { Suppression } from '../../facts/model.ts';
import { bisect } from '../../text/bisect.ts';
import { actionKinds, type FindingActions } from './action.ts';
import { Indexed } from './indexed.ts';
import { withoutLines } from './lines.ts';
import { say } from '../../words/say.ts';

const BY_PLACE = new Indexed(({ range }: Suppression) => range.from);
const BY_KIND = new Indexed(({ kind }: Suppression) => kind);
const BY_EFFECT = new Indexed(effectOf);

/** Deletes an idle suppression, and the comment that ends it. */
export const deleteIdleSuppression: FindingActions = (finding, { view }) => {
  const { facts, text, path } = view;
  const idle = BY_PLACE.first(facts.suppressions, finding.range.from);
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
  const ends = BY_EFFECT.all(all, effectOf({ ...idle, kind: 'enable' }));
  const end = ends[bisect(ends.length, (i) => ends[i]!.range.from > idle.range.from)];
  if (!end) return null;
  const others = BY_KIND.all(all, 'disable');
  const first = others[0] === idle ? others[1] : others[0];
  return first && first.range.from < end.range.from ? null : end;
}

function effectOf({ kind, rules }: Suppression): string {
  return [kind, ...rules.map(({ text }) => text)].join();
}
