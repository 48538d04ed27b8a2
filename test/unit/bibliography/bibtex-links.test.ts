import assert from 'node:assert/strict';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';
import { BibtexWalker } from '../../../server/src/bibliography/bibtex-walker.ts';
import { draw, parseFixture } from '../../support/fixture.ts';

describe('the keys by which entries name others', () => {
  for (const [what, fixture] of [
    ['one parent', '@incollection{a, crossref = {⟦k|b⟧}}'],
    ['in quotation marks', '@incollection{a, crossref = "⟦k|b⟧"}'],
    ['several', '@book{a, xdata = {⟦k|b⟧, ⟦k|c⟧,⟦k|d⟧}}'],
    ['of any kind', '@book{a, XRef = {⟦k|b⟧}, related={⟦k|c⟧}, entryset = {⟦k|d⟧}, xdata={⟦k|e⟧}}'],
    ['of each entry', '@book{a, crossref={⟦k|b⟧}}\n\n@book{c,\n  title = {T},\n  crossref = {⟦k|d⟧} ,\n}'],
    ['none in other fields', '@book{a, title = {b}, note = {crossref = {c}}}'],
    ['none that is put together', '@book{a, crossref = "b" # c, xref = {d} # {e}}'],
    ['none that is an abbreviation', '@book{a, crossref = b}'],
    ['none within braces', '@book{a, crossref = {{b}}}'],
    ['none where nothing stands', '@book{a, crossref = {}, xref = { }}'],
  ] as const)
    it(what, () => {
      const { text } = parseFixture(fixture)[0]!;
      const keys = readBibliography('x.bib', text).linkedKeys!();
      assert.equal(draw(text, keys.map(({ range }) => ({ tag: 'k', ...range }))), fixture); // prettier-ignore
      for (const { text: key, range } of keys) assert.equal(text.slice(range.from, range.to), key);
    });
});

describe('a value of BibTeX in quotation marks', () => {
  const end = (text: string, escapes: 'escapes' | 'no-escapes' = 'escapes') =>
    new BibtexWalker(text, escapes).quoted(0);
  for (const [text, to] of [
    ['"a" b', 3],
    ['"a {"} b" c', 9],
    ['"a {b {"} c} d" e', 15],
    ['"a {b} c" d', 9],
    ['"a } b"', -1],
    ['"a {} } b"', -1],
    ['"a', -1],
    ['"a {"', -1],
    ['"a \\" b" c', 8],
    ['"a \\} b" c', 8],
  ] as const)
    it(`${text} ends at ${to}`, () => assert.equal(end(text), to));

  it('as BibTeX itself has it, without escapes', () => {
    assert.equal(end('"a \\" b" c', 'no-escapes'), 5);
    assert.equal(end('"a \\} b" c', 'no-escapes'), -1);
  });
});
