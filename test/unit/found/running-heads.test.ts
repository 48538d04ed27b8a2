import assert from 'node:assert/strict';
import { RunningHeads } from '../../../server/src/found/running-heads.ts';

describe('found: running heads', () => {
  const HEAD = 'Weaver The Looms of the Town';

  it('are lines that a text has three times, wherever', () => {
    const heads = new RunningHeads(`${HEAD}\nWords. ${HEAD} 3\n\n4 ${HEAD}${HEAD.slice(0, 20)}`, [HEAD]);
    assert.equal(heads.has(HEAD), true);
    assert.equal(new RunningHeads(`${HEAD}\n${HEAD}`, [HEAD]).has(HEAD), false);
  });

  it('are told apart from lines that begin as they do', () => {
    const other = `${HEAD} and its Dyes`;
    const heads = new RunningHeads(`${other}\n${HEAD}\n${HEAD}\n`, [HEAD, other]);
    assert.deepEqual(
      [HEAD, other].map((line) => heads.has(line)),
      [true, false],
    );
  });

  it('are neither very short nor longer than a line', () => {
    const [short, long] = ['The Looms', 'The looms of the town '.repeat(8).trim()];
    const heads = new RunningHeads(`${short}\n${long}\n`.repeat(4), [short, long]);
    assert.deepEqual(
      [short, long].map((line) => heads.has(line)),
      [false, false],
    );
  });
});
