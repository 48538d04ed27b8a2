import assert from 'node:assert/strict';
import { headingsMethod } from '../../../server/src/protocol/names.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const TEXT = '# One\n\n[A claim]{.claim #c1}\n';

describe('an editor that learns late who lists headings', () => {
  it('tells it, and the outline follows; what makes no sense changes nothing', async () => {
    const session = new SessionInMemory(new MemoryFileSystem({ 'a.qmd': TEXT }));
    await session.greet({}, { headings: ['md'], gestures: true });
    const textDocument = { uri: 'file:///w/a.qmd', languageId: 'quarto', version: 1, text: TEXT };
    await session.tell('textDocument/didOpen', { textDocument });
    await session.ready();
    type Symbols = readonly { readonly name: string; readonly children?: Symbols }[];
    const names = (all: Symbols): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children ?? [])]);
    const outline = async () =>
      names(await session.ask<Symbols>('textDocument/documentSymbol', { textDocument }));
    assert.deepEqual(await outline(), ['One', '#c1']);
    await session.tell(headingsMethod, { headings: ['md', 'qmd'] });
    assert.deepEqual(await outline(), ['#c1']);
    for (const wrong of [{ headings: 'md' }, { headings: [7] }, {}, null])
      await session.tell(headingsMethod, wrong);
    assert.deepEqual(await outline(), ['#c1']);
    await session.tell(headingsMethod, { headings: [] });
    assert.deepEqual(await outline(), ['One', '#c1']);
    session.end();
  });
});
