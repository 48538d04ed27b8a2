import assert from 'node:assert/strict';
import { BibtexLibrary, lightDecoders } from '../../../server/src/bibliography/bibtex-library.ts';
import type { BibtexDecoders } from '../../../server/src/bibliography/bibtex-library.ts';
import { parseName, splitNames } from '../../../server/src/bibliography/bibtex-names.ts';
import { cslDateOf, cslDateOfParts } from '../../../server/src/bibliography/csl-date.ts';
import { latexToText } from '../../../server/src/bibliography/latex-text.ts';
import type { CslItem } from '../../../server/src/bibliography/model.ts';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';

describe('LaTeX read lightly', () => {
  const table: [tex: string, text: string][] = [
    ['\\\'{E}l\\`eve \\^{\\i}le na\\"{\\i}ve', 'Élève île naïve'],
    [
      '{\\"o}{\\"{u}}\\"a \\~n {\\~{n}} \\v{c} \\v c \\c{c} \\k{a} \\H{o} \\.z \\=a \\u{g} \\r{a} \\d{h}',
      'öüä ñ ñ č č ç ą ő ż ā ğ å ḥ',
    ],
    ["{\\o}re \\O\\ {\\aa}ngstr\\\"om {\\ss} \\L{}\\'od\\'z \\ae \\oe", 'øre Ø ångström ß Łódź æœ'],
    [
      '{\\SS}{\\l}{\\AE}{\\OE}{\\AA}{\\i}{\\j}{\\dh}{\\DH}{\\dj}{\\DJ}{\\th}{\\TH}{\\ng}{\\NG}',
      'ẞłÆŒÅıȷðÐđĐþÞŋŊ',
    ],
    ["1--2---3 ``a'' `b' \\& \\% \\$ \\_ \\#", "1–2—3 “a” ‘b' & % $ _ #"],
    ['{NASA} and \\emph{Homo {sapiens}} \\textbf{x}~y', 'NASA and Homo sapiens x y'],
    ['\\enquote{A \\enquote{b} {c}} d \\mkbibquote{e}', '“A “b” c” d “e”'],
    ['$x^2$ \\unknown{kept} \\LaTeX{} x\\\\y', 'x^2 kept LaTeX x y'],
    ["\\^{\\j} \\^\\j \\^\\i \\'\\o", 'ĵ ĵîǿ'],
    ['\\(x^2\\) a\\-b \\/c d\\,e f\\\\g', 'x^2 ab c d e f g'],
    [
      '\\textendash{} \\textemdash{} \\textquoteleft a\\textquoteright{} \\textquotedblleft b\\textquotedblright{} \\textquotesingle{} \\guillemotleft c\\guillemotright',
      "– — ‘a’ “b” ' «c»",
    ],
    [
      '\\textasciitilde{} \\textbackslash{} \\textunderscore{} \\textampersand{} \\textdegree{} \\textregistered{} \\texttrademark{} \\textcopyright{} \\copyright{} \\pounds{} \\S{} \\P{} \\dots{} \\ldots{} \\textellipsis{} \\textbar{} \\textless{} \\textgreater{} \\times{}',
      '~ \\ _ & ° ® ™ © © £ § ¶ … … … | < > ×',
    ],
    [
      '\\alpha\\beta\\gamma\\delta\\lambda\\mu\\pi\\sigma\\omega{} \\hyphen{} \\slash{} \\textquotestraightdblbase{} \\TeX{} \\BibTeX{}',
      'αβγδλμπσω - / " TeX BibTeX',
    ],
    ['a\\noopsort{b}\\vphantom{c}\\phantom{d}\\hspace{1em}\\vspace{1em}\\label{e}f', 'af'],
    ['\\', ''],
    ["\\'", ''],
    ["\\'{", ''],
    ['\\enquote{never closed', '“never closed'],
  ];
  for (const [tex, text] of table) it(`${tex} is ${text}`, () => assert.equal(latexToText(tex), text));

  it('stacks no accents without end', () => {
    assert.ok(latexToText("\\'".repeat(100_000)).length <= 100_000);
    assert.ok(latexToText('\\enquote{'.repeat(20_000)).startsWith('““'));
  });
});

describe('names in BibTeX', () => {
  const table: [name: string, parts: object][] = [
    ['Jan van der Berg', { given: 'Jan', particle: 'van der', family: 'Berg' }],
    ['van der Berg, Jan', { given: 'Jan', particle: 'van der', family: 'Berg' }],
    ['King, Jr., Martin Luther', { family: 'King', suffix: 'Jr.', given: 'Martin Luther' }],
    ['Plato', { family: 'Plato' }],
    ['Ludwig von Beethoven', { given: 'Ludwig', particle: 'von', family: 'Beethoven' }],
    ["de la Vall{\\'e}e Poussin, Charles", { given: 'Charles', particle: 'de la', family: 'Vallée Poussin' }],
    ['{World Bank}', { literal: 'World Bank' }],
    ['{Barnes and Noble}', { literal: 'Barnes and Noble' }],
    ['{Anna} {Bell}', { given: 'Anna', family: 'Bell' }],
    ['Donald E. Knuth', { given: 'Donald E.', family: 'Knuth' }],
    ['{\\"O}zg{\\"u}r, A.', { family: 'Özgür', given: 'A.' }],
    ["Casta{\\~n}{\\'o}n, C.", { family: 'Castañón', given: 'C.' }],
    ['family=Sartre, given=Jean-Paul, given-i={JP}', { family: 'Sartre', given: 'Jean-Paul' }],
    ['毛, 泽东', { family: '毛', given: '泽东' }],
    ['Werk, Michael Fl\\ae n\\o', { family: 'Werk', given: 'Michael Flænø' }],
    ['J\\o rgen R\\o nne', { family: 'Rønne', given: 'Jørgen' }],
  ];
  for (const [name, parts] of table) it(name, () => assert.deepEqual(parseName(name), parts));

  it('stand apart at “and” outside of braces', () => {
    assert.deepEqual(splitNames('A and {B and C} AND\nD and others'), ['A', '{B and C}', 'D', 'others']);
    assert.deepEqual(splitNames('Sand, Anders and Brand, And'), ['Sand, Anders', 'Brand, And']);
    assert.deepEqual(splitNames('Ann Lee~and~Bo Ray').map(parseName), [
      { given: 'Ann', family: 'Lee' },
      { given: 'Bo', family: 'Ray' },
    ]);
    assert.deepEqual(splitNames(''), []);
  });
});

describe('dates', () => {
  const edtf: [string, object | null][] = [
    ['2004', { 'date-parts': [[2004]] }],
    ['2004-10', { 'date-parts': [[2004, 10]] }],
    ['2004-01', { 'date-parts': [[2004, 1]] }],
    ['2004-12', { 'date-parts': [[2004, 12]] }],
    ['2004-10-06', { 'date-parts': [[2004, 10, 6]] }],
    ['2004-10-06T12:30:00Z', { 'date-parts': [[2004, 10, 6]] }],
    ['1996/2004-05', { 'date-parts': [[1996], [2004, 5]] }],
    ['1996/..', { 'date-parts': [[1996], [0]] }],
    ['1996/', { 'date-parts': [[1996], [0]] }],
    ['/2004', { literal: 'until 2004' }],
    ['2003~', { 'date-parts': [[2003]], circa: true }],
    ['2004-21', { 'date-parts': [[2004]], season: 1 }],
    ['-0044', { 'date-parts': [[-45]] }],
    ['-0877/-0866', { 'date-parts': [[-878], [-867]] }],
    ['2003?', { 'date-parts': [[2003]] }],
    ['199X', { literal: '199X' }],
    ['19XX', { literal: '19XX' }],
    ['1969-70', { literal: '1969-70' }],
    ['1947-8', { literal: '1947-8' }],
    ['1850/51', { literal: '1850/51' }],
    ['ca. 1850', { literal: 'ca. 1850' }],
    ['n.d.', { literal: 'n.d.' }],
    ['', null],
  ];
  for (const [written, date] of edtf)
    it(`${written || 'nothing'} as EDTF`, () => assert.deepEqual(cslDateOf(written), date));

  const parts: [string, string, string, object | null][] = [
    ['2004', '10', '', { date: { 'date-parts': [[2004, 10]] }, suffix: '' }],
    ['2004', 'October', '6', { date: { 'date-parts': [[2004, 10, 6]] }, suffix: '' }],
    ['2004', 'oct', '', { date: { 'date-parts': [[2004, 10]] }, suffix: '' }],
    [
      '2004',
      'September-October',
      '',
      {
        date: {
          'date-parts': [
            [2004, 9],
            [2004, 10],
          ],
        },
        suffix: '',
      },
    ],
    ['2005a', '', '', { date: { 'date-parts': [[2005]] }, suffix: 'a' }],
    ['2004', 'Fall', '', { date: { 'date-parts': [[2004]], season: 3 }, suffix: '' }],
    ['1999--2000', '', '', { date: { 'date-parts': [[1999], [2000]] }, suffix: '' }],
    ['c1850', '', '', { date: { literal: 'c1850' }, suffix: '' }],
    ['[1850]', '', '', { date: { literal: '[1850]' }, suffix: '' }],
    ['1850/51', '', '', { date: { literal: '1850/51' }, suffix: '' }],
    ['-44', '', '', { date: { 'date-parts': [[-44]] }, suffix: '' }],
    ['850', '', '', { date: { 'date-parts': [[850]] }, suffix: '' }],
    ['in press', '', '', { date: { literal: 'in press' }, suffix: '' }],
    ['', '10', '', null],
  ];
  for (const [year, month, day, date] of parts)
    it(`${year} ${month} ${day} in BibTeX's parts`, () =>
      assert.deepEqual(cslDateOfParts(year, month, day), date));
});

const BOTH: [string, () => Promise<BibtexDecoders>][] = [
  ['lightly', () => Promise.resolve(lightDecoders)],
  [
    'by the library',
    async () => {
      const library = new BibtexLibrary();
      await library.load();
      return library;
    },
  ],
];

for (const [how, decoders] of BOTH)
  describe(`BibTeX decoded ${how}`, () => {
    async function decode(text: string, key?: string): Promise<CslItem | null> {
      const { entries } = readBibliography('x.bib', text, await decoders());
      const entry = key === undefined ? entries[0] : entries.find((one) => one.key.text === key);
      return entry!.decode();
    }

    it('gives an article', async () => {
      const item = await decode(
        `@article{a+b, author = {van der Berg, Jan and {World Bank} and King, Jr., M. and others}, title = {The {NASA} Report on {\\"U}ber-things},
         subtitle = {Part \\& Whole}, journal = "J. of " # "X", year = 2004, month = oct, volume = 3, number = {4-5}, pages = {1--20},
         doi = {https://doi.org/10.1/a_b%20c}, url = {http://x.org/~a_b}}`,
      );
      assert.deepEqual(item, {
        id: 'a+b',
        type: 'article-journal',
        author: [
          { family: 'Berg', given: 'Jan', 'dropping-particle': 'van der' },
          { literal: 'World Bank' },
          { family: 'King', given: 'M.', suffix: 'Jr.' },
          { literal: 'others' },
        ],
        title: 'The NASA Report on Über-things: Part & Whole',
        'title-short': 'The NASA Report on Über-things',
        'container-title': 'J. of X',
        issued: { 'date-parts': [[2004, 10]] },
        volume: '3',
        issue: '4-5',
        page: '1–20',
        DOI: '10.1/a_b%20c',
        URL: 'http://x.org/~a_b',
      });
    });

    it('gives numbers, pages and the first of two fields that says something', async () => {
      const item = await decode(
        '@article{a, journaltitle = {}, journal = {J}, issn = {1234-5678}, isbn = {978-1}, pages = {1-- 20, 31 --40}}',
      );
      assert.deepEqual(item, {
        id: 'a',
        type: 'article-journal',
        'container-title': 'J',
        ISSN: '1234-5678',
        ISBN: '978-1',
        page: '1–20, 31–40',
      });
    });

    it('fills in what crossref, xdata and @string hold', async () => {
      const text = `@string{cup = {Cambridge UP}}
@xdata{pub, publisher = cup, location = {Cambridge}}
@incollection{part, author = {A, B}, title = {Part}, crossref = {WHOLE}, pages = {3-4}}
@collection{whole, editor = {E, D}, title = {Whole}, subtitle = {Sub}, date = {1999}, xdata = {pub}}`;
      const item = await decode(text, 'part');
      assert.equal(item?.['container-title'], 'Whole: Sub');
      assert.equal(item?.title, 'Part');
      assert.deepEqual(item?.editor, [{ family: 'E', given: 'D' }]);
      assert.equal(item?.publisher, 'Cambridge UP');
      assert.equal(item?.['publisher-place'], 'Cambridge');
      assert.deepEqual(item?.issued, { 'date-parts': [[1999]] });
      assert.deepEqual(
        readBibliography('x.bib', text).entries.map((entry) => entry.key.text),
        ['part', 'whole'],
      );
    });

    it('survives circles of crossref and @string', async () => {
      assert.ok(
        await decode('@book{a, crossref = {b}}\n@book{b, crossref = {a}, xdata = {a,b}, title = {T}}'),
      );
      assert.ok(await decode('@string{x = y}\n@string{y = x}\n@book{a, title = x}'));
    });

    it('does not let abbreviations multiply', async () => {
      const tenfold = (i: number): string => `@string{s${i + 1} = ${Array(10).fill(`s${i}`).join(' # ')}}`;
      const item = await decode(
        `@string{s0 = "x"}\n${[0, 1, 2, 3, 4, 5].map(tenfold).join('\n')}\n@book{a, title = s6}`,
      );
      assert.ok(item!.title!.length < 20_000);
    });

    it('keeps signs that LaTeX would not show', async () => {
      const item = await decode('@misc{a, title = {a < b, 5% of $10 and \\foo{bar}}, year = {2005a}}');
      assert.equal(item?.title, 'a < b, 5% of $10 and bar');
      assert.equal(item?.['year-suffix'], 'a');
    });

    it('gives null for what is broken', async () => {
      assert.equal(await decode('@book{a, title = {A'), null);
    });

    const types: [string, string][] = [
      ['@inproceedings{a, booktitle = {P}}', 'paper-conference'],
      ['@phdthesis{a, school = {U}}', 'thesis'],
      ['@article{a, entrysubtype = {newspaper}}', 'article-newspaper'],
      ['@online{a}', 'webpage'],
      ['@techreport{a}', 'report'],
      ['@whatever{a}', 'document'],
    ];
    for (const [text, type] of types)
      it(`${text} is of type ${type}`, async () => assert.equal((await decode(text))?.type, type));
  });

describe('an entry of BibTeX', () => {
  it('is decoded anew when the library has come', async () => {
    const library = new BibtexLibrary();
    const entry = readBibliography('x.bib', '@book{a, title = {H$_2$O}}', library).entries[0]!;
    const light = entry.decode();
    assert.equal(entry.decode(), light);
    await library.load();
    assert.notEqual(entry.decode(), light);
    assert.equal(entry.decode()?.title, 'H₂O');
    assert.equal(entry.decode(), entry.decode());
  });

  it('is by people of the same names whether or not the library has come', async () => {
    const text = '@book{a, author = {W{\\textschwa}bb, Ada and {The Bank}}, editor = {Jan van der Berg}}';
    const library = new BibtexLibrary();
    const families = ['Wbb', 'Berg'];
    const entryOf = () => readBibliography('x.bib', text, library).entries[0]!;
    const entry = entryOf();
    assert.deepEqual(entry.families(), families);
    await library.load();
    assert.equal(entry.decode()?.author?.[0]?.family, 'Wəbb');
    assert.deepEqual(entry.families(), families);
    assert.deepEqual(entryOf().families(), families);
  });

  it('is sketched with names, year, title and pages', () => {
    const sketch = (text: string): unknown => readBibliography('x.bib', text).entries[0]!.sketch();
    assert.deepEqual(
      sketch(
        '@article{a, author = {Jan van der Berg and {The Bank}}, date = {2005-10}, title = {{A} \\emph{b}}, pages = {661--675}}',
      ),
      { names: ['van der Berg', 'The Bank'], year: '2005', title: 'A b', pages: '661--675' },
    );
    assert.deepEqual(sketch('@book{a, editor = {E, D}, year = {[2005b]}}'), {
      names: ['E'],
      year: '2005b',
      title: null,
      pages: null,
    });
    assert.deepEqual(sketch('@misc{a, year = {forthcoming}}'), {
      names: [],
      year: null,
      title: null,
      pages: null,
    });
  });
});
