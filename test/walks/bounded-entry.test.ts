import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  boundedFields,
  boundedItem,
  depthOf,
  MOST_DEPTH,
  MOST_IN_ENTRY,
  MOST_IN_FIELD,
} from '../../server/src/bibliography/bounded-entry.ts';
import { cslToMarkdown } from '../../server/src/bibliography/csl-markdown.ts';
import { decodeFully } from '../../server/src/bibliography/decode-bibtex.ts';
import { latexToText } from '../../server/src/bibliography/latex-text.ts';
import { loadFormatter } from '../../server/src/bibliography/load-formatter.ts';
import { readBibliography } from '../../server/src/bibliography/read-bibliography.ts';
import { describedPlainly, LONG } from '../../server/src/bibliography/printable-entry.ts';
import type { CslItem } from '../../server/src/bibliography/model.ts';
import { normalized } from '../../server/src/text/normalized.ts';
import { hostileFields } from '../support/hostile-fields.ts';

const total = (texts: Iterable<string>): number => [...texts].reduce((sum, text) => sum + text.length, 0);

describe('what goes to the libraries of an entry', () => {
  it('is the entry itself where it fits', () => {
    const fields = new Map([
      ['title', 'A {\\emph{title}}'],
      ['author', 'Ash, A and others'],
    ]);
    assert.equal(boundedFields(fields).kept, fields);
    const item: CslItem = { id: 'a', type: 'book', title: 'T', volume: 3, author: [{ family: 'Ash' }] };
    assert.deepEqual(boundedItem(item), { kept: item, isCut: false });
    assert.equal(boundedItem(item).kept, item);
  });

  it('has fields cut with what was opened closed, and half commands left out', () => {
    const long = `\\emph{${'w'.repeat(MOST_IN_FIELD - 12)}\\textbf{x}`;
    const { kept, isCut } = boundedFields(new Map([['title', long]]));
    assert.ok(isCut);
    assert.match(kept.get('title')!, /^\\emph\{w+…\}$/);
    assert.match(
      boundedItem({ id: 'a', type: 'book', title: 'w <i>'.repeat(400) }).kept.title!,
      /(?:w|<i>) ?…$/,
    );
  });

  it('keeps the first names, says that some are left out, and keeps the last', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `Name${i}, A`);
    const author = boundedFields(new Map([['author', names.join(' and ')]]))
      .kept.get('author')!
      .split(' and ');
    assert.ok(author.length <= 101);
    assert.deepEqual([author[0], author.at(-2), author.at(-1)], ['Name0, A', '{…}', 'Name2999, A']);
    const people = names.map((family) => ({ family }));
    const kept = boundedItem({ id: 'a', type: 'book', author: people }).kept.author!;
    assert.ok(kept.length <= 101);
    assert.deepEqual(kept.slice(-2), [{ literal: '…' }, people.at(-1)]);
  });

  it('cuts an abstract before a title', () => {
    const filler = Array.from({ length: 20 }, (_, i): [string, string] => [`user${i}`, 'x'.repeat(1000)]);
    const fields = new Map([['abstract', 'a'.repeat(1400)], ['title', 'T'.repeat(1400)], ...filler]);
    const { kept } = boundedFields(fields);
    assert.equal(kept.get('title'), fields.get('title'));
    assert.equal(kept.has('abstract'), false);
  });

  it('is never more than the bounds say, whatever the entry', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '\\emph{',
      ' and ',
      'A, B',
      '<i>',
      '"',
      '\\',
      'word '.repeat(60),
      '😀',
    );
    const value = fc.array(piece, { maxLength: 300 }).map((pieces) => pieces.join(''));
    const name = fc.constantFrom('title', 'author', 'editor', 'abstract', 'pages', 'note', 'x'.repeat(300));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 40 }), (pairs) => {
        const fields = new Map(pairs.map(([field, text], i) => [i % 3 ? field : `${field}${i}`, text]));
        const { kept, isCut } = boundedFields(fields);
        assert.ok(total(kept.values()) <= MOST_IN_ENTRY + 1000, 'what is left of a list of names');
        if (!isCut) assert.equal(kept, fields);
        const item = boundedItem({ id: 'a', type: 'book', ...Object.fromEntries(fields) }).kept;
        const texts = Object.values(item).filter((part) => typeof part === 'string');
        assert.ok(total(texts) <= MOST_IN_ENTRY + 1000);
      }),
    );
  });

  for (const field of ['title', 'author', 'pages', 'date'])
    it(`is so little of a hostile ${field} that no family of them hangs`, async function () {
      const formatter = await loadFormatter({});
      for (const [family, make] of Object.entries(hostileFields)) {
        const decoded = decodeFully('book', new Map([[field, make(40_000)]]));
        assert.ok(total(decoded.text.values()) <= MOST_IN_ENTRY, family);
        const csl = field === 'author' ? { author: [{ family: make(40_000) }] } : { [field]: make(40_000) };
        assert.ok(formatter.reference({ id: 'a', type: 'book', ...csl }).length < 8 * MOST_IN_ENTRY, family);
      }
    });

  it('is read lightly where braces stand too deep', () => {
    const deep = `${'\\emph{'.repeat(500)}H$_2$O${'}'.repeat(500)}`;
    const shallow = '\\emph{H$_2$O}';
    assert.equal(decodeFully('book', new Map([['title', shallow]])).text.get('title'), '<i>H₂O</i>');
    const { kept } = boundedFields(new Map([['title', deep]]));
    assert.ok(depthOf(kept.get('title')!) > MOST_DEPTH);
    const light = latexToText(kept.get('title')!);
    assert.equal(decodeFully('book', new Map([['title', deep]])).text.get('title'), light);
  });

  it('tells of what was cut, also without a style', () => {
    const entry = readBibliography('x.bib', `@book{a, title = {${'word '.repeat(5000)}}}`).entries[0]!;
    const plain = describedPlainly(entry)!;
    assert.deepEqual(plain.notes, [LONG]);
    assert.ok(plain.markdown.length < 2 * MOST_IN_FIELD);
  });
});

describe('text that was made to keep a machine busy', () => {
  // With a search through all open elements for each end, or all marks put in order, these take minutes.
  it('is read in one pass', function () {
    assert.equal(cslToMarkdown('<i>'.repeat(300_000) + '</b>'.repeat(300_000), 'plain'), '');
    assert.ok(latexToText("\\'\\^\\d ".repeat(300_000)).length < 100);
    const piled = normalized(`e${'\u0323\u0301'.repeat(300_000)}x`, 'NFC');
    assert.ok(piled.endsWith('x') && piled.length <= 35);
  });

  it('still ends what an end tag ends', () => {
    assert.equal(cslToMarkdown('<b>a <i>b</b> c</i> d', 'plain'), '**a** ***b*** c d');
    assert.equal(normalized('e\u0301', 'NFC'), 'é');
  });
});
