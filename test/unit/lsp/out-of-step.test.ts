import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const uri = 'file:///w/a.md';
const start = { line: 0, character: 0 };
const end = { line: 0, character: 3 };
const range = { start, end };

describe('A text of which an edit did not arrive whole', () => {
  let session: SessionInMemory;
  let messages: string[];
  beforeEach(async () => {
    session = new SessionInMemory(new MemoryFileSystem());
    messages = [];
    session.client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      messages.push(message);
    });
    await session.greet();
    await session.ready();
  });
  afterEach(async () => {
    await session.ask('shutdown', undefined);
    session.end();
  });

  const open = (text: string) =>
    session.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  const change = (version: number, ...contentChanges: unknown[]) =>
    session.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  const found = (count: number) =>
    session.when(() => session.published.get(uri)?.diagnostics.length === count);

  for (const [what, broken] of [
    ['has no text', { range }],
    ['lies nowhere', { range: { start: { line: -1, character: 0 }, end }, text: 'x' }],
    ['is none', null],
  ] as const)
    it(`is no longer told of as if it were the editor’s: an edit that ${what}`, async () => {
      // All in one go: what is queued before it is taken in before it.
      await Promise.all([open('One[^1].\n'), change(2, broken), change(3, { range, text: 'Two[^2] ' })]);
      const hover = await session.ask('textDocument/hover', { textDocument: { uri }, position: end });
      assert.equal(hover, null);
      await session.when(() => (session.published.get(uri)?.diagnostics.length ?? 0) === 0);
      assert.equal(messages.length, 1, messages.join());
      assert.match(messages[0]!, /“a\.md”.*Close and open the file/);
      await change(4, broken);
      await session.ask('textDocument/hover', { textDocument: { uri }, position: end });
      assert.equal(messages.length, 1, 'it is said once');
      await session.tell('textDocument/didClose', { textDocument: { uri } });
      await open('One[^1].\n');
      await found(1);
      await change(2, { range, text: 'Two[^2] ' });
      await found(2);
    });

  it('is not a text whose edit has its ends the other way round', async () => {
    await open('One[^1].\n');
    await change(2, { range: { start: end, end: start }, text: 'Three' });
    await session.when(() => session.published.get(uri)?.diagnostics[0]?.range.start.character === 5);
    assert.deepEqual(messages, []);
  });

  it('is known again from the first change that replaces all of it', async () => {
    await open('One[^1].\n');
    await found(1);
    await change(2, { range, text: 7 });
    await found(0);
    await change(3, { range, text: 'No' }, { text: 'All[^1] new.\n' }, { range, text: 'Old[^2] ' });
    await found(2);
    await change(4, { range, text: 'x' });
    await found(2);
    assert.equal(session.published.get(uri)?.diagnostics.length, 2);
  });
});
