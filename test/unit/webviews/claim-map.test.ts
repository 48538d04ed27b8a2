import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  borderTowards,
  middleOf,
  neighbour,
  pathThrough,
} from '../../../client/webviews/claim-map/geometry.ts';
import type { Box, Layout, Size } from '../../../client/webviews/claim-map/geometry.ts';
import { layOut } from '../../../client/webviews/claim-map/layout.ts';
import type { MapEdge, MapEdgeKind } from '../../../server/src/protocol/pictures.ts';
import { runs } from '../../support/runs.ts';

function edge(from: string, to: string, kind: MapEdgeKind = 'supports'): MapEdge {
  return { kind, from, to, settled: false, pending: false, within: false, sentence: null };
}

function cards(...keys: string[]): Map<string, Size> {
  return new Map(keys.map((key) => [key, { width: 220, height: 80 }]));
}

function overlapping({ boxes }: Layout): string[] {
  const all = [...boxes];
  return all.flatMap(([one, a], i) =>
    all
      .slice(i + 1)
      .filter(
        ([, b]) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map(([other]) => `${one} and ${other}`),
  );
}

const network = fc
  .integer({ min: 1, max: 90 })
  .chain((count) =>
    fc.tuple(
      fc.array(fc.integer({ min: 40, max: 160 }), { minLength: count, maxLength: count }),
      fc.array(
        fc.tuple(
          fc.nat(count - 1),
          fc.nat(count - 1),
          fc.constantFrom<MapEdgeKind>('supports', 'conflict', 'implies'),
        ),
        { maxLength: count * 2 },
      ),
    ),
  )
  .map(([heights, pairs]) => {
    const sizes = new Map(heights.map((height, i) => [`c${i}`, { width: 220, height }]));
    const edges = new Map(pairs.map(([a, b, kind]) => [`${kind} ${a} ${b}`, edge(`c${a}`, `c${b}`, kind)]));
    return { sizes, edges: [...edges.values()] };
  });

describe('the layout of the claim map', () => {
  it('places every claim, draws every line, and lets no two claims overlap', () => {
    fc.assert(
      fc.property(network, ({ sizes, edges }) => {
        const layout = layOut(sizes, edges);
        assert.deepEqual([...layout.boxes.keys()].sort(), [...sizes.keys()].sort());
        assert.equal(layout.lines.length, edges.filter(({ from, to }) => from !== to).length);
        assert.deepEqual(overlapping(layout), []);
        for (const { x, y, width, height } of layout.boxes.values()) {
          assert.ok(x >= -0.5 && y >= -0.5);
          assert.ok(x + width <= layout.bounds.width + 0.5 && y + height <= layout.bounds.height + 0.5);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(network, ({ sizes, edges }) => {
        assert.deepEqual(layOut(sizes, edges), layOut(sizes, edges));
      }),
      { numRuns: runs(10) },
    );
  });

  it('puts what supports below what it supports', () => {
    const { boxes } = layOut(cards('a', 'b', 'c'), [edge('a', 'b'), edge('b', 'c')]);
    assert.ok(boxes.get('a')!.y > boxes.get('b')!.y && boxes.get('b')!.y > boxes.get('c')!.y);
  });

  it('keeps three hundred tangled claims compact', () => {
    const keys = Array.from({ length: 300 }, (_, i) => `c${i}`);
    const edges = keys
      .slice(1)
      .map((key, i) => edge(key, keys[(i * 7919) % (i + 1)]!, i % 5 ? 'supports' : 'conflict'));
    const { bounds, boxes } = layOut(cards(...keys), edges);
    assert.equal(boxes.size, 300);
    assert.ok(bounds.width / bounds.height < 4 && bounds.height / bounds.width < 4, JSON.stringify(bounds));
    assert.ok(bounds.width * bounds.height < 300 * 220 * 80 * 12, JSON.stringify(bounds));
  });

  it('has room for nothing', () => {
    assert.deepEqual(layOut(new Map(), []).bounds, { x: 0, y: 0, width: 0, height: 0 });
  });

  it('draws no line to a claim that is not there, nor from one to itself', () => {
    assert.deepEqual(layOut(cards('a'), [edge('a', 'a'), edge('a', 'gone')]).lines, []);
  });
});

describe('the geometry of the claim map', () => {
  const box: Box = { x: 0, y: 0, width: 20, height: 10 };

  it('lets lines end at the border of a box', () => {
    assert.deepEqual(borderTowards(box, { x: 110, y: 5 }), { x: 20, y: 5 });
    assert.deepEqual(borderTowards(box, { x: 10, y: -50 }), { x: 10, y: 0 });
  });

  it('finds the middle of a line, whatever its bends', () => {
    assert.deepEqual(
      middleOf([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 10 },
      ]),
      { x: 10, y: 0 },
    );
    assert.deepEqual(
      middleOf([
        { x: 3, y: 3 },
        { x: 3, y: 3 },
      ]),
      { x: 3, y: 3 },
    );
  });

  it('begins and ends a path where its points do', () => {
    const points = [0, 1, 2, 3].map((x) => ({ x, y: x * x }));
    assert.match(pathThrough(points), /^M0\.0 0\.0Q.* 3\.0 9\.0$/);
    assert.equal(pathThrough(points.slice(0, 2)), 'M0.0 0.0L1.0 1.0');
  });

  it('goes to the nearest claim in the direction of an arrow', () => {
    const at = (x: number, y: number): Box => ({ x, y, width: 10, height: 10 });
    const boxes = new Map([
      ['here', at(0, 0)],
      ['right', at(50, 5)],
      ['farther right', at(100, 0)],
      ['below', at(0, 60)],
    ]);
    assert.equal(neighbour(boxes, 'here', 'ArrowRight'), 'right');
    assert.equal(neighbour(boxes, 'here', 'ArrowDown'), 'below');
    assert.equal(neighbour(boxes, 'here', 'ArrowUp'), null);
    assert.equal(neighbour(boxes, 'farther right', 'ArrowLeft'), 'right');
  });
});
