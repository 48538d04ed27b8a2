import assert from 'node:assert/strict';
import path from 'node:path';
import * as protocol from 'vscode-languageserver-protocol/node';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { StdioClient } from './client.ts';

describe('Language features over the protocol', function () {
  let client: StdioClient;

  before(async () => {
    client = await StdioClient.start({
      options: { references: true },
      settings: { inlayHints: { shortTitles: true, noteNumbers: true } },
      can: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    });
    await client.ready();
    await client.open('reading.md');
  });
  after(() => client.discard());

  const at = (file: string, words: string, offset = 1) => ({
    textDocument: { uri: client.uri(file) },
    position: client.position(file, words, offset),
  });
  /** Places as the words that they cover, file by file. */
  function covered(places: readonly protocol.Location[]): string[] {
    return places
      .map(({ uri, range }) => {
        const file = path.relative(client.folder, new URL(uri).pathname);
        return `${file}: ${client.covered(file, range)}`;
      })
      .sort();
  }
  function applied({ documentChanges }: WorkspaceEdit): Map<string, string> {
    const texts = new Map<string, string>();
    for (const change of documentChanges as TextDocumentEdit[]) {
      const file = path.relative(client.folder, new URL(change.textDocument.uri).pathname);
      const text = TextDocument.create('x', 'markdown', 1, client.text(file));
      texts.set(file, TextDocument.applyEdits(text, change.edits as TextEdit[]));
    }
    return texts;
  }

  it('suggests works, with their cards when they are looked at', async () => {
    await client.open('new.md', 'markdown', 'See [@mae].\n');
    const list = await client.connection.sendRequest(
      protocol.CompletionRequest.type,
      at('new.md', '@mae', 4),
    );
    assert.ok(list && !Array.isArray(list) && !list.isIncomplete);
    const item = list.items.find(({ label }) => label === 'maes1931');
    assert.match(item!.filterText!, /Maes 1931 The Rolls/);
    assert.deepEqual(item!.textEdit, {
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 9 } },
      newText: '@maes1931',
    });
    const resolved = await client.connection.sendRequest(protocol.CompletionResolveRequest.type, item!);
    assert.match((resolved.documentation as protocol.MarkupContent).value, /Poortman/);
  });

  it('finds references in closed files too', async () => {
    const found = await client.connection.sendRequest(protocol.ReferencesRequest.type, {
      ...at('reading.md', 'maes1931'),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      [...new Set(covered(found!))],
      ['actors.yaml', 'faults.md', 'memo.txt', 'reading.md', 'references.bib', 'sicetnon.yaml'].map(
        (file) => `${file}: maes1931`,
      ),
    );
    const uses = await client.connection.sendRequest(protocol.ReferencesRequest.type, {
      ...at('reading.md', '#eighty about', 2),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(covered(uses!), ['reading.md: eighty']);
  });

  it('finds references from a bibliography', async () => {
    await client.open('references.bib', 'bibtex');
    const found = await client.connection.sendRequest(protocol.ReferencesRequest.type, {
      ...at('references.bib', 'dubois1955'),
      context: { includeDeclaration: false },
    });
    assert.ok(covered(found!).includes('reading.md: dubois1955'));
    await client.close('references.bib');
  });

  it('highlights what is the same', async () => {
    const found = await client.connection.sendRequest(
      protocol.DocumentHighlightRequest.type,
      at('reading.md', '[^rebuilt]:', 4),
    );
    assert.deepEqual(
      found!.map(({ range, kind }) => [client.covered('reading.md', range), kind]),
      [
        ['rebuilt', protocol.DocumentHighlightKind.Read],
        ['rebuilt', protocol.DocumentHighlightKind.Write],
      ],
    );
  });

  it('renames in open and closed files, with the versions of the open ones', async () => {
    const asked = at('reading.md', 'maes1931');
    const prepared = await client.connection.sendRequest(protocol.PrepareRenameRequest.type, asked);
    assert.ok(prepared && 'placeholder' in prepared);
    assert.equal(prepared.placeholder, 'maes1931');
    const edit = await client.connection.sendRequest(protocol.RenameRequest.type, {
      ...asked,
      newName: 'maes1932',
    });
    const texts = applied(edit!);
    assert.deepEqual([...texts.keys()].sort(), [
      'actors.yaml',
      'faults.md',
      'memo.txt',
      'reading.md',
      'references.bib',
      'sicetnon.yaml',
    ]);
    for (const [file, text] of texts)
      assert.equal(text, client.text(file).replaceAll('maes1931', 'maes1932'), file);
    const versions = (edit!.documentChanges as TextDocumentEdit[]).map(
      ({ textDocument }) => textDocument.version,
    );
    assert.deepEqual(
      versions.filter((version) => version !== null),
      [1],
    );
  });

  it('says in a sentence why a name cannot be', async () => {
    const asked = at('reading.md', 'maes1931');
    await assert.rejects(
      client.connection.sendRequest(protocol.RenameRequest.type, { ...asked, newName: 'dubois1955' }),
      /There is an entry “dubois1955” already, in references\.bib, line 9\./,
    );
    const nothing = await client.connection.sendRequest(
      protocol.PrepareRenameRequest.type,
      at('reading.md', 'hall was rebuilt'),
    );
    assert.equal(nothing, null);
  });

  it('keeps paths right when files and folders move', async () => {
    const options = client.initialized.capabilities.workspace?.fileOperations?.willRename;
    assert.ok(options && options.filters.length > 0);
    const file = await client.connection.sendRequest(protocol.WillRenameFilesRequest.type, {
      files: [{ oldUri: client.uri('references.bib'), newUri: client.uri('lib/works.bib') }],
    });
    assert.match(applied(file!).get('sicetnon.yaml')!, /^bibliography: \[lib\/works\.bib\]/);
    const folder = await client.connection.sendRequest(protocol.WillRenameFilesRequest.type, {
      files: [{ oldUri: client.uri('sources'), newUri: client.uri('texts') }],
    });
    assert.match(applied(folder!).get('sicetnon.yaml')!, /^ {2}texts\/account\.txt: maes1931$/m);
    const outside = await client.connection.sendRequest(protocol.WillRenameFilesRequest.type, {
      files: [{ oldUri: client.uri('sources'), newUri: 'file:///elsewhere/texts' }],
    });
    assert.equal(outside, null);
  });

  it('gives an outline', async () => {
    const outline = (await client.connection.sendRequest(protocol.DocumentSymbolRequest.type, {
      textDocument: { uri: client.uri('reading.md') },
    })) as protocol.DocumentSymbol[];
    assert.deepEqual(
      outline.map(({ name, children }) => [name, ...children!.map((child) => child.name)]),
      [['The weavers’ hall', '[^rebuilt]', '#eighty', '#padded']],
    );
  });

  it('finds symbols in the workspace', async () => {
    const found = await client.connection.sendRequest(protocol.WorkspaceSymbolRequest.type, {
      query: 'eighty mast',
    });
    assert.deepEqual(
      found!.map(({ name, containerName }) => [name, containerName]),
      [['#eighty The guild counted eighty masters', 'reading.md']],
    );
    const actors = await client.connection.sendRequest(protocol.WorkspaceSymbolRequest.type, {
      query: 'alderm',
    });
    assert.deepEqual(
      actors!.map(({ name }) => name),
      ['Aldermen of the Town'],
    );
  });

  it('links addresses, pages and files', async () => {
    await client.open(
      'linked.md',
      'markdown',
      '[x]{.claim supports="reading.md#eighty"} doi:10.1000/182 http://a.org\n',
    );
    const links = await client.connection.sendRequest(protocol.DocumentLinkRequest.type, {
      textDocument: { uri: client.uri('linked.md') },
    });
    const line = client.position('reading.md', '#eighty').line + 1;
    assert.deepEqual(
      links!.map(({ target }) => target!.replace(/,\d+$/, '')),
      [`${client.uri('reading.md')}#L${line}`, 'https://doi.org/10.1000/182', 'http://a.org'],
    );
    await client.open('sicetnon.yaml', 'yaml');
    const project = await client.connection.sendRequest(protocol.DocumentLinkRequest.type, {
      textDocument: { uri: client.uri('sicetnon.yaml') },
    });
    assert.deepEqual(
      project!.map(({ target }) => path.basename(target!)),
      ['references.bib', 'actors.yaml', 'account.txt'],
    );
    await client.close('sicetnon.yaml');
    await client.close('linked.md');
  });

  it('folds, and selects more and more', async () => {
    await client.open('folded.md', 'markdown', '::: {.x}\nOne wo[r]{.y}d.\n:::\n');
    const textDocument = { uri: client.uri('folded.md') };
    const folds = await client.connection.sendRequest(protocol.FoldingRangeRequest.type, { textDocument });
    assert.deepEqual(folds, [{ startLine: 0, endLine: 2 }]);
    const selections = await client.connection.sendRequest(protocol.SelectionRangeRequest.type, {
      textDocument,
      positions: [client.position('folded.md', 'One', 1)],
    });
    const words: string[] = [];
    for (let each: protocol.SelectionRange | undefined = selections![0]; each; each = each.parent)
      words.push(client.covered('folded.md', each.range));
    assert.deepEqual(words.slice(0, 2), ['One', 'One wo[r]{.y}d.']);
    await client.close('folded.md');
  });

  it('tells names apart', async () => {
    const { legend } = client.initialized.capabilities
      .semanticTokensProvider as protocol.SemanticTokensOptions;
    const textDocument = { uri: client.uri('reading.md') };
    const { data } = (await client.connection.sendRequest(protocol.SemanticTokensRequest.type, {
      textDocument,
    }))!;
    let [line, character] = [0, 0];
    const told: string[] = [];
    for (let i = 0; i < data.length; i += 5) {
      line += data[i]!;
      character = data[i]! > 0 ? data[i + 1]! : character + data[i + 1]!;
      const range = { start: { line, character }, end: { line, character: character + data[i + 2]! } };
      told.push(`${legend.tokenTypes[data[i + 3]!]} ${client.covered('reading.md', range)}`);
    }
    for (const token of [
      'sicetnon-note rebuilt',
      'sicetnon-citekey maes1931',
      'sicetnon-claim #eighty',
      'sicetnon-actor weavers',
      'sicetnon-property members',
    ])
      assert.ok(told.includes(token), `${token}\n${told.join('\n')}`);
    const part = await client.connection.sendRequest(protocol.SemanticTokensRangeRequest.type, {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
    });
    assert.equal(part!.data.length, 10);
  });

  it('hints at the numbers of notes, when that is wanted, and at the work that a claim is on', async () => {
    const hints = await client.connection.sendRequest(protocol.InlayHintRequest.type, {
      textDocument: { uri: client.uri('reading.md') },
      range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } },
    });
    assert.deepEqual(
      hints!.map(({ label }) => label),
      ['1', 'the writer, on Maes (1931)', 'the writer, on Dubois and Hart (1955)'],
    );
  });

  it('puts lenses on claims, whose command shows the others', async () => {
    const lenses = await client.connection.sendRequest(protocol.CodeLensRequest.type, {
      textDocument: { uri: client.uri('reading.md') },
    });
    const [lens, ...more] = lenses!;
    assert.deepEqual(more, []);
    assert.equal(lens!.command!.title, '1 claim supports it');
    assert.equal(lens!.command!.command, 'sicetnon.showReferences');
    const [uri, position, places] = lens!.command!.arguments as [
      string,
      protocol.Position,
      protocol.Location[],
    ];
    assert.equal(uri, client.uri('reading.md'));
    assert.deepEqual(position, lens!.range.start);
    assert.deepEqual(covered(places), ['reading.md: padded']);
  });

  it('tells who leans on whom', async () => {
    const items = await client.connection.sendRequest(
      protocol.CallHierarchyPrepareRequest.type,
      at('reading.md', '{.claim #eighty', 10),
    );
    assert.deepEqual(
      items!.map(({ name }) => name),
      ['#eighty'],
    );
    const [item] = items!;
    const outgoing = await client.connection.sendRequest(protocol.CallHierarchyOutgoingCallsRequest.type, {
      item: item!,
    });
    assert.deepEqual(
      outgoing!.map(({ to }) => to.name),
      ['#padded'],
    );
    const incoming = await client.connection.sendRequest(protocol.CallHierarchyIncomingCallsRequest.type, {
      item: outgoing![0]!.to,
    });
    assert.deepEqual(
      incoming!.map(({ from }) => from.name),
      ['#eighty'],
    );
    const none = await client.connection.sendRequest(protocol.CallHierarchyIncomingCallsRequest.type, {
      item: item!,
    });
    assert.deepEqual(none, []);
  });

  it('answers nothing about what is no document, and stays alive', async () => {
    await client.open('strange.json', 'json', '{"a": [1}');
    const textDocument = { uri: client.uri('strange.json') };
    const position = { line: 0, character: 3 };
    const range = { start: position, end: position };
    for (const [type, params] of [
      [protocol.ReferencesRequest.method, { textDocument, position, context: { includeDeclaration: true } }],
      [protocol.DocumentHighlightRequest.method, { textDocument, position }],
      [protocol.PrepareRenameRequest.method, { textDocument, position }],
      [protocol.DocumentSymbolRequest.method, { textDocument }],
      [protocol.DocumentLinkRequest.method, { textDocument }],
      [protocol.FoldingRangeRequest.method, { textDocument }],
      [protocol.SelectionRangeRequest.method, { textDocument, positions: [position] }],
      [protocol.SemanticTokensRequest.method, { textDocument }],
      [protocol.InlayHintRequest.method, { textDocument, range }],
      [protocol.CodeLensRequest.method, { textDocument }],
      [protocol.CallHierarchyPrepareRequest.method, { textDocument, position }],
      [protocol.CompletionRequest.method, { textDocument, position }],
    ] as const) {
      const answer: unknown = await client.connection.sendRequest(type, params);
      const nothing =
        answer === null || JSON.stringify(answer) === '[]' || /"data":\[\]/.test(JSON.stringify(answer));
      assert.ok(nothing, `${type}: ${JSON.stringify(answer)}`);
    }
    assert.equal(client.errors, '');
  });
});
