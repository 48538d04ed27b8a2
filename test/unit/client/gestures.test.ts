import assert from 'node:assert/strict';
import type * as ChooseSource from '../../../client/src/gestures/choose.ts';
import type * as MakeSource from '../../../client/src/gestures/make.ts';
import type { Here } from '../../../client/src/gestures/place.ts';
import { FakeServer, choice, choices, turn } from '../../support/vscode/fake-server.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } };
const HERE = {
  editor: { document: { uri: 'file:///w/a.md' }, viewColumn: 1 },
  place: { uri: 'file:///w/a.md', version: 3, range },
} as unknown as Here;

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

  it('says what to do where there is nothing yet, and then does not ask for other words', async () => {
    const fake = new FakeServer(choices([]), choices([]));
    const none = 'No actor is registered here yet: type a name';
    const other = (typed: string) => (typed === '' ? undefined : `Register “${typed}”`);
    const chosen = choose(fake.server, HERE, { ...QUESTION, none, other });
    await turn();
    assert.deepEqual(editor.pick!.labels, [`$(info) ${none}`]);
    await editor.pick!.type('weavers');
    assert.deepEqual(editor.pick!.labels, ['$(add) Register “weavers”']);
    editor.pick!.hide();
    await chosen;
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

  it('takes the first of what was typed where Enter comes before the answer, never of earlier rows', async () => {
    let late: (answer: unknown) => void = () => undefined;
    const slow = new Promise((resolve) => (late = resolve));
    const fake = new FakeServer(choices([choice('Hallam')]), slow);
    const chosen = choose(fake.server, HERE, QUESTION);
    await turn();
    await editor.pick!.type('osei');
    editor.pick!.accept('Hallam');
    late(choices([choice('Osei'), choice('Oseiwa')]));
    assert.equal((await chosen)?.choice?.value, 'osei');
    // Nor of rows that were replaced, of which the editor has not told the active one yet.
    const slowly = new FakeServer(choices([choice('Hallam')]), choices([choice('Osei')]));
    const replaced = choose(slowly.server, HERE, QUESTION);
    await turn();
    await editor.pick!.type('osei');
    editor.pick!.accept('Hallam');
    assert.equal((await replaced)?.choice?.value, 'osei');
    // Something new is not begun unseen, and further letters take the Enter back.
    const others = new FakeServer(choices([choice('Hallam')]), choices([]), choices([choice('Oseiwa')]));
    const other = choose(others.server, HERE, { ...QUESTION, other: (typed) => `Register “${typed}”` });
    await turn();
    const unseen = editor.pick!.type('osei');
    editor.pick!.accept('Hallam');
    await unseen;
    assert.ok(!editor.pick!.isDisposed);
    editor.pick!.hide();
    assert.equal(await other, undefined);
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
    editor.pressed = 'Select More and Try Again';
    const refusal = 'Select the words that mean the actor.';
    assert.equal(await choose(new FakeServer(choices([], { refusal })).server, HERE, QUESTION), undefined);
    await turn();
    assert.ok(editor.pick!.isDisposed);
    assert.equal(editor.shown[0]!.sentence, refusal);
    assert.deepEqual(editor.ran, [['editor.action.smartSelect.expand'], ['sicetnon.markActor']]);
    editor.pressed = 'Restart';
    assert.equal(await choose(new FakeServer(null).server, HERE, QUESTION), undefined);
    await turn();
    assert.match(editor.shown[1]!.sentence, /does not answer/);
    assert.deepEqual(editor.ran[2], ['sicetnon.restart']);
  });
});

/** The options of a file that is made. */
interface Made {
  readonly contents: Uint8Array;
}

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
    // The new file is made with what is in it, so that one undo takes back both.
    assert.deepEqual(
      edit!.creations.map(({ options }) => new TextDecoder().decode((options as Made).contents)),
      ['men:\n'],
    );
    assert.deepEqual(
      edit!.entries().map(([uri, changes]) => [uri.toString(), changes.map(({ newText }) => newText)]),
      [['untitled:a.md', ['[men]{.claim #men}']]],
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

  it('that is refused has the button that helps with the refusal, else the one that helps with the gesture', async () => {
    const refused = (mend?: string) => ({ status: 'refused', why: 'No.', ...(mend ? { mend } : {}) });
    const buttons: string[] = [];
    for (const mend of [undefined, 'again', 'describe', 'holder', 'entry', 'source', 'problems']) {
      await make(new FakeServer(refused(mend)).server, HERE, CLAIM);
      buttons.push(editor.shown.at(-1)!.buttons.join());
    }
    assert.deepEqual(buttons, [
      'Select More and Try Again',
      'Try Again',
      'Say Who Holds What of Whom…',
      'Who Holds This…',
      'Show the Entry',
      'Show the Source',
      'Show the Problems',
    ]);
    editor.pressed = 'Try Again';
    const relate = { kind: 'relate', relation: 'supports', claim: 'a' } as const;
    await make(new FakeServer(refused('again')).server, HERE, relate);
    await turn();
    assert.deepEqual(editor.ran, [['sicetnon.claimSupports']]);
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
