import assert from 'node:assert/strict';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import { knownMethods, wrongParameters } from '../../../server/src/lsp/inbox/parameters.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const uri = 'file:///w/a.md';
const start = { line: 0, character: 0 };
const wrongValues: readonly unknown[] = [null, 7, 'x', [], [null], {}, true];
const wrongDocuments: readonly unknown[] = [
  null,
  7,
  [],
  {},
  { uri: null },
  { uri: 7 },
  { uri: 'no uri' },
  { uri: [] },
];
const wrongPlaces: readonly unknown[] = [
  null,
  [],
  {},
  { line: -1, character: 0 },
  { line: 0 },
  { line: 1e300, character: 0 },
  { line: 0.5, character: 0 },
  { line: '0', character: 0 },
];

/** Parameters of which something is wrong, whatever the method. */
function* wrong(): Generator<unknown> {
  yield* wrongValues;
  for (const textDocument of wrongDocuments)
    yield { textDocument, position: start, range: { start, end: start } };
  for (const place of wrongPlaces) {
    yield { textDocument: { uri }, position: place, range: { start: place, end: start }, positions: [place] };
    yield { uri, version: 1, position: place, range: { start, end: place }, data: { uri, range: place } };
    yield {
      item: { uri, data: place },
      data: place,
      context: place,
      event: place,
      changes: place,
      files: [place],
    };
  }
  yield {
    textDocument: { uri },
    range: { start: { line: 3, character: 0 }, end: start },
    context: { diagnostics: [] },
  };
}

const free = new Set(['shutdown', 'exit', 'initialize', 'initialized', '$/progress']);

describe('Messages with wrong parameters', function () {
  it('are refused by themselves, whatever the method', async () => {
    const session = new SessionInMemory(new MemoryFileSystem({ 'a.md': 'One[^1].\n' }));
    await session.greet();
    await session.ready();
    await session.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: 'One[^1].\n' },
    });
    let refused = 0;
    for (const method of knownMethods) {
      if (free.has(method)) continue;
      for (const params of wrong()) {
        if (wrongParameters(method, params) === null) continue;
        refused++;
        // A notification is answered like a request when it is sent as one: it is not let in either way.
        await assert.rejects(
          session.ask(method, params),
          (error: unknown) =>
            error instanceof ResponseError &&
            error.code === ErrorCodes.InvalidParams &&
            /\.$/.test(error.message),
          method,
        );
        await session.tell(method, params);
      }
      await assert.rejects(session.client.sendRequest(method), { code: ErrorCodes.InvalidParams }, method);
    }
    assert.ok(refused > 20 * (knownMethods.length - free.size), String(refused));
    assert.notEqual(await session.ask('textDocument/diagnostic', { textDocument: { uri } }), null);
    session.end();
  });

  it('leave what was right before it', async () => {
    const session = new SessionInMemory(new MemoryFileSystem());
    await assert.rejects(session.ask('textDocument/hover', {}), { code: ErrorCodes.ServerNotInitialized });
    await assert.rejects(session.ask('initialize', { capabilities: null }), {
      code: ErrorCodes.InvalidParams,
    });
    await session.greet();
    await assert.rejects(session.ask('initialize', { capabilities: {} }), {
      code: ErrorCodes.InvalidRequest,
    });
    await session.ready();
    const open = (text: string) =>
      session.tell('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
    const change = (version: number, range: object | undefined, text: string) =>
      session.tell('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
    await change(1, undefined, 'Nobody opened this[^0].\n');
    await session.tell('textDocument/didClose', { textDocument: { uri } });
    await open('Twice[^1].\n');
    await open('Opened[^2].\n');
    await change(5, { start: { line: 0, character: 6 }, end: { line: 0, character: 0 } }, 'Closed');
    await change(3, { start: { line: 99, character: 0 }, end: { line: 99, character: 99 } }, '\nEnd[^3].\n');
    await session.when(() => session.published.get(uri)?.diagnostics.length === 2);
    await session.tell('textDocument/didClose', { textDocument: { uri } });
    await session.tell('textDocument/didClose', { textDocument: { uri } });
    await session.ask('shutdown', undefined);
    await assert.rejects(session.ask('textDocument/hover', {}), { code: ErrorCodes.InvalidRequest });
    session.end();
  });
});
