import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { DiagnosticSeverity, commands, window, workspace } from 'vscode';
import { until } from '../../support/conditions.ts';
import { faults, questions } from '../../support/weavers.ts';
import * as vscode from '../support.ts';
import { skip } from '../../support/skip.ts';

describe('A reader in VS Code', () => {
  before(vscode.activated);
  afterEach(vscode.closeAll);

  it('sees every fault of a text in the Problems panel', async () => {
    const document = await vscode.open('faults.md');
    const found = await vscode.diagnostics(document.uri, (all) => all.length >= faults.length);
    assert.deepEqual(vscode.codes(found), faults.map(({ code }) => code).sort());
    for (const { code, words } of faults) {
      const range = vscode.rangeOf(document, words);
      const touching = found.filter((each) => vscode.codeOf(each) === code && each.range.intersection(range));
      assert.equal(touching.length, 1, `${code} at “${words}”`);
    }
  });

  it('sees both sides of a contradiction, each with the other end', async () => {
    const document = await vscode.open('faults.md');
    const found = await vscode.diagnostics(document.uri, (all) => all.length >= faults.length);
    const [one, other] = found.filter((each) => vscode.codeOf(each) === 'claim-contradiction');
    assert.ok(one && other);
    const names = (side: typeof one, place: typeof one) =>
      side.relatedInformation?.some(
        ({ location }) =>
          location.uri.toString() === document.uri.toString() && location.range.intersection(place.range),
      );
    assert.ok(names(one, other));
    assert.ok(names(other, one));
  });

  it('sees nothing amiss in a text without faults', async () => {
    const clean = await vscode.open('reading.md');
    const faulty = await vscode.open('faults.md');
    await vscode.diagnostics(faulty.uri, (all) => all.length >= faults.length);
    assert.deepEqual(vscode.codes(vscode.reported(clean.uri)), []);
  });

  for (const { what, words, tells, file, leadsTo } of questions) {
    it(`hovers over ${what}`, async () => {
      const document = await vscode.open('reading.md');
      const text = await vscode.hoverText(document, vscode.inside(document, words));
      for (const part of tells) assert.ok(text.includes(part), `“${part}” is told:\n${text}`);
    });

    it(`goes from ${what} to its definition`, async () => {
      const document = await vscode.open('reading.md');
      const found = await vscode.definitions(document, vscode.inside(document, words));
      const target = await workspace.openTextDocument(vscode.file(file));
      const line = vscode.rangeOf(target, leadsTo).start.line;
      const right = found.filter(
        ({ uri, range }) =>
          uri.toString() === target.uri.toString() && range.start.line <= line && line <= range.end.line,
      );
      assert.equal(right.length, 1, JSON.stringify(found));
    });
  }

  it('reads Quarto, whatever language the editor takes it for', async () => {
    const document = await vscode.open('notes.qmd');
    const [found] = await vscode.diagnostics(document.uri, (all) => all.length === 1);
    assert.equal(document.getText(found!.range), '[^cellar]');
  });

  it('reads plain text in a project', async () => {
    const document = await vscode.open('memo.txt');
    assert.equal(document.languageId, 'plaintext');
    const [found] = await vscode.diagnostics(document.uri, (all) => all.length === 1);
    assert.equal(document.getText(found!.range), '[^dry]');
  });

  it('reads a text that was never saved', async () => {
    const document = await workspace.openTextDocument({ language: 'markdown', content: 'Unsaved[^yet].\n' });
    await window.showTextDocument(document);
    const [found] = await vscode.diagnostics(document.uri, (all) => all.length === 1);
    assert.equal(document.getText(found!.range), '[^yet]');
  });

  it('follows typing', async () => {
    const document = await vscode.open('reading.md');
    await vscode.replace(document, 'in print', 'in print[^print]');
    const [found] = await vscode.diagnostics(document.uri, (all) => all.length === 1);
    assert.equal(document.getText(found!.range), '[^print]');
    await commands.executeCommand('undo');
    await vscode.diagnostics(document.uri, (all) => all.length === 0);
  });

  it('knows an entry as soon as it stands in an unsaved bibliography', async () => {
    const text = await vscode.open('faults.md');
    const unknown = (all: readonly unknown[]) =>
      (all as Parameters<typeof vscode.codes>[0]).some(
        (each) => vscode.codeOf(each) === 'citation-undefined',
      );
    await vscode.diagnostics(text.uri, unknown);
    const bibliography = await vscode.open('references.bib');
    await vscode.replace(
      bibliography,
      '@article{dubois1955',
      '@book{nobody1900, title = {Ashes}}\n\n@article{dubois1955',
    );
    await vscode.diagnostics(text.uri, (all) => all.length > 0 && !unknown(all));
    await vscode.closeAll();
    await vscode.diagnostics(text.uri, unknown);
  });

  it('notices a file that appears and goes outside the editor', async () => {
    const text = await vscode.open('reading.md');
    await vscode.replace(text, '@dubois1955, 88', '@fraser1999, 88');
    await vscode.diagnostics(text.uri, (all) => all.length === 1);
    const bibliography = vscode.file('references.bib');
    const before = await workspace.fs.readFile(bibliography);
    const added = `${Buffer.from(before).toString('utf8')}\n@book{fraser1999, title = {Looms}}\n`;
    try {
      await workspace.fs.writeFile(bibliography, Buffer.from(added, 'utf8'));
      await vscode.diagnostics(text.uri, (all) => all.length === 0);
    } finally {
      await workspace.fs.writeFile(bibliography, before);
    }
    await vscode.diagnostics(text.uri, (all) => all.length === 1);
  });

  it('sets a rule’s severity, and silences it', async () => {
    const document = await vscode.open('faults.md');
    const settings = workspace.getConfiguration('sicetnon.rules');
    const placeholder = (all: readonly unknown[]) =>
      (all as Parameters<typeof vscode.codes>[0]).find((each) => vscode.codeOf(each) === 'placeholder');
    await vscode.diagnostics(document.uri, (all) => placeholder(all) !== undefined);
    try {
      await settings.update('placeholder', 'error');
      await vscode.diagnostics(
        document.uri,
        (all) => placeholder(all)?.severity === DiagnosticSeverity.Error,
      );
      await settings.update('placeholder', 'off');
      await vscode.diagnostics(document.uri, (all) => all.length > 0 && !placeholder(all));
    } finally {
      await settings.update('placeholder', undefined);
    }
    await vscode.diagnostics(document.uri, (all) => placeholder(all) !== undefined);
  });

  it('says in the status item how much was read and found', async () => {
    const api = await vscode.activated();
    await vscode.open('faults.md');
    await until(
      () => !api.status().busy && /^Sic et Non: \d+ files, \d{2,} findings$/.test(api.status().text),
      (listener) => api.onDidChangeStatus(listener),
      () => JSON.stringify(api.status()),
    );
  });

  it('restarts the server, and the findings come back', async () => {
    const document = await vscode.open('faults.md');
    await vscode.diagnostics(document.uri, (all) => all.length >= faults.length);
    await commands.executeCommand('sicetnon.restart');
    await vscode.diagnostics(document.uri, (all) => all.length === faults.length);
    const text = await vscode.open('reading.md');
    assert.match(await vscode.hoverText(text, vscode.inside(text, '@maes1931, p. 12')), /Maes/);
  });

  it('starts the server again when it has died, and the findings come back', async function () {
    const servers = serverProcesses();
    if (!servers) return skip(this, 'this system does not tell which processes there are');
    assert.equal(servers.length, 1, 'one server runs');
    const api = await vscode.activated();
    const document = await vscode.open('faults.md');
    await vscode.diagnostics(document.uri, (all) => all.length === faults.length);
    const died = until(
      () => /starting|reading|stopped/.test(api.status().text),
      (listener) => api.onDidChangeStatus(listener),
      () => JSON.stringify(api.status()),
    );
    process.kill(servers[0]!, 'SIGKILL');
    await died;
    const text = await vscode.open('reading.md');
    await vscode.replace(text, 'in print', 'in print[^print]');
    await vscode.diagnostics(text.uri, (all) => all.length === 1);
    await vscode.diagnostics(document.uri, (all) => all.length === faults.length);
    assert.notDeepEqual(serverProcesses(), servers);
  });

  it('shows the output when asked', async () => {
    await commands.executeCommand('sicetnon.showOutput');
    await commands.executeCommand('workbench.action.closePanel');
  });
});

/** The processes of the language server that this extension host has started; null where there is no /proc. */
function serverProcesses(): number[] | null {
  if (!existsSync('/proc/self/stat')) return null;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        return Number(parent) === process.pid && /dist.server\.js/.test(command);
      } catch {
        return false; // it has ended while we looked
      }
    })
    .map(Number);
}
