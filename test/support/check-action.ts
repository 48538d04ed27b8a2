import assert from 'node:assert/strict';
import type { Action, ActionKind } from '../../server/src/features/actions/action.ts';
import { spliced } from '../../server/src/features/actions/splices.ts';
import type { Service } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import type { TextRange } from '../../server/src/text/range.ts';
import { workspaceOf } from './check.ts';
import type { FixtureFile } from './fixture.ts';

/** A workspace with one open file, and the actions at the fixture's cursor. */
export interface Asked {
  readonly service: Service;
  readonly file: FixtureFile;
  readonly selection: TextRange;
  readonly actions: readonly Action[];
}

/**
 * The actions in a fixture: at the cursor `‸`, for the selection `⟦selection|…⟧`, or, without either, at the start of
 * the last file.
 */
export async function actionsIn(
  fixture: string,
  wants: (kind: ActionKind) => boolean = () => true,
): Promise<Asked> {
  const { service, files } = await workspaceOf(fixture);
  const drawn = (file: FixtureFile) => file.ranges.find(({ tag }) => tag === 'selection');
  const file = files.find((each) => each.cursor !== null || drawn(each)) ?? files.at(-1)!;
  const at = file.cursor ?? 0;
  const selection = drawn(file) ?? { from: at, to: at };
  service.open(file.path, file.text);
  await service.settle();
  await service.verifyQuotations();
  return { service, file, selection, actions: ask(service, file.text, file.path, selection, wants) };
}

/** Whether actions of a kind are gestures, which are available almost anywhere. */
export function isGesture(kind: ActionKind): boolean {
  return /^refactor\.(?:surround\.)?sicetnon\./.test(kind);
}

/** The titles of the actions, without gestures and suppressions. */
export async function titlesIn(
  fixture: string,
  wants: (kind: ActionKind) => boolean = () => true,
): Promise<string[]> {
  const { actions } = await actionsIn(fixture, (kind) => wants(kind) && !isGesture(kind));
  return actions.map(({ title }) => title).filter((title) => !title.startsWith('Disable '));
}

/**
 * Applies the action `title` in a fixture. Afterwards its file must read `expected` (if given), the findings that it
 * fixes must be gone, and no more severe ones may be new. Returns the new text.
 */
export async function checkAction(fixture: string, title: string, expected?: string): Promise<string> {
  const { service, file, actions } = await actionsIn(fixture);
  const titles = actions.map((action) => action.title).join('\n');
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `“${title}” is offered; there are:\n${titles}`);
  const edits = action.edits();
  assert.ok(edits.length > 0, 'it does something');
  for (const { path } of edits) assert.equal(path, file.path);
  const before = service.check(file.path).findings;
  const after = spliced(file.text, edits);
  if (expected !== undefined) assert.equal(after.text, expected);
  service.open(file.path, after.text);
  await service.settle();
  await service.verifyQuotations();
  const left = service.check(file.path).findings;
  const lines = LineIndex.of(after.text);
  for (const { code, range } of action.fixes ?? []) {
    const count = (findings: typeof left) => findings.filter((finding) => finding.code === code).length;
    assert.ok(count(left) < count(before), `${code} is gone:\n${after.text}`);
    const from = after.place(range.from);
    const again = left.filter(
      (finding) => finding.code === code && lines.offsets(finding.range).from === from,
    );
    assert.deepEqual(again, [], `${code} is gone`);
  }
  return after.text;
}

function ask(
  service: Service,
  text: string,
  path: string,
  selection: TextRange,
  wants: (kind: ActionKind) => boolean,
): Action[] {
  const actions = service.actions(path, LineIndex.of(text).positions(selection), wants);
  for (const action of actions)
    for (const edit of action.edits())
      assert.ok(
        edit.path === path || /\.(?:ya?ml|bib|json|ris)$/.test(edit.path),
        `“${action.title}” writes into the text at hand, or into a file that it leans on`,
      );
  return actions;
}
