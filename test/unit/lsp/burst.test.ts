import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { LSPErrorCodes } from 'vscode-languageserver';
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
