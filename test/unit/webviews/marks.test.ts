import assert from 'node:assert/strict';
import { markSigns, markWords, natureSigns, natureWords } from '../../../client/webviews/shared/marks.ts';

describe('the signs of pictures', () => {
  it('are one for each kind of claim, and one for each kind of conflict', () => {
    for (const [signs, words] of [
      [markSigns, markWords],
      [natureSigns, natureWords],
    ] as const) {
      assert.equal(new Set(Object.values(signs)).size, Object.keys(signs).length);
      assert.deepEqual(Object.keys(signs).sort(), Object.keys(words).sort());
    }
  });
});
