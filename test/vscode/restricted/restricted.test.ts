import assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { faults } from '../../support/weavers.ts';
import * as vscode from '../support.ts';

describe('In a workspace that is not trusted', () => {
  afterEach(vscode.closeAll);

  it('texts are checked all the same', async () => {
    assert.equal(workspace.isTrusted, false, 'the window is in restricted mode');
    const document = await vscode.open('faults.md');
    const found = await vscode.diagnostics(document.uri, (all) => all.length >= faults.length);
    assert.deepEqual(vscode.codes(found), faults.map(({ code }) => code).sort());
  });
});
