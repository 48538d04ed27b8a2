import assert from 'node:assert/strict';
import { beginning, scrolledTo, whole } from '../../../client/webviews/claim-map/framing.ts';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('the visible part of the claim map', () => {
  it('is all of a map that is just opened, where its names can be read', () => {
    const [frame, bounds] = [{ width: 800, height: 600 }, box(0, 0, 1600, 900)];
    assert.deepEqual(beginning(frame, bounds, 36), whole(frame, bounds));
  });

  it('is the beginning of a large one, with names that can be read', () => {
    const [frame, bounds] = [{ width: 500, height: 400 }, box(10, 20, 3000, 6000)];
    const { x, y, scale } = beginning(frame, bounds, 36);
    assert.equal(scale * 36, 9);
    assert.deepEqual([x + 10 * scale, y + 20 * scale], [24, 24]);
    assert.ok(whole(frame, bounds).scale * 36 < 9);
  });

  it('does not move from the whole map to show what stands at its edge', () => {
    const frame = { width: 800, height: 600 };
    const all = whole(frame, box(0, 0, 1600, 1600));
    for (const at of [0, 1500]) assert.deepEqual(scrolledTo(box(at, at, 100, 100), frame, all), all);
  });
});
