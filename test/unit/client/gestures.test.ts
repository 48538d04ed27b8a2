import assert from 'node:assert/strict';
import type * as ChooseSource from '../../../client/src/gestures/choose.ts';
import type * as MakeSource from '../../../client/src/gestures/make.ts';
import type * as SettleSource from '../../../client/src/gestures/settle.ts';
import type { Here } from '../../../client/src/gestures/place.ts';
import type { Server } from '../../../client/src/server.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } };
const HERE = {
  editor: { document: { uri: 'file:///w/a.md' }, viewColumn: 1 },
  place: { uri: 'file:///w/a.md', version: 3, range },
} as unknown as Here;

/** A server that answers by heart; what it is asked is kept. */
class FakeServer {
  readonly asked: [string, Record<string, unknown>][] = [];
  private readonly answers: unknown[];
  constructor(...answers: unknown[]) {
    this.answers = answers;
  }
  ask(name: string, asked: Record<string, unknown>): Promise<unknown> {
    this.asked.push([name, asked]);
    const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
    return answer instanceof Promise ? answer : Promise.resolve(answer ?? null);
  }
  get server(): Server {
    return this as unknown as Server;
  }
}

const choice = (label: string, heading = '', more: object = {}) => ({
  label,
  heading,
  value: label.toLowerCase(),
  description: '',
  detail: '',
  ...more,
});
const choices = (items: object[], more: object = {}) => ({
  items,
  more: false,
  refusal: null,
  words: 'the men',
  ...more,
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a choice of what the server knows', () => {
  let choose: typeof ChooseSource.choose;
  before(async () => {
    ({ choose } = await inEditor<typeof ChooseSource>('client/src/gestures/choose.ts'));
  });
  beforeEach(() => editor.reset());
  const QUESTION = { subject: 'actor' as const, title: 'Mark as an Actor', placeholder: 'Who?' };

  it('is shown under its headings, and gives what was chosen', async () => {
    const fake = new FakeServer(
      choices([choice('Dockers', 'Here'), choice('Owners', 'Here'), choice('Crown', 'Elsewhere')]),
    );
    const chosen = choose(fake.server, HERE, QUESTION);
    await turn();
    assert.deepEqual(editor.pick!.labels, ['—Here—', 'Dockers', 'Owners', '—Elsewhere—', 'Crown']);
    editor.pick!.accept('—Here—');
    editor.pick!.accept('Owners');
    const { choice: row, words, typed } = (await chosen)!;
    assert.deepEqual([row?.value, words, typed], ['owners', 'the men', '']);
    assert.ok(editor.pick!.isDisposed);
    assert.deepEqual(fake.asked, [['gestureChoices', { ...HERE.place, subject: 'actor', filter: '' }]]);
  });

  it('may be called off', async () => {
    const chosen = choose(new FakeServer(choices([choice('Dockers')])).server, HERE, QUESTION);
    await turn();
    editor.pick!.hide();
    assert.equal(await chosen, undefined);
    assert.ok(editor.pick!.isDisposed);
  });

  it('may be of something that is not there yet, by the words that were typed', async () => {
    const fake = new FakeServer(choices([]));
    const chosen = choose(fake.server, HERE, {
      ...QUESTION,
      of: 'crown',
      other: (typed) => (typed === '' ? undefined : `Register “${typed}”`),
    });
    await turn();
    assert.deepEqual(editor.pick!.labels, []);
    await editor.pick!.type(' harbour board ');
    assert.deepEqual(editor.pick!.labels, [
      '$(add) Register “harbour board”',
      '$(info) Nothing here is called so: type fewer words, or others',
    ]);
    assert.deepEqual(fake.asked[1]![1], {
      ...HERE.place,
      subject: 'actor',
      filter: ' harbour board ',
      of: 'crown',
    });
    editor.pick!.accept('$(add) Register “harbour board”');
    assert.deepEqual(await chosen, { choice: null, words: 'the men', typed: 'harbour board' });
  });

  it('has first what is not there yet where nothing is called like the words selected', async () => {
    const fake = new FakeServer(
      choices([choice('Dockers')], { unheardOf: true }),
      choices([choice('Dockers')], { unheardOf: true }),
    );
    const chosen = choose(fake.server, HERE, { ...QUESTION, other: 'A New One…' });
    await turn();
    assert.deepEqual(editor.pick!.labels, ['$(add) A New One…', 'Dockers']);
    // What is typed says more than what was selected.
    await editor.pick!.type('dock');
    assert.deepEqual(editor.pick!.labels, ['Dockers', '——', '$(add) A New One…']);
    editor.pick!.hide();
    await chosen;
  });

  it('shows the answer to the last words that were typed, in whatever order the answers come', async () => {
    let late: (answer: unknown) => void = () => undefined;
    const slow = new Promise((resolve) => (late = resolve));
    const fake = new FakeServer(choices([choice('All')]), slow, choices([choice('New')]));
    const chosen = choose(fake.server, HERE, QUESTION);
    await turn();
    await editor.pick!.type('o');
    assert.ok(editor.pick!.busy);
    await editor.pick!.type('ol');
    assert.deepEqual([editor.pick!.labels, editor.pick!.busy], [['New'], false]);
    late(choices([choice('Old')]));
    await turn();
    assert.deepEqual(editor.pick!.labels, ['New']);
    editor.pick!.hide();
    await chosen;
  });

  it('says so where nothing is called like what was typed, which cannot be chosen', async () => {
    const chosen = choose(new FakeServer(choices([])).server, HERE, QUESTION);
    await turn();
    await editor.pick!.type('nobody');
    const [told, ...others] = editor.pick!.labels;
    assert.deepEqual([told, others], ['$(info) Nothing here is called so: type fewer words, or others', []]);
    editor.pick!.accept(told!);
    await turn();
    assert.ok(!editor.pick!.isDisposed);
    editor.pick!.hide();
    assert.equal(await chosen, undefined);
  });

  it('is open before the server answers, so that nothing is typed into the text meanwhile', async () => {
    let answer: (answer: unknown) => void = () => undefined;
    const slow = new Promise((resolve) => (answer = resolve));
    const fake = new FakeServer(slow, choices([choice('Dockers')]));
    const chosen = choose(fake.server, HERE, QUESTION);
    assert.ok(editor.pick!.busy);
    await editor.pick!.type('dock');
    answer(choices([choice('Dockers'), choice('Crown')]));
    await turn();
    await turn();
    assert.deepEqual([editor.pick!.labels, editor.pick!.busy], [['Dockers'], false]);
    editor.pick!.accept('Dockers');
    assert.equal((await chosen)?.choice?.value, 'dockers');
  });

  it('may be called off before the server answers', async () => {
    const chosen = choose(new FakeServer(new Promise(() => undefined)).server, HERE, QUESTION);
    await turn();
    editor.pick!.hide();
    assert.equal(await chosen, undefined);
    assert.deepEqual(editor.shown, []);
  });

  it('waits for what leads to its place, and ends where that leads nowhere', async () => {
    const fake = new FakeServer(choices([choice('Dockers')]));
    const chosen = choose(fake.server, () => Promise.resolve(HERE), QUESTION);
    await turn();
    editor.pick!.accept('Dockers');
    assert.equal((await chosen)?.choice?.value, 'dockers');
    const nowhere = new FakeServer(choices([]));
    assert.equal(await choose(nowhere.server, () => Promise.resolve(null), QUESTION), undefined);
    assert.deepEqual(nowhere.asked, []);
  });

  it('says why nothing fits, and that there is more', async () => {
    const fake = new FakeServer(
      choices([choice('A')], { more: true }),
      choices([], { refusal: 'No actor is called so.' }),
      null,
    );
    const chosen = choose(fake.server, HERE, { ...QUESTION, other: 'A New One…' });
    await turn();
    // In rows: the editor draws a line only above a row, so that one at the end would not be seen.
    assert.deepEqual(editor.pick!.labels, [
      'A',
      '——',
      '$(add) A New One…',
      '$(info) There are more: type more words',
    ]);
    await editor.pick!.type('x');
    assert.deepEqual(editor.pick!.labels, ['$(add) A New One…', '$(info) No actor is called so.']);
    // No answer leaves what stood there.
    await editor.pick!.type('xy');
    assert.equal(editor.pick!.labels.length, 2);
    editor.pick!.hide();
    await chosen;
  });

  it('offers what makes a bibliography where none is known, in a list that keys go through', async () => {
    const refusal = 'No bibliography is known here yet.';
    const server = new FakeServer(choices([], { refusal, missing: 'bibliography' })).server;
    editor.chosen = 'Choose My Library…';
    assert.equal(await choose(server, HERE, { ...QUESTION, subject: 'work', title: 'Cite' }), undefined);
    await turn();
    assert.deepEqual(
      editor.lists.map(({ title, rows }) => [title, rows.length]),
      [['Cite', 3]],
    );
    assert.deepEqual(editor.ran, [['sicetnon.chooseLibrary']]);
    assert.deepEqual(editor.shown, []);
    editor.chosen = undefined;
    await choose(server, HERE, { ...QUESTION, subject: 'work', title: 'Cite' });
    await turn();
    assert.equal(editor.ran.length, 1, 'and nothing where it is called off');
  });

  it('is refused in words, with what mends it, where there is nothing to be chosen', async () => {
    editor.pressed = 'Open the Project File';
    const refusal = 'No register is named.';
    assert.equal(await choose(new FakeServer(choices([], { refusal })).server, HERE, QUESTION), undefined);
    await turn();
    assert.ok(editor.pick!.isDisposed);
    assert.equal(editor.shown[0]!.sentence, refusal);
    assert.deepEqual(editor.ran, [['sicetnon.createProjectFile']]);
    editor.pressed = 'Restart';
    assert.equal(await choose(new FakeServer(null).server, HERE, QUESTION), undefined);
    await turn();
    assert.match(editor.shown[1]!.sentence, /does not answer/);
    assert.deepEqual(editor.ran[1], ['sicetnon.restart']);
  });
});

describe('a gesture', () => {
  let make: typeof MakeSource.make;
  before(async () => {
    ({ make } = await inEditor<typeof MakeSource>('client/src/gestures/make.ts'));
  });
  beforeEach(() => editor.reset());
  const CLAIM = { kind: 'claim' } as const;
  const edits = [{ range, newText: '[men]{.claim #men}' }];
  const answer = (more: object = {}) => ({
    status: 'made',
    files: [{ uri: 'untitled:a.md', isNew: false, edits }],
    select: null,
    ...more,
  });

  it('is made as one change of all its files, and ticks off the step of the walkthrough', async () => {
    const files = [
      { uri: 'untitled:actors.yaml', isNew: true, edits: [{ range, newText: 'men:\n' }] },
      { uri: 'untitled:a.md', isNew: false, edits },
    ];
    await make(new FakeServer(answer({ files })).server, HERE, CLAIM);
    assert.equal(editor.applied.length, 1);
    const [edit] = editor.applied;
    assert.deepEqual(edit!.created, ['untitled:actors.yaml']);
    assert.deepEqual(
      edit!.entries().map(([uri, changes]) => [uri.toString(), changes.map(({ newText }) => newText)]),
      [
        ['untitled:actors.yaml', ['men:\n']],
        ['untitled:a.md', ['[men]{.claim #men}']],
      ],
    );
    assert.deepEqual(editor.ran, [['setContext', 'sicetnon.done.claim', true]]);
    assert.deepEqual(editor.shown, []);
  });

  it('that the server refuses changes nothing, and says why', async () => {
    editor.pressed = 'Select More and Try Again';
    const refused = { status: 'refused', why: 'Select some words first.' };
    await make(new FakeServer(refused).server, HERE, CLAIM);
    await turn();
    assert.deepEqual(editor.applied, []);
    assert.equal(editor.shown[0]!.sentence, 'Select some words first.');
    await turn();
    assert.deepEqual(editor.ran, [['editor.action.smartSelect.expand'], ['sicetnon.markClaim']]);
  });

  it('says so where nobody answers, or the text has changed meanwhile', async () => {
    await make(new FakeServer(null).server, HERE, CLAIM);
    assert.match(editor.shown[0]!.sentence, /does not answer/);
    editor.appliesEdits = false;
    editor.pressed = 'Try Again';
    await make(new FakeServer(answer()).server, HERE, CLAIM);
    await turn();
    assert.match(editor.shown[1]!.sentence, /changed meanwhile, so that nothing was written/);
    // The step was not done.
    assert.deepEqual(editor.ran, [['sicetnon.markClaim']]);
  });
});

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
