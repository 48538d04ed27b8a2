import { actionKinds, type FindingActions } from './action.ts';

/** The changes that a rule itself proposes. */
export const fixesOfRule: FindingActions = (finding, { view }) =>
  (finding.fixes ?? []).map(({ title, edits }, _i, all) => ({
    title,
    kind: actionKinds.fix,
    fixes: [finding],
    isPreferred: all.length === 1,
    edits: () => edits.map((edit) => ({ path: view.path, ...edit })),
  }));
