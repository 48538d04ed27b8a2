import assert from 'node:assert/strict';
import fc from 'fast-check';
import { knownConventions } from '../../server/src/found/conventions/registry.ts';
import { Prose } from '../../server/src/found/prose.ts';
import { longestIncreasing } from '../../server/src/found/sequences.ts';
import type { TextRange } from '../../server/src/text/range.ts';
import { read } from '../unit/found/reading.ts';
import { runs } from '../support/runs.ts';

const PIECES = [
  'Weaver',
  'and',
  'Dyer',
  '(',
  ')',
  '[',
  ']',
  '{.a}',
  '2003',
  '2003:',
  ' 5',
  '–8',
  ', ',
  '; ',
  '. ',
  '\n',
  '\n\n',
  ' ',
  '*',
  '_',
  '\\',
  '¹',
  '²',
  '<sup>1</sup>',
  '^2^',
  '[1]',
  '1. ',
  '- ',
  '# ',
  'Notes',
  '\n\nNotes\n\n1. One.\n2. Ibid.\n',
  '\n\n## References\n\n- Weaver AB (2003) Looms. *Town* 4: 1–9.\n',
  '- Weaver AB and Dyer C (2003) Both. Leiden: Burrow.\n',
  'et al.',
  'cited in',
  'ibid.',
  'Ibid., p. 5.',
  'op. cit.',
  'supra note 1',
  '———. ',
  '“',
  '”',
  '"',
  '’s',
  "'",
  '李',
  '等',
  '（',
  '）',
  '，',
  'https://a.b/c ',
  '-\n',
  '\u00AD',
  '\uFFFC',
  '\u0000',
  '😀',
  'in ',
  'Interview',
  'p. 3',
  'a',
  'Weaver, A. B., & ',
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 200, unit: 'binary' }),
);

/** Sorted ranges without overlap within a text of that length. */
function rangesIn(length: number, cuts: readonly number[]): TextRange[] {
  const sorted = [...new Set(cuts.map((cut) => cut % (length + 1)))].sort((a, b) => a - b);
  const ranges: TextRange[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2) ranges.push({ from: sorted[i]!, to: sorted[i + 1]! });
  return ranges;
}

function eachRange(value: unknown, see: (range: TextRange) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) eachRange(item, see);
    return;
  }
  const record = value as Record<string, unknown>;
  if (
    typeof record['from'] === 'number' &&
    typeof record['to'] === 'number' &&
    Object.keys(record).length === 2
  ) {
    see(record as unknown as TextRange);
  } else for (const item of Object.values(record)) eachRange(item, see);
}

describe('found: whatever the text', () => {
  it('never throws, and every range lies within it', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(400), { maxLength: 8 }), (text, cuts) => {
        const facts = read(text, { opaque: rangesIn(text.length, cuts) });
        const { pages: _, ...rest } = { pages: null, ...facts };
        for (const list of [
          rest.noteLists,
          rest.markers,
          rest.noteDefinitions,
          rest.noteWorks,
          rest.shortTitles,
        ]) {
          eachRange(list, ({ from, to }) =>
            assert.ok(from >= 0 && from <= to && to <= text.length, `${from}–${to}`),
          );
        }
        for (const { range, yearRange } of rest.references) {
          for (const r of yearRange ? [range, yearRange] : [range])
            assert.ok(r.from >= 0 && r.from <= r.to && r.to <= text.length);
        }
        for (const { range, groupRange, namesRange, yearRange, locator } of [
          ...rest.citations,
          ...rest.possibleCitations,
        ]) {
          for (const r of [range, groupRange, namesRange, yearRange, locator?.range]) {
            if (r) assert.ok(r.from >= 0 && r.from <= r.to && r.to <= text.length);
          }
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it('every index leads somewhere, and statuses say what the candidates do', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const facts = read(text);
        for (const { candidates, near, status, citedIn } of facts.citations) {
          assert.equal(
            status,
            candidates.length === 0 ? 'unresolved' : candidates.length === 1 ? 'resolved' : 'ambiguous',
          );
          for (const work of [...candidates, ...near]) assert.ok(facts.references[work]);
          assert.ok(citedIn === null || facts.citations[citedIn]);
        }
        facts.references.forEach(({ citedBy }, i) => {
          for (const citation of citedBy) assert.ok(facts.citations[citation]!.candidates.includes(i));
        });
        assert.equal(new Set(facts.references.map(({ key }) => key)).size, facts.references.length);
        facts.markers.forEach(({ definition, label }, i) => {
          if (definition === null) return;
          assert.ok(facts.noteDefinitions[definition]!.markers.includes(i));
          assert.equal(Number(facts.noteDefinitions[definition]!.label), Number(label));
        });
        for (const { target, candidates, status, note } of facts.shortTitles) {
          assert.equal(target !== null, status === 'resolved');
          for (const candidate of candidates) assert.ok(candidate.note <= note);
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it('the prose leads back to the same letters', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(400), { maxLength: 8 }), (text, cuts) => {
        const prose = Prose.of(text, rangesIn(text.length, cuts), knownConventions.markers);
        let last = -1;
        for (let i = 0; i < prose.text.length; i++) {
          const at = prose.at(i);
          assert.ok(at > last && at < text.length);
          last = at;
          if (prose.text[i] !== '\uFFFC') assert.equal(text[at], prose.text[i]);
          assert.equal(prose.find(at), i);
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it('a longest rising sequence rises, and none is longer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 12 }), (values) => {
        const chosen = longestIncreasing(values).map((i) => values[i]!);
        for (let i = 1; i < chosen.length; i++) assert.ok(chosen[i]! > chosen[i - 1]!);
        const best: number[] = [];
        values.forEach((value, i) => {
          best[i] = 1 + Math.max(0, ...values.slice(0, i).map((other, j) => (other < value ? best[j]! : 0)));
        });
        assert.equal(chosen.length, Math.max(0, ...best));
      }),
    );
  });
});

/** A hang would run into the runner's time limit; nothing here is timed. */
describe('found: 100 KB of anything', () => {
  const list =
    '\n\n## References\n\n- Lee CK (2007) Looms. Leiden: Burrow.\n- Lee CK and Shen Y (2011) Both. *Town* 4: 1–9.\n';
  const parts = [
    '(',
    ')',
    '()',
    '[',
    '[a]{b',
    '(2011)',
    '(2011: 3) ',
    '2011',
    '2011 ',
    'Lee ',
    'Lee and ',
    'Lee, ',
    '(Lee, 2007; Shen, 2011: 3) ',
    'Lee (2007) ',
    'Hosier (2012: 4) ',
    '((((Lee, 2007))))',
    'word¹ ',
    '¹',
    '<sup>1</sup>',
    '\n',
    '\n \n',
    '*',
    '_a',
    '\\',
    '- \n',
    '“',
    '"',
    '1. a\n',
    '. ',
    'Aa Bb ',
    '李',
    '———. ',
    '# Notes\n\n1. Ibid.\n',
    '# References\n\nLee (2007) X.\n',
    '(ibid.: 3) ',
    '(p. 3) ',
    '(Lee 2007, ',
    'Federation of Lee and ',
  ];
  for (const part of parts) {
    it(JSON.stringify(part), () => {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      assert.ok(read(text));
      assert.ok(read(text + list));
    });
  }
});
