import assert from 'node:assert/strict';
import { Folder } from '../../../server/src/lsp/folders.ts';

describe('The URI of a path', () => {
  const folder = new Folder('file:///w');

  it('leads back to the path', () => {
    for (const path of ['a.md', 'a b/c#d?.md', '行會.md', 'a%20b.md', '\u{1f4dc}.md'])
      assert.equal(folder.pathOf(folder.uriOf(path)), path);
    assert.equal(folder.uriOf('/else/a b.md'), 'file:///else/a%20b.md');
  });

  it('is one whatever a text names, half a character too', () => {
    assert.equal(folder.uriOf('a\ud83d.md'), 'file:///w/a%EF%BF%BD.md');
    assert.equal(folder.uriOf('/\ude00.md'), 'file:///%EF%BF%BD.md');
  });
});
