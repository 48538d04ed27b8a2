import assert from 'node:assert/strict';
import { attachmentsOf } from '../../../server/src/bibliography/attachments.ts';
import { BibtexLibrary } from '../../../server/src/bibliography/bibtex-library.ts';
import { ENTRY_TYPES } from '../../../server/src/bibliography/bibtex-terms.ts';
import { boundedItem, MOST_NAMES } from '../../../server/src/bibliography/bounded-entry.ts';
import { cslItemSchema } from '../../../server/src/bibliography/csl-schema.ts';
import { EntryPress } from '../../../server/src/bibliography/entry-press.ts';
import type { CslItem } from '../../../server/src/bibliography/model.ts';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';

const problems = (text: string): string[] =>
  readBibliography('x.bib', text).problems.map(({ message }) => message);

const item = (fields: object) =>
  readBibliography('x.json', JSON.stringify([{ id: 'a', type: 'book', ...fields }])).entries[0]!;

describe('what is wrong with an entry of BibTeX', () => {
  it('a field without a value is one problem', () => {
    const [message, ...others] = problems('@book{a, title = , year = 2001}');
    assert.match(message!, /“a” gives its field “title” no value/);
    assert.deepEqual(others, []);
  });

  it('a brace too many, behind which fields follow', () => {
    for (const rest of [
      '}, year = {2001}}',
      '} , year={2001}}',
      '},\n  author = "X"\n}',
      '},\n  date-added = 3\n}',
      '}, x = {1}}',
    ])
      assert.match(
        problems(`@book{a, title = {A}${rest}\n`).join(),
        /“a” ends at this brace, but fields follow/,
        rest,
      );
    for (const rest of ['}\n\n, year 2001', '}, and so on = {x', '} year = {2001}'])
      assert.deepEqual(problems(`@book{a, title = {A}${rest}\n`), [], rest);
  });

  it('no comma behind the key', () => {
    for (const field of ['title={A}', 'title = {A}', 't = {A}', 'date-added ={A}'])
      assert.match(problems(`@book{a ${field}}\n`).join(), /A comma is missing after the key “a”/, field);
  });
});

describe('the year of an entry', () => {
  it('with its letter, or none', () => {
    assert.equal(item({ issued: { 'date-parts': [[2001]] }, 'year-suffix': 'b' }).sketch().year, '2001b');
    assert.equal(item({ issued: { 'date-parts': [[2001]] } }).sketch().year, '2001');
    assert.equal(item({}).sketch().year, null);
    assert.equal(item({ 'year-suffix': 'b' }).sketch().year, null);
  });

  it('of a list of which parts are empty', () => {
    const date = (issued: unknown) => item({ issued }).decode()!.issued;
    assert.deepEqual(date([[2001, 5], []]), { 'date-parts': [[2001, 5]] });
    assert.deepEqual(date([[], [2001, 5]]), { 'date-parts': [[2001, 5]] });
    assert.deepEqual(date({ 'date-parts': [[2001], []] }), { 'date-parts': [[2001]] });
    assert.equal(date([[]]), undefined);
  });
});

describe('the files of an item', () => {
  it('are none where an address on the web is given', () => {
    const files = (path: string) => attachmentsOf(item({ attachments: [{ title: 'PDF', path }] }));
    assert.deepEqual(files('https://example.org/a.pdf'), []);
    assert.deepEqual(files('//server/a.pdf'), []);
    assert.deepEqual(files('file:///home/ada/a%20b.pdf'), [
      { path: '/home/ada/a b.pdf', description: 'PDF' },
    ]);
    assert.deepEqual(files('C:\\a.pdf'), [{ path: 'C:/a.pdf', description: 'PDF' }]);
  });
});

describe('an item for the printer', () => {
  it('has at most so many names, with a sign that there are more before the last', () => {
    const of = (count: number): CslItem => ({
      id: 'a',
      type: 'book',
      author: Array.from({ length: count }, (_, i) => ({ family: `L${i}` })),
    });
    assert.deepEqual(boundedItem(of(MOST_NAMES)), { kept: of(MOST_NAMES), isCut: false });
    const { kept, isCut } = boundedItem(of(MOST_NAMES + 1));
    assert.ok(isCut);
    assert.equal(kept.author!.length, MOST_NAMES);
    assert.deepEqual(kept.author!.slice(-2), [{ literal: '…' }, { family: `L${MOST_NAMES}` }]);
  });

  it('is printed in the language of the text, each time anew', async () => {
    const press = new EntryPress(new BibtexLibrary());
    const entry: CslItem = {
      id: 'a',
      type: 'chapter',
      title: 'Ropes',
      author: [{ family: 'Lee', given: 'Ada' }],
      editor: [{ family: 'Berg', given: 'Jan' }],
      'container-title': 'Docks',
    };
    const print = async (lang?: string) =>
      (await press.print({ style: lang === undefined ? {} : { lang }, entry: { item: entry } })).markdown;
    const [english, german, french] = [await print(), await print('de'), await print('fr')];
    assert.match(english, /edited by/);
    assert.match(german, /herausgegeben von/);
    assert.match(french, /éd(?:ité|\.)/);
    assert.equal(await print('de-AT'), german);
    assert.equal(await print('xx'), english);
  });
});

describe('what is offered for entries', () => {
  it('has fields for each type, of which none stands twice', () => {
    for (const [type, what, fields] of ENTRY_TYPES) {
      assert.ok(what.length > 0, type);
      assert.ok(fields.includes('title') && fields.length > 2, type);
      assert.deepEqual([...new Set(fields)], fields, type);
    }
  });

  it('has a title for each part of an item in CSL-JSON', () => {
    interface Schema {
      readonly title?: string;
      readonly properties?: Readonly<Record<string, Schema>>;
      readonly items?: Schema;
    }
    const untitled = ({ properties = {}, items }: Schema, path: string): string[] => [
      ...Object.entries(properties).flatMap(([name, schema]) => [
        ...(schema.title ? [] : [`${path}${name}`]),
        ...untitled(schema, `${path}${name}.`),
      ]),
      ...(items ? untitled(items, path) : []),
    ];
    const schema = cslItemSchema() as Schema;
    assert.deepEqual(untitled(schema, ''), []);
    assert.equal(schema.properties!['issued']!.properties!['date-parts']!.title, 'Date');
  });
});
