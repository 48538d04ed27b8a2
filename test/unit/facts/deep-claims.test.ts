import assert from 'node:assert/strict';
import { endsOfWords } from '../../../server/src/facts/claims.ts';
import { readFacts } from '../../../server/src/facts/read.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';

describe('the words of claims', () => {
  it('are read whole of claims one after another, and of some within each other', () => {
    const row = Array.from({ length: 50 }, (_, i) => ({ from: i * 1000, to: i * 1000 + 999 }));
    assert.deepEqual(
      endsOfWords(row),
      row.map(({ to }) => to),
    );
    const nested = Array.from({ length: 6 }, (_, i) => ({ from: i, to: 9000 - i }));
    assert.deepEqual(
      endsOfWords(nested),
      nested.map(({ to }) => to),
    );
  });

  it('are the first ones of claims very deep within each other', () => {
    const nested = Array.from({ length: 500 }, (_, i) => ({ from: i, to: 9000 - i }));
    const read = endsOfWords(nested).reduce((sum, to, i) => sum + to - i, 0);
    assert.ok(read < 500 * 400 + 6 * 9000, String(read));
    assert.equal(endsOfWords(nested).at(-1), 499 + 400);
  });

  it('end in an ellipsis where they are not read whole', () => {
    const words = 'The guild has a hall. '.repeat(30);
    const deep = `${'['.repeat(12)}${words}${']{.claim}'.repeat(12)}\n`;
    const texts = readFacts(parseTree(deep)).claims.map(({ text }) => text);
    assert.equal(texts.length, 12);
    assert.deepEqual([...new Set(texts.map((text) => text.endsWith(' …')))], [false, true]);
  });
});
