import assert from 'node:assert/strict';
import { Range, Selection, WorkspaceEdit, commands, window, workspace } from 'vscode';
import type {
  TextDocument,
  CallHierarchyItem,
  CodeLens,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  InlayHint,
  Location,
  SemanticTokens,
  SemanticTokensLegend,
  SymbolInformation,
  Uri,
} from 'vscode';
import { until } from '../../support/conditions.ts';
import { Keys } from '../keys.ts';
import { skip } from '../../support/skip.ts';
import * as vscode from '../support.ts';

describe('A writer’s language features in VS Code', () => {
  let document: TextDocument;
  before(vscode.activated);
  beforeEach(async () => {
    document = await vscode.open('reading.md');
    await commands.executeCommand('vscode.executeHoverProvider', document.uri, document.positionAt(0));
  });
  afterEach(vscode.closeAll);

  const ask = <T>(command: string, ...args: unknown[]) =>
    commands.executeCommand<T>(`vscode.${command}`, document.uri, ...args);
  const all = () => new Range(0, 0, document.lineCount, 0);

  it('suggests works by the words of their titles', async () => {
    await vscode.replace(document, '[@maes1931, p. 12]', '[@rolls]');
    const { items } = await ask<CompletionList>(
      'executeCompletionItemProvider',
      vscode.inside(document, '[@rolls', 7),
    );
    const item = items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'maes1931');
    assert.match(item!.filterText!, /Rolls/);
  });

  it('finds references, from a text and from the bibliography', async () => {
    const places = await ask<Location[]>('executeReferenceProvider', vscode.inside(document, '@dubois1955'));
    const files = places.map(({ uri }) => uri.path.split('/').at(-1));
    assert.ok(files.includes('references.bib') && files.includes('reading.md'), files.join());
    document = await vscode.open('references.bib');
    const same = await ask<Location[]>('executeReferenceProvider', vscode.inside(document, 'dubois1955'));
    const told = (found: readonly Location[]) =>
      found.map(({ uri, range }) => `${uri.path.split('/').at(-1)} ${range.start.line}`).sort();
    // The editor's own Markdown takes citations for links and tells of them too, brackets and all, as we do there.
    for (const place of told(same)) assert.ok(told(places).includes(place), place);
    assert.ok(same.length > 2);
  });

  it('renames a work in all files, and takes it back with one undo', async () => {
    const before = document.getText();
    const edit = await ask<WorkspaceEdit>(
      'executeDocumentRenameProvider',
      vscode.inside(document, '@dubois1955'),
      'dubois1956',
    );
    assert.ok(edit.size >= 2);
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(document.getText(), before.replaceAll('dubois1955', 'dubois1956'));
    const bibliography = await workspace.openTextDocument(vscode.file('references.bib'));
    assert.match(bibliography.getText(), /@article\{dubois1956,/);
    await vscode.diagnostics(document.uri, (found) => found.length === 0);
    await commands.executeCommand('undo');
    await until(
      () => document.getText() === before && /@article\{dubois1955,/.test(bibliography.getText()),
      (listener) => workspace.onDidChangeTextDocument(listener),
      () => document.getText(),
    );
  });

  it('says why a name is refused, with a button that asks for another', async function () {
    if (process.env['SICETNON_VSCODE'] === 'current') skip(this, 'this VS Code shows no messages to tests');
    const before = document.getText();
    const { start } = vscode.rangeOf(document, 'dubois1955');
    window.activeTextEditor!.selection = new Selection(start, start);
    const keys = new Keys().press('F2').write('maes1931').press('Enter');
    keys.click('Choose Another Name').write('dubois1957').press('Enter');
    await keys.go();
    await until(
      () => document.getText() === before.replaceAll('dubois1955', 'dubois1957'),
      (listener) => workspace.onDidChangeTextDocument(listener),
      () => document.getText(),
    );
    await commands.executeCommand('undo');
    await until(
      () => document.getText() === before,
      (listener) => workspace.onDidChangeTextDocument(listener),
      () => document.getText(),
    );
  });

  it('keeps the project right when a file moves', async () => {
    const [from, to] = [vscode.file('references.bib'), vscode.file('lib/works.bib')];
    const move = async (one: Uri, other: Uri) => {
      const edit = new WorkspaceEdit();
      edit.renameFile(one, other);
      assert.ok(await workspace.applyEdit(edit));
    };
    const project = await workspace.openTextDocument(vscode.file('sicetnon.yaml'));
    await move(from, to);
    try {
      assert.match(project.getText(), /^bibliography: \[lib\/works\.bib\]/);
      await project.save();
      await vscode.diagnostics(document.uri, (found) => found.length === 0);
    } finally {
      await move(to, from);
      await project.save();
    }
    assert.match(project.getText(), /^bibliography: \[references\.bib\]/);
  });

  it('shows an outline, symbols, links and colours', async () => {
    const symbols = await ask<DocumentSymbol[]>('executeDocumentSymbolProvider');
    const names = (items: readonly DocumentSymbol[]): string[] =>
      items.flatMap(({ name, children }) => [name, ...names(children)]);
    assert.ok(names(symbols).includes('#eighty'), names(symbols).join());
    const found = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'eighty masters',
    );
    assert.ok(found.some(({ name }) => name.startsWith('#eighty')));
    const links = await ask<DocumentLink[]>('executeLinkProvider');
    assert.ok(links.some(({ range, target }) => document.getText(range) === '#eighty' && target?.fragment));
    const legend = await ask<SemanticTokensLegend>('provideDocumentSemanticTokensLegend');
    assert.ok(legend.tokenTypes.includes('sicetnon-citekey'));
    const tokens = await ask<SemanticTokens>('provideDocumentSemanticTokens');
    assert.ok(tokens.data.length > 50);
  });

  it('counts above a claim what bears on it, and shows that', async () => {
    const lenses = await ask<CodeLens[]>('executeCodeLensProvider');
    const lens = lenses.find(({ command }) => command?.title === '1 claim supports it');
    assert.ok(lens?.command, JSON.stringify(lenses));
    await commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[]));
    await commands.executeCommand('closeReferenceSearch');
  });

  it('hints at the works that claims are on, and at the numbers of notes when a person wants that', async () => {
    const hints = async () =>
      (await ask<InlayHint[]>('executeInlayHintProvider', all())).map(({ label }) => label);
    const works = ['the writer, on Maes (1931)', 'the writer, on Dubois and Hart (1955)'];
    assert.deepEqual(await hints(), works);
    const settings = workspace.getConfiguration('sicetnon.inlayHints');
    try {
      await settings.update('noteNumbers', true);
      // The server hears of it some time later, and says nothing when it has.
      let found = await hints();
      while (found.length === works.length) found = await hints();
      assert.deepEqual(found, ['1', ...works]);
    } finally {
      await settings.update('noteNumbers', undefined);
    }
  });

  it('tells who leans on whom', async () => {
    const [item] = await ask<CallHierarchyItem[]>(
      'prepareCallHierarchy',
      vscode.inside(document, '{.claim #eighty', 10),
    );
    assert.equal(item?.name, '#eighty');
    const grounds = await commands.executeCommand<{ to: CallHierarchyItem }[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.deepEqual(
      grounds.map(({ to }) => to.name),
      ['#padded'],
    );
  });
});
