import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findQuotation } from '../../server/src/quotations/find-quotation.ts';
import { locate } from '../../server/src/quotations/numbering.ts';
import type { PreparedSource, QuotationMatch } from '../../server/src/quotations/model.ts';
import { prepareSource } from '../../server/src/quotations/prepare-source.ts';
import type { TextRange } from '../../server/src/text/range.ts';
import { corpus } from '../support/corpus.ts';

/** Quotations of the annotated workspace whose source is there: file, line, source, and where it stands. */
const EXACT: readonly [file: string, line: number, source: string, place: object | null][] = [
  ['notes/review.md', 13, 'froissart2005', { paragraph: '21' }],
  ['notes/review.md', 45, 'pringle2018', null],
  ['notes/review.md', 52, 'froissart2011ngos', null],
  ['sources/froissart2005.md', 113, 'froissart2005', { paragraph: '1' }],
  ['sources/pringle2018.md', 127, 'pringle2018', null],
  ['sources/pringle2018.md', 135, 'pringle2018', null],
  ['sources/pringle2018.md', 147, 'pringle2018', null],
];

const MARKED = /\[["“'‘][^\][]*["”'’]\]\{\.quote/;
const IN_QUOTATION_MARKS = /“[^”]{20,}”/;

describe('the quotations of the annotated workspace', () => {
  const read = (context: Mocha.Context, ...parts: string[]): string =>
    readFileSync(corpus(context, 'annotated', ...parts), 'utf8');
  const source = (context: Mocha.Context, key: string): PreparedSource =>
    prepareSource(read(context, 'sources', `${key}.md`), []);

  /** The quotation on a line, marked or not, and its range. */
  function quotationOn(text: string, line: number): TextRange {
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + 1;
    const rest = text.slice(start, text.indexOf('\n', start));
    const match = MARKED.exec(rest) ?? IN_QUOTATION_MARKS.exec(rest);
    assert.ok(match, `no quotation on line ${line}`);
    const isMarked = match[0].startsWith('[');
    const words = isMarked ? match[0].slice(1, match[0].indexOf(']')) : match[0];
    const from = start + match.index + (isMarked ? 1 : 0);
    return { from, to: from + words.length };
  }

  function verify(context: Mocha.Context, file: string, line: number, key: string): QuotationMatch {
    const text = read(context, ...file.split('/'));
    const range = quotationOn(text, line);
    const except = file === `sources/${key}.md` ? range : undefined;
    return findQuotation(source(context, key), text.slice(range.from, range.to), except && { except });
  }

  for (const [file, line, key, place] of EXACT)
    it(`${file}:${line} is in ${key} word for word`, function () {
      const match = verify(this, file, line, key);
      assert.equal(match.status, 'exact');
      if (match.status === 'exact') assert.deepEqual(locate(source(this, key), match.ranges[0]!.from), place);
    });

  it('notes/review.md:17 departs from ye2020 in two words', function () {
    const match = verify(this, 'notes/review.md', 17, 'ye2020');
    assert.equal(match.status, 'different');
    if (match.status !== 'different') return;
    const { text } = source(this, 'ye2020');
    assert.equal(text.slice(0, match.nearest.range.from).split('\n').length, 40);
    const kinds = match.nearest.differences.parts.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['same', 'changed', 'same', 'changed', 'same']);
  });

  it('are in no other source, nor anything like them', function () {
    const keys = ['anon-commoning', 'froissart2005', 'froissart2011ngos', 'pringle2018', 'ye2020'];
    for (const [line, home] of [
      [13, 'froissart2005'],
      [17, 'ye2020'],
      [45, 'pringle2018'],
      [52, 'froissart2011ngos'],
    ] as const)
      for (const key of keys.filter((other) => other !== home))
        assert.equal(verify(this, 'notes/review.md', line, key).status, 'absent', `${line} in ${key}`);
  });

  it('could be any sentence of the seeds: each is in its annotated text', function () {
    const seeds: [file: string, key: string][] = [
      ['000_00fd7886c7e9034d.txt', 'anon-commoning'],
      ['001_745949b5e5c4f0ba.txt', 'froissart2005'],
      ['002_020c77a5bf33c583.txt', 'ye2020'],
      ['003_14713b8384fd24aa.txt', 'pringle2018'],
      ['004_111b50fbb3bd2ca7.txt', 'froissart2011ngos'],
    ];
    for (const [file, key] of seeds) {
      const prepared = source(this, key);
      const sentences = readFileSync(corpus(this, 'seeds', file), 'utf8')
        .split(/(?<=[.?!]["”’]?)\s+(?=["“A-Z])|\n\s*\n/)
        // Nobody quotes the number of a paragraph.
        .filter((sentence) => sentence.trim().length >= 25 && !/(?:^|\n)- [\d¹]/.test(sentence));
      assert.ok(sentences.length > 10);
      const lost = sentences.filter((sentence) => findQuotation(prepared, sentence).status !== 'exact');
      assert.deepEqual(lost, [], key);
    }
  });

  it('stand in their sources without any page furniture taken for text, or text for furniture', function () {
    const froissart = source(this, 'froissart2005').numbering;
    assert.deepEqual(
      froissart.paragraphs.map(({ label }) => Number(label)),
      Array.from({ length: 31 }, (_, i) => i + 1),
    );
    assert.deepEqual(
      froissart.notes.map(({ label }) => Number(label)),
      Array.from({ length: 53 }, (_, i) => i + 1),
    );
    assert.equal(source(this, 'pringle2018').numbering.paragraphs.length, 0);
    for (const key of ['froissart2005', 'pringle2018', 'ye2020', 'anon-commoning', 'froissart2011ngos'])
      assert.equal(source(this, key).numbering.pages.length, 0, key);
  });
});
