import assert from 'node:assert/strict';
import fc from 'fast-check';
import { QuietClaims } from '../../../server/src/reasoning/quiet-claims.ts';
import { runs } from '../../support/runs.ts';

const [CONFLICTS, GROUNDS] = [1, 2];

describe('claims known to be quiet', () => {
  it('are those that were found so since anything near them changed', () => {
    const handle = fc.nat({ max: 600 });
    const question = fc.constantFrom(CONFLICTS, GROUNDS);
    const step = fc.oneof(
      fc.tuple(fc.constant('add' as const), handle, question),
      fc.tuple(fc.constant('forget' as const), fc.array(handle, { maxLength: 3 })),
      fc.tuple(fc.constant('rest on' as const), question, fc.nat({ max: 2 })),
      fc.tuple(fc.constant('forget all' as const)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const quiet = new QuietClaims();
        const model = new Set<string>();
        const bases = new Map<number, number>();
        for (const [what, first, second] of steps) {
          if (what === 'add') {
            quiet.add(first, second);
            model.add(`${first} ${second}`);
          } else if (what === 'forget') {
            quiet.forget(first);
            for (const each of first) for (const of of [CONFLICTS, GROUNDS]) model.delete(`${each} ${of}`);
          } else if (what === 'rest on') {
            quiet.restOn(first, second);
            if (bases.get(first) !== second)
              for (const each of [...model]) if (each.endsWith(` ${first}`)) model.delete(each);
            bases.set(first, second);
          } else {
            quiet.forgetAll();
            model.clear();
          }
          for (let at = 0; at <= 600; at++)
            for (const of of [CONFLICTS, GROUNDS]) assert.equal(quiet.has(at, of), model.has(`${at} ${of}`));
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
