import assert from 'node:assert/strict';
import { commands } from 'vscode';
import * as vscode from '../support.ts';

describe('When the server cannot start', () => {
  it('the extension activates all the same, and its status item says so', async () => {
    const api = await vscode.activated();
    assert.deepEqual(api.status(), {
      text: 'Sic et Non: the language server is not running',
      busy: false,
      failed: true,
      rows: ['Citations by CSL (citeproc-js)'],
    });
  });

  it('its commands are there, and a restart that fails again ends', async () => {
    const known = await commands.getCommands(true);
    assert.ok(known.includes('sicetnon.restart') && known.includes('sicetnon.showOutput'));
    await commands.executeCommand('sicetnon.restart');
    assert.ok((await vscode.activated()).status().failed);
  });

  it('an editor works as ever', async () => {
    const document = await vscode.open('reading.md');
    await vscode.replace(document, 'in print', 'printed');
    assert.ok(document.getText().includes('is printed'));
    await vscode.closeAll();
  });
});
