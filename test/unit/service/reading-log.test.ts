import assert from 'node:assert/strict';
import { ReadingLog } from '../../../server/src/service/reading-log.ts';
import type { Library } from '../../../server/src/workspace/library.ts';
import type { UnreadableContent } from '../../../server/src/service/text-content.ts';

describe('the log of what is read', () => {
  const said: string[] = [];
  const library = { isOwnLibrary: (path: string) => path === 'my.bib', merelyFound: new Set(['found.bib']) };
  const log = new ReadingLog(library as unknown as Library, (sentence) => said.push(sentence));
  beforeEach(() => (said.length = 0));
  const unread = (status: UnreadableContent['status'], reason: string | null = null) => {
    log.unread(`${status} ${reason}`, { status, reason });
    return said.at(-1);
  };

  it('says how many works a file holds, and whence it is known', () => {
    log.read('named.bib', 1);
    log.read('found.bib', 5000);
    log.read('my.bib', 2);
    log.read('my.bib', 2);
    assert.deepEqual(said, [
      'named.bib is read: 1 work.',
      'found.bib is read: 5,000 works, though nothing names it.',
      'my.bib is read: 2 works, the library of your own.',
    ]);
  });

  it('says why a file is not read, each in a sentence', () => {
    assert.equal(unread('missing'), 'missing null is not there.');
    assert.equal(unread('folder'), 'folder null is not read: it is a folder.');
    assert.equal(unread('large'), 'large null is not read: it is too large.');
    assert.equal(unread('outside'), 'outside null is not read: it lies outside.');
    assert.equal(
      unread('outside', '/home'),
      'outside /home is not read: it lies outside, in /home, which is not allowed.',
    );
    assert.equal(unread('failed'), 'failed null is not read: no reason was given.');
    assert.equal(unread('failed', 'it is no file'), 'failed it is no file is not read: it is no file.');
    assert.equal(unread('encoding', 'This is not UTF-8.'), 'encoding This is not UTF-8.: This is not UTF-8.');
  });
});
