import assert from 'node:assert/strict';
import { ResponseError } from 'vscode-languageserver-protocol';
import type * as Source from '../../../client/src/refused-rename.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

describe('a renaming', () => {
  let orRefused: typeof Source.orRefused;
  before(async () => {
    ({ orRefused } = await inEditor<typeof Source>('client/src/refused-rename.ts'));
  });
  beforeEach(() => editor.reset());

  /** The code of a request that failed for a reason of the server's own. */
  const FAILED = -32803;
  const refused = (code: number) =>
    Promise.reject(new ResponseError<void>(code, 'There is a claim [#b] already.'));

  it('is made as the server has it', async () => {
    const edit = { entries: () => [] };
    assert.equal(await orRefused(Promise.resolve(edit)), edit);
    assert.equal(await orRefused(Promise.resolve(null)), null);
    assert.deepEqual(editor.shown, []);
  });

  it('that the server refuses changes nothing, and its sentence is told with a way on', async () => {
    editor.pressed = 'Choose Another Name';
    const edit = await orRefused<{ size: number } | null>(refused(FAILED));
    assert.equal(edit?.size, 0);
    assert.equal(editor.shown.length, 1);
    assert.deepEqual(editor.shown[0]!.buttons, ['Choose Another Name']);
    assert.match(editor.shown[0]!.sentence, /^There is a claim/);
    // The button's answer is awaited by nobody.
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(editor.ran, [['editor.action.rename']]);
  });

  it('that the server refuses may be left at that', async () => {
    await orRefused(refused(FAILED));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(editor.ran, []);
  });

  it('that fails otherwise is the editor’s to tell', async () => {
    await assert.rejects(orRefused(refused(-32603)), /already/);
    await assert.rejects(orRefused(Promise.reject(new Error('Canceled'))), /Canceled/);
    assert.deepEqual(editor.shown, []);
  });
});
