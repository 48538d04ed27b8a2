import assert from 'node:assert/strict';
import { workspaceOf } from '../../support/check.ts';

describe('the texts of a work', () => {
  it('are told in the order of their paths, whichever was read first', async () => {
    const text = '---\nsource: meyer2011\n---\n\nWords.\n';
    const { service, fileSystem } = await workspaceOf(`//- c.md\n${text}//- b.md\n${text}`);
    for (const path of ['d.md', 'a.md']) fileSystem.write(path, text);
    await service.refresh(['d.md', 'a.md'], new AbortController().signal);
    const { library } = service.world();
    assert.deepEqual(library.workTexts.documentsOf('meyer2011'), ['a.md', 'b.md', 'c.md', 'd.md']);
    service.open('b.md', 'Other words.\n');
    service.open('b.md', text);
    await service.settle();
    assert.deepEqual(library.workTexts.documentsOf('meyer2011'), ['a.md', 'b.md', 'c.md', 'd.md']);
  });
});
