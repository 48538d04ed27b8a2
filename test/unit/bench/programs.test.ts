import assert from 'node:assert/strict';
import os from 'node:os';
import { costOf } from '../../../bench/support/programs.ts';

const cost = (script: string) =>
  costOf([process.execPath, '-e', script], os.tmpdir(), 300, /in [1-9]\d* files/);

describe('the cost of a peer', () => {
  it('is told where it read something, whatever it found', () => {
    for (const code of [0, 1]) {
      const found = cost(`console.log('in 3 files'); process.exit(${code})`);
      assert.ok(found && found.cpu > 0 && found.wall > 0);
    }
  });

  it('is not told where it is absent, ends otherwise, or read nothing', () => {
    assert.equal(costOf(['./no-such-program'], os.tmpdir(), 300, /./), null);
    assert.equal(cost("console.log('in 3 files'); process.exit(2)"), null);
    assert.equal(cost("console.log('in 0 files')"), null);
    assert.equal(cost(''), null);
  });
});
