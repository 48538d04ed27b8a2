import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

describe('What is ours alone', () => {
  for (const status of [true, false])
    it(`is ${status ? '' : 'not '}sent to a client that ${status ? 'asks' : 'does not ask'} for it`, async () => {
      const session = new SessionInMemory(
        new MemoryFileSystem({ 'a.md': 'One[^1].\n', 'sicetnon.yaml': '' }),
      );
      const heard: string[] = [];
      session.client.onNotification((method) => void heard.push(method));
      await session.greet({}, { status });
      await session.when(() => session.published.size > 0);
      assert.equal(session.status !== null && session.status !== undefined, status);
      assert.deepEqual(
        heard.filter((method) => method.startsWith('sicetnon/') && !status),
        [],
      );
      session.end();
    });
});
