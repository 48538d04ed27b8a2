import assert from 'node:assert/strict';
import { plainReason } from '../../../server/src/service/plain-reason.ts';

describe('why a file could not be read', () => {
  for (const [said, plain] of [
    ["EACCES: permission denied, open '/home/jane/it’s here/a.md'", 'EACCES: permission denied'],
    [
      "ELOOP: too many symbolic links encountered, stat '/a, open \n'b'",
      'ELOOP: too many symbolic links encountered',
    ],
    ["EXDEV: cross-device link, rename '/a' -> '/b'", 'EXDEV: cross-device link'],
    ['EIO: i/o error, read', 'EIO: i/o error'],
    ['it is no file', 'it is no file'],
  ] as const)
    it(said, () => assert.equal(plainReason(said), plain));
});
