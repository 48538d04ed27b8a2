import assert from 'node:assert/strict';
import { refusalsOf, type RefusalKind } from '../../../server/src/bibliography/pandoc-grammar.ts';
import { pandocRefusals } from '../../../server/src/bibliography/pandoc-refusals.ts';
import type { BibtexScan } from '../../../server/src/bibliography/bibtex-scanner.ts';
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

  const told: [drawn: string, message: RegExp][] = [
    ['@book⟦(⟧k, title = {T})', /stands in braces, “@book{…}”, not in parentheses/],
    ['@book{k, title={T},⟦,⟧ year=2000}', /two commas follow one another in the entry “k”/],
    ['@book{⟦a⟧ key, title={T}}', /ends after “a”, .* but not a blank\./],
    ['@book{⟦a%b⟧, title={T}}', /ends after “a”, .* but not “%”\./],
    ['@book{⟦a\u200bb⟧, title={T}}', /but not a sign that cannot be seen \(U\+200B\)/],
    ['@book{k⟦}⟧', /after the key “k” it expects a comma and fields/],
    ['@book{⟦,⟧ title={T}}', /no key that it can read/],
    ['@book{k, ⟦ti.tle⟧={T}}', /the name of a field holds .* but not “\.”/],
    ['@book{k, email=ann⟦@⟧example.org}', /but not “@”\. Write email = {…}/],
    ['@book{k, a={b} # ⟦\u0007⟧}', /cannot be seen \(U\+0007\)/],
    ['@book{k, title=⟦“⟧T”}', /curly quotation marks begin no value\. Write title = {…}/],
    ['@book{k, title={T} ⟦y⟧ear={2000}}', /a comma is missing before this/],
    ['@book{k, title⟦}⟧', /after “title” it expects “=” and a value/],
    ['@book{k, title={A ⟦\\⟧}, year={2000}}', /closes nothing/],
    ['@book{k, title=⟦{⟧{T}', /what opens here is not closed/],
    ['@⟦2⟧book{k, title={T}}', /a word such as “@book”, without digits/],
    ['mail ann@⟦e⟧xample.org', /takes this “@” for the beginning of an entry/],
    ['@⟦c⟧omment{never closed', /an @comment stands in braces that are closed/],
    ['@⟦s⟧tring(a = {b})', /an @string stands in braces and defines one abbreviation/],
    ['@⟦p⟧reamble("x")', /an @preamble stands in braces that are closed/],
    // where nothing can be shown there, what the entry begins with
    ['x ⟦@⟧', /takes this “@” for/],
    ['x ⟦@⟧\nbook', /takes this “@” for/],
    ['x ⟦@book⟧{', /no key that it can read/],
  ];
  for (const [drawn, message] of told)
    it(`is told in words, at its place: ${drawn}`, () => {
      const text = drawn.replace(/[⟦⟧]/g, '');
      const found = pandocRefusals(text, { entries: [], problems: [] } as unknown as BibtexScan);
      assert.deepEqual(
        found.map(
          ({ range: { from, to } }) => `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`,
        ),
        [drawn],
      );
      assert.match(found[0]!.message, /^Pandoc refuses this whole bibliography: .*\.$/);
      assert.match(found[0]!.message, message);
    });

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
    assert.deepEqual(keys('@book{a, related={b}}\n@book{b, related={a}}'), []);
  });

  it('are told by whom, and what is to be done', () => {
    const messages = (bib: string) => readBibliography('x.bib', bib).refusals!.map(({ message }) => message);
    assert.deepEqual(messages('@book{a, crossref={a}}'), [
      'The entry “a” takes fields from itself, and Pandoc never comes to an end with this bibliography. Take its crossref or xdata out.',
    ]);
    assert.equal(
      messages('@book{a, crossref={b}, xdata={c}}\n@book{b, XDATA={a}}\n@xdata{c, t={x}}')[0],
      'The entry “a” takes fields from “b” and “c”, and that in turn from it: Pandoc never comes to an end with this bibliography. Take the crossref or xdata out of one.',
    );
  });

  it('stand among what else is refused in the order of the file', () => {
    const bib = '@book(z, t={T})\n@book{a, crossref={a}}\n@book(y, t={T})\n';
    assert.deepEqual(keys(bib), ['(', 'a', '(']);
  });
});
