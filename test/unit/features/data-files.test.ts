import assert from 'node:assert/strict';
import { suggestionsInData } from '../../../server/src/features/completion/data.ts';
import { suggestionsAt } from '../../../server/src/features/completion/completion.ts';
import { definitionsInData } from '../../../server/src/features/data/definition.ts';
import type { DataRequest } from '../../../server/src/features/data/request.ts';
import { definitionsAt } from '../../../server/src/features/definition.ts';
import { hoverInData } from '../../../server/src/features/hover/data.ts';
import { hoverAt } from '../../../server/src/features/hover/hover.ts';
import { referencesTo } from '../../../server/src/features/references/find-references.ts';
import { subjectsInData } from '../../../server/src/features/references/data-subject.ts';
import { subjectsAt } from '../../../server/src/features/references/subject.ts';
import { rename } from '../../../server/src/features/rename/rename.ts';
import { allAtOnce } from '../../../server/src/text/stepwise.ts';
import { askAt, askDataAt } from '../../support/features.ts';

/** A workspace in which each kind of file names something of the others. */
const FILES: Readonly<Record<string, string>> = {
  'sicetnon.yaml': `bibliography: [works.bib, more.json, more.yaml]
actors: [actors.yaml]
sources:
  texts/ash.txt: ash1950
properties:
  trusted: {type: boolean}
places:
  Ghent: Flanders
rules:
  claim-unsupported: information
`,
  'actors.yaml': `guild:
  name: Guild of Weavers
  kind: guild
  works: [ash1950]
  cite: "[@ash1950, 3]"
  relations:
    part-of: [town]
town:
  name: Town Council
`,
  'works.bib': `@book{ash1950,
  author = {Ash, Mary},
  title = {The Fairs},
  year = {1950},
}

@incollection{elm1951,
  author = {Elm, Eve},
  title = {On Tolls},
  crossref = {ash1950},
}
`,
  'more.json': `[
  {
    "id": "oak1960",
    "type": "book",
    "title": "Oak",
    "author": [{ "family": "Oak" }]
  }
]
`,
  'more.yaml': `references:
- id: fir1970
  type: book
  title: Fir
`,
  'main.md': `---
source: elm1951
bibliography: works.bib
references:
- id: yew1980
  type: book
---

[The town trusted nobody]{.claim #c about="town" says="trusted = no"} [@ash1950, p. 3; @oak1960].
`,
  'texts/ash.txt': 'The fair was old.\n',
};

/** The workspace with `from` replaced by `to`, where the cursor stands, in one of its files. */
function drawn(path: string, from: string, to: string): string {
  assert.equal(FILES[path]!.split(from).length, 2, `“${from}” stands once in ${path}`);
  return Object.entries(FILES)
    .map(([name, text]) => `//- ${name}\n${name === path ? text.replace(from, () => to) : text}`)
    .join('');
}

async function ask(path: string, from: string, to: string) {
  const fixture = drawn(path, from, to);
  if (/\.(?:md)$/.test(path)) {
    const { request, file } = await askAt(fixture);
    const suggested = suggestionsAt(request);
    return {
      request,
      file,
      suggested,
      hover: () => hoverAt(request),
      links: () => definitionsAt(request),
      subjects: () => subjectsAt(request),
    };
  }
  const { request, file } = await askDataAt(fixture);
  return {
    request,
    file,
    suggested: suggestionsInData(request),
    hover: () => hoverInData(request),
    links: () => definitionsInData(request),
    subjects: () => subjectsInData(path, request.offset, request),
  };
}

describe('Files that are written by hand complete', () => {
  for (const [path, from, to, label, taken] of [
    ['sicetnon.yaml', 'rules:\n', 'excl‸\nrules:\n', 'exclude', 'exclude: \nrules:\n'],
    ['sicetnon.yaml', '[works.bib,', '[wo‸,', 'works.bib', '[works.bib,'],
    ['sicetnon.yaml', '[actors.yaml]', '[act‸ors.yaml]', 'actors.yaml', '[actors.yaml]'],
    ['sicetnon.yaml', 'type: boolean', 'type: ch‸', 'choice', 'type: choice'],
    ['sicetnon.yaml', '  texts/ash.txt: ash1950', '  texts/ash.txt: el‸', 'elm1951', 'ash.txt: elm1951'],
    ['sicetnon.yaml', '  texts/ash.txt: ash1950', '  te‸', 'texts/ash.txt', '  texts/ash.txt: \n'],
    [
      'sicetnon.yaml',
      'claim-unsupported: information',
      'footnote-un‸',
      'footnote-unused',
      'footnote-unused: ',
    ],
    ['sicetnon.yaml', 'unsupported: information', 'unsupported: h‸', 'hint', 'unsupported: hint'],
    ['sicetnon.yaml', 'Ghent: Flanders', 'Ghent: Flanders\n  Bruges: Fl‸', 'Flanders', 'Bruges: Flanders'],
    ['actors.yaml', 'town:\n  name', 'town:\n  ali‸\n  name', 'aliases', 'town:\n  aliases: \n'],
    ['actors.yaml', 'part-of: [town]', 'part-of: [to‸]', 'town', 'part-of: [town]'],
    ['actors.yaml', 'works: [ash1950]', 'works: [ash1950, el‸]', 'elm1951', 'works: [ash1950, elm1951]'],
    ['actors.yaml', '"[@ash1950, 3]"', '"[@el‸]"', 'elm1951', '"[@elm1951]"'],
    ['actors.yaml', 'name: Town Council', 'kind: gu‸', 'guild', 'kind: guild'],
    ['works.bib', '  title = {On Tolls},\n', '  ti‸\n', 'title', '  title = {},\n'],
    ['works.bib', 'crossref = {ash1950}', 'crossref = {as‸}', 'ash1950', 'crossref = {ash1950}'],
    ['works.bib', '@book{ash1950', '@bo‸{ash1950', 'book', '@book{ash1950'],
    ['works.bib', '@incollection', '@art‸\n\n@incollection', 'article', '@article{newkey,\n'],
    ['more.json', '"type": "book"', '"type": "bo‸"', 'book', '"type": "book"'],
    ['more.json', '    "title": "Oak"', '    "pub‸": "Oak"', 'publisher', '"publisher": "Oak"'],
    ['more.json', '{ "family": "Oak" }', '{ "gi‸" }', 'given', '{ "given" }'],
    ['more.yaml', '  title: Fir', '  tit‸', 'title', '  title: \n'],
    ['more.yaml', '  type: book', '  type: bo‸', 'book', '  type: book\n'],
    ['main.md', 'source: elm1951', 'source: as‸', 'ash1950', 'source: ash1950\n'],
    ['main.md', 'bibliography: works.bib', 'bibliography: wo‸', 'works.bib', 'bibliography: works.bib\n'],
    ['main.md', 'source: elm1951', 'noc‸', 'nocite', 'nocite: \n'],
    ['main.md', '  type: book', '  type: bo‸', 'book', '  type: book\n'],
    ['main.md', '  type: book', '  ti‸', 'title', '  title: \n'],
  ] as const)
    it(`${path}: ${to.replaceAll('\n', '⏎')}`, async () => {
      const { suggested, file } = await ask(path, from, to);
      const item = suggested?.items.find((each) => each.label === label);
      assert.ok(
        item,
        `${label} is offered; there are ${suggested?.items.map((each) => each.label).join(', ')}`,
      );
      const text = file.text.slice(0, item.range.from) + item.insert + file.text.slice(item.range.to);
      assert.ok(text.includes(taken), text);
    });

  it('and say of each key what it is for, in plain words that do not break off', async () => {
    const { suggested } = await ask('sicetnon.yaml', 'rules:\n', '‸\nrules:\n');
    const told = new Map(suggested?.items.map(({ label, detail }) => [label, detail]));
    assert.equal(told.get('conflict-ends'), 'Where conflicts are told');
    assert.equal(told.get('csl'), 'A CSL style (.csl), by which hovers show references.');
    for (const [label, detail] of told) assert.match(detail ?? '', /^[^`]+[^`:]$/, label);
  });

  for (const [path, from, to, label] of [
    ['sicetnon.yaml', 'rules:\n', '‸\nrules:\n', 'places'],
    ['sicetnon.yaml', '  Ghent: Flanders', '  Ghent: Flanders\n  Flanders: Gh‸', 'Ghent'],
    ['sicetnon.yaml', '{type: boolean}', '{type: boolean, u‸}', 'unit'],
    ['actors.yaml', 'part-of: [town]', 'part-of: [gu‸]', 'guild'],
    ['works.bib', '  year = {1950},', '  year = {1950},\n  crossref = {‸}', 'elm1951'],
    ['works.bib', '  title = {On Tolls},\n', '  ‸\n  title = {On Tolls},\n', 'author'],
  ] as const)
    it(`not with what would be wrong: ${path}: ${to.replaceAll('\n', '⏎')}`, async () => {
      const { suggested } = await ask(path, from, to);
      assert.ok(!suggested?.items.some((each) => each.label === label), label);
    });
});

describe('Files that are written by hand tell', () => {
  for (const [path, from, to, tells] of [
    ['sicetnon.yaml', 'texts/ash.txt: ash1950', 'texts/ash.txt: ash‸1950', 'Ash'],
    ['sicetnon.yaml', 'tru', 'tr‸u', 'yes or no'],
    ['sicetnon.yaml', '[works.bib', '[wor‸ks.bib', '2 works'],
    ['sicetnon.yaml', '[actors.yaml', '[act‸ors.yaml', '2 actors'],
    ['sicetnon.yaml', 'places:', 'pla‸ces:', 'lies in'],
    ['sicetnon.yaml', 'claim-unsupported', 'claim-unsup‸ported', 'claim-unsupported'],
    ['sicetnon.yaml', 'information', 'info‸rmation', 'Worth knowing'],
    ['sicetnon.yaml', 'boolean', 'bool‸ean', 'Holds or does not'],
    ['actors.yaml', '[town]', '[to‸wn]', 'Town Council'],
    ['actors.yaml', '@ash1950', '@ash‸1950', 'Ash'],
    ['actors.yaml', '  relations:', '  rel‸ations:', 'How it stands to other actors'],
    ['works.bib', '@book{ash1950', '@book{ash‸1950', 'Named in'],
    ['works.bib', 'crossref = {ash1950', 'crossref = {ash‸1950', 'Ash'],
    ['works.bib', 'crossref =', 'cross‸ref =', 'lends'],
    ['works.bib', '@incollection', '@incoll‸ection', 'chapter'],
    ['more.json', '"oak1960"', '"oak‸1960"', 'Oak'],
    ['more.json', '"title"', '"ti‸tle"', 'The title of the work'],
    ['more.yaml', 'fir1970', 'fir‸1970', 'Fir'],
    ['more.yaml', '  title', '  ti‸tle', 'The title of the work'],
    ['main.md', 'source: elm1951', 'source: elm‸1951', 'Elm'],
    ['main.md', 'bibliography:', 'biblio‸graphy:', 'Files that describe the works'],
    ['main.md', ': works.bib', ': wor‸ks.bib', '2 works'],
  ] as const)
    it(`over ${to} of ${path}`, async () => {
      const hover = (await ask(path, from, to)).hover();
      assert.ok(hover?.markdown.includes(tells), hover?.markdown ?? 'nothing');
    });
});

describe('Files that are written by hand lead', () => {
  for (const [path, from, to, target, words] of [
    ['sicetnon.yaml', 'texts/ash.txt: ash1950', 'texts/ash.txt: ash‸1950', 'works.bib', 'ash1950'],
    ['sicetnon.yaml', '[works.bib', '[wor‸ks.bib', 'works.bib', ''],
    ['sicetnon.yaml', 'texts/ash.txt', 'texts/a‸sh.txt', 'texts/ash.txt', ''],
    ['sicetnon.yaml', 'tru', 'tr‸u', 'sicetnon.yaml', 'trusted'],
    ['actors.yaml', '[town]', '[to‸wn]', 'actors.yaml', 'town'],
    ['actors.yaml', 'works: [ash1950]', 'works: [as‸h1950]', 'works.bib', 'ash1950'],
    ['works.bib', 'crossref = {ash1950', 'crossref = {ash‸1950', 'works.bib', 'ash1950'],
    ['more.json', '"oak1960"', '"oak‸1960"', 'more.json', 'oak1960'],
    ['more.yaml', 'fir1970', 'fir‸1970', 'more.yaml', 'fir1970'],
    ['main.md', 'source: elm1951', 'source: elm‸1951', 'works.bib', 'elm1951'],
    ['main.md', ': works.bib', ': wor‸ks.bib', 'works.bib', ''],
  ] as const)
    it(`from ${to} of ${path} to ${words || 'the file'} in ${target}`, async () => {
      const links = (await ask(path, from, to)).links();
      assert.deepEqual(
        links.map((link) => [link.path, FILES[link.path]!.slice(link.range.from, link.range.to)]),
        [[target, words]],
      );
    });
});

describe('Files that are written by hand name, and are renamed', () => {
  for (const [path, from, to, places] of [
    [
      'works.bib',
      '@book{ash1950',
      '@book{ash‸1950',
      'actors.yaml actors.yaml main.md sicetnon.yaml works.bib works.bib',
    ],
    [
      'works.bib',
      'crossref = {ash1950',
      'crossref = {ash‸1950',
      'actors.yaml actors.yaml main.md sicetnon.yaml works.bib works.bib',
    ],
    [
      'sicetnon.yaml',
      'texts/ash.txt: ash1950',
      'texts/ash.txt: ash‸1950',
      'actors.yaml actors.yaml main.md sicetnon.yaml works.bib works.bib',
    ],
    ['sicetnon.yaml', 'tru', 'tr‸u', 'main.md sicetnon.yaml'],
    ['actors.yaml', 'town:\n', 'to‸wn:\n', 'actors.yaml actors.yaml main.md'],
    ['actors.yaml', '[town]', '[to‸wn]', 'actors.yaml actors.yaml main.md'],
    [
      'actors.yaml',
      '@ash1950',
      '@ash‸1950',
      'actors.yaml actors.yaml main.md sicetnon.yaml works.bib works.bib',
    ],
    ['more.json', '"oak1960"', '"oak‸1960"', 'main.md more.json'],
    ['more.yaml', 'fir1970', 'fir‸1970', 'more.yaml'],
    ['main.md', 'source: elm1951', 'source: elm‸1951', 'main.md works.bib'],
    ['main.md', 'yew1980', 'yew‸1980', 'main.md'],
  ] as const)
    it(`what stands at ${to.trim()} of ${path}`, async () => {
      const asked = await ask(path, from, to);
      const world = { ...asked.request, view: path.endsWith('.md') ? asked.request.view : null };
      const subjects = asked.subjects();
      const found = allAtOnce(referencesTo(subjects, world));
      assert.equal(found.map((each) => each.path).join(' '), places);
      const edits = allAtOnce(rename(subjects, 'renamed', world));
      assert.ok(!('refused' in edits), JSON.stringify(edits));
      assert.equal(edits.length, found.length);
    });
});

describe('Beside an extension that reads schemas', () => {
  it('only what no schema knows is completed and told', async () => {
    const { request } = await ask('sicetnon.yaml', 'type: boolean', 'type: ch‸');
    assert.equal(suggestionsInData({ ...request, schemaElsewhere: true } as DataRequest), null);
    const work = await ask('sicetnon.yaml', '  texts/ash.txt: ash1950', '  texts/ash.txt: el‸');
    const found = suggestionsInData({ ...work.request, schemaElsewhere: true } as DataRequest);
    assert.ok(found?.items.some(({ label }) => label === 'elm1951'));
    const key = await ask('sicetnon.yaml', 'places:', 'pla‸ces:');
    assert.equal(hoverInData({ ...key.request, schemaElsewhere: true } as DataRequest), null);
  });
});
