import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type * as Links from '../../../client/src/first-minutes/link-validation.ts';
import type * as Offer from '../../../client/src/found/offer-folder.ts';
import { editor, inEditor } from '../../support/vscode/editor.ts';

/** What an extension stores. */
class Memory {
  readonly stored = new Map<string, unknown>();
  keys = () => [...this.stored.keys()];
  get = <T>(key: string, otherwise?: T): T => (this.stored.get(key) ?? otherwise) as T;
  update = (key: string, value: unknown): Promise<void> => {
    this.stored.set(key, value);
    return Promise.resolve();
  };
}

/** Steps that are carried on, to wait for. */
function steps(): { carryOn: (step: Promise<void>) => void; done: () => Promise<unknown> } {
  const all: Promise<void>[] = [];
  return { carryOn: (step) => void all.push(step), done: () => Promise.all(all.splice(0)) };
}

const text = (file: string, languageId: string, content = '') => ({
  document: { uri: URI.file(file), languageId, getText: () => content },
});

beforeEach(() => {
  editor.reset();
  editor.folders = [
    { uri: URI.file('/w'), name: 'w' },
    { uri: URI.file('/v'), name: 'v' },
  ];
});

describe('the offer to read a folder of plain texts', () => {
  let source: typeof Offer;
  let memory: Memory;
  let carried: ReturnType<typeof steps>;
  let offer: Offer.OfferFolder;
  before(async () => (source = await inEditor<typeof Offer>('client/src/found/offer-folder.ts')));
  beforeEach(() => {
    memory = new Memory();
    carried = steps();
    offer = new source.OfferFolder(memory, carried.carryOn);
  });

  /** Shows a text with so many links. */
  async function see(
    file: string,
    places = 4,
    { isRead = false, languageId = 'plaintext' } = {},
  ): Promise<void> {
    const found = { places: Array.from({ length: places }, () => ({})), isRead };
    offer.hear(text(file, languageId) as never, found as never);
    await carried.done();
  }

  it('is made once for each folder, whatever is answered, also in a later session', async () => {
    await see('/w/a.txt');
    await see('/w/b.txt');
    assert.equal(editor.shown.length, 1);
    assert.deepEqual(editor.shown[0]!.buttons, ['Read This Folder', 'Not Here']);
    await see('/v/a.txt');
    assert.equal(editor.shown.length, 2);
    offer = new source.OfferFolder(memory, carried.carryOn);
    await see('/w/a.txt');
    await see('/v/a.txt');
    assert.equal(editor.shown.length, 2);
  });

  it('is made for no text with few links, that is read already, of another language, or in no folder', async () => {
    await see('/w/a.txt', 3);
    await see('/w/a.txt', 9, { isRead: true });
    await see('/w/a.md', 9, { languageId: 'markdown' });
    await see('/elsewhere/a.txt', 9);
    assert.deepEqual([editor.shown, [...memory.stored]], [[], []]);
  });

  it('makes a project file in that folder where it is accepted, and nothing where it is not', async () => {
    // A folder of the disk: whether it leads elsewhere behind a link is looked up there.
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sicetnon-offer-')));
    try {
      editor.folders.push({ uri: URI.file(folder), name: 'real' });
      await see('/w/a.txt');
      assert.deepEqual([...editor.disk], []);
      editor.pressed = 'Read This Folder';
      await see(`${folder}/a.txt`);
      assert.deepEqual([...editor.disk], [[`${folder}/sicetnon.yaml`, false]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the offer to silence the editor’s own link checking', () => {
  const SETTING = 'markdown.validate.referenceLinks.enabled';
  let source: typeof Links;
  let memory: Memory;
  let carried: ReturnType<typeof steps>;
  before(async () => (source = await inEditor<typeof Links>('client/src/first-minutes/link-validation.ts')));
  beforeEach(() => {
    memory = new Memory();
    carried = steps();
    editor.settings.set('markdown.validate.enabled', true);
  });

  /** Begins with one text in view, then shows others. */
  async function see(...texts: readonly object[]): Promise<void> {
    const [first, ...others] = texts;
    editor.activeText = first;
    source.offerToSilenceLinkValidation(memory, carried.carryOn);
    await carried.done();
    for (const other of others) {
      for (const hear of editor.heard.text) hear(other);
      await carried.done();
    }
  }

  for (const [what, words] of [
    ['a note', 'Nine days[^1].'],
    ['a citation', 'Nine days [see @lee2011, p. 3].'],
    ['a claim', '[Nine days]{.claim #nine}'],
    ['an anchor', '[Nine days]{#nine}'],
  ] as const)
    it(`is made where a text has ${what}`, async () => {
      await see(text('/w/a.md', 'markdown', words));
      assert.equal(editor.shown.length, 1);
      assert.deepEqual(editor.changed, [], 'nothing is changed unasked');
    });

  it('is made when such a text comes into view, once', async () => {
    const such = text('/w/b.md', 'markdown', 'Nine days[^1].');
    await see(text('/w/a.md', 'markdown', 'Nine days.'), undefined as never, such, such);
    assert.equal(editor.shown.length, 1);
    await see(such);
    assert.equal(editor.shown.length, 1);
  });

  it('is made for no other text, and nowhere where the checking is off or passes over links', async () => {
    const such = text('/w/a.md', 'markdown', 'Nine days[^1].');
    await see(text('/w/a.md', 'markdown', 'A [link](a.md), an [x] and [words].'));
    await see(text('/w/a.txt', 'plaintext', 'Nine days[^1].'));
    editor.settings.set(SETTING, 'ignore');
    await see(such);
    editor.settings.delete(SETTING);
    editor.settings.set('markdown.validate.enabled', false);
    await see(such);
    editor.settings.set('markdown.validate.enabled', true);
    editor.folders = [];
    await see(such);
    assert.deepEqual(editor.shown, []);
    assert.equal(memory.stored.size, 0, 'it may be made later');
  });

  it('has the editor pass over them in this workspace where it is accepted', async () => {
    editor.pressed = 'Pass Over Them';
    await see(text('/w/a.md', 'markdown', 'Nine days[^1].'));
    assert.deepEqual(editor.changed, [[SETTING, 'ignore', 2]]);
  });
});
