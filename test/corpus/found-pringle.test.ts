import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFound } from '../../server/src/found/read-found.ts';
import type { FoundFacts } from '../../server/src/found/model.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { corpus } from '../support/corpus.ts';
import { opaqueOf } from './found-opaque.ts';

/** One-based line of the text → the works cited on it, in order: key, locator, `*` where no name stands by. */
const CITED: readonly (readonly [number, string])[] = [
  [34, 'lee2007 pringle2011'],
  [44, 'chan2013 pringle2015 shieh2016 howell2015'],
  [46, 'leeShen2011 chan2013 xu2013'],
  [48, 'franceschini2016:17 nilsenCox2013:64*'],
  [50, 'barkerEtAl2013'],
  [
    54,
    'barkerEtAl2013:1–40 barkerEtAl2013:10 nilsenCox2013:66 harvey2005:16 barkerEtAl2013:5 barkerEtAl2013:10',
  ],
  [56, 'lee2007:117 fu2009'],
  [58, 'nilsenCox2013:64'],
  [60, 'nilsenCox2013:65–66'],
  [62, 'nilsenCox2013:65–66 nilsenCox2013:64 nilsenCox2013*'],
  [64, 'nilsenCox2013:74'],
  [66, 'gramsci1998:327–28 williams1989 harvey1996'],
  [68, 'nilsenCox2013:76'],
  [70, 'nilsenCox2013:77–78'],
  [72, 'nilsenCox2013:81'],
  [76, 'friedman2009:205 friedman2009:207 friedman2009:199*'],
  [78, 'friedman2009:214*'],
  [
    80,
    'friedman2009:212 franceschini2014:474 franceschini2014:278 franceschini2014:485* franceschini2014:485* franceschini2014:488* franceschini2014:490*',
  ],
  [
    82,
    'leeShen2011:174* leeShen2011:177* chan2013 chengEtAl2010 leeShen2011:179* leeShen2011:180* leeShen2011:186* leeShen2011:182*',
  ],
  [84, 'shieh2009'],
  [86, 'howell2015:705* howell2015:715'],
  [
    88,
    'chan2013 mayo2008 chan2013:5–6 chan2013:7 leeShen2011 franceschini2014 chan2013:14 chan2013:16 chan2013:19*',
  ],
  [90, 'xu2013 xu2013:244–45 froissart2011:18* xu2013:250'],
  [92, 'froissart2011 froissart2011:18 pringle2011:133–59'],
  [94, 'franceschini2016:16'],
  [96, 'pringle2015'],
  [116, 'friedman2009'],
  [118, 'nilsenCox2013'],
  [122, 'gramsci1998:74'],
  [130, 'franceschini2014 leungPun2009 xu2013 chan2013'],
  [134, 'nilsenCox2013:75 nilsenCox2013:76*'],
  [138, 'nilsenCox2013:76'],
  [142, 'pringleClarke2011'],
  [148, 'harvey1996:32 hesketh2013:223 nilsenCox2013:75–76 friedman2009'],
  [152, 'nilsenCox2013:76 nilsenCox2013:74'],
  [154, 'nilsenCox2013:77'],
  [156, 'globalizationMonitor2007:11'],
  [164, 'franceschini2014'],
  [166, 'chan2013 xu2013 wells2009 harvey2000:55 nilsenCox2013:76'],
  [174, 'nilsenCox2013:77 barkerEtAl2013'],
  [176, 'barkerEtAl2013:22*'],
  [178, 'huang2017:n.p. huang2017:n.p.'],
];

/** Family names and pages of the thirty entries, in order. */
const LISTED = `barkerEtAl2013 1-40, chan2013 6-22, chengEtAl2010 1082-1106, franceschini2014 474-492, franceschini2016 16-20,
friedman2009 199-218, froissart2011 18-25, fu2009 527-561, globalizationMonitor2007, gramsci1998, harvey1996, harvey2000,
harvey2005, hesketh2013 209-232, howell2015 702-723, huang2017, lee2007, leeShen2011 173-187, leungPun2009 551-565,
mayo2008 13-27, nilsenCox2013 63-82, pringle2011, pringle2013 191-202, pringle2015 3-5, pringleClarke2011, shieh2009 22-42,
shieh2016, wells2009 567-579, williams1989, xu2013 243-259`;

function check(text: string, facts: FoundFacts, seedLine: (line: number) => number): void {
  const lines = LineIndex.of(text);
  const cited = new Map<number, string[]>();
  for (const citation of facts.citations) {
    assert.equal(citation.status, 'resolved');
    const line = seedLine(lines.lineAt(citation.range.from) + 1);
    const key = facts.references[citation.candidates[0]!]!.key;
    const locator = citation.locator ? `:${citation.locator.value}` : '';
    cited.set(line, [...(cited.get(line) ?? []), `${key}${locator}${citation.followUp ? '*' : ''}`]);
  }
  assert.deepEqual(
    [...cited].map(([line, keys]) => [line, keys.join(' ')]),
    CITED,
  );
  assert.equal(facts.citations.length, 102);

  assert.deepEqual(
    facts.references.map(({ key, pages }) => (pages ? `${key} ${pages.from}-${pages.to}` : key)),
    LISTED.split(/,\s/),
  );
  assert.deepEqual(
    facts.uncitedReferences.map((i) => facts.references[i]!.key),
    ['pringle2013'],
  );
  assert.deepEqual(facts.duplicateReferences, []);
  assert.deepEqual(
    facts.locatorsOutside.map(
      (i) =>
        `${facts.references[facts.citations[i]!.candidates[0]!]!.key}:${facts.citations[i]!.locator!.value}`,
    ),
    ['franceschini2014:278', 'chan2013:5–6'],
  );
  assert.deepEqual(
    facts.citations.flatMap(({ citedIn }, i) => (citedIn === null ? [] : [[i, citedIn]])),
    [
      [55, 56],
      [83, 84],
    ],
  );
  assert.deepEqual(
    facts.undatedNames.map(({ names, near, range, again }) => [
      names.map(({ family }) => family).join(' '),
      near.map((i) => facts.references[i]!.key).join(' '),
      seedLine(lines.lineAt(range.from) + 1),
      again.map(({ from }) => seedLine(lines.lineAt(from) + 1)),
    ]),
    [['Lee Yuen', 'leeShen2011', 88, [92]]],
  );

  assert.equal(facts.markers.map(({ label }) => label).join(' '), '1 2 3 4 5 6 7 8 9 10 11 12');
  assert.ok(facts.markers.every(({ style, definition }, i) => style === 'html' && definition === i));
  assert.equal(facts.noteDefinitions.length, 12);
  assert.deepEqual([facts.unusedNotes, facts.misorderedMarkers, facts.shortTitles], [[], [], []]);
}

describe('found: Pringle 2018', () => {
  it('as found: 102 citations, 30 entries, 12 notes, nothing false', function () {
    const text = readFileSync(corpus(this, 'seeds', '003_14713b8384fd24aa.txt'), 'utf8').replace(
      /\r\n?/g,
      '\n',
    );
    check(text, readFound(text, { opaque: [], hasPandocNotes: false }), (line) => line);
  });

  it('the same in its annotated version', function () {
    const text = readFileSync(corpus(this, 'annotated', 'sources', 'pringle2018.md'), 'utf8').replace(
      /\r\n?/g,
      '\n',
    );
    // Five lines of front matter, and two fences of a div.
    const fences = [...text.matchAll(/^:::/gm)].map(({ index }) => LineIndex.of(text).lineAt(index) + 1);
    const seedLine = (line: number): number => line - 5 - fences.filter((fence) => fence < line).length;
    check(text, readFound(text, { opaque: opaqueOf(text), hasPandocNotes: false }), seedLine);
    check(text, readFound(text, { opaque: [], hasPandocNotes: false }), seedLine);
  });
});
