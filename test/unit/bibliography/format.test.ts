import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describeEntry } from '../../../server/src/bibliography/describe-entry.ts';
import {
  loadFormatter,
  shippedStyle,
  shippedStyles,
} from '../../../server/src/bibliography/load-formatter.ts';
import type { CslItem } from '../../../server/src/bibliography/model.ts';

const article: CslItem = {
  id: 'a',
  type: 'article-journal',
  title: 'On <i>Sic</i> & non',
  author: [
    { family: 'Lee', given: 'Ada' },
    { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
  ],
  issued: { 'date-parts': [[2004, 10]] },
  'container-title': 'Journal_of Things',
  volume: 3,
  issue: '2',
  page: '1–20',
};
const book: CslItem = {
  id: 'b',
  type: 'book',
  title: 'Whole',
  author: [{ literal: 'World Bank' }],
  issued: { 'date-parts': [[1996], [0]] },
  publisher: 'Press',
  'publisher-place': 'Paris',
};
const hostile: CslItem = {
  id: 'c',
  type: 'book',
  title: '[x](command:y) <img src=x onerror=z> *star* `code`',
  author: [{ family: '<script>', given: '![i](http://x.y)' }],
  publisher: 'A\n\n# B',
};

describe('an entry in a style', () => {
  it('is a reference and a citation in Chicago', async () => {
    const formatter = await loadFormatter({});
    assert.equal(
      formatter.reference(article),
      'Lee, Ada, and Jan van der Berg. 2004. “On *Sic* & Non.” *Journal_of Things* 3 (2): 1–20.',
    );
    assert.equal(formatter.citation(article), '(Lee and van der Berg 2004)');
    assert.equal(
      formatter.citation(article, { locator: '3-5', label: 'page', prefix: 'see ', suffix: ', <b>and more' }),
      '(see Lee and van der Berg 2004, 3–5, ‹b›and more)',
    );
    assert.equal(formatter.citation(article, { suppressAuthor: true }), '(2004)');
    assert.equal(formatter.problem, null);
  });

  it('speaks the language of the text', async () => {
    const formatter = await loadFormatter({ name: 'apa', lang: 'de' });
    assert.equal(formatter.citation(book, { locator: '7', label: 'page' }), '(World Bank, 1996–, S. 7)');
  });

  for (const style of shippedStyles)
    it(`is formatted by ${style}`, async () => {
      const formatter = await loadFormatter({ name: `styles/${style}.csl` });
      for (const item of [article, book]) {
        assert.match(formatter.reference(item), /2004|1996/);
        assert.notEqual(formatter.reference(item), describeEntry(item));
        assert.match(formatter.citation(item), /Lee|World Bank/);
      }
      assert.equal(formatter.problem, null);
    });

  it('holds no markup of the file’s own', async () => {
    const formatter = await loadFormatter({ name: 'apa' });
    for (const markdown of [
      formatter.reference(hostile),
      formatter.citation(hostile),
      describeEntry(hostile),
    ]) {
      assert.doesNotMatch(markdown, /(?<!\\)\[|(?<!\\)<|(?<!\\)`|\n/);
    }
  });

  it('takes an entry as it now stands under its key', async () => {
    const formatter = await loadFormatter({});
    assert.match(formatter.reference(book), /Whole/);
    assert.match(formatter.reference({ ...book, title: 'Other' }), /Other/);
  });

  it('keeps the letter of its year', async () => {
    const formatter = await loadFormatter({});
    assert.equal(
      formatter.citation({ ...book, issued: { 'date-parts': [[2005]] }, 'year-suffix': 'a' }),
      '(World Bank 2005a)',
    );
  });

  for (const xml of [
    '',
    'junk',
    '<style',
    '<style></style>',
    '{"a": 1}',
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><macro name="a"><text macro="a"/></macro><citation><layout><text macro="a"/></layout></citation></style>',
  ])
    it(`is described without style when the style is ${JSON.stringify(xml.slice(0, 20))}`, async () => {
      const formatter = await loadFormatter({ xml: xml || '<' });
      assert.equal(formatter.reference(book), describeEntry(book));
      assert.equal(formatter.citation(book), describeEntry(book));
      assert.match(formatter.problem!, /cannot be used/);
    });

  it('follows a dependent style to its parent', async () => {
    const xml =
      '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>X</title><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>';
    assert.equal((await loadFormatter({ xml })).citation(article), '(Lee & van der Berg, 2004)');
  });
});

describe('the styles that ship', () => {
  it('go by their usual names', () => {
    assert.equal(shippedStyle('csl/APA.csl'), 'apa');
    assert.equal(shippedStyle('https://www.zotero.org/styles/chicago-author-date'), 'chicago-author-date');
    assert.equal(shippedStyle('mla'), 'modern-language-association');
    assert.equal(shippedStyle('constructor'), null);
  });

  it('say who wrote them and under which license', () => {
    for (const folder of ['styles', 'locales']) {
      const path = new URL(`../../../server/assets/csl/${folder}/`, import.meta.url);
      for (const file of readdirSync(path)) {
        const text = readFileSync(new URL(file, path), 'utf8');
        assert.match(text, /creativecommons\.org\/licenses\/by-sa\/3\.0/, file);
        assert.match(text, /"name":"(?:author|contributor|translator)"/, file);
      }
    }
  });
});

describe('an entry without style', () => {
  const table: [item: CslItem, markdown: string][] = [
    [
      article,
      'Lee, Ada and van der Berg, Jan (2004, October). “On *Sic* & non.” *Journal_of Things* 3(2): 1–20.',
    ],
    [book, 'World Bank (1996–). *Whole*. Paris: Press.'],
    [{ id: 'x', type: 'book' }, 'x'],
    [{ id: 'x', type: 'book', title: 'Why?' }, '*Why?*'],
    [
      {
        id: 'x',
        type: 'chapter',
        title: 'Part',
        editor: [{ family: 'E', given: 'D' }],
        'container-title': 'Whole',
        page: '3',
        issued: { 'date-parts': [[2005]], circa: true },
        'year-suffix': 'b',
      },
      'E, D (ed.) (c. 2005b). “Part.” In *Whole*, 3.',
    ],
  ];
  for (const [item, markdown] of table) it(markdown, () => assert.equal(describeEntry(item), markdown));

  it('names one of many', () => {
    const author = 'ABCDE'.split('').map((family) => ({ family }));
    assert.equal(
      describeEntry({ id: 'x', type: 'book', author, issued: { literal: 'n.d.' } }),
      'A et al. (n.d.).',
    );
  });
});
