import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MapNode } from '../../../server/src/protocol/pictures.ts';
import { nameLines, nameOf, nameSize } from '../../../client/webviews/claim-map/names.ts';

const measure = (text: string) => [...text].length;

describe('the names of claims from afar', () => {
  for (const [label, width, lines, isWhole] of [
    ['anti-solidarity', 12, ['anti-', 'solidarity'], true],
    ['distrusted-unions', 12, ['distrusted-', 'unions'], true],
    ['keep-away', 12, ['keep-away'], true],
    ['too-institutionalized', 12, ['too-', 'institution…'], false],
    ['a-long-way-to-tell-of-it-all', 8, ['a-long-', 'way-to-', 'tell-of…'], false],
    ['工会是党的组织', 4, ['工会是…'], false],
    ['', 4, [], true],
  ] as const)
    it(`“${label}” at ${width}`, () =>
      assert.deepEqual(nameLines(label, width, measure), { lines, isWhole }));

  it('stand behind the signs that the claims have near by', () => {
    const node = (more: object, contradictsItself: string | null = null) =>
      ({ claim: { label: 'few-dues', standing: 'standing', ...more }, contradictsItself }) as MapNode;
    assert.equal(nameOf(node({})), 'few-dues');
    assert.equal(nameOf(node({ standing: 'contested', marks: ['share'] })), '✕◔ few-dues');
    assert.equal(nameOf(node({ marks: ['norm', 'question'] })), '§¿ few-dues');
    assert.equal(nameOf(node({ marks: ['report'] }, 'It says yes and no.')), '✕↪ few-dues');
    assert.deepEqual(nameLines('✕◔ few-dues', 8, measure), { lines: ['✕◔ few-', 'dues'], isWhole: true });
  });

  it('break no word, and are never too wide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '-', '_', '工', '😀') })),
        fc.integer({ min: 3, max: 20 }),
        (parts, width) => {
          const label = parts.join('-').trim();
          const { lines, isWhole } = nameLines(label, width, measure);
          assert.ok(lines.length <= 3);
          for (const line of lines) assert.ok(measure(line) <= width, line);
          for (const line of lines.slice(0, -1)) assert.match(line, /[-_…]$|^[^-_]*$/, JSON.stringify(lines));
          if (isWhole) assert.equal(lines.join(''), label);
        },
      ),
    );
  });

  it('are of one size, the largest in which all stand whole, or nearly all if that is much larger', () => {
    const short = Array.from({ length: 20 }, () => 'wages');
    const ten = (text: string) => measure(text) * 6;
    assert.equal(nameSize(short, 200, ten), 36);
    assert.equal(nameSize([...short, 'institutionalization'], 200, ten), 36);
    // One in ten is not truncated for a size that is little larger.
    assert.equal(nameSize([...short, 'constitution'], 200, ten), 24);
    assert.equal(nameSize(['institution', 'constitution', 'wages'], 200, ten), 24);
    assert.equal(nameSize([], 200, ten), 36);
  });
});
