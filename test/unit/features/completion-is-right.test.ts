import assert from 'node:assert/strict';
import { workspaceFrom } from '../../support/check.ts';
import { findingsIn, triedCompletions } from '../../support/completions-tried.ts';

/** A workspace that holds something of everything that may be completed; nothing in it is found wrong. */
const FILES: Readonly<Record<string, string>> = {
  'sicetnon.yaml': `bibliography: [works.bib, more.json, more.yaml]
actors: [actors.yaml]
csl: apa
sources:
  texts/ash.txt: ash1950
  texts/oak.md: {work: oak1960, excerpt: true}
properties:
  trusted: {type: boolean}
  standing: {type: choice, of: [free, bound]}
  roles: {type: choice, of: [judge, payer], many: true}
  members: {type: quantity, unit: person}
  founded: {type: date}
  motto:
    type: text
places:
  Ghent: Flanders
  Bruges: Flanders
rules:
  claim-unsupported: information
`,
  'actors.yaml': `guild:
  name: Guild of Weavers
  kind: guild
  place: Ghent
  works: [ash1950]
  cite: "[@ash1950, 3]"
  relations:
    part-of: [town]
town:
  name: Town Council
  kind: council
"odd one":
  name: An Odd One
`.replace('"odd one"', 'odd-one'),
  'works.bib': `@book{ash1950,
  author = {Ash, Mary},
  title = {The Fairs},
  year = {1950},
}

@incollection{elm1951,
  author = {Elm, Eve},
  title = {On Tolls},
  booktitle = {Tolls},
  crossref = {ash1950},
  pages = {10--20},
  year = {1951},
}

@book{odd:key+2,
  author = {Odd, Ann},
  title = {Odd},
  year = {1952},
}
`,
  'more.json': `[
  {
    "id": "oak1960",
    "type": "book",
    "title": "Oak",
    "author": [{ "family": "Oak", "given": "Ada" }],
    "issued": { "date-parts": [[1960]] }
  }
]
`,
  'more.yaml': `references:
- id: fir1970
  type: book
  title: Fir
  author:
  - family: Fir
    given: Flo
`,
  'main.md': `---
title: Fairs
lang: en
bibliography: works.bib
csl: apa
nocite: "@elm1951"
references:
- id: yew1980
  type: book
  title: Yew
---

[The town trusted nobody]{.claim #none about="town" says="trusted = no" when="1950" where="Ghent" status="accepted" certainty="high"} [@ash1950, p. 3; see @elm1951, p. 12].[^one]

[It was a guild]{.claim #guilds by="elm1951" about="guild" says="standing = free; town.roles = judge" evidence="@ash1950, p. 4; #none" supports="other.md#came"} [@{odd:key+2}].

[Nobody paid]{.claim #unpaid implies="#guilds" qualifies="#none"} [@ash1950].

[the council]{.actor ref="town"} said [“the fair was old”]{.quote from="@ash1950" at="p. 1"}.

[^one]: See @ash1950, chap. 2.
`,
  'texts/ash.txt': '[p. 1]\n\nThe fair was old.\n\n[p. 2]\n\nMore.\n',
  'texts/oak.md': '[The oak was old]{.claim #old}.\n',
  'other.md': '[Nobody came]{.claim #came} [@ash1950].\n',
};

/** One of so many items is tried at each place; all of them with `ALL=1`, which takes minutes. */
const oneOf = process.env['ALL'] ? 1 : 5;

describe('What is completed', () => {
  for (const path of ['main.md', 'sicetnon.yaml', 'actors.yaml', 'works.bib', 'more.json', 'more.yaml'])
    it(`in ${path} is never found wrong`, async function () {
      this.timeout(600_000);
      const service = await workspaceFrom(FILES);
      const whole = FILES[path]!;
      service.open(path, whole);
      await service.settle();
      assert.deepEqual([...findingsIn(service, path)], [], 'nothing is wrong at first');
      const { tried, wrong } = await triedCompletions(service, path, whole, { oneOf, everyPlace: 1 });
      assert.ok(tried > 5, `${tried} were tried`);
      if (process.env['ALL']) console.log(`${tried} items were tried`);
      assert.deepEqual(wrong.slice(0, 40), []);
    });
});
