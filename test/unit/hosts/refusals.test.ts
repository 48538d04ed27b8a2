import assert from 'node:assert/strict';
import { refusalOf } from '../../../server/src/hosts/reading/opened.ts';

describe('an error of the file system', () => {
  const refused = (code: string) =>
    refusalOf(Object.assign(new Error(`${code}: some words, open '/home/jane/a.md'`), { code }));

  it('is told in words that end a sentence, without the name of the error', () => {
    const words = ['EACCES', 'EPERM', 'EBUSY', 'ELOOP', 'EMFILE', 'ENFILE', 'EIO', 'ENXIO', 'ENODEV'].map(
      (code) => {
        const { status, reason } = refused(code);
        assert.equal(status, 'failed');
        return reason!;
      },
    );
    for (const reason of words) assert.match(reason, /^[a-z][a-z ]+[a-z]$/);
    assert.equal(words[0], 'you have no permission to read it');
    assert.equal(new Set(words).size, 6);
  });

  it('is no refusal of its own where nothing is there, or a folder is', () => {
    assert.deepEqual(refused('ENOENT'), { status: 'missing', reason: null });
    assert.deepEqual(refused('ENOTDIR'), { status: 'missing', reason: null });
    assert.deepEqual(refused('EISDIR'), { status: 'folder', reason: null });
  });

  it('is told in the words of the system where it is an unusual one', () => {
    assert.deepEqual(refused('EWEIRD'), {
      status: 'failed',
      reason: "EWEIRD: some words, open '/home/jane/a.md'",
    });
  });
});
