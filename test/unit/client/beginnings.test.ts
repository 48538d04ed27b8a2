import assert from 'node:assert/strict';
import type * as BeginSource from '../../../client/src/gestures/begin.ts';
import type * as RegisterSource from '../../../client/src/gestures/register.ts';
import type * as ChoicesSource from '../../../client/src/shown/choices.ts';
import type { Server } from '../../../client/src/server.ts';
import { turn } from '../../support/vscode/fake-server.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

/** A server whose answer about the words at the cursor comes when `answer` is called; gestures are refused. */
function slowServer() {
  const gestures: unknown[] = [];
  let answer: (words: string) => void = () => undefined;
  const words = new Promise((resolve) => {
    answer = (said) => resolve({ items: [], more: false, refusal: null, words: said });
  });
  const ask = (name: string, asked: { readonly gesture?: unknown }): unknown => {
    if (name === 'gestureChoices') return words;
    gestures.push(asked.gesture);
    return Promise.resolve({ status: 'refused', why: 'Enough for this test.' });
  };
  return { server: { ask } as unknown as Server, gestures, answer };
}

describe('what is missing and begun', () => {
  let begin: typeof BeginSource;
  before(async () => {
    begin = await inEditor<typeof BeginSource>('client/src/gestures/begin.ts');
  });
  beforeEach(() => {
    editor.reset();
    const start = { line: 0, character: 4 };
    editor.activeText = {
      document: { uri: { scheme: 'file', toString: () => 'file:///w/a.md' }, version: 3 },
      selection: { start, end: start },
    };
  });

  it('a work is asked for before the server answers, and gets its key when it does', async () => {
    const { server, gestures, answer } = slowServer();
    editor.chosen = 'Thesis';
    editor.typed = 'words';
    const made = begin.newWork(server);
    await turn();
    assert.deepEqual([editor.lists[0]!.title, editor.lists[0]!.rows.length], ['New Work', 7]);
    answer('hallam1987');
    await made;
    assert.deepEqual(gestures, [
      {
        kind: 'newWork',
        type: 'thesis',
        authors: 'words',
        title: 'words',
        year: 'words',
        container: 'words',
      },
    ]);
  });

  it('a property likewise, called as what is at the cursor or as the writer says', async () => {
    for (const [atCursor, name] of [
      ['fed-strikers', 'fed-strikers'],
      ['', 'members'],
    ] as const) {
      const { server, gestures, answer } = slowServer();
      editor.lists.length = 0;
      editor.chosen = 'Yes or no';
      editor.typed = 'members';
      const made = begin.declareProperty(server);
      await turn();
      assert.equal(editor.lists[0]!.title, 'Declare a Property');
      answer(atCursor);
      await made;
      assert.deepEqual(gestures, [{ kind: 'declareProperty', name, type: 'boolean' }]);
    }
  });
});

describe('a work that is cited by a fix', () => {
  it('is cited where the fix says, wherever the cursor is', async () => {
    const { registerGestures } = await inEditor<typeof RegisterSource>('client/src/gestures/register.ts');
    editor.reset();
    const start = { line: 0, character: 4 };
    const document = { uri: { scheme: 'file', toString: () => 'file:///w/a.md' }, version: 3 };
    editor.activeText = { document, selection: { start, end: start } };
    const places: unknown[] = [];
    const ask = (_name: string, { range }: { readonly range: unknown }) => {
      places.push(range);
      const items = [{ label: 'Meyer 2011', value: 'meyer2011', heading: '', description: '', detail: '' }];
      const answer = { items, more: false, refusal: null, words: '' };
      return Promise.resolve(
        places.length > 1 ? { status: 'refused', why: 'Enough for this test.' } : answer,
      );
    };
    registerGestures({ ask } as unknown as Server);
    const cited = editor.run('sicetnon.cite', { cite: '2:15' });
    await turn();
    editor.pick!.accept('Meyer 2011');
    await cited;
    const at = { line: 2, character: 15 };
    assert.deepEqual(places, [
      { start: at, end: at },
      { start: at, end: at },
    ]);
  });
});

describe('a list', () => {
  let choices: typeof ChoicesSource;
  before(async () => {
    choices = await inEditor<typeof ChoicesSource>('client/src/shown/choices.ts');
  });
  beforeEach(() => editor.reset());

  it('is open before its rows are known, and takes a better title', async () => {
    let know: (rows: { label: string; value: number }[]) => void = () => undefined;
    const rows = new Promise<{ label: string; value: number }[]>((resolve) => (know = resolve));
    editor.chosen = 'Two';
    const retitle = Promise.resolve('Which of Both?');
    const chosen = choices.pick(rows, 'Which?', { typed: 't', retitle });
    assert.deepEqual([editor.pick!.title, editor.pick!.busy, editor.pick!.value], ['Which?', true, 't']);
    await turn();
    assert.equal(editor.pick!.title, 'Which of Both?');
    know([
      { label: 'One', value: 1 },
      { label: 'Two', value: 2 },
    ]);
    assert.equal(await chosen, 2);
    assert.ok(!editor.pick!.busy && editor.pick!.isDisposed);
  });

  it('ends where there turns out to be nothing to choose, or it is called off before', async () => {
    assert.equal(await choices.pick(Promise.resolve(null), 'Which?'), undefined);
    assert.ok(editor.pick!.isDisposed);
    const never = choices.pick(new Promise<null>(() => undefined), 'Which?');
    editor.pick!.hide();
    assert.equal(await never, undefined);
  });
});
