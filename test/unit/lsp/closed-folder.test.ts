import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

describe('a folder that is closed before its reading begins', () => {
  it('keeps nobody waiting who asked for all folders', async () => {
    const session = new SessionInMemory(() => new MemoryFileSystem({ 'a.md': '[Words]{.claim #mine}.\n' }));
    const started = session.ready();
    await session.greet({ workspace: { workspaceFolders: true }, window: { workDoneProgress: true } });
    await started;
    // The editor takes its time to make a progress bar, and meanwhile the reading waits.
    let go = (): void => undefined;
    const bar = new Promise<null>((resolve) => (go = () => resolve(null)));
    session.client.onRequest('window/workDoneProgress/create', () => bar);
    const other = { uri: 'file:///other', name: 'other' };
    const change = (added: object[], removed: object[]) =>
      session.tell('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    await change([other], []);
    const asked = session.ask<{ name: string }[]>('workspace/symbol', { query: 'mine' });
    await session.ask('sicetnon/citing', { uri: 'file:///w/a.md' });
    await change([], [other]);
    await session.ask('sicetnon/citing', { uri: 'file:///w/a.md' });
    go();
    assert.deepEqual(
      (await asked).map(({ name }) => name),
      ['#mine Words'],
    );
    session.end();
  });
});
