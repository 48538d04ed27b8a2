import assert from 'node:assert/strict';
import { heardFromSource, sourceOfState } from '../../../client/src/source/heard.ts';
import { zoteroLink } from '../../../client/src/source/zotero.ts';

describe('what the page of a source says', () => {
  it('is heard where it is well-formed, and nothing more of it', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'take' },
      { type: 'mend' },
      { type: 'page', index: 3, scale: 1.5 },
      { type: 'search', words: 'quay' },
      { type: 'quote', stretch: { from: 3, to: 9 }, index: 0 },
      { type: 'openIn', index: 2 },
    ])
      assert.deepEqual(heardFromSource({ ...message, more: 1 }), message);
    assert.deepEqual(heardFromSource({ type: 'search', words: 'a'.repeat(5000) }), {
      type: 'search',
      words: 'a'.repeat(1000),
    });
  });

  it('is not heard otherwise', () => {
    for (const message of [
      null,
      'ready',
      [],
      { type: 'open', uri: 'https://example.org' },
      { type: 'page', index: -1, scale: 1 },
      { type: 'page', index: 1, scale: Infinity },
      { type: 'page', index: 1, scale: 100 },
      { type: 'page', index: 1.5, scale: 1 },
      { type: 'search' },
      { type: 'quote', stretch: { from: 9, to: 3 }, index: 0 },
      { type: 'quote', stretch: { from: '3', to: 9 }, index: 0 },
      { type: 'openIn' },
    ])
      assert.equal(heardFromSource(message), null, JSON.stringify(message));
  });

  it('is remembered over a restart only as a file of this machine', () => {
    const source = {
      file: 'papers/a.pdf',
      uri: 'file:///w/papers/a.pdf',
      work: 'a',
      title: 'A',
      index: 1,
      passage: { from: 1, to: 2 },
      from: 'file:///w/notes.md',
    };
    assert.deepEqual(sourceOfState({ source: { ...source, more: 1 }, zoom: 2 }), source);
    assert.deepEqual(sourceOfState({ source: { ...source, passage: null } })?.passage, null);
    for (const wrong of [
      { uri: 'https://example.org/a.pdf' },
      { from: 'command:x' },
      { index: -1 },
      { passage: { from: 2, to: 1 } },
      { file: null },
    ])
      assert.equal(sourceOfState({ source: { ...source, ...wrong } }), null, JSON.stringify(wrong));
    assert.equal(sourceOfState(undefined), null);
  });
});

describe('the link into Zotero', () => {
  for (const [path, link] of [
    ['/home/a/Zotero/storage/AB23CD4E/Lee - 2011.pdf', 'zotero://open-pdf/library/items/AB23CD4E?page=13'],
    ['C:\\Users\\a\\Zotero\\storage\\AB23CD4E\\Lee.PDF', 'zotero://open-pdf/library/items/AB23CD4E?page=13'],
    ['/home/a/Zotero/storage/AB23CD4E/page.html', null],
    ['/home/a/papers/Lee.pdf', null],
    ['/home/a/storage/ab23cd4e/Lee.pdf', null],
    ['/home/a/storage/AB23CD4E/more/Lee.pdf', null],
  ] as const)
    it(`${path}: ${link}`, () => assert.equal(zoteroLink(path, 12), link));
});
