import assert from 'node:assert/strict';
import { DefinitionRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import type { LocationLink } from 'vscode-languageserver-protocol/node';
import { StdioClient, codes } from './client.ts';

const TEXT = `Of the wardens it is said that they “kept two books, one for the masters” [@maes1931, p. 3].\n`;

describe('Quotations over standard input and output', function () {
  let client: StdioClient;

  beforeEach(async () => {
    client = await StdioClient.start();
    await client.ready();
  });
  afterEach(() => client.discard());

  it('are reported when an edit breaks them, with the passage, and no longer when it is undone', async () => {
    await client.open('reading.md', 'markdown', TEXT);
    await client.replace('reading.md', 'kept two books', 'kept three books');
    const [broken] = await client.diagnostics('reading.md', (all) => all.length === 1);
    assert.equal(broken!.code, 'quote-mismatch');
    assert.equal(client.covered('reading.md', broken!.range), 'kept three books, one for the masters');
    const [passage] = broken!.relatedInformation!;
    assert.equal(passage!.location.uri, client.uri('sources/account.txt'));
    assert.equal(
      client.covered('sources/account.txt', passage!.location.range),
      'kept two books, one for the masters',
    );
    await client.replace('reading.md', 'kept three books', 'kept two books');
    await client.diagnostics('reading.md', (all) => all.length === 0);
  });

  it('are reported when their source changes under an editor’s hand', async () => {
    await client.open('reading.md', 'markdown', TEXT);
    await client.open('sources/account.txt', 'plaintext');
    await client.replace('sources/account.txt', 'kept two books', 'kept two rolls');
    const found = await client.diagnostics('reading.md', (all) => all.length === 1);
    assert.deepEqual(codes(found), ['quote-mismatch']);
    await client.replace('sources/account.txt', 'kept two rolls', 'kept two books');
    await client.diagnostics('reading.md', (all) => all.length === 0);
  });

  it('are hovered over and lead to their passage', async () => {
    await client.open('reading.md', 'markdown', TEXT.replace('two books', 'three books'));
    await client.diagnostics('reading.md', (all) => all.length === 1);
    const textDocument = { uri: client.uri('reading.md') };
    const position = client.position('reading.md', 'books', 2);
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
    assert.match(
      JSON.stringify(hover?.contents),
      /Not word for word in Maes \(1931\).*~~three~~ \*\*two\*\*/,
    );
    const found = await client.connection.sendRequest(DefinitionRequest.type, { textDocument, position });
    const [link] = found as LocationLink[];
    assert.equal(link!.targetUri, client.uri('sources/account.txt'));
    assert.equal(
      client.covered('sources/account.txt', link!.targetRange),
      'kept two books, one for the masters',
    );
  });
});
