import assert from 'node:assert/strict';
import { SessionInMemory } from '../../support/session.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const TEXT = '[It stood idle]{.claim #idle} [@keel2009].\n';

describe('a client whose texts show hints', () => {
  it('is asked to look at them again when the server has come to rest, for the hint of asserters too', async () => {
    const session = new SessionInMemory(
      new MemoryFileSystem({
        'sicetnon.yaml': 'bibliography: works.bib\n',
        'works.bib': '@book{keel2009, author = {Keel, Ada}, title = {Keels}, date = {2009}}\n',
        'a.md': TEXT,
      }),
    );
    let heard: () => void = () => undefined;
    session.client.onRequest('workspace/inlayHint/refresh', () => {
      heard();
      return null;
    });
    const next = () => new Promise<void>((resolve) => (heard = resolve));
    const first = next();
    await session.greet({ workspace: { inlayHint: { refreshSupport: true } } });
    const textDocument = { uri: 'file:///w/a.md', languageId: 'markdown', version: 1, text: TEXT };
    await session.tell('textDocument/didOpen', { textDocument });
    await session.ready();
    await first;
    const hints = async () => {
      const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
      const asked = { textDocument: { uri: 'file:///w/a.md' }, range };
      const all = await session.ask<readonly { label: string }[]>('textDocument/inlayHint', asked);
      return all.map(({ label }) => label);
    };
    assert.deepEqual(await hints(), ['the writer, on Keel (2009)']);
    const second = next();
    const at = { line: 0, character: TEXT.indexOf('}') };
    await session.tell('textDocument/didChange', {
      textDocument: { uri: 'file:///w/a.md', version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: ' by="@keel2009"' }],
    });
    await second;
    assert.deepEqual(await hints(), []);
    session.end();
  });
});
