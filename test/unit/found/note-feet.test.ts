/** Notes at the feet of pages whose calls were not all read, and numbered lines that are no notes. */
import assert from 'node:assert/strict';
import { read } from './reading.ts';

/** A page that calls some numbers, with notes at its foot. */
const page = (calls: readonly number[], notes: readonly number[]): string =>
  `${calls.map((call) => `The guilds wove their wool in the town.^${call}^`).join(' ')}\n\n${notes
    .map((note) => `^${note}^ A. Weaver, Looms ${note}, Leiden, Burrow, 2003, p. ${note}.`)
    .join('\n')}\n\n`;

const labels = (...pages: readonly string[]): string =>
  read(pages.join(''))
    .noteDefinitions.map(({ label }) => label)
    .join(' ');

describe('found: notes at the feet of pages', () => {
  it('are notes though nothing was read to call them, up to three numbers further', () => {
    assert.equal(labels(page([1, 2, 3], [1, 2, 3, 4]), page([5, 6, 7], [5, 6, 7])), '1 2 3 4 5 6 7');
    assert.equal(labels(page([1, 2, 3], [1, 2, 3, 6]), page([7, 8, 9], [7, 8, 9])), '1 2 3 6 7 8 9');
    assert.equal(labels(page([1, 2, 3], [1, 2, 3, 7]), page([8, 9, 10], [8, 9, 10])), '1 2 3 8 9 10');
  });

  it('are none where most of a foot are not called', () => {
    assert.equal(labels(page([1], [1, 2, 3, 4])), '');
    assert.equal(
      labels(page([1, 2, 3], [1, 2, 3]), page([1], [1, 2, 3, 4]), page([1, 2, 3], [1, 2, 3])),
      '1 2 3 1 2 3',
    );
  });

  it('at the end are the last that begin with 1, not the points of an argument before', () => {
    const text = `Five things are to be said.

1. The guilds wove.
2. The town paid.
3. Nobody slept.
4. All went.
5. The mill stood.

The mill stood.¹ It fell.² It burnt.³

1. Clara Dyer, *The Dyes of Ghent*, 1990.
2. Paul Fuller, *Felt*, 1991.
3. Ann Weaver, *Wool*, 1992.
`;
    const end = text.indexOf('1. Clara');
    const { noteDefinitions } = read(text);
    assert.equal(noteDefinitions.length, 3);
    assert.ok(noteDefinitions.every(({ labelRange }) => labelRange.from >= end));
  });
});
