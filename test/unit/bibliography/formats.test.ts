import assert from 'node:assert/strict';
import fc from 'fast-check';
import { referencesFromFrontMatter } from '../../../server/src/bibliography/front-matter-references.ts';
import { bibliographyFormat, readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';
import { readFrontMatter } from '../../../server/src/facts/front-matter.ts';
import { draw, parseFixture } from '../../support/fixture.ts';
import type { DrawnRange } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

function check(path: string, fixture: string): string[] {
  const text = parseFixture(fixture)[0]!.text;
  const read = readBibliography(path, text);
  const ranges: DrawnRange[] = [
    ...read.entries.map(({ range }) => ({ tag: 'e', ...range })),
    ...read.entries.map(({ key }) => ({ tag: 'k', ...key.range })),
    ...read.problems.map(({ range }) => ({ tag: 'p', ...range })),
  ];
  assert.equal(draw(text, ranges), fixture);
  return read.problems.map((problem) => problem.message);
}

describe('CSL-JSON', () => {
  it('is found with its ids, in a list or under a key', () => {
    check(
      'x.json',
      '[⟦e|{"id": "⟦k|a⟧", "type": "book", "author": [{"family": "A"}]}⟧, ⟦e|{"title": "B", "id": ⟦k|7⟧}⟧]\n',
    );
    check('x.json', '{"items": [⟦e|{"id": "⟦k|a⟧", "type": "book"}⟧]}');
    check('x.json', '[]');
    check('x.json', '');
    check('x.json', ' \n\t\n');
  });

  it('resumes behind a broken item', () => {
    const [first] = check(
      'x.json',
      '[⟦e|{"id": "⟦k|⟦p|a⟧⟧", "author": [{"family": "A"}⟧,\n ⟦e|{"id": "⟦k|b⟧", "type": "book", "title": "B"}⟧]',
    );
    assert.match(first!, /“a” is not valid JSON.*comma|“a”.*next item/);
    const [second] = check(
      'x.json',
      '[⟦e|{"id": "⟦k|⟦p|a⟧⟧", "title": "never closed}⟧,\n ⟦e|{"id": "⟦k|b⟧", "type": "book"}⟧]',
    );
    assert.match(second!, /not closed/);
    const [third] = check('x.json', '[⟦e|{"id": "⟦k|⟦p|a⟧⟧",\n "title": "A",}⟧,\n ⟦e|{"id": "⟦k|b⟧"}⟧]');
    assert.match(third!, /1 line below.*comma stands before/);
  });

  it('reports items without id, commas left out and brackets left open', () => {
    assert.match(check('x.json', '[⟦p|{⟧"type": "book"}]')[0]!, /no “id”/);
    assert.match(
      check('x.json', '[⟦e|{"id": "⟦k|a⟧"}⟧ ⟦e|⟦p|{⟧"id": "⟦k|b⟧"}⟧]')[0]!,
      /comma is missing before the item “b”/,
    );
    assert.match(
      check('x.json', '[⟦p|{⟧"type": "book"} ⟦e|⟦p|{⟧"id": "⟦k|b⟧"}⟧]')[1]!,
      /comma is missing before the item “b”/,
    );
    check('x.json', '[{"custom": 1}, ⟦e|{"id": "⟦k|a⟧", "x": [{"id": "b"}]}⟧, {"x": ⟦e|{"id": "⟦k|c⟧"}⟧}]');
    check('x.json', '[⟦p|{⟧"title": "Has no id", "x": [{"id": "b"}]}, ⟦e|{"id": "⟦k|a⟧"}⟧]');
    assert.match(check('x.json', '[⟦e|{"id": "⟦k|a⟧"⟦p|}⟧⟧')[0]!, /not valid JSON/);
    assert.match(check('x.json', 'hell⟦p|o⟧')[0]!, /not valid JSON/);
  });

  it('never throws, and loses no item behind the damage', () => {
    const items = ['a', 'b', 'c', 'd'].map(
      (id) => `{"id": "${id}", "type": "book", "author": [{"family": "X"}], "title": "\\"T\\" {1}"}`,
    );
    const text = `[\n${items.join(',\n')}\n]\n`;
    const pieces = fc.constantFrom('{', '}', '"', '[', ']', ',', ':', '\\', '\n', 'x', '1', ' ');
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(40),
        fc.array(pieces, { maxLength: 8 }),
        (from, cut, inserted) => {
          const to = Math.min(text.length, from + cut);
          const damaged = text.slice(0, from) + inserted.join('') + text.slice(to);
          const read = readBibliography('x.json', damaged);
          for (const entry of read.entries) {
            entry.sketch();
            entry.decode();
            const written = damaged.slice(entry.key.range.from, entry.key.range.to);
            if (!written.includes('\\')) assert.equal(written, entry.key.text);
          }
          for (const item of items) {
            const at = text.indexOf(item);
            const id = item[8]!;
            if (at + item.length <= from || at > to)
              assert.ok(
                read.entries.some((entry) => entry.key.text === id),
                id,
              );
          }
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('tells the type of each item, and takes a raw date apart', () => {
    const [book, other] = readBibliography(
      'x.json',
      '[{"id": "a", "type": "Book", "issued": {"raw": "2001-05"}}, {"id": "b", "type": 3}]',
    ).entries;
    assert.equal(book!.type, 'book');
    assert.deepEqual(book!.decode()?.issued, { 'date-parts': [[2001, 5]] });
    assert.equal(other!.type, 'document');
  });

  it('takes what is not quite CSL as it was meant, and drops what is not', () => {
    const read = readBibliography(
      'x.json',
      '[{"id": 5, "title": 1984, "author": "A Body", "editor": [null, {"family": "E", "x": 1}], "issued": "2004-10", "volume": 3, "custom": {"a": 1}, "__proto__": {"polluted": 1}, "accessed": {"date-parts": [["2005", "3"]]}}]',
    );
    assert.deepEqual(read.entries[0]!.decode(), {
      id: '5',
      type: 'document',
      title: '1984',
      author: [{ literal: 'A Body' }],
      editor: [{ family: 'E' }],
      issued: { 'date-parts': [[2004, 10]] },
      volume: 3,
      accessed: { 'date-parts': [[2005, 3]] },
    });
  });
});

describe('CSL-YAML', () => {
  it('is found under references, or as a bare list', () => {
    check(
      'x.yaml',
      '---\nreferences:\n⟦e|- id: ⟦k|a⟧\n  type: book⟧\n⟦e|- title: B\n  id: "⟦k|b⟧"⟧\nnocite: "@*"\n---\n'
        .replace('⟦e|- id', '- ⟦e|id')
        .replace('⟦e|- title', '- ⟦e|title'),
    );
    check('x.yml', '  - ⟦e|id: ⟦k|a⟧⟧\n'.replace('  - ', '- '));
    check('x.yaml', 'references: [⟦e|{id: ⟦k|a⟧, type: book}⟧]\n');
    check('x.yaml', '');
  });

  it('loses only the item that is broken', () => {
    const read = readBibliography(
      'x.yaml',
      'references:\n- id: a\n  title: "never closed\n- id: b\n  title: B\n- title: C\n',
    );
    assert.deepEqual(
      read.entries.map((entry) => entry.key.text).filter((key) => key !== 'a'),
      ['b'],
    );
    assert.equal(read.problems.length, 2);
    assert.match(read.problems[1]!.message, /no “id”/);
  });

  it('says when it is something else', () => {
    assert.match(check('x.yaml', '⟦p|name: A Body⟧\n')[0]!, /no list of works/);
  });

  it("reads Pandoc's dates and sketches them", () => {
    const read = readBibliography(
      'x.yaml',
      '- id: a\n  issued:\n  - year: 2004\n    month: 10\n  author:\n  - family: Lee\n    given: C\n  page: 1-20\n',
    );
    assert.deepEqual(read.entries[0]!.decode()?.issued, { 'date-parts': [[2004, 10]] });
    assert.deepEqual(read.entries[0]!.sketch(), { names: ['Lee'], year: '2004', title: null, pages: '1-20' });
  });

  it('is not undone by aliases', () => {
    const bomb = `- &a {id: a, x: [1]}\n${Array.from({ length: 30 }, (_, i) => `- &a${i} {id: i${i}, x: [*a${i - 1}, *a${i - 1}]}`).join('\n')}\n`;
    assert.ok(readBibliography('x.yaml', bomb).entries.length >= 1);
  });
});

describe('RIS', () => {
  it('is found with its ids, or with the keys that Pandoc makes', () => {
    check(
      'x.ris',
      '⟦e|TY  - JOUR\nID  - ⟦k|a⟧\nER  -⟧\n\n⟦e|⟦k|TY  - BOOK⟧\nAU  - Smith\nPY  - 2004\nER  -⟧\n'
        .replace('⟦k|TY  - BOOK⟧', 'TY  - BOOK')
        .replace('⟦k|a⟧', '⟦k|a⟧')
        .replace('⟦e|TY  - BOOK', '⟦e|⟦k|TY  - BOOK⟧'),
    );
    const made = readBibliography(
      'x.ris',
      'TY  - BOOK\nAU  - Smith, J.\nAU  - World Bank\nPY  - 2004\nER  - \n'.repeat(2),
    );
    assert.deepEqual(
      made.entries.map((entry) => entry.key.text),
      ['Smith_World_2004', 'Smith_World_2004a'],
    );
  });

  it('reports records that do not end, and lines outside of any', () => {
    const messages = check(
      'x.ris',
      '⟦p|AU  - X⟧\n⟦e|⟦p|TY  - JOUR⟧\nID  - ⟦k|a⟧⟧\n⟦e|TY  - BOOK\nID  - ⟦k|b⟧\nER  -⟧\n⟦p|ER  -⟧\n',
    );
    assert.equal(messages.length, 3);
  });

  it('is decoded', () => {
    const read = readBibliography(
      'x.ris',
      'TY  - CHAP\nID  - a\nA1  - Smith, John, Jr.\nED  - World Bank\nT1  - A long\n title\nBT  - Whole\nDA  - 2004/10/06/\nPY  - 2004\nSP  - 1\nEP  - 20\nSN  - 978\nKW  - x\nKW  - y\nER  - ',
    );
    assert.deepEqual(read.entries[0]!.decode(), {
      id: 'a',
      type: 'chapter',
      title: 'A long title',
      'container-title': 'Whole',
      author: [{ family: 'Smith', given: 'John', suffix: 'Jr.' }],
      editor: [{ literal: 'World Bank' }],
      page: '1–20',
      ISBN: '978',
      keyword: 'x, y',
      issued: { 'date-parts': [[2004, 10, 6]] },
    });
    assert.deepEqual(read.entries[0]!.sketch(), {
      names: ['Smith'],
      year: '2004',
      title: 'A long title',
      pages: '1–20',
    });
  });
});

describe('any bibliography', () => {
  it('is told by its extension, else by its contents', () => {
    assert.equal(bibliographyFormat('a/b.BIB', ''), 'bibtex');
    assert.equal(bibliographyFormat('b.json', ''), 'csl-json');
    assert.equal(bibliographyFormat('b.yml', ''), 'csl-yaml');
    assert.equal(bibliographyFormat('b.ris', ''), 'ris');
    assert.equal(bibliographyFormat('b', ' [{}]'), 'csl-json');
    assert.equal(bibliographyFormat('b.txt', 'TY  - JOUR'), 'ris');
    assert.equal(bibliographyFormat('b.txt', '\n TY  - JOUR'), 'ris');
    assert.equal(bibliographyFormat('b', 'references:\n'), 'csl-yaml');
    assert.equal(bibliographyFormat('b', '@book{a}'), 'bibtex');
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('bib', 'json', 'yaml', 'ris'),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (extension, text) => {
          const read = readBibliography(`x.${extension}`, text);
          for (const entry of read.entries) {
            entry.sketch();
            entry.decode();
          }
          for (const { range } of read.problems)
            assert.ok(0 <= range.from && range.from <= range.to && range.to <= text.length);
        },
      ),
      { numRuns: runs(1500) },
    );
  });
});

describe('references in front matter', () => {
  it('are entries with their place in the document', () => {
    const text =
      '---\nreferences:\n- id: a\n  type: Book\n  issued: 2004\n  author:\n  - literal: A Body\n---\nText\n';
    const entries = referencesFromFrontMatter(readFrontMatter(text)!);
    assert.equal(text.slice(entries[0]!.key.range.from, entries[0]!.key.range.to), 'a');
    assert.equal(entries[0]!.type, 'book');
    assert.deepEqual(entries[0]!.sketch(), { names: ['A Body'], year: '2004', title: null, pages: null });
  });
});
