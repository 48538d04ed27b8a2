import assert from 'node:assert/strict';
import {
  CompletionItem,
  CompletionItemKind,
  Hover,
  commands,
  extensions,
  languages,
  window,
  workspace,
} from 'vscode';
import type { CompletionList, Disposable, DocumentSymbol, Location, Range, TextDocument } from 'vscode';
import { until } from '../../support/conditions.ts';
import * as vscode from '../support.ts';

const text = `# One

A word[^n] and [^n] twice, [@maes1931, p. 3].

[A claim]{.claim #c1}

## Two

[link][ref]

[^n]: A note

[ref]: https://example.org
`;

const found = `A line of the hall¹ and of others,² and so on.

Notes

1. Maes, *The Rolls* (Ghent: Hall, 1931), p. 3.
2. Ibid., p. 5.
`;

describe('Beside the editor’s own Markdown', () => {
  let document: TextDocument;
  before(async () => {
    await vscode.activated();
    await extensions.getExtension('vscode.markdown-language-features')!.activate();
    // A file of its own would stay open for the server long after its editor was closed.
    document = await vscode.open('reading.md');
    await vscode.replace(document, document.getText(), text);
    await vscode.diagnostics(document.uri, (all) => all.length > 0);
  });
  after(vscode.closeAll);

  it('lists each heading once, and claims and notes beside', async () => {
    const names = (symbols: readonly DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    const list = async () => {
      const all = await commands.executeCommand<DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return names(all).map((name) => name.replace(/^#+ /, ''));
    };
    // The editor's own Markdown takes its time.
    let listed = await list();
    while (!listed.includes('[ref]')) listed = await list();
    assert.deepEqual(listed.sort(), ['#c1', 'One', 'Two', '[^n]', '[ref]'].sort());
  });

  for (const [what, words] of [
    ['note', '[^n]'],
    ['work', '[@maes1931, p. 3]'],
  ] as const)
    it(`tells each place that names a ${what} once`, async () => {
      const places = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        vscode.inside(document, words, 3),
      );
      // The editor itself shows what is told at one range once.
      const ranges = new Map<string, Range>();
      for (const { uri, range } of places)
        if (uri.path === document.uri.path) ranges.set(JSON.stringify(range), range);
      const all = [...ranges.values()];
      assert.ok(all.length > 0);
      for (const one of all)
        assert.ok(!all.some((other) => other !== one && other.intersection(one)), JSON.stringify(all));
    });

  it('shows one hover and one list, no word of it twice', async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      vscode.inside(document, '[^n]', 2),
    );
    assert.equal(hovers.length, 1);
    for (const [words, trigger] of [
      ['[^n]', '^'],
      ['[@maes', '@'],
    ] as const) {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        vscode.inside(document, words, 2),
        trigger,
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.length > 0);
      assert.deepEqual([...new Set(labels)], labels);
    }
  });
});

describe('Beside another extension for citations', () => {
  const selector = ['markdown'];
  let document: TextDocument;
  const registered: Disposable[] = [];
  before(async () => {
    await vscode.activated();
    document = await vscode.open('reading.md');
    await vscode.replace(document, document.getText(), 'So it was [@maes1931, p. 3] and [@dubois1955].\n');
    await vscode.diagnostics(document.uri, (all) => all.length === 0);
    // As such an extension does: all keys of a bibliography, without their sign, and an entry for each citekey that it knows.
    registered.push(
      languages.registerCompletionItemProvider(
        selector,
        { provideCompletionItems: () => [new CompletionItem('maes1931', CompletionItemKind.Reference)] },
        '@',
      ),
      languages.registerHoverProvider(selector, {
        provideHover: (_document, position) =>
          position.character < 30 ? new Hover('Maes, of the other') : null,
      }),
    );
  });
  after(async () => {
    registered.forEach((each) => each.dispose() as unknown);
    await vscode.closeAll();
  });

  it('lists no key twice, and those that it does not know', async () => {
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      vscode.inside(document, '[@maes', 2),
      '@',
    );
    const keys = items
      .map(({ label }) => (typeof label === 'string' ? label : label.label))
      .filter((label) => /1931|1955/.test(label));
    assert.deepEqual(keys.sort(), ['dubois1955', 'maes1931']);
  });

  it('explains a work once: those that it does not know', async () => {
    const at = (words: string) => vscode.hoverText(document, vscode.inside(document, words, 3));
    assert.equal(await at('[@maes'), 'Maes, of the other');
    assert.match(await at('[@dubois'), /Counting the Masters/);
  });
});

describe('A text as found in VS Code', () => {
  it('has its notes and ibid. underlined, and its lines wrapped', async () => {
    const extension = await vscode.activated();
    const uri = vscode.file('found.txt');
    await workspace.fs.writeFile(uri, Buffer.from(found));
    try {
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document);
      await until(
        () => extension.underlined(uri.toString()).length === 5,
        (listener) => extension.onDidChangeStatus(listener),
        () => JSON.stringify(extension.underlined(uri.toString()).map((range) => document.getText(range))),
      );
      const words = extension.underlined(uri.toString()).map((range) => document.getText(range));
      assert.deepEqual(words, ['¹', '²', '1', '2', 'Ibid., p. 5']);
      await until(
        () => document.languageId === 'found-text',
        (listener) => workspace.onDidOpenTextDocument(listener),
        () => document.languageId,
      );
      assert.equal(workspace.getConfiguration('editor', document).get('wordWrap'), 'on');
      // Other plain texts are left as they are. With words in it the editor would open it by itself, some time later.
      const other = await workspace.openTextDocument({ language: 'plaintext' });
      assert.equal(workspace.getConfiguration('editor', other).get('wordWrap'), 'off');
    } finally {
      await vscode.closeAll();
      await workspace.fs.delete(uri);
    }
  });
});
