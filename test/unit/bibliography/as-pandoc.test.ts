import assert from 'node:assert/strict';
import { BibtexLibrary, lightDecoders } from '../../../server/src/bibliography/bibtex-library.ts';
import { bibtexToCsl } from '../../../server/src/bibliography/bibtex-to-csl.ts';
import type { CslItem, CslName } from '../../../server/src/bibliography/model.ts';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';
import { sentenceCase, inSentenceCase } from '../../../server/src/bibliography/sentence-case.ts';
import { nameOf, yearOf } from '../../../server/src/bibliography/csl-item.ts';
import { describeEntry } from '../../../server/src/bibliography/describe-entry.ts';

const library = new BibtexLibrary();
before(() => library.load());

/** The fields of one entry, as both decoders read them. */
async function decoded(entry: string): Promise<CslItem> {
  await library.load();
  const [full, light] = [library, lightDecoders].map((decoders) =>
    readBibliography('refs.bib', entry, decoders).entries[0]!.decode()!,
  );
  assert.deepEqual(full!.author, light!.author);
  return full!;
}

describe('names, as Pandoc reads them', () => {
  const table: [author: string, names: CslName[]][] = [
    [
      'family=Heijden, given=Tim, prefix=van der, useprefix=true',
      [{ family: 'Heijden', given: 'Tim', 'non-dropping-particle': 'van der' }],
    ],
    [
      'van der Heijden, Tim and {van Inwagen}, Peter',
      [
        { family: 'Heijden', given: 'Tim', 'dropping-particle': 'van der' },
        { family: 'Inwagen', given: 'Peter', 'non-dropping-particle': 'van' },
      ],
    ],
    [
      'Dijk, Dick van and Johnson J.R., R. and McAllister, K.W',
      [
        { family: 'Dijk', given: 'Dick', 'dropping-particle': 'van' },
        { family: 'Johnson J. R.', given: 'R.' },
        { family: 'McAllister', given: 'K. W' },
      ],
    ],
    ["d'Alembert, Jean", [{ family: 'Alembert', given: 'Jean', 'non-dropping-particle': 'd’' }]],
    ["D'Alembert, Jean", [{ family: "D'Alembert", given: 'Jean' }]],
    ["Anna {\\'e}l Haddad", [{ family: 'Haddad', given: 'Anna', 'dropping-particle': 'él' }]],
    ['al-Kindi', [{ family: 'Kindi', 'non-dropping-particle': 'al-' }]],
    ['Ash, A. and others', [{ family: 'Ash', given: 'A.' }, { literal: 'others' }]],
    [
      'Zoe, E.A. and Doe, J.-P.',
      [
        { family: 'Zoe', given: 'E. A.' },
        { family: 'Doe', given: 'J.-P.' },
      ],
    ],
    ['family={American {and} Co}', [{ family: 'American and Co' }]],
    ["Zolt{\\ifmmode\\acute{a}\\else\\'{a}\\fi}n, B.", [{ family: 'Zoltán', given: 'B.' }]],
  ];
  for (const [author, names] of table)
    it(author, async () => assert.deepEqual((await decoded(`@book{a, author={${author}}}`)).author, names));

  it('are cited with the particle that belongs to them', () => {
    assert.equal(nameOf({ family: 'Kindi', 'non-dropping-particle': 'al-' }), 'al-Kindi');
    assert.equal(nameOf({ family: 'Berg', 'dropping-particle': 'van den' }), 'van den Berg');
  });

  it('are those of the entry where its options say that particles belong to families', async () => {
    for (const options of ['useprefix', 'useprefix=true', 'url=false,useprefix'])
      assert.deepEqual(
        (await decoded(`@book{a, options={${options}}, author={van Gennep, Arnold}}`)).author,
        [{ family: 'Gennep', given: 'Arnold', 'non-dropping-particle': 'van' }],
      );
  });
});

describe('LaTeX of which a reader sees nothing', () => {
  const table: [title: string, words: string][] = [
    ['Proc.\\ of the Quay, vol.\\ 2', 'Proc. of the Quay, vol. 2'],
    ['On \\foreignlanguage{russian}{ropes} and knots', 'On ropes and knots'],
    ['A reply to \\citet[p.~3]{foo_bar}, again', 'A reply to , again'],
    ['Ropes\\footnote{With {braces} within.} and knots', 'Ropes and knots'],
    ["A ``quoted'' and `single' one", 'A “quoted” and ‘single’ one'],
    ['One\\\\ two', 'One two'],
  ];
  for (const [title, words] of table)
    it(title, async () => assert.equal((await decoded(`@book{a, title={${title}}}`)).title, words));
});

describe('the bodies, series and numbers of an entry, as Pandoc gives them', () => {
  const table: [fields: string, name: string, value: string][] = [
    ['publisher={ILR and Quay Press}', 'publisher', 'ILR; Quay Press'],
    ['publisher={Simon {and} Sons}', 'publisher', 'Simon and Sons'],
    ['organization={The Guild}, publisher={Quay Press}', 'publisher', 'The Guild; Quay Press'],
    ['location={Durham and London}', 'publisher-place', 'Durham; London'],
    ['series={newseries}', 'collection-title', 'New series'],
    ['series={3}', 'collection-title', '3rd series'],
    ['series={11}', 'collection-title', '11th series'],
    ['volume={7}, part={2}', 'volume', '7.2'],
    ['number={4}', 'collection-number', '4'],
    ['note={A note}, addendum={More}', 'note', 'A note. More'],
    ['langid={english}, langidopts={variant=british}', 'language', 'en-GB'],
    ['howpublished={\\url{http://x.example/~a}}', 'URL', 'http://x.example/~a'],
  ];
  for (const [fields, name, value] of table)
    it(fields, async () => assert.equal((await decoded(`@book{a, ${fields}}`))[name], value));
});

describe('what an entry stands in', () => {
  const table: [entry: string, name: string, value: string][] = [
    ['@incollection{a, title={A}, booktitle={The Book}, journaltitle={Part 3}}', 'container-title', 'The Book'],
    ['@article{a, title={A}, booktitle={The Book}, journaltitle={Ropes}}', 'container-title', 'Ropes'],
    ['@inproceedings{a, title={A}, address={York}, location={Hull}}', 'publisher-place', 'York'],
  ]; // prettier-ignore
  for (const [entry, name, value] of table)
    it(entry, async () => assert.equal((await decoded(entry))[name], value));
});

describe('a title and what belongs to it', () => {
  const table: [entry: string, title: string | undefined, container: string | undefined][] = [
    ['@book{a, title={Ropes}, subtitle={A Study}, titleaddon={Again}}', 'Ropes: A study. Again', undefined],
    ['@book{a, title={Ropes?}, subtitle={No!}, titleaddon={Again}}', 'Ropes? No! Again', undefined],
    // None of them without a title.
    ['@book{a, subtitle={A Study}}', undefined, undefined],
    ['@book{a, titleaddon={Letters}}', undefined, undefined],
    ['@incollection{a, title={Ropes}, booktitleaddon={Letters}}', 'Ropes', undefined],
    ['@book{a, maintitle={Docks}, mainsubtitle={A Life}}', 'Docks: A life', undefined],
    ['@periodical{a, title={Dock News}, issuetitle={The Flood}, note={Kept}}', 'The flood', 'Dock news'],
    ['@periodical{a, title={Dock News}}', 'Dock news', undefined],
  ];
  for (const [entry, title, container] of table)
    it(entry, async () => {
      const item = await decoded(entry);
      assert.deepEqual(
        [item.title?.toLowerCase(), item['container-title']?.toLowerCase()],
        [title?.toLowerCase(), container?.toLowerCase()],
      );
      if (entry.startsWith('@periodical')) assert.equal(item['note'], undefined);
    });
});

describe('code, addresses and the names of programs', () => {
  const table: [what: string, entry: string, expected: CslItem['title']][] = [
    ['code is text', String.raw`title={Ropes in \texttt{knots2}}`, 'Ropes in knots2'],
    [
      'LaTeX is written with letters of one size',
      String.raw`title={Tables for {\LaTeX} and \TeX{} Users}`,
      'Tables for LaTeX and TeX users',
    ],
  ];
  for (const [what, entry, expected] of table)
    it(what, async () => {
      await library.load();
      const read = readBibliography('refs.bib', `@book{a, ${entry}}`, library).entries[0]!.latex!()!;
      const item = bibtexToCsl('a', 'book', library.current()('book', inSentenceCase(read.fields)));
      assert.equal(item?.title, expected);
    });

  it('an address within an address is the address', async () => {
    const { URL } = await decoded(String.raw`@misc{a, url={\url{https://example.org/a_b}}}`);
    assert.equal(URL, 'https://example.org/a_b');
  });

  it('data are a data set', async () =>
    assert.equal((await decoded('@data{a, title={Ropes}}')).type, 'dataset'));
});

describe('sentence case', () => {
  const table: [title: string, cased: string][] = [
    ['{RQS:} rope’s distributed stores', '{RQS:} Rope’s distributed stores'],
    [
      'Ropes with Looms: [Practical Methods for Weavers]',
      'Ropes with looms: [Practical methods for weavers]',
    ],
    ['Short Sentences About {NATO} and {the} Docks', 'Short sentences about {NATO} and {the} docks'],
    ['A Life of O’Hara and Looms', 'A life of O’Hara and looms'],
    ["A Life of O'Hara and Looms", "A life of O'Hara and looms"],
    ['SHOUTED TITLE OF A PAPER', 'SHOUTED TITLE OF a PAPER'],
    ['Ropes: A Study. The Second Part', 'Ropes: A study. The second part'],
    ['The {\\"O}sterreich Question in P53 Research', 'The {\\"o}sterreich question in P53 research'],
    ['On \\emph{Felis} Catus and \\enquote{The Cat}', 'On \\emph{felis} catus and \\enquote{The Cat}'],
    ['21st-Century Ropes and $X$ Rays', '21st-century ropes and $X$ rays'],
    ['The Water H$_2$O and NaCl$_x$ Again', 'The water H$_2$O and NaCl$_x$ again'],
    ["The Guild's {DNA}s and iRods", "The guild's {DNA}s and iRods"],
    ['never closed {Here', 'Never closed {Here'],
    ['Ropes, a Manual: Knots', 'Ropes, a manual: knots'],
    ['Ropes, a Manual: Knot-Tying', 'Ropes, a manual: Knot-tying'],
    ['Ropes, a Manual: Knots/Hitches', 'Ropes, a manual: Knots/hitches'],
    ['Ropes, a Manual: {Turk} Knots', 'Ropes, a manual: {Turk} knots'],
    ['Ropes, a Manual: v.in.rope', 'Ropes, a manual: v.in.rope'],
    ['Ropes', 'Ropes'],
    ['iPhones in Use', 'iPhones in use'],
    [String.raw` \emph{Ropes and} Knots`, String.raw` \emph{Ropes and} knots`],
    [
      String.raw`Dynamics of the {\it Ciconia ciconia} in the North`,
      String.raw`Dynamics of the {\it Ciconia ciconia} in the north`,
    ],
    [String.raw`The {\'E}tudes of Chopin`, String.raw`The {\'e}tudes of chopin`],
    [String.raw`Ropes in \texttt{R} and Knots`, String.raw`Ropes in \texttt{R} and knots`],
    [String.raw`Ropes {Q}\&{As} for Weavers`, String.raw`Ropes {Q}\&{As} for weavers`],
    [String.raw`On \emph{Ropes:} A Study of Knots`, String.raw`On \emph{ropes:} A study of knots`],
  ];
  for (const [title, cased] of table) it(title, () => assert.equal(sentenceCase(title), cased));

  const cased = (fields: [string, string][]) => inSentenceCase(new Map(fields)).get('title');
  it('is for English, said or seen', () => {
    const german = 'Kurze Sätze Über Das Schreiben';
    assert.equal(
      cased([
        ['title', german],
        ['langid', 'german'],
      ]),
      german,
    );
    assert.equal(cased([['title', 'Die Kultur der Seile in Hull']]), 'Die Kultur der Seile in Hull');
    assert.equal(cased([['title', 'The Ropes of Hull']]), 'The ropes of hull');
    assert.equal(cased([['title', 'The Ropes of Hull'], ['language', 'English,English']]), 'The ropes of hull'); // prettier-ignore
    assert.equal(
      cased([
        ['title', 'Die Kultur'],
        ['langid', 'english'],
      ]),
      'Die kultur',
    );
    const french = 'Lectures sur Ropes';
    assert.equal(cased([['title', french]]), french);
    assert.equal(
      cased([
        ['title', french],
        ['langid', 'english'],
      ]),
      'Lectures sur ropes',
    );
    assert.equal(
      cased([
        ['title', 'Kobzar Ta Moriaky'],
        ['langid', 'ukrainian'],
      ]),
      'Kobzar Ta Moriaky',
    );
  });

  const romance: [title: string, cased: string][] = [
    ['Alquiler y Venta de Inmuebles Urbanos', 'Alquiler y venta de inmuebles urbanos'],
    ['Programa de La {{Unidad Popular}}', 'Programa de la {{Unidad Popular}}'],
    ['O Fluxo Das Cordas do Porto', 'O fluxo das cordas do porto'],
    ['Historia de las cuerdas de América Latina', 'Historia de las cuerdas de América Latina'],
    ['Les cordes et les marins de Saint-Malo', 'Les cordes et les marins de Saint-Malo'],
    ['Der Aufbau der Seile: Grundlegung und Entstehung', 'Der Aufbau der Seile: Grundlegung und Entstehung'],
  ];
  for (const [title, small] of romance)
    it(`puts into small letters what a program took for English: ${title}`, () =>
      assert.equal(cased([['title', title]]), small));

  it('is that of an entry on its way to a style, and of that alone', async () => {
    const entry = '@book{a, title={Short Sentences About {NATO}}}';
    assert.equal((await decoded(entry)).title, 'Short Sentences About NATO');
    const { id, type, fields } = readBibliography('r.bib', entry).entries[0]!.latex!()!;
    const printed = bibtexToCsl(id, type, library.current()(type, inSentenceCase(fields)));
    assert.equal(printed?.title, 'Short sentences about NATO');
  });

  it('takes time in proportion to the title', () => {
    assert.equal(sentenceCase('{'.repeat(20_000)), '{'.repeat(20_000));
    assert.equal(sentenceCase('$ A'.repeat(20_001)).length, 60_003);
  });
});

describe('a year before Christ', () => {
  it('is told as historians count', async () => {
    const { issued } = await decoded('@book{a, title={T}, date={-0876}}');
    assert.deepEqual(issued, { 'date-parts': [[-877]] });
    assert.equal(yearOf(issued), '877 BC');
    assert.equal(describeEntry({ id: 'a', type: 'book', title: 'T', issued }), '(877 BC). *T*.');
    assert.equal(
      describeEntry({ id: 'a', type: 'book', title: 'T', issued: { 'date-parts': [[-44], [14]] } }),
      '(44 BC–14). *T*.',
    );
  });
});
