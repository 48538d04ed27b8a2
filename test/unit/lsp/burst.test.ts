import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import {
  ErrorCodes,
  LSPErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver';
import { Inbox } from '../../../server/src/lsp/inbox/inbox.ts';
import { PulledDiagnostics } from '../../../server/src/lsp/pulled-diagnostics.ts';
import { Service } from '../../../server/src/service.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const uri = 'file:///w/a.md';

describe('Edits that come faster than they are taken in', () => {
  it('are taken in together, before what is asked behind them', async () => {
    const session = new SessionInMemory(new MemoryFileSystem());
    await session.greet();
    await session.ready();
    const textDocument = { uri, languageId: 'markdown', version: 1, text: 'Word[^1].\n\n[^1]: Note.\n' };
    await session.tell('textDocument/didOpen', { textDocument });
    const at = { line: 0, character: 0 };
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its service below
    const { edit } = Service.prototype;
    let taken = 0;
    Service.prototype.edit = function (...args) {
      taken++;
      return edit.apply(this, args);
    };
    try {
      const changes = Array.from({ length: 300 }, (_, i) =>
        session.tell('textDocument/didChange', {
          textDocument: { uri, version: i + 2 },
          contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
        }),
      );
      const hover = session.ask<{ range: object } | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 306 },
      });
      await Promise.all(changes);
      assert.deepEqual((await hover)?.range, {
        start: { line: 0, character: 304 },
        end: { line: 0, character: 308 },
      });
    } finally {
      Service.prototype.edit = edit;
    }
    assert.ok(taken > 0 && taken < 100, `${taken} times`);
    session.end();
  });
});

describe('An edit after which nothing is asked', () => {
  it('is taken in, whatever was called off, asked twice or answered unasked before', async () => {
    for (const before of [
      // What the connection takes in at once, or drops for another of the same id, does not wait to be handled.
      [{ id: 7, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 0, character: 0 } } }, { method: '$/cancelRequest', params: { id: 7 } }], // prettier-ignore
      [{ id: 7, method: 'workspace/symbol', params: { query: '' } }, { id: 7, method: 'workspace/symbol', params: { query: '' } }], // prettier-ignore
      [
        { id: 99, result: 1 },
        { id: 99, result: 1 },
      ],
    ]) {
      const session = new SessionInMemory(new MemoryFileSystem());
      const ready = session.ready();
      await session.greet();
      await ready;
      const found = () => session.published.get(uri)?.diagnostics.map(({ code }) => code);
      const textDocument = { uri, languageId: 'markdown', version: 1, text: 'Word[^1].\n' };
      await session.tell('textDocument/didOpen', { textDocument });
      await session.when(() => found()?.length === 1);
      session.send(...before);
      await session.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'Word.\n' }] }); // prettier-ignore
      await session.when(() => found()?.length === 0);
      session.end();
    }
  });

  it('makes a question under an id that waits for its answer be refused', () => {
    const { come, passed, written } = inboxOfTest();
    come({ id: 'first', method: 'initialize', params: { capabilities: {} } });
    for (let twice = 0; twice < 2; twice++)
      come({ id: 'twice', method: 'workspace/symbol', params: { query: '' } });
    assert.equal(passed.length, 2);
    assert.deepEqual(
      written.map(({ id, error }) => [id, error?.code]),
      [['twice', ErrorCodes.InvalidRequest]],
    );
  });
});

describe('A cancellation', () => {
  it('calls off a question, but neither the greeting nor the parting', () => {
    const { come, passed, written } = inboxOfTest();
    const asked: readonly (readonly [id: number, method: string, params?: object])[] = [
      [1, 'initialize', { capabilities: {} }],
      [2, 'workspace/symbol', { query: '' }],
      [3, 'shutdown'],
    ];
    for (const [id, method, params] of asked) {
      come({ id, method, ...(params ? { params } : {}) });
      come({ method: '$/cancelRequest', params: { id } });
    }
    assert.deepEqual(
      passed.map((message) => (message as RequestMessage).method),
      ['initialize', 'workspace/symbol', '$/cancelRequest', 'shutdown'],
    );
    assert.deepEqual(written, []);
  });
});

/** An inbox that hands nothing on: `come` lets a message arrive, `passed` are those let in, `written` the refusals. */
function inboxOfTest(): {
  readonly come: (message: object) => void;
  readonly passed: Message[];
  readonly written: ResponseMessage[];
} {
  const [passed, written]: [Message[], ResponseMessage[]] = [[], []];
  let come: (message: object) => void = () => undefined;
  const inbox = new Inbox();
  const nothing = () => undefined;
  inbox.begin({ before: () => null, warn: nothing, lost: nothing, failed: nothing, client: nothing });
  const reader = { listen: (callback: typeof come) => (come = callback) } as unknown as MessageReader;
  const writer = { write: (message: ResponseMessage) => Promise.resolve(void written.push(message)) };
  inbox.reader(reader, writer as unknown as MessageWriter).listen((message) => void passed.push(message));
  return { come: (message) => come({ jsonrpc: '2.0', ...message }), passed, written };
}

describe('Questions for the findings of the workspace', () => {
  it('leave no listener behind, and one asked anew calls off the one before', async () => {
    const pulled = new PulledDiagnostics();
    const { signal } = new AbortController();
    const asked = Array.from({ length: 50 }, () => pulled.ofWorkspace([], signal));
    for (const each of asked.slice(0, -1))
      await assert.rejects(each, { code: LSPErrorCodes.ServerCancelled });
    assert.equal(getEventListeners(signal, 'abort').length, 1);
    pulled.end();
    await assert.rejects(asked.at(-1)!, { code: LSPErrorCodes.ServerCancelled });
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });
});
