import assert from 'node:assert/strict';
import { loadFormatter } from '../../server/src/bibliography/load-formatter.ts';
import { hoverAt } from '../../server/src/features/hover/hover.ts';
import { suggestionsAt } from '../../server/src/features/completion/completion.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { strictLogger } from '../support/check.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { json, mutated, quarto, ris, spoilt, style, type Grammar } from '../support/mutations.ts';
import { eachSeed } from '../support/seeds.ts';
import { Service } from '../../server/src/service.ts';
import type { Chance } from './walk/chance.ts';

type Files = Readonly<Record<string, string>>;

/** A document that has nothing to do with what is changed, and what is found in it. */
const OTHER: Files = {
  'other.md': `---
bibliography: other.bib
---

It was so [@other2000, p. 3; @nobody].[^a][^b]

[So it was]{.claim #so says="size = 3"} [@other2000].

[^a]: A note.
`,
  'other.bib': '@book{other2000, title = {Other}, author = {Ash, Ann}, year = 2000}\n',
};

const RIS = `TY  - JOUR
ID  - ash2001
AU  - Ash, Ann
AU  - Birch, Ben
PY  - 2001/03/04/
TI  - Boats: a history
JO  - Harbours
VL  - 12
IS  - 3
SP  - 1
EP  - 20
DO  - 10.1000/x
N1  - Words
that go on
ER  - 

TY  - BOOK
ID  - zed2002
A2  - Zed, Zoe
PY  - 2002
TI  - Town
ER  - 
`;

const JSON_WORKS = `[{"id": "ash2001", "type": "chapter", "title": "Boats", "container-title": "Harbours",
"author": [{"family": "Ash", "given": "Ann", "non-dropping-particle": "van"}, {"literal": "Board"}], "page": "1-20",
"issued": {"date-parts": [[2001, 3, 4], [2002]]}, "accessed": {"raw": "2003"}, "volume": 12, "custom": {"a": [1, null, true]}},
{"id": "zed2002", "type": "book", "title": "Town <i>and</i> gown", "editor": [{"family": "Zed"}], "issued": {"literal": "s.d."}}]`;

const STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US"><info><title>House</title><id>house</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<locale xml:lang="en"><terms><term name="editor"><single>editor</single><multiple>editors</multiple></term></terms></locale>
<macro name="a"><names variable="author editor"><name form="long" and="text" delimiter=", " initialize-with="."/><label form="short" prefix=" ("/><substitute><names variable="editor"/><text variable="title"/></substitute></names></macro>
<macro name="b"><choose><if type="book" match="any"><text variable="title" font-style="italic"/></if><else-if variable="page volume"><text variable="title" quotes="true"/></else-if><else><number variable="volume"/></else></choose></macro>
<citation et-al-min="3" et-al-use-first="1"><sort><key macro="a"/><key variable="issued"/></sort><layout prefix="(" suffix=")" delimiter="; "><text macro="a"/><date variable="issued"><date-part name="year"/></date></layout></citation>
<bibliography hanging-indent="true"><layout suffix="."><group delimiter=". "><text macro="a"/><text macro="b"/><date variable="issued" form="text"/><text term="in" text-case="capitalize-first"/><text variable="container-title"/></group></layout></bibliography></style>`;

const TEXT = 'See [@ash2001, p. 3] and @zed2002, not [@gone1999].\n\nAsh (2001) says so.\n';

const BOOK: Files = {
  'book/_quarto.yml': `project:
  type: book
  output-dir: _book
  render: ["*.qmd", "!two.qmd"]
profile:
  default: a
book:
  title: Words
  chapters:
    - index.qmd
    - part: Part
      chapters: [one.qmd, two.qmd]
  appendices:
    - end.qmd
bibliography: [book.bib, more.json]
csl: house.csl
lang: de
metadata-files: [_more.yml]
crossref:
  custom: [{kind: float, key: vid, reference-prefix: Video}]
`,
  'book/_quarto-a.yml': 'bibliography: book.bib\nnocite: "@ash2001"\n',
  'book/_metadata.yml': 'lang: fr\nbibliography: more.json\n',
  'book/index.qmd': `# Words {#sec-words}\n\nSee @sec-one, @vid-a and [@ash2001].[^n]\n\n{{< include _part.qmd >}}\n`,
  'book/one.qmd': `---\ntitle: One\nbibliography: book.bib\n---\n\n# One {#sec-one}\n\n{{< include _part.qmd >}}\n\n\`\`\`{r child="two.qmd"}\n\`\`\`\n`,
  'book/two.qmd': '# Two\n\nSo [@zed2002; @gone].\n\n{{< include _part.qmd >}}\n',
  'book/end.qmd': '{{< include one.qmd >}}\n',
  'book/_part.qmd': '[^n]: A note [@ash2001].\n\n[A claim]{.claim #a}\n',
  'book/book.bib': '@book{ash2001, title = {Boats}, author = {Ash, Ann}, year = 2001}\n',
  'book/more.json': JSON_WORKS,
};

/** A workspace that is read, checked, asked and edited; what is found in the other document comes back. */
async function walked(files: Files, opened: string): Promise<string> {
  const all = { ...OTHER, ...files };
  const ignore = () => undefined;
  const logger = { ...strictLogger, info: ignore, warn: ignore };
  const service = new Service({ fileSystem: new MemoryFileSystem(all), logger });
  await service.start(ignore, new AbortController().signal);
  for (const path of service.takeStale()) service.check(path);
  const text = all[opened] ?? '';
  service.open(opened, text);
  await service.settle();
  service.check(opened);
  await service.inspect(opened);
  const lines = LineIndex.of(text.replace(/\r\n?/g, '\n'));
  for (const share of [0.1, 0.5, 0.9]) {
    const position = lines.positionAt(Math.floor(text.length * share));
    const request = service.request(opened, position);
    if (!request) continue;
    hoverAt(request);
    suggestionsAt(request);
    service.edit(opened, [{ range: { start: position, end: position }, text: 'x' }]);
  }
  await service.settle();
  for (const path of service.takeStale()) service.check(path);
  return JSON.stringify(service.check('other.md').findings);
}

interface Kind {
  readonly files: (chance: Chance) => Files;
  readonly opened: string;
  readonly draws: number;
}

const one = (path: string, whole: string, grammar: Grammar) => (chance: Chance) => ({
  [path]: chance.oneIn(12)
    ? Buffer.from(spoilt(new TextEncoder().encode(whole), chance)).toString('latin1')
    : mutated(whole, grammar, chance),
});
const beside = (bibliography: string) => ({
  'text.md': `---\nbibliography: ${bibliography}\ncsl: house.csl\n---\n\n${TEXT}`,
});

const KINDS: Readonly<Record<string, Kind>> = {
  'bibliographies in RIS': {
    files: (chance) => ({ ...beside('works.ris'), ...one('works.ris', RIS, ris)(chance) }),
    opened: 'text.md',
    draws: 100,
  },
  'bibliographies in CSL-JSON': {
    files: (chance) => ({ ...beside('works.json'), ...one('works.json', JSON_WORKS, json)(chance) }),
    opened: 'text.md',
    draws: 100,
  },
  'bibliographies that are found beside a text': {
    files: (chance) => ({
      'text.md': TEXT,
      ...one('works.ris', RIS, ris)(chance),
      ...one('works.json', JSON_WORKS, json)(chance),
    }),
    opened: 'text.md',
    draws: 60,
  },
  'projects of Quarto': {
    files: (chance) => {
      const changed: Record<string, string> = { ...BOOK };
      for (let i = chance.below(3); i >= 0; i--) {
        const path = chance.of(Object.keys(BOOK).filter((each) => /(?:yml|qmd)$/.test(each)));
        changed[path] = mutated(changed[path]!, quarto, chance);
      }
      return changed;
    },
    opened: 'book/one.qmd',
    draws: 120,
  },
};

describe('workspaces in which the structure of a file is changed at random', function () {
  let sound: string;
  before(async () => (sound = await walked({ 'text.md': TEXT }, 'text.md')));

  it('has a document of which something is told', () => assert.match(sound, /citation-undefined/));

  for (const [kind, { files, opened, draws }] of Object.entries(KINDS))
    it(`${kind}: all is read, and nothing is lost of another document`, () =>
      eachSeed(draws, async (chance) => {
        assert.equal(await walked(files(chance), opened), sound);
      }));

  it('citation styles: an entry is printed, or another style takes over and says why', () =>
    eachSeed(150, async (chance) => {
      const xml = mutated(STYLE, style, chance);
      const formatter = await loadFormatter({ xml });
      const printed = formatter.reference({
        id: 'ash2001',
        type: 'book',
        title: 'Boats',
        author: [{ family: 'Ash', given: 'Ann' }],
        issued: { 'date-parts': [[2001]] },
      });
      assert.equal(typeof printed, 'string');
      const next = (await loadFormatter({})).reference({ id: 'b', type: 'book', title: 'Next' });
      assert.match(next, /Next/);
    }));
});
