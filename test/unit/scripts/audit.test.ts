import assert from 'node:assert/strict';
import { judge } from '../../../scripts/audit.ts';

describe('The audit of what is shipped', () => {
  const counted = (counts: object) => judge(JSON.stringify({ metadata: { vulnerabilities: counts } }));

  it('fails for what is grave, and only that', () => {
    assert.equal(counted({ critical: 0, high: 0, moderate: 3, low: 1 }).grave, false);
    assert.equal(counted({ critical: 1 }).grave, true);
    assert.deepEqual(counted({ high: 2 }), {
      grave: true,
      line: 'Audit: 0 critical, 2 high, 0 moderate, 0 low in what is shipped; see npm audit --omit=dev.',
    });
  });

  it('says where nobody answered, and fails nothing', () => {
    for (const output of [
      '',
      'npm error',
      'null',
      '{"message":"405 Method Not Allowed"}',
      '{"error":{"summary":"ENOTFOUND"}}',
    ]) {
      const { grave, line } = judge(output);
      assert.equal(grave, false);
      assert.match(line, /^Audit: not done, the registry did not answer/);
    }
  });
});
