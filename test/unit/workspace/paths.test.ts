import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  HIGHEST_LIMIT,
  LARGEST,
  limitOf,
  MEGABYTE,
  inMegabytes,
} from '../../../server/src/workspace/file-limit.ts';
import {
  extensionOf,
  folderOf,
  foldersAbove,
  isGlob,
  isOutside,
  nameOf,
  relativeTo,
  resolvePath,
} from '../../../server/src/workspace/paths.ts';

describe('a path in the workspace', () => {
  for (const [path, folder, name, extension] of [
    ['a.md', '', 'a.md', 'md'],
    ['notes/a.md', 'notes', 'a.md', 'md'],
    ['notes/old/A.TXT', 'notes/old', 'A.TXT', 'txt'],
    ['notes/a.tar.gz', 'notes', 'a.tar.gz', 'gz'],
    ['notes.old/a', 'notes.old', 'a', ''],
    ['.gitignore', '', '.gitignore', ''],
    ['notes/.hidden.md', 'notes', '.hidden.md', 'md'],
    ['a.', '', 'a.', ''],
    ['', '', '', ''],
  ] as const)
    it(`“${path}” has a folder, a name and an extension`, () => {
      assert.deepEqual([folderOf(path), nameOf(path), extensionOf(path)], [folder, name, extension]);
    });

  it('has the folders above it, and one outside none here but the root', () => {
    assert.deepEqual(foldersAbove('notes/old/a.md'), ['', 'notes', 'notes/old']);
    assert.deepEqual(foldersAbove('a.md'), ['']);
    assert.deepEqual(foldersAbove('/shared/a.md'), ['']);
  });

  for (const [folder, written, path] of [
    ['', 'a.md', 'a.md'],
    ['notes', 'a.md', 'notes/a.md'],
    ['notes', './a.md', 'notes/a.md'],
    ['notes', '../a.md', 'a.md'],
    ['notes/old', '../../a/./b//c.md', 'a/b/c.md'],
    ['notes', 'old\\a.md', 'notes/old/a.md'],
    ['notes', 'old/', 'notes/old'],
    ['notes', '', 'notes'],
    ['notes', '..', ''],
    ['', '..', null],
    ['notes', '../../a.md', null],
    ['notes', '../a/../../b.md', null],
    ['notes', '/etc/passwd', null],
    ['notes', '\\etc', null],
    ['notes', 'C:\\a.md', null],
    ['notes', 'c:/a.md', null],
    ['notes', 'https://example.org/a.md', null],
    ['notes', '1:a.md', 'notes/1:a.md'],
    ['notes', 'a b:c.md', 'notes/a b:c.md'],
  ] as const)
    it(`“${written}” in “${folder}” is ${path ?? 'outside'}`, () =>
      assert.equal(resolvePath(folder, written), path));

  for (const [folder, path, relative] of [
    ['', 'a.md', 'a.md'],
    ['notes', 'notes/a.md', 'a.md'],
    ['notes', 'a.md', '../a.md'],
    ['notes/old', 'notes/new/a.md', '../new/a.md'],
    ['notes', 'notes.md', '../notes.md'],
    ['a', 'a', '../a'],
    ['notes', '/shared/a.bib', '/shared/a.bib'],
    ['notes', 'C:/shared/a.bib', 'C:/shared/a.bib'],
  ] as const)
    it(`“${path}” is ${relative} from “${folder}”`, () => assert.equal(relativeTo(folder, path), relative));

  it('leads back from where it is written', () => {
    const part = fc.constantFrom('a', 'b', 'c.d', 'é');
    const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.oneof(path, fc.constant('')), path, (folder, to) => {
        assert.equal(resolvePath(folder, relativeTo(folder, to)), to);
      }),
    );
  });

  it('is outside where it is absolute, on any system', () => {
    assert.deepEqual(['/a', 'C:/a', 'd:/'].map(isOutside), [true, true, true]);
    assert.deepEqual(['a', 'C:', 'C:a', 'ab:/c', '1:/a', 'x/C:/a'].map(isOutside), Array(6).fill(false)); // prettier-ignore
  });

  it('is a pattern where a sign in it stands for others', () => {
    for (const sign of '*?[]{}!') assert.ok(isGlob(`a${sign}b`), sign);
    for (const path of ['a.md', 'a-b_c (1).md', 'ä+b@c,d', 'a\\b']) assert.ok(!isGlob(path), path);
  });
});

describe('the limit of sizes', () => {
  it('is what is set, within what a machine holds; the usual one where that is nonsense', () => {
    assert.equal(limitOf(1), MEGABYTE);
    assert.equal(limitOf(0.5), MEGABYTE / 2);
    assert.equal(limitOf(1 / 3), Math.floor(MEGABYTE / 3));
    assert.equal(limitOf(HIGHEST_LIMIT), HIGHEST_LIMIT * MEGABYTE);
    assert.equal(limitOf(HIGHEST_LIMIT + 1), HIGHEST_LIMIT * MEGABYTE);
    assert.equal(limitOf(Infinity), HIGHEST_LIMIT * MEGABYTE);
    for (const nonsense of [0, -1, NaN, '1', null, undefined, {}]) assert.equal(limitOf(nonsense), LARGEST);
    assert.equal(LARGEST, 64 * 1024 * 1024);
  });

  it('is told in megabytes, rounded', () => {
    assert.deepEqual([LARGEST, limitOf(1 / 3), limitOf(1.5)].map(inMegabytes), [64, 0.33, 1.5]);
  });
});
