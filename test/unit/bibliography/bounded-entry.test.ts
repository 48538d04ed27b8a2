import assert from 'node:assert/strict';
import { boundedFields } from '../../../server/src/bibliography/bounded-entry.ts';

describe('what is cut of an entry for the libraries', () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `Lee, Ann Margaret ${i} of Hull`);
  it('is nothing of many names that are short enough together', () => {
    const fields = new Map([['author', names(60).join(' and ')]]);
    assert.ok(fields.get('author')!.length > 1500);
    assert.deepEqual(boundedFields(fields), { kept: fields, isCut: false });
  });
  it('is no name where another field is too long', () => {
    const { kept, isCut } = boundedFields(
      new Map([
        ['author', 'Lee, Ann and {The Bank}'],
        ['title', `{DNA} and ${'ropes '.repeat(300)}`],
      ]),
    );
    assert.ok(isCut);
    assert.equal(kept.get('author'), 'Lee, Ann and {The Bank}');
    assert.match(kept.get('title')!, /^\{DNA\} and ropes [^{}]*…$/);
  });
  it('leaves no group open', () => {
    const { kept } = boundedFields(new Map([['title', `{A {b} ${'c '.repeat(1000)}}`]]));
    assert.match(kept.get('title')!, /^\{A \{b\} [^{}]*…\}$/);
  });
});
