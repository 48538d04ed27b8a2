import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../../server/src/text/line-index.ts';
import {
  CondensedSummary,
  LastUnpacked,
  packSummary,
} from '../../../../server/src/store/summaries/condensed-summary.ts';
import type { CitedWork, DocumentSummary } from '../../../../server/src/workspace/summary.ts';

const PLAIN = { noNullPrototype: true } as const;
const range = fc
  .tuple(fc.nat({ max: 90_000 }), fc.nat({ max: 40 }))
  .map(([from, length]) => ({ from, to: from + length }));
const token = fc.record({ text: fc.string({ unit: 'binary' }), range }, PLAIN);
const work = fc.record(
  {
    key: token,
    in: fc.constantFrom<CitedWork['in']>('citation', 'evidence', 'quotation', 'nocite'),
    locator: fc.option(
      fc.record({ label: fc.constantFrom('page', 'note'), value: fc.string(), range }, PLAIN),
    ),
  },
  PLAIN,
);
const summary = fc.record<DocumentSummary>(
  {
    path: fc.constantFrom('a.md', 'b/c.md'),
    lines: fc.constant(LineIndex.of('One.\n\nTwo.\n')),
    title: fc.option(fc.string()),
    lang: fc.option(fc.constantFrom('en', 'zh')),
    csl: fc.option(token),
    source: fc.option(token),
    excerpt: fc.boolean(),
    filtered: fc.boolean(),
    citesNothing: fc.boolean(),
    bibliography: fc.array(token),
    references: fc.array(token),
    cited: fc.array(work),
    actors: fc.array(token),
    asserters: fc.array(token),
    suppressions: fc.constant([]),
    lost: fc.array(
      fc.record({ kind: fc.constant('glued' as const), key: token, range, insert: fc.string() }, PLAIN),
    ),
    inclusions: fc.array(token),
    called: fc.array(token),
    written: fc.array(token),
    built: fc.array(fc.string()),
    labels: fc.array(fc.string()),
    crossReferences: fc.array(fc.string()),
    danglingCitations: fc.constant([]),
    datedCitations: fc.array(
      fc.record(
        {
          range,
          names: fc.constant([{ family: 'Lee', given: null, isBody: false }]),
          etAl: fc.boolean(),
          year: fc.option(fc.string()),
          yearSuffix: fc.string(),
          locator: fc.constant(null),
        },
        PLAIN,
      ),
    ),
    listedCitations: fc.option(
      fc.constant({ found: 2, possible: 1, impossible: 0, unchecked: 1, unsure: 1 }),
    ),
    danglingShortTitles: fc.array(
      fc.record(
        {
          range,
          families: fc.array(fc.string()),
          noteLabel: fc.option(fc.string()),
          hasNote: fc.boolean(),
          shifted: fc.option(fc.record({ label: fc.string(), labelRange: range }, PLAIN)),
        },
        PLAIN,
      ),
    ),
    noteAuthors: fc.array(fc.string()),
    quotations: fc.constant([]),
  },
  PLAIN,
);

const NAMES: readonly (keyof DocumentSummary)[] = [
  ...(['path', 'lines', 'title', 'lang', 'csl', 'source', 'bibliography', 'references', 'cited'] as const),
  ...(['actors', 'asserters', 'suppressions', 'danglingCitations', 'danglingShortTitles'] as const),
  ...([
    'noteAuthors',
    'quotations',
    'excerpt',
    'filtered',
    'citesNothing',
    'datedCitations',
    'listedCitations',
  ] as const),
  ...(['lost', 'inclusions', 'called', 'written', 'built', 'labels', 'crossReferences'] as const),
];

describe('condensed summaries', () => {
  it('say what the summaries said', () => {
    fc.assert(
      fc.property(fc.array(summary, { minLength: 1, maxLength: 3 }), (summaries) => {
        const last = new LastUnpacked((path) => assert.fail(path));
        const condensed = summaries.map((one) => new CondensedSummary(one.path, packSummary(one), last));
        for (const name of NAMES)
          condensed.forEach((one, i) =>
            assert.deepEqual(comparable(one[name]), comparable(summaries[i]![name]), name),
          );
        assert.deepEqual(new Set(Object.keys(summaries[0]!)), new Set(NAMES));
      }),
    );
  });
});

/** Lines may be packed or not. */
function comparable(value: unknown): unknown {
  return value instanceof LineIndex ? value.packed() : value;
}
