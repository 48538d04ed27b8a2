import assert from 'node:assert/strict';
import { workspaceFrom } from '../../support/check.ts';
import { read, told } from './reading.ts';

const LEFT = `The weavers of the town kept their
looms in the lower street, where the
water ran all year, and no one asked
them for rent until the new charter
came (Quill, 1990). After that, each
house paid by the yard of cloth, and
the dyers, who had no charter, paid
nothing at all, as the rolls tell.1
Nobody wrote of it before the great
flood took the bridge and the mills.2
1 See the rolls of the second year,
which name each of the houses.
2 So the clerk of the lower mill.`.split('\n');

const RIGHT = `It was the dyers who rebuilt them in
the end, with the timber of the hill
and with the help of the next town
(Barrow, 2001: 12). The weavers had
left for the coast, and did not come
back until the prices rose again.

References

Barrow J (2001) Timber and cloth: the
rebuilding of a valley. Leiden: Mill.
Quill A (1990) A charter for weavers.
Leiden: Mill Press.`.split('\n');

/** The lines of two columns beside each other, the second from the character `gutter` of each line on. */
function beside(left: readonly string[], right: readonly string[], gutter: (line: number) => number): string {
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    `${(left[i] ?? '').padEnd(gutter(i))}${right[i] ?? ''}`.trimEnd(),
  );
  return `Cloth in the valley\n\n${lines.join('\n')}\n`;
}

describe('found: columns side by side', () => {
  it('are read one after another, and what was read keeps its place', () => {
    const text = beside(LEFT, RIGHT, () => 44);
    const facts = read(text);
    assert.deepEqual(
      told(facts),
      ['(Quill, 1990) → quill1990', '(Barrow, 2001: 12) → barrow2001'].map((one) => one.replace(/[()]/g, '')),
    );
    for (const { range, text: words } of facts.citations)
      assert.equal(text.slice(range.from, range.to), words);
    assert.deepEqual(
      facts.references.map(({ range }) => text.slice(range.from, range.to)),
      ['Barrow J (2001) Timber and cloth: the', 'Quill A (1990) A charter for weavers.'],
    );
    assert.deepEqual(facts.uncitedReferences, []);
    assert.deepEqual(
      facts.markers.map(({ range }) => text.slice(range.from - 5, range.to)),
      ['tell.1', 'ills.2'],
    );
    assert.equal(facts.columns?.pages, 1);
    assert.deepEqual(facts.columns.unread, []);
  });

  it('are told where no gap of one place parts them', async () => {
    const prose = (lines: readonly string[]): string[] =>
      [...lines, ...lines].filter((line) => line.length > 29);
    const text = `${beside(prose(LEFT), prose(RIGHT), (line) => 39 + ((line * 7) % 23))}\nReferences\n`;
    const facts = read(text);
    assert.deepEqual([facts.references, facts.citations], [[], []]);
    assert.equal(facts.columns?.isRead, false);
    assert.equal(facts.columns.unread.length, 1);
    const service = await workspaceFrom({ 'text.md': text });
    const { findings } = service.check('text.md');
    const said = findings.find(({ code }) => code === 'found-partly');
    assert.match(said!.message, /^Of 1 page in columns side by side, 1 was not read/);
  });

  it('of a table among pages of prose are not told', () => {
    const prose = (lines: readonly string[]): string[] =>
      [...lines, ...lines].filter((line) => line.length > 29);
    const table = beside(prose(LEFT), prose(RIGHT), (line) => 39 + ((line * 7) % 23));
    const page = `${LEFT.join('\n')}\n`;
    assert.equal(read([page, table, page, page].join('\f')).columns, undefined);
  });

  it('of a table that has a line under its head are not told', () => {
    const prose = (lines: readonly string[]): string[] =>
      [...lines, ...lines].filter((line) => line.length > 29);
    const cells = beside(prose(LEFT), prose(RIGHT), (line) => 39 + ((line * 7) % 23));
    const head = `Cloth${' '.repeat(39)}Trade\n${'-'.repeat(40)}    ${'-'.repeat(40)}\n`;
    assert.equal(read(cells).columns?.isRead, false);
    assert.equal(read(`${head}${cells}`).columns, undefined);
  });

  it('are not seen in tables, lists of two columns of words, and interlinear glosses', () => {
    const rows = Array.from({ length: 14 }, (_, i) => `Cloth of the ${i}th year      ${120 + i} yards of it`);
    const glosses = Array.from({ length: 7 }, (_, i) => [
      `tuk na-len ${i} merav`.padEnd(30) + 'sol vet',
      `the weaver ${i} came`.padEnd(30) + 'to town',
      '',
      'And so it was said of all of them in every house of the long street by the water.',
    ]).flat();
    for (const lines of [rows, glosses]) assert.equal(read(lines.join('\n')).columns, undefined);
  });
});
