import assert from 'node:assert/strict';
import { Service } from '../../../server/src/service.ts';
import type { DocumentReader } from '../../../server/src/service/document-reader.ts';
import { strictLogger } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

/** Reads nothing: all that it is asked for is not UTF-8. */
const refusing: DocumentReader = {
  async *read(wanted) {
    await Promise.resolve();
    yield wanted.map(({ path }) => ({ path, status: 'encoding' as const, reason: 'It is not UTF-8.' }));
  },
};

describe('plain texts that a reader of many documents refuses for their encoding', () => {
  it('are read by a guess, and others stay refused', async () => {
    const latin = new Uint8Array([0x4c, 0xe9, 0x6f, 0x6e, 0x0a]);
    const service = new Service({
      fileSystem: new MemoryFileSystem({
        'sicetnon.yaml': 'include: ["*.txt", "*.md"]\n',
        'old.txt': latin,
        'old.md': latin,
      }),
      logger: strictLogger,
      reader: refusing,
    });
    await service.start(() => undefined, new AbortController().signal);
    const told = service
      .files()
      .flatMap((path) => service.check(path).findings.map(({ code }) => `${path} ${code}`));
    assert.deepEqual(told, ['old.md file-unreadable', 'old.txt encoding-guessed']);
    assert.equal(service.world().library.summary('old.txt')?.path, 'old.txt');
  });
});
