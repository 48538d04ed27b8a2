import assert from 'node:assert/strict';
import { readFacts } from '../../../server/src/facts/read.ts';
import { MAX_DEPTH } from '../../../server/src/syntax/reading.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';
import { check, workspaceFrom } from '../../support/check.ts';
import { sameFactsWhenReadOnce } from '../../support/same-facts.ts';

const only = ['text-unread'];
const times = (count: number, words: string) => words.repeat(count);
/** Begins a link again and again; looking for the ends of all would take too long. */
const LINKS = times(3000, '[a](b c ');

/** `open` so often, then a word that `close` ends as often. */
const within = (count: number, open: string, close: string) =>
  `${times(count, open)}W [words]{.quote}${times(count, close)}`;

const nested: Readonly<Record<string, (count: number) => string>> = {
  quotations: (count) => within(count, '> ', ''),
  'lists on one line': (count) => within(count, '- ', ''),
  lists: (count) => {
    const items = Array.from({ length: count }, (_, i) => `${' '.repeat(2 * i)}- W\n`).join('');
    return `${items}${' '.repeat(2 * count)}- W [words]{.quote}\n`;
  },
  divs: (count) => within(count, '::: {.a}\n', '\n:::'),
  'divs of HTML': (count) => within(count, '<div>\n', '\n</div>'),
  brackets: (count) => within(count, '[', ']'),
  notes: (count) => within(count, '^[', ']'),
};

const unreadIn = (text: string) => readFacts(parseTree(text)).unread;

describe('text that was not read', () => {
  it('is not told of where brackets that begin no link end with their paragraphs', () => {
    assert.deepEqual(unreadIn(times(300, 'Seen in [a](b c.\n\n')), []);
  });

  for (const [kind, make] of Object.entries(nested))
    it(`is told of where it is nested too deep, and not before: ${kind}`, () => {
      assert.deepEqual(unreadIn(make(MAX_DEPTH / 2)), []);
      const text = make(MAX_DEPTH + 12);
      const reasons = new Set(unreadIn(text).map(({ reason }) => reason));
      assert.deepEqual([...reasons], ['depth']);
      const quoted = (count: number) => readFacts(parseTree(make(count))).quotations.length;
      assert.deepEqual([quoted(2), quoted(MAX_DEPTH + 12)], [1, 0]);
      sameFactsWhenReadOnce(text);
    });

  it('is told of at the first place that was not read, once a document', async () => {
    const deep = times(MAX_DEPTH + 2, '>');
    await check(`${times(MAX_DEPTH + 1, '>')}⟦text-unread|>⟧Words.\n\nBetween.\n\n${deep}Words.\n`, { only });
  });

  it('is told of where patience ended, however much stands behind it', async () => {
    const text = `${LINKS}\n\n${times(50, '[Words]{.claim}.\n\n')}`;
    const { findings } = (await workspaceFrom({ 'notes.md': text })).check('notes.md');
    const told = findings.filter(({ code }) => code === 'text-unread');
    assert.equal(told.length, 1);
    assert.match(told[0]!.message, /^From here on .* in part only.*[Cc]lose the brackets/);
    assert.equal(told[0]!.range.start.line, 0);
    // All that was read stands before the place.
    assert.deepEqual(readFacts(parseTree(text)).claims, []);
    sameFactsWhenReadOnce(text);
  });

  it('is not told of where plain words follow, since nothing is missing there', () => {
    const lines = unreadIn(`${LINKS}\n\n${times(50, 'Words.\n\n')}`).filter(
      ({ range }) => range.from > LINKS.length,
    );
    assert.deepEqual(lines, []);
  });

  it('is told of for as long as it is so, whatever is edited, and no longer', async () => {
    const text = `Words.\n\n${LINKS}\n\n[Words]{.claim #late}.\n\n${times(3000, 'Words.\n\n')}`;
    const service = await workspaceFrom({});
    service.open('notes.md', text);
    await service.settle();
    const told = () => service.check('notes.md').findings.filter(({ code }) => code === 'text-unread').length;
    assert.equal(told(), 1);
    const edit = async (line: number, to: number, words: string) => {
      const range = { start: { line, character: 0 }, end: { line: to, character: 0 } };
      service.edit('notes.md', [{ range, text: words }]);
      await service.settle();
    };
    await edit(0, 0, 'More ');
    assert.equal(told(), 1);
    // What stood in the way goes; nothing near the claim changes.
    await edit(2, 4, '');
    assert.equal(told(), 0);
  });
});
