import assert from 'node:assert/strict';
import type * as Source from '../../../client/src/status.ts';
import type { TextAtHand } from '../../../server/src/protocol/views.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

const CHECKED = ['2 quotations checked'];
const at = (how: TextAtHand['how'], files: string[] = [], checked: string[] = CHECKED): TextAtHand => ({
  how,
  files,
  checked,
});

describe('the status beside the language of a text', () => {
  let Status: typeof Source.Status;
  let status: Source.Status;
  before(async () => {
    ({ Status } = await inEditor<typeof Source>('client/src/status.ts'));
  });
  beforeEach(() => {
    editor.reset();
    status = new Status();
  });
  afterEach(() => status.dispose());

  const words = () => status.words().text.replace('Sic et Non: ', '');
  const command = () =>
    (status as unknown as { item: { command: { command: string } } }).item.command.command;
  const ready = (files: number, projects: string[] = []) => ({ state: 'ready' as const, files, projects });

  it('says what the server does', () => {
    assert.equal(words(), 'stopped');
    status.set('starting');
    assert.deepEqual([words(), status.words().busy], ['starting', true]);
    status.answered();
    assert.deepEqual([words(), status.words().busy], ['0 findings', false]);
    status.set({ state: 'reading', files: 1 });
    assert.deepEqual([words(), status.words().busy], ['reading, 1 file so far', true]);
    status.set(ready(2));
    assert.deepEqual([words(), status.words().busy], ['2 files, 0 findings', false]);
    // What it has said of itself stands.
    status.answered();
    assert.equal(words(), '2 files, 0 findings');
    status.set('failed');
    assert.deepEqual([words(), status.words().failed], ['the language server is not running', true]);
  });

  it('counts what is found by us, in all files', () => {
    status.set(ready(3));
    editor.find('/w/a.md', 'sicetnon', 'sicetnon', 'spelling');
    assert.equal(words(), '3 files, 2 findings');
    editor.find('/w/b.md', 'sicetnon');
    assert.equal(words(), '3 files, 3 findings');
    editor.find('/w/a.md', 'spelling');
    assert.equal(words(), '3 files, 1 finding');
    editor.find('/w/b.md');
    assert.equal(words(), '3 files, 0 findings');
  });

  it('says where citations are looked up, where the text does not', () => {
    status.set(ready(1));
    for (const [citing, expected] of [
      [null, ''],
      [at('named', ['works.bib']), ''],
      [at('none'), ', no bibliography known'],
      [at('library', ['/home/me/all.bib']), ', citations from your library'],
      [at('found', ['works.bib']), ', citations from works.bib'],
      [at('found', ['a.bib', 'b.bib', 'c.bib']), ', citations from a.bib and 2 more'],
    ] as const) {
      status.cites(citing);
      assert.equal(words(), `1 file, 0 findings${expected}`);
    }
  });

  it('says what was checked in the text, and which project files count', () => {
    editor.folders = [{ uri: { path: '/w' }, name: 'w' }];
    const rows = () => status.words().rows;
    const attribution = 'Citations by CSL (citeproc-js)';
    status.set('running');
    assert.deepEqual(rows(), [attribution]);
    status.set(ready(1));
    assert.deepEqual(rows(), [`${attribution} – No project file counts.`]);
    status.cites(at('named', [], []));
    assert.equal(rows()[0], 'In this text no quotation or citation was checked.');
    // A row each: VS Code wraps none.
    status.cites(at('named', [], ['2 quotations', '1 citation']));
    assert.deepEqual(rows().slice(0, -1), ['In this text 2 quotations', 'In this text 1 citation']);
    status.cites(null);
    status.set(ready(1, ['file:///w/sicetnon.yaml']));
    assert.deepEqual(rows(), [`${attribution} – Project file: sicetnon.yaml.`]);
    status.set(ready(1, ['file:///w/a/sicetnon.yaml', 'file:///w/b/sicetnon.yaml']));
    assert.deepEqual(rows(), [`${attribution} – Project files: a/sicetnon.yaml, b/sicetnon.yaml.`]);
  });

  it('leaves room for its command', () => {
    status.set(ready(1));
    status.cites(at('found', ['writing/2024/articles/on-the-quays/references.bib']));
    assert.equal(words(), '1 file, 0 findings, citations from references.bib');
    const { item } = status as unknown as { item: { detail?: string } };
    assert.equal(item.detail ?? '', '');
  });

  it('makes nothing of what a name holds', () => {
    status.set(ready(1));
    status.cites(at('found', ['[x](command:y).bib'], ['$(flame) [z](command:q)']));
    for (const shown of [status.words().text, ...status.words().rows])
      assert.doesNotMatch(shown, /\]\(|\$\(/);
  });

  it('offers what helps', () => {
    status.set(ready(1));
    assert.equal(command(), 'workbench.actions.view.problems');
    status.cites(at('none'));
    assert.equal(command(), 'sicetnon.chooseLibrary');
    for (const ended of ['failed', 'stopped'] as const) {
      status.set(ended);
      assert.equal(command(), 'sicetnon.restart');
    }
  });

  it('tells of its changes, until nobody listens', () => {
    let heard = 0;
    status.onDidChange(() => heard++);
    status.set('starting');
    assert.equal(heard, 1);
    status.dispose();
    editor.find('/w/a.md', 'sicetnon');
    assert.equal(heard, 1);
  });
});
