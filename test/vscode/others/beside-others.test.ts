import assert from 'node:assert/strict';
import { commands, extensions, languages } from 'vscode';
import type { CompletionList, DocumentSymbol, Hover, Location, Range, TextDocument } from 'vscode';
import { until } from '../../support/conditions.ts';
import { skip } from '../../support/skip.ts';
import * as vscode from '../support.ts';

const text = `---
title: A reading
bibliography: references.bib
la
---

# One

A word[^n] and [^n] twice, [@maes1931, p. 3] and @fig-a.

So it is [@] here.

[A claim]{.claim #c1 about="weavers" says="members = 80"} [@maes1931].

## Two {#sec-two}

![A picture](a.png){#fig-a}

[^n]: A note
`;

/** The extension, activated; the tests are skipped where it is not. */
async function other(context: Mocha.Context, id: string): Promise<unknown> {
  const extension = extensions.getExtension(id);
  if (!extension) return skip(context, 'the extensions of others are not here');
  return extension.activate();
}

function names(symbols: readonly DocumentSymbol[]): string[] {
  return symbols.flatMap(({ name, children }) => [name.replace(/^#+ /, ''), ...names(children)]);
}

const symbolsOf = async ({ uri }: TextDocument): Promise<string[]> =>
  names(await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri));

/** The hovers in the middle of some words. */
async function hovers(document: TextDocument, words: string, offset = 3): Promise<string[]> {
  const at = vscode.inside(document, words, offset);
  const all = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return all.map(({ contents }) =>
    contents.map((each) => (typeof each === 'string' ? each : each.value)).join('\n'),
  );
}

/** The words offered inside others, without snippets and words of the text. */
async function offered(document: TextDocument, words: string, offset: number): Promise<string[]> {
  const at = vscode.inside(document, words, offset);
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return items
    .filter(({ kind }) => kind !== 0 && kind !== 14)
    .map(({ label }) => (typeof label === 'string' ? label : label.label).replace(/^@/, ''));
}

function once(all: readonly string[]): void {
  assert.deepEqual([...new Set(all)], all);
}

describe('Beside Quarto’s extension', () => {
  let document: TextDocument;
  /** Without Quarto itself its extension has no headings, hovers and words. */
  let isThere: boolean;
  before(async function () {
    const api = (await other(this, 'quarto.quarto')) as { isQuartoAvailable(): boolean };
    isThere = api.isQuartoAvailable();
    console.log(`%s  Quarto itself is ${isThere ? 'here' : 'not here'}`, process.env['SICETNON_MARK'] ?? '');
    await vscode.activated();
    document = await vscode.open('notes.qmd');
    assert.equal(document.languageId, 'quarto');
    await vscode.replace(document, document.getText(), text);
    await vscode.diagnostics(document.uri, () => true);
  });
  after(vscode.closeAll);

  it('lists each heading once, and claims and notes beside', async () => {
    let listed = await symbolsOf(document);
    while (!listed.includes('Two')) listed = await symbolsOf(document);
    once(listed);
    for (const name of ['One', 'Two', '#c1', '[^n]']) assert.ok(listed.includes(name), listed.join());
  });

  for (const [what, words, offset] of [
    ['a work', '@maes1931', 3],
    ['a note', '[^n] and', 2],
    ['an actor', 'about=', 8],
    ['a claim', '#c1', 1],
    ['what front matter has for both', 'bibliography:', 3],
    ['a file of the front matter', 'references.bib', 3],
  ] as const)
    it(`explains ${what} once`, async () => {
      const all = await hovers(document, words, offset);
      assert.equal(all.length, 1, all.join('\n---\n'));
    });

  it('offers no word twice', async () => {
    for (const [words, offset, some] of [
      ['[@] here', 2, ['maes1931', 'dubois1955', ...(isThere ? ['fig-a'] : [])]],
      ['\nla\n', 3, ['lang']],
      ['about="weavers', 8, ['weavers']],
    ] as const) {
      let all = await offered(document, words, offset);
      while (!some.every((each) => all.includes(each))) all = await offered(document, words, offset);
      once(all);
    }
  });

  it('tells each place that names a note or a work once', async () => {
    for (const words of ['[^n] and', '[@maes1931', '@fig-a']) {
      const places = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        vscode.inside(document, words, 3),
      );
      const ranges = new Map<string, Range>();
      for (const { uri, range } of places)
        if (uri.path === document.uri.path) ranges.set(JSON.stringify(range), range);
      const all = [...ranges.values()];
      for (const one of all)
        assert.ok(!all.some((each) => each !== one && each.intersection(one)), JSON.stringify(all));
    }
  });
});

describe('Beside Red Hat’s extension for YAML', () => {
  before(async function () {
    await other(this, 'redhat.vscode-yaml');
    await vscode.activated();
  });
  after(vscode.closeAll);

  const places: readonly (readonly [file: string, words: string, offset: number])[] = [
    ['sicetnon.yaml', 'bibliography', 3],
    ['sicetnon.yaml', 'members:', 2],
    ['sicetnon.yaml', 'tolerance', 3],
    ['sicetnon.yaml', 'quantity', 3],
    ['sicetnon.yaml', 'maes1931', 3],
    ['actors.yaml', 'weavers:', 2],
    ['actors.yaml', 'kind: guild', 2],
    ['actors.yaml', 'relations', 3],
    ['actors.yaml', 'aldermen]', 2],
    ['actors.yaml', '@maes1931', 3],
  ];
  for (const [file, words, offset] of places)
    it(`explains ${words} in ${file} once, and offers nothing there twice`, async () => {
      const document = await vscode.open(file);
      const all = await hovers(document, words, offset);
      assert.equal(all.length, 1, all.join('\n---\n'));
      once(await offered(document, words, offset));
    });

  it('tells what is wrong once', async () => {
    const document = await vscode.open('sicetnon.yaml');
    await vscode.replace(document, 'tolerance', 'tolerence');
    await vscode.diagnostics(document.uri, (all) => all.length > 0);
    // Red Hat's takes its time: it has looked when it tells of a syntax error.
    await vscode.replace(document, 'chartered:', 'chartered: "');
    await until(
      () => languages.getDiagnostics(document.uri).some(({ source }) => source !== 'sicetnon'),
      (listener) => languages.onDidChangeDiagnostics(listener),
      () => JSON.stringify(languages.getDiagnostics(document.uri)),
    );
    const about = languages
      .getDiagnostics(document.uri)
      .filter(({ message }) => message.includes('tolerence'));
    assert.ok(about.length <= 1, JSON.stringify(about));
  });
});
