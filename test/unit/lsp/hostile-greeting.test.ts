import assert from 'node:assert/strict';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';
import { setLanguage } from '../../../server/src/words/say.ts';

/** What a client may say of itself, whole. */
const GREETING = {
  processId: null,
  rootUri: 'file:///w',
  locale: 'de',
  workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
  initializationOptions: {
    references: true,
    watches: false,
    pushed: true,
    gestures: true,
    schemas: false,
    headings: ['md'],
    files: false,
    cache: null,
    trusted: true,
    messages: { 'Nothing here has a name that could be changed.': 'Hier ist nichts zu benennen.' },
    rulePages: 'https://example.org/{code}',
  },
  capabilities: {
    general: { positionEncodings: ['utf-16'] },
    textDocument: {
      diagnostic: { dynamicRegistration: true },
      codeAction: {
        resolveSupport: { properties: ['edit'] },
        codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      },
      completion: {
        completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } },
      },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      definition: { linkSupport: true },
      rename: { prepareSupport: true },
    },
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
      diagnostics: { refreshSupport: true },
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
  },
};
const WRONG: readonly unknown[] = [7, 'x', { a: 7 }];

/** The greeting with one value in it replaced, for each value and each wrong one. */
function* replaced(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value))
    for (const other of replaced(member)) yield Array.isArray(value) ? [other] : { ...value, [key]: other };
}

const uri = 'file:///w/a.md';
const TEXT = 'One[^1] [@k].\n';

describe('A client that says wrong things of itself', () => {
  // A greeting sets the language of the whole process, in which other files of tests come next.
  after(() => setLanguage('en', {}));

  it('is refused in a sentence, or served as ever', async function () {
    this.timeout(600_000);
    let [refused, served] = [0, 0];
    for (const params of replaced(GREETING)) {
      const session = new SessionInMemory(new MemoryFileSystem({ 'a.md': TEXT }));
      const said = JSON.stringify(params).slice(0, 2000);
      try {
        await session.client.sendRequest('initialize', params as object);
      } catch (error) {
        assert.ok(
          error instanceof ResponseError && error.code === ErrorCodes.InvalidParams,
          `${String(error)} ${said}`,
        );
        assert.match(error.message, /\.$/);
        refused++;
        session.end();
        continue;
      }
      served++;
      await session.tell('initialized', {});
      await session.tell('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: TEXT },
      });
      const textDocument = { uri };
      const start = { line: 0, character: 4 };
      const asked: readonly (readonly [string, object])[] = [
        ['textDocument/hover', { textDocument, position: start }],
        ['textDocument/definition', { textDocument, position: start }],
        ['textDocument/completion', { textDocument, position: { line: 0, character: 11 } }],
        [
          'textDocument/codeAction',
          { textDocument, range: { start, end: start }, context: { diagnostics: [] } },
        ],
        ['textDocument/documentSymbol', { textDocument }],
        ['textDocument/codeLens', { textDocument }],
        ['textDocument/diagnostic', { textDocument }],
      ];
      for (const [method, what] of asked)
        await session
          .ask(method, what)
          .catch((error: unknown) => assert.fail(`${method}: ${String(error)} ${said}`));
      await assert.rejects(
        session.ask('textDocument/rename', {
          textDocument,
          position: { line: 0, character: 1 },
          newName: 'b',
        }),
        /Nothing here has a name|Hier ist nichts|: x$/,
        said,
      );
      const thrown = session.logged.filter((message) => /Error\b|\n\s+at /.test(message));
      assert.deepEqual(thrown, [], said);
      session.end();
    }
    assert.ok(refused > 40 && served > 100, `${refused} refused, ${served} served`);
  });
});
