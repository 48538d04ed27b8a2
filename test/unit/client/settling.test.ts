import assert from 'node:assert/strict';
import type * as SettleSource from '../../../client/src/gestures/settle.ts';
import { FakeServer, choice, choices, turn } from '../../support/vscode/fake-server.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } };

describe('a conflict that is settled', () => {
  let settle: typeof SettleSource.settle;
  before(async () => {
    ({ settle } = await inEditor<typeof SettleSource>('client/src/gestures/settle.ts'));
  });
  beforeEach(() => {
    editor.reset();
    editor.activeText = {
      document: { uri: { scheme: 'file', toString: () => 'file:///w/a.md' }, version: 3 },
      selection: range,
    };
  });
  const sides = [
    { value: 'a#x', label: 'The men came', description: 'Webb' },
    { value: 'b#y', label: 'Nobody came', description: 'Booth' },
  ];
  const one = choice('Quarrel', 'At the cursor', { value: 'q', sides, reason: 'Begun' });
  const REFUSED = { status: 'refused', why: 'Enough for this test.' };
  const gesture = (fake: FakeServer) => fake.asked.at(-1)![1]['gesture'];

  it('is asked which side holds and why, where one is at hand', async () => {
    const { AT_CURSOR } = await import('../../../server/src/protocol/gestures.ts');
    editor.chosen = 'Nobody came';
    editor.typed = 'She was there.';
    const fake = new FakeServer(choices([{ ...one, heading: AT_CURSOR }]), REFUSED);
    await settle(fake.server);
    assert.deepEqual(editor.lists[0]!.rows, ['The men came | Webb', 'Nobody came | Booth', 'Neither | each is left as it stands']); // prettier-ignore
    assert.deepEqual(gesture(fake), {
      kind: 'settle',
      conflict: 'q',
      upheld: 'b#y',
      reason: 'She was there.',
    });
  });

  it('is asked for before the server answers, and what is typed meanwhile is kept', async () => {
    const { AT_CURSOR } = await import('../../../server/src/protocol/gestures.ts');
    let answer: (answer: unknown) => void = () => undefined;
    const fake = new FakeServer(new Promise((resolve) => (answer = resolve)), REFUSED);
    editor.chosen = 'Nobody came';
    editor.typed = 'She was there.';
    const settled = settle(fake.server);
    assert.deepEqual([editor.pick!.title, editor.pick!.busy], ['Settle a Conflict', true]);
    await editor.pick!.type('nob');
    answer(choices([{ ...one, heading: AT_CURSOR }]));
    await settled;
    assert.deepEqual(
      [editor.pick!.title, editor.pick!.value],
      ['Settle a Conflict: Which Side Do You Uphold?', 'nob'],
    );
    assert.equal((gesture(fake) as { upheld: string }).upheld, 'b#y');
  });

  it('is not asked what was given', async () => {
    for (const [upheld, side] of [
      ['first', 'a#x'],
      ['second', 'b#y'],
      ['neither', ''],
    ] as const) {
      const fake = new FakeServer(choices([choice('Other'), one]), REFUSED);
      await settle(fake.server, { settle: 'q', upheld, reason: 'Because' });
      assert.deepEqual(gesture(fake), { kind: 'settle', conflict: 'q', upheld: side, reason: 'Because' });
    }
    assert.deepEqual(editor.lists, []);
  });

  it('is left alone where any question is called off', async () => {
    for (const [chosen, typed] of [
      [undefined, 'x'],
      ['Neither', undefined],
    ] as const) {
      editor.chosen = chosen;
      editor.typed = typed;
      const fake = new FakeServer(choices([one]), REFUSED);
      await settle(fake.server, { settle: 'q' });
      assert.deepEqual(fake.asked.map(([name]) => name), ['gestureChoices']); // prettier-ignore
    }
  });

  it('is chosen among several, and wants a text', async () => {
    const second = { ...one, label: 'Second', value: 'r' };
    const fake = new FakeServer(choices([one, second]), REFUSED);
    const settled = settle(fake.server, { upheld: 'first', reason: 'Because' });
    await turn();
    await turn();
    editor.pick!.accept('Second');
    await settled;
    assert.deepEqual(gesture(fake), { kind: 'settle', conflict: 'r', upheld: 'a#x', reason: 'Because' });
    editor.activeText = undefined;
    const unasked = new FakeServer(choices([one]));
    await settle(unasked.server);
    assert.deepEqual(unasked.asked, []);
    assert.match(editor.shown.at(-1)!.sentence, /Open a Markdown text first/);
  });
});
