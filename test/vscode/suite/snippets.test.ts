import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import * as vscode from '../support.ts';

describe('The snippets in VS Code', () => {
  before(vscode.activated);
  afterEach(vscode.closeAll);

  it('write what they are called', async () => {
    const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
    await window.showTextDocument(document);
    await commands.executeCommand('editor.action.insertSnippet', {
      langId: 'markdown',
      name: 'Settle a conflict',
    });
    assert.equal(
      document.getText(),
      '[words of the verdict]{.claim #verdict resolves="#one #other" prefers="#one"} [@key]',
    );
  });
});
