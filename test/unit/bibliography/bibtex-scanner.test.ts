import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';
import { draw, parseFixture } from '../../support/fixture.ts';
import type { DrawnRange } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

/** Draws the entries (`e`), their keys (`k`) and the places of problems (`p`) into the fixture's own text. */
function check(fixture: string): void {
  const text = parseFixture(fixture)[0]!.text;
  const read = readBibliography('x.bib', text);
  const ranges: DrawnRange[] = [
    ...read.entries.map(({ range }) => ({ tag: 'e', ...range })),
    ...read.entries.map(({ key }) => ({ tag: 'k', ...key.range })),
    ...read.problems.map(({ range }) => ({ tag: 'p', ...range })),
  ];
  assert.equal(draw(text, ranges), fixture);
}

function problems(text: string): string[] {
  return readBibliography('x.bib', text).problems.map((problem) => problem.message);
}

function keys(text: string): string[] {
  return readBibliography('x.bib', text).entries.map((entry) => entry.key.text);
}

describe('the scanner of BibTeX', () => {
  it('finds entries and keys, whatever stands between', () => {
    check(
      'notes of mine, jane@example.org\n⟦e|@Book{⟦k|a⟧, title = {A}}⟧\n\n ⟦e|@article (⟦k|b:1⟧, title = "B")⟧⟦e|@misc{⟦k|c⟧}⟧',
    );
  });

  it('reads keys with any punctuation', () => {
    check(
      "⟦e|@book{⟦k|O'Neil_2004+a&b:x/y.z*⟧, year = 2004}⟧\n⟦e|@book{ ⟦k|ключ/中文-#1⟧ , year = 2004}⟧\n⟦e|@book{⟦k|10.1000/182⟧,}⟧\n",
    );
  });

  it('leaves @comment, @string, @preamble and lines behind % alone', () => {
    check(
      '@comment{ @book{x, title={X}} }\n@string{j = "Journal"}\n@preamble{ "\\newcommand{\\x}{y}" }\n% @book{y, title={Y}}\n⟦e|@book{⟦k|a⟧, title = j}⟧\n@Comment jabref\n⟦e|@book{⟦k|b⟧}⟧',
    );
  });

  it('lists entries that share a key', () => {
    assert.deepEqual(keys('@book{a, title={A}}\n@book{a, title={B}}'), ['a', 'a']);
  });

  it('resumes at the next entry line when a brace is missing', () => {
    check(
      '⟦p|⟦e|@book{⟦k|a⟧⟧, title = {A,\n  year = 2000}\n⟧⟦e|@book{⟦k|b⟧, title = {B}}⟧\n'.replace(
        '⟦p|⟦e|@book{⟦k|a⟧⟧, title = {A,\n  year = 2000}\n⟧',
        '⟦e|⟦p|@book{⟦k|a⟧⟧, title = {A,\n  year = 2000}⟧\n',
      ),
    );
    assert.match(
      problems('@book{a, title = {A,\n  year = 2000}\n@book{b, title = {B}}')[0]!,
      /“a”.*not closed/,
    );
  });

  it('does not take the next entry for a key', () => {
    check('⟦p|@article{⟧\n⟦e|@book{⟦k|b⟧, title = {B}}⟧\n');
  });

  it('says which field is not closed', () => {
    assert.match(
      problems('@book{a,\n  title = {A {x,\n}\n@book{b, title = {B}}')[0]!,
      /“title” \(1 line below/,
    );
    assert.match(
      problems('@book{a,\n  title = "A,\n}\n@book{b, title = {B}}')[0]!,
      /“title”.*quotation mark/,
    );
  });

  it('reads an entry to its end when it is wrong only within', () => {
    check('⟦e|⟦p|@book{⟦k|a⟧⟧, title = {A}, what is this}⟧ ⟦e|@book{⟦k|b⟧}⟧');
  });

  it('reads an entry to the end of the file by the first way of counting braces that ends there', () => {
    check('⟦e|⟦p|@book{⟦k|a⟧⟧, title = {A}, what \\} is this}⟧');
  });

  it('takes comments for lines once one of them is not closed', () => {
    check('@comment{ {\n⟦e|@book{⟦k|a⟧}⟧\n@comment{\n⟦e|@book{⟦k|b⟧}⟧\n}\n');
  });

  it('calls a missing comma or value by its name and reads the entry all the same', () => {
    const file = readBibliography('x.bib', '@book{a, title = {A}\n  year = 2000, month = ,}');
    assert.deepEqual(file.entries[0]!.sketch(), { names: [], year: '2000', title: 'A', pages: null });
    assert.ok(file.entries[0]!.decode());
    assert.equal(file.problems.length, 2);
    assert.match(file.problems[0]!.message, /lacks a comma before its field “year” \(1 line below/);
    assert.match(file.problems[1]!.message, /gives its field “month” no value/);
    assert.match(problems('@book{a title = {A}}')[0]!, /comma is missing after the key “a”/);
  });

  it('reports an entry without a key, a brace too many, and a brace left out', () => {
    assert.match(problems('@book{, title = {A}}')[0]!, /no key/);
    assert.match(problems('@book{title = {A}, year = 2000}')[0]!, /no key/);
    assert.match(problems('@book{year = 2000, title = {A}}')[0]!, /no key/);
    assert.match(problems('@book{month= jan, title = {A}}')[0]!, /no key/);
    assert.match(problems('@book{title=\n  {A}}')[0]!, /no key/);
    assert.deepEqual(keys('@book{year=2000, title = {A}}'), ['year=2000']);
    assert.match(problems('@book{a, title = {A}}, year = {2000}}')[0]!, /ends at this brace/);
    assert.match(problems('@book a, title = {A}}\n')[0]!, /not followed by “{”/);
    assert.deepEqual(problems('written to jane@book .\n'), []);
  });

  it('takes braces as Pandoc does, and as BibTeX does where only that works', () => {
    assert.deepEqual(problems('@book{a, title = {A \\{ b}}\n@book{b}'), []);
    assert.deepEqual(problems('@book{a, file = {C:\\x\\}}\n@book{b}'), []);
  });

  it('lets a value speak of entries at the head of its lines', () => {
    check(
      '⟦e|@book{⟦k|a⟧, abstract = {One writes\n@book{key, title}\nor so}, year = 2000}⟧\n⟦e|@book{⟦k|b⟧}⟧',
    );
  });

  it('reads files of nothing, without a last line end, and cut off anywhere', () => {
    assert.deepEqual(keys(''), []);
    assert.deepEqual(keys('@'), []);
    const whole = '@string{j = {J}}\n@book{a, title = {A} # j, author = "B {C}"}\n@misc(b, note = 1)';
    for (let end = 0; end <= whole.length; end++) {
      const file = readBibliography('x.bib', whole.slice(0, end));
      for (const entry of file.entries) {
        entry.sketch();
        entry.decode();
      }
    }
    assert.deepEqual(keys(whole), ['a', 'b']);
  });

  it('does not slow down on a file of broken entries, or of nothing but braces', () => {
    const broken = '@book{k, title = {A {B},\n'.repeat(2000);
    assert.equal(readBibliography('x.bib', broken).entries.length, 2000);
    assert.equal(readBibliography('x.bib', `@book{a, title = ${'{'.repeat(200_000)}`).entries.length, 1);
    assert.equal(readBibliography('x.bib', '@comment{'.repeat(20_000)).entries.length, 0);
    assert.equal(readBibliography('x.bib', '@'.repeat(200_000)).entries.length, 0);
  });
});

describe('a damaged bibliography', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '"',
    '@',
    ',',
    '=',
    '#',
    '\\',
    '\n',
    '%',
    'x',
    ' ',
    '@book{',
    '@comment{',
    '@string{',
    '(',
    ')',
  );
  const entry = fc.tuple(
    fc.constantFrom('book', 'article'),
    fc.constantFrom('{A {B} c}', '"A {"}b"', '{x\n y}', '1999', 'jan # " 3"'),
  );
  const file = fc
    .array(entry, { minLength: 1, maxLength: 8 })
    .map((entries) =>
      entries.map(([type, value], i) => `@${type}{key${i},\n  title = ${value},\n  year = {2000}\n}\n`),
    );

  it('loses no entry beyond the next entry line, and never throws', () => {
    fc.assert(
      fc.property(
        file,
        fc.nat(),
        fc.nat(60),
        fc.array(pieces, { maxLength: 12 }),
        (entries, at, cut, inserted) => {
          const text = entries.join('');
          const from = at % (text.length + 1);
          const to = Math.min(text.length, from + cut);
          const insert = inserted.join('');
          const damaged = text.slice(0, from) + insert + text.slice(to);
          const read = readBibliography('x.bib', damaged);
          for (const found of read.entries) {
            found.sketch();
            found.decode();
            assert.equal(damaged.slice(found.key.range.from, found.key.range.to), found.key.text);
          }
          const found = new Set(read.entries.map((one) => `${one.key.range.from}:${one.key.text}`));
          let start = 0;
          entries.forEach((one, i) => {
            const end = start + one.length;
            const key = start + one.indexOf('key');
            // Before the damage; or after it, where its line still begins with its own `@`.
            if (end <= from) assert.ok(found.has(`${key}:key${i}`), `key${i} before the damage`);
            const shift = insert.length - (to - from);
            const beginsLine = start + shift === 0 || damaged[start + shift - 1] === '\n';
            if (start >= to && beginsLine && start + shift > from + insert.length)
              assert.ok(found.has(`${key + shift}:key${i}`), `key${i} after the damage`);
            start = end;
          });
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});
