import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TabInputWebview, Uri, commands, languages, window, workspace } from 'vscode';
import { until } from '../../support/conditions.ts';
import * as vscode from '../support.ts';

describe('The first minutes in VS Code', () => {
  before(vscode.activated);
  afterEach(vscode.closeAll);

  it('shows the page on a rule behind its code', async () => {
    const document = await vscode.open('faults.md');
    const [finding] = await vscode.diagnostics(document.uri, (all) => all.length > 0);
    const { code } = finding!;
    assert.ok(typeof code === 'object', 'the code is a link');
    assert.equal(code.target.scheme, 'command');
    const [name, argument] = [code.target.path, decodeURIComponent(code.target.query)];
    assert.deepEqual(JSON.parse(argument), [code.value]);
    await commands.executeCommand(name, ...(JSON.parse(argument) as unknown[]));
    const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
    await until(
      () =>
        tabs().some(
          ({ input, label }) => input instanceof TabInputWebview && label === `Preview ${code.value}.md`,
        ),
      (listener) => window.tabGroups.onDidChangeTabs(listener),
      () => JSON.stringify(tabs().map(({ label }) => label)),
    );
  });

  it('copies the example, and leaves an earlier copy alone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-example-'));
    try {
      for (const name of ['labour-organisations', 'labour-organisations-2']) {
        const copy = await commands.executeCommand<Uri>('sicetnon.openExample', Uri.file(folder));
        assert.equal(copy.fsPath, path.join(folder, name));
        assert.match(readFileSync(path.join(copy.fsPath, 'sicetnon.yaml'), 'utf8'), /references\.bib/);
        assert.match(readFileSync(path.join(copy.fsPath, 'notes', 'reading.md'), 'utf8'), /\.claim/);
      }
    } finally {
      await commands.executeCommand('notifications.clearAll');
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('offers to silence what the editor’s own link checking says of notes', async () => {
    const validation = () => workspace.getConfiguration('markdown.validate');
    await validation().update('enabled', true);
    try {
      const document = await vscode.open('reading.md');
      const foreign = () =>
        languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'sicetnon');
      await until(
        () => foreign().length > 0,
        (listener) => languages.onDidChangeDiagnostics(listener),
        () => 'the editor reports nothing',
      );
      assert.ok(foreign().some(({ message }) => message.includes('^rebuilt')));
      while (validation().get('referenceLinks.enabled') !== 'ignore')
        await commands.executeCommand('notification.acceptPrimaryAction');
      await until(
        () => foreign().length === 0,
        (listener) => languages.onDidChangeDiagnostics(listener),
        () => JSON.stringify(foreign().map(({ message }) => message)),
      );
    } finally {
      for (const name of ['enabled', 'referenceLinks.enabled']) await validation().update(name, undefined);
    }
  });
});
