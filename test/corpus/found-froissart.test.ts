import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFound } from '../../server/src/found/read-found.ts';
import type { FoundFacts } from '../../server/src/found/model.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { corpus } from '../support/corpus.ts';
import { opaqueOf } from './found-opaque.ts';

/** Note, form, names with it, the note and work meant, the chain of notes, the pages. */
const SHORT: readonly string[] = [
  '3 ibid  → 2 Tilly (2) 5',
  '4 ibid  → 2 Tilly (3 2) 6',
  '11 ibid  → 10  (10) ',
  '18 op-cit Kaiming → 5 Kaiming (5) ',
  '29 op-cit H. → 19 H. (19) ',
  '31 op-cit Tilly → 2 Tilly (2) 4',
  '33 ibid  → 32 Scott (32) 338',
  '35 op-cit Gries Rosen → 1 Gries Rosen (1) 24-49',
  '44 op-cit Tilly → 2 Tilly (2) 10',
];

/** The number of works described in full in each note that has any; sources without title count. */
const WORKS =
  '1:1 2:1 5:2 6:2 8:1 9:1 10:1 13:1 15:1 16:1 18:1 19:2 20:1 21:4 22:1 23:3 24:1 25:2 26:2 28:2 30:1 31:1 32:1 34:1 35:1 36:1 37:1 38:1 39:3 40:1 41:2 42:2 43:1 45:1 48:1 49:1 50:1 51:1 52:1 53:1';

function check(text: string, facts: FoundFacts, linesBefore: number): void {
  const lines = LineIndex.of(text);
  const line = (offset: number): number => lines.lineAt(offset) + 1 - linesBefore;
  const numbers = Array.from({ length: 53 }, (_, i) => String(i + 1));
  assert.deepEqual(
    facts.markers.map(({ label }) => label),
    numbers,
  );
  assert.deepEqual(
    facts.noteDefinitions.map(({ label }) => label),
    numbers,
  );
  assert.deepEqual(
    facts.markers.map(({ definition }) => definition),
    numbers.map((_, i) => i),
  );
  assert.deepEqual([facts.unusedNotes, facts.misorderedMarkers], [[], []]);
  assert.deepEqual(
    [line(facts.noteDefinitions[0]!.range.from), line(facts.noteDefinitions[52]!.range.to)],
    [123, 179],
  );
  // The note that a page break and a stray bullet cut in two.
  assert.deepEqual(
    [line(facts.noteDefinitions[25]!.range.from), line(facts.noteDefinitions[25]!.range.to)],
    [149, 151],
  );

  const last = (name: string): string => name.split(' ').pop()!;
  const families = (names: readonly { family: string }[]): string =>
    names.map(({ family }) => last(family)).join(' ');
  assert.deepEqual(
    facts.shortTitles.map(({ note, form, names, target, chain, locator, status }) => {
      assert.equal(status, 'resolved');
      const work = facts.noteWorks[target!.note]!.works[target!.work!]!;
      const meant = target!.part === 'container' ? work.container! : work;
      const labels = chain.map((i) => facts.noteWorks[i]!.label).join(' ');
      const at = facts.noteWorks[target!.note]!.label;
      return `${facts.noteWorks[note]!.label} ${form} ${families(names)} → ${at} ${families(meant.names)} (${labels}) ${locator?.value ?? ''}`;
    }),
    SHORT,
  );
  assert.equal(
    facts.noteWorks
      .filter(({ works }) => works.length > 0)
      .map(({ label, works }) => `${label}:${works.length}`)
      .join(' '),
    WORKS,
  );
  assert.deepEqual(
    [facts.references, facts.citations, facts.possibleCitations, facts.undatedNames, facts.locatorsOutside],
    [[], [], [], [], []],
  );
}

describe('found: Froissart 2005', () => {
  it('as found: 53 notes, nine short titles, no citation', function () {
    const text = readFileSync(corpus(this, 'seeds', '001_745949b5e5c4f0ba.txt'), 'utf8').replace(
      /\r\n?/g,
      '\n',
    );
    check(text, readFound(text, { opaque: [], hasPandocNotes: false }), 0);
  });

  it('the same in its annotated version', function () {
    const text = readFileSync(corpus(this, 'annotated', 'sources', 'froissart2005.md'), 'utf8').replace(
      /\r\n?/g,
      '\n',
    );
    check(text, readFound(text, { opaque: opaqueOf(text), hasPandocNotes: false }), 5);
    check(text, readFound(text, { opaque: [], hasPandocNotes: false }), 5);
  });
});

describe('found: texts without notes and citations', () => {
  const names = [
    ['seeds', '000_00fd7886c7e9034d.txt'],
    ['seeds', '002_020c77a5bf33c583.txt'],
    ['seeds', '004_111b50fbb3bd2ca7.txt'],
    ['annotated', 'sources', 'anon-commoning.md'],
    ['annotated', 'sources', 'ye2020.md'],
    ['annotated', 'sources', 'froissart2011ngos.md'],
  ];
  for (const parts of names) {
    it(`${parts[parts.length - 1]}: nothing is found`, function () {
      const text = readFileSync(corpus(this, ...parts), 'utf8').replace(/\r\n?/g, '\n');
      const facts = readFound(text, { opaque: opaqueOf(text), hasPandocNotes: false });
      for (const found of Object.values(facts)) assert.deepEqual(found, []);
    });
  }
});
