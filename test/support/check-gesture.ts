import assert from 'node:assert/strict';
import { selectionAfter, spliced } from '../../server/src/features/actions/splices.ts';
import { allAtOnce } from '../../server/src/text/stepwise.ts';
import { choicesOf } from '../../server/src/features/gestures/choices.ts';
import type { Outcome } from '../../server/src/features/gestures/outcome.ts';
import type { Choices, ChoiceSubject, Gesture } from '../../server/src/protocol/gestures.ts';
import { perform } from '../../server/src/features/gestures/perform.ts';
import type { ActionEdit, ActionRequest } from '../../server/src/features/actions/action.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { workspaceOf } from './check.ts';
import { draw, type FixtureFile } from './fixture.ts';

/** The request at the cursor `‸` or the selection `⟦selection|…⟧` of a fixture. */
async function asked(fixture: string): Promise<{ request: ActionRequest; files: readonly FixtureFile[] }> {
  const { service, files } = await workspaceOf(fixture);
  const drawn = (each: FixtureFile) => each.ranges.find(({ tag }) => tag === 'selection');
  const file = files.find((each) => each.cursor !== null || drawn(each));
  assert.ok(file, 'the fixture draws a cursor or a selection');
  const selection = drawn(file) ?? { from: file.cursor!, to: file.cursor! };
  service.open(file.path, file.text);
  await service.settle();
  const request = service.actionRequest(file.path, LineIndex.of(file.text).positions(selection));
  assert.ok(request, `${file.path} is a document`);
  return { request, files };
}

/** The result of a gesture in a fixture. */
export async function outcomeOf(fixture: string, gesture: Gesture): Promise<Outcome> {
  return perform((await asked(fixture)).request, gesture);
}

/** The choices in a fixture. */
export async function choicesIn(
  fixture: string,
  subject: ChoiceSubject,
  filter = '',
  of = '',
  marks = false,
): Promise<Choices> {
  return allAtOnce(choicesOf((await asked(fixture)).request, { subject, filter, of, marks }));
}

/**
 * Applies a gesture in a fixture. Afterwards its file must read `expected`, with the selection drawn as `⟦|…⟧` or
 * `‸`, and other edited files as in `others`.
 */
export async function checkGesture(
  fixture: string,
  gesture: Gesture,
  expected: string,
  others: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { request, files } = await asked(fixture);
  const outcome = perform(request, gesture);
  assert.ok(outcome.status === 'done', outcome.status === 'refused' ? outcome.why : '');
  const own = outcome.edits.filter(({ path }) => path === request.view.path);
  const text = spliced(request.view.text.text, own).text;
  const selected = selectionAfter(own);
  const drawn =
    selected && selected.from === selected.to
      ? `${text.slice(0, selected.from)}‸${text.slice(selected.to)}`
      : draw(text, selected ? [{ tag: '', ...selected }] : []);
  assert.equal(drawn, expected);
  for (const { path } of outcome.edits)
    if (path !== request.view.path) {
      const before = files.find((file) => file.path === path)?.text ?? '';
      const edits: readonly ActionEdit[] = outcome.edits.filter((edit) => edit.path === path);
      assert.equal(spliced(before, edits).text, others[path], path);
    }
  for (const path of Object.keys(others))
    assert.ok(
      outcome.edits.some((edit) => edit.path === path),
      `${path} is edited`,
    );
  return text;
}
