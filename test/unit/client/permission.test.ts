import assert from 'node:assert/strict';
import type * as Allow from '../../../client/src/first-minutes/allow-folder.ts';
import type * as Library from '../../../client/src/library/register.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

describe('the command that lets a folder be read', () => {
  let source: typeof Allow;
  before(async () => {
    source = await inEditor<typeof Allow>('client/src/first-minutes/allow-folder.ts');
  });
  beforeEach(() => {
    editor.reset();
    source.registerAllowFolder();
    editor.disk.set('/shared', true);
    editor.disk.set('/shared/works.bib', false);
  });
  const allow = (asked: unknown) => editor.run('sicetnon.allowFolder', asked);
  const SETTING = 'sicetnon.allowedFolders';

  it('adds it to those of the machine, once', async () => {
    editor.settings.set(SETTING, ['/other']);
    await allow({ allowFolder: '/shared' });
    assert.deepEqual(editor.changed, [[SETTING, ['/other', '/shared'], 1]]);
    await allow('/shared');
    assert.equal(editor.changed.length, 1);
    assert.deepEqual(editor.shown, []);
  });

  it('refuses in words where the workspace is not trusted, and leads to where it is', async () => {
    editor.isTrusted = false;
    editor.pressed = 'Manage Trust';
    await allow({ allowFolder: '/shared' });
    assert.deepEqual(editor.changed, []);
    assert.match(editor.shown[0]!.sentence, /only where you trust it/);
    assert.deepEqual(editor.ran, [['workbench.trust.manage']]);
  });

  it('refuses in words what is no folder', async () => {
    for (const path of ['/gone', '/shared/works.bib']) {
      editor.pressed = 'Open the Setting';
      await allow({ allowFolder: path });
      const { kind, sentence } = editor.shown.at(-1)!;
      assert.deepEqual([kind, sentence.replace(/\\/g, '')], ['error', `There is no folder “${path}”.`]);
    }
    assert.deepEqual(editor.changed, []);
    assert.deepEqual(editor.ran[0], ['workbench.action.openSettings', SETTING]);
  });

  it('does nothing of what it is not asked', async () => {
    for (const asked of [undefined, null, '', {}, { allowFolder: 7 }, 7, []]) await allow(asked);
    assert.deepEqual([editor.changed, editor.shown], [[], []]);
  });
});

describe('the command by which a library is chosen', () => {
  let source: typeof Library;
  before(async () => {
    source = await inEditor<typeof Library>('client/src/library/register.ts');
  });
  beforeEach(() => {
    editor.reset();
    source.registerLibrary();
  });
  const choose = (given?: unknown) => editor.run('sicetnon.chooseLibrary', given);
  const SETTING = 'sicetnon.library';

  it('takes one that it is given', async () => {
    await choose('/home/me/all.bib');
    assert.deepEqual(editor.changed, [[SETTING, '/home/me/all.bib', 1]]);
    assert.deepEqual(editor.lists, []);
  });

  it('asks, and takes another file from the disk', async () => {
    editor.chosen = 'Another File…';
    editor.file = '/home/me/other.json';
    await choose();
    assert.equal(editor.lists[0]!.rows.at(-1), 'Another File…');
    assert.deepEqual(editor.changed, [[SETTING, '/home/me/other.json', 1]]);
  });

  it('changes nothing when it is called off, at either step, or given nonsense', async () => {
    await choose();
    editor.chosen = 'Another File…';
    await choose();
    await choose(7);
    assert.equal(editor.lists.length, 3);
    assert.deepEqual(editor.changed, []);
  });

  it('reads none where the workspace is not trusted, and says so', async () => {
    editor.isTrusted = false;
    editor.pressed = 'Manage Trust';
    await choose('/home/me/all.bib');
    assert.deepEqual([editor.changed, editor.lists], [[], []]);
    assert.match(editor.shown[0]!.sentence, /only where you trust the workspace/);
    assert.deepEqual(editor.ran, [['workbench.trust.manage']]);
  });
});
