import { actionKinds, type FindingActions } from './action.ts';

/** The fixes that the rule itself provides. */
export const fixesOfRule: FindingActions = (finding, { view }) =>
  (finding.fixes ?? []).map(({ title, edits }, _i, all) => ({
    title,
    kind: actionKinds.fix,
    fixes: [finding],
    isPreferred: all.length === 1,
    edits: () => edits.map((edit) => ({ path: view.path, ...edit })),
  }));
