import assert from 'node:assert/strict';
import { refusalsOf, type RefusalKind } from '../../../server/src/bibliography/pandoc-grammar.ts';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';

/** Where Pandoc stops is between `⟦` and `⟧`, or at `‸`. */
const refused: [bib: string, kind: RefusalKind][] = [
  ['@book⟦(⟧k, title = {T})', 'parentheses'],
  ['@book{k, title={T},⟦,⟧ year=2000}', 'two-commas'],
  ['@book{a⟦ ⟧key, title={T}}', 'key-sign'],
  ['@book{a⟦%⟧b, title={T}}', 'key-sign'],
  ['@book{a⟦\u200b⟧, title={T}}', 'key-sign'],
  ['@book{k⟦}⟧', 'no-fields'],
  ['@book{⟦,⟧ title={T}}', 'key-missing'],
  ['@book{k, ti⟦.⟧tle={T}}', 'field-name'],
  ['@book{k, title={T}, email=ann⟦@⟧example.org}', 'value-sign'],
  ['@book{k, title=⟦“⟧T”}', 'value-sign'],
  ['@book{k, title={T} ⟦y⟧ear={2000}}', 'after-value'],
  ['@book{k, title⟦}⟧', 'no-equals-sign'],
  ['@book{k, title={A ⟦\\⟧}, year={2000}}', 'escaped-brace'],
  ['@book{k, title=⟦{⟧{T}', 'unclosed'],
  ['@2book{k, title={T}}', 'type'],
  ['mail ann@⟦e⟧xample.org', 'stray-at'],
  ['@comment no braces', 'comment'],
  ['@comment{never closed', 'comment'],
  ['@string(a = {b})', 'string'],
  ['@string{a = {b}⟦,⟧ c = {d}}', 'string'],
  ['@preamble("x")', 'preamble'],
];
const taken = [
  '',
  'words % and @book(\n@book{k, title={T}}',
  '@book{k, title={T},}',
  '@book {k , title = "T {"} q" # abc, year = -44, month = jan # "~1"}',
  '@book{k, title={T % x}, note = {\\{}, url = , }',
  "@book{é:1.;?!'()[]*/@_+-&=, ti-t_le+:={T}}",
  '@comment{x {y}} @Comment{jabref-meta: x;} @commentary{a, title={T}}',
  '@book{k, title={T}}} stray }',
];

describe('what Pandoc refuses', () => {
  for (const [drawn, kind] of refused)
    it(`${drawn} (${kind})`, () => {
      const at = drawn.indexOf('⟦');
      const found = refusalsOf(drawn.replace(/[⟦⟧]/g, ''));
      assert.deepEqual(
        found.map((refusal) => refusal.kind),
        [kind],
      );
      if (at >= 0) assert.equal(found[0]!.at, at);
    });
  for (const bib of taken)
    it(`takes ${bib.slice(0, 60) || 'nothing'}`, () => assert.deepEqual(refusalsOf(bib), []));

  it('is told of every entry, not of the first alone', () => {
    const bib = '@book(a, title={T})\n\n@book{b, title={T}}\n\n@book{c c, title={T}}\n';
    const { refusals } = readBibliography('x.bib', bib);
    assert.deepEqual(
      refusals?.map(({ range }) => bib.slice(range.from, range.to)),
      ['(', 'c'],
    );
  });

  it('is not told again where our own reader finds fault', () => {
    const { problems, refusals } = readBibliography('x.bib', '@book{k, title={T} year={2000}}');
    assert.equal(problems.length, 1);
    assert.deepEqual(refusals, []);
  });

  it('takes time in proportion to the file', () => {
    for (const piece of ['@book{k, t={', '@book{k, t="{', '@comment{', '@book(', 'a@b ', '@book{k,,'])
      assert.ok(refusalsOf(piece.repeat(5000)).length >= 0);
  });
});

describe('entries that take fields from themselves', () => {
  const keys = (bib: string) =>
    readBibliography('x.bib', bib).refusals!.map(({ range }) => bib.slice(range.from, range.to));

  it('are told, each at its key', () => {
    assert.deepEqual(keys('@book{a, crossref={b}}\n@book{b, crossref={a}}\n@book{c, crossref={a}}'), [
      'a',
      'b',
    ]);
    assert.deepEqual(keys('@book{a, crossref={a}}'), ['a']);
    assert.deepEqual(keys('@book{a, xdata={b,c}}\n@xdata{b, t={x}}\n@xdata{c, xdata={a}}'), ['a', 'c']);
  });

  it('are no others', () => {
    assert.deepEqual(keys('@book{a, crossref={b}}\n@book{b, crossref={c}}\n@book{c, t={x}}'), []);
    assert.deepEqual(keys('@book{a, crossref={gone}}'), []);
  });
});
