import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BibliographyEntry } from '../../../server/src/bibliography/model.ts';
import { ranks, WorkSearch } from '../../../server/src/features/completion/work-search.ts';
import { folded } from '../../../server/src/found/folding.ts';

interface Work {
  readonly key: string;
  readonly names: readonly string[];
  readonly title: string;
}

function entry({ key, names, title }: Work): BibliographyEntry {
  const sketch = { names, year: '1987', title };
  return { key: { text: key }, sketch: () => sketch } as unknown as BibliographyEntry;
}

/** The keys that are found in one way, in their order. */
function found(works: readonly Work[], typed: string, rank: (typeof ranks)[number]): string[] {
  return [...WorkSearch.of(works.map(entry)).found(folded(typed), rank)].map(({ key }) => key.text);
}

const works: Work[] = [
  { key: 'lee2011', names: ['Lee'], title: 'Unions' },
  { key: 'Müller1987', names: ['Müller', 'Lee'], title: 'Tides and\nQuays' },
  { key: 'chan-lee', names: ['Chan'], title: 'Lee at Sea' },
];

describe('the search for works', () => {
  it('finds what keys begin with, what they hold, and what anything holds', () => {
    assert.deepEqual(
      ranks.map((rank) => found(works, 'lee', rank)),
      [['lee2011'], ['lee2011', 'chan-lee'], ['lee2011', 'Müller1987', 'chan-lee']],
    );
    assert.deepEqual(found(works, 'muller', 'begins'), ['Müller1987']);
    assert.deepEqual(found(works, 'tides and quays', 'anywhere'), ['Müller1987']);
    assert.deepEqual(found(works, 'unions muller', 'anywhere'), []);
    assert.deepEqual(found(works, 'at sea', 'anywhere'), ['chan-lee']);
  });

  it('finds all by nothing, and none in no list', () => {
    for (const rank of ranks) {
      assert.equal(found(works, '', rank).length, 3, rank);
      assert.deepEqual(found([], '', rank), []);
      assert.deepEqual(found(works, 'a\nb', rank), []);
    }
  });

  it('is made once for a list, and in steps', () => {
    const entries = works.map(entry);
    const search = WorkSearch.of(entries);
    assert.equal(WorkSearch.of(entries), search);
    assert.equal([...search.prepare()].length, 3);
    assert.equal([...search.prepare()].length, 0);
    const half = WorkSearch.of([...entries]);
    const steps = half.prepare();
    steps.next();
    assert.deepEqual(
      [...half.found('chan', 'begins')].map(({ key }) => key.text),
      ['chan-lee'],
      'whoever asks earlier has it made',
    );
    assert.deepEqual([...steps].length, 0);
  });

  it('finds what one would find asking each entry', () => {
    const piece = fc.stringMatching(/^[abÄé 1-]{0,4}$/);
    const work = fc.record({ key: piece, names: fc.array(piece, { maxLength: 2 }), title: piece });
    fc.assert(
      fc.property(fc.array(work, { maxLength: 8 }), piece, (all, typed) => {
        const wanted = folded(typed);
        const holds: Record<(typeof ranks)[number], (each: Work) => boolean> = {
          begins: ({ key }) => folded(key).startsWith(wanted),
          key: ({ key }) => folded(key).includes(wanted),
          anywhere: ({ key, names, title }) =>
            folded(`${key} ${names.join(' ')} 1987 ${title}`).includes(wanted),
        };
        for (const rank of ranks)
          assert.deepEqual(
            found(all, typed, rank),
            all.filter(holds[rank]).map(({ key }) => key),
          );
      }),
    );
  });

  /** The keys of the works in which each word occurs, in their order. */
  const withAll = (all: readonly Work[], ...words: readonly string[]): string[] =>
    [...WorkSearch.of(all.map(entry)).withAll(words.map(folded))].flatMap((each) => each?.key.text ?? []);

  it('finds works by several words in any order, and all by none', () => {
    assert.deepEqual(withAll(works, 'quays', 'muller'), ['Müller1987']);
    assert.deepEqual(withAll(works, 'lee', 'sea'), ['chan-lee']);
    assert.deepEqual(withAll(works, 'lee', 'lee'), ['lee2011', 'Müller1987', 'chan-lee']);
    assert.deepEqual(withAll(works, 'lee', 'tolls'), []);
    assert.equal(withAll(works).length, 3);
    assert.deepEqual(withAll([], 'lee'), []);
    assert.deepEqual(withAll(works, 'a\nb'), []);
  });

  it('finds by several words what one would find asking each entry', () => {
    const piece = fc.stringMatching(/^[abÄé 1-]{0,4}$/);
    const work = fc.record({ key: piece, names: fc.array(piece, { maxLength: 2 }), title: piece });
    fc.assert(
      fc.property(fc.array(work, { maxLength: 8 }), fc.array(piece, { maxLength: 3 }), (all, words) => {
        const expected = all.filter(({ key, names, title }) =>
          words.every((word) => folded(`${key} ${names.join(' ')} 1987 ${title}`).includes(folded(word))),
        );
        assert.deepEqual(
          withAll(all, ...words),
          expected.map(({ key }) => key),
        );
      }),
    );
  });
});
