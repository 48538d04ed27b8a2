import assert from 'node:assert/strict';
import {
  isUnderstood,
  understandingOfNotes,
  understandingOfReferences,
} from '../../../server/src/found/understanding.ts';
import { read } from './reading.ts';

describe('found: how well a list was understood', () => {
  it('notes, list by list', () => {
    const found = read(`Wove.¹ Dyed.² Spun.⁴

Notes

1. One.
2. Two.
3. Three.

## Two

Sold.¹

Notes

1. One.

## End
`);
    assert.deepEqual(understandingOfNotes(found), [
      { calls: 3, explained: 2, entries: 3, called: 2, unread: 0 },
      { calls: 1, explained: 1, entries: 1, called: 1, unread: 0 },
    ]);
  });

  it('references', () => {
    const found = read(`So it was (Weaver, 2003: 14; Carder, 1999: 3), and (Weaver, 2003).

References

- Weaver A (2003) Looms. Leiden: Burrow.
- Dyer B (2005) Dyes. Leiden: Burrow.
`);
    assert.deepEqual(understandingOfReferences(found), {
      calls: 3,
      explained: 2,
      entries: 2,
      called: 1,
      unread: 0,
    });
  });

  it('a share is reached when it is met exactly', () => {
    assert.ok(isUnderstood(4, 6, 2 / 3));
    assert.ok(!isUnderstood(3, 6, 2 / 3));
    assert.ok(isUnderstood(200, 300, 2 / 3) && !isUnderstood(199, 300, 2 / 3));
    assert.ok(isUnderstood(1, 2, 1 / 2) && !isUnderstood(0, 1, 1 / 2));
  });
});
