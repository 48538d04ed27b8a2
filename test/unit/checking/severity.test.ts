import assert from 'node:assert/strict';
import { rate } from '../../../server/src/checking/runner.ts';
import type { Finding, Rule } from '../../../server/src/checking/rule.ts';
import type { Severity } from '../../../server/src/workspace/project.ts';

const LEVELS = ['hint', 'information', 'warning', 'error'] as const;
const RULES = new Map([['a-rule', { code: 'a-rule', severity: 'warning' } as Rule]]);

function shownAs(own: Finding['severity'], configured?: Severity): string | undefined {
  const finding: Finding = {
    code: 'a-rule',
    message: 'So.',
    range: { from: 0, to: 1 },
    ...(own && { severity: own }),
  };
  return rate([finding], RULES, () => configured)[0]?.severity;
}

describe('the severity of a finding', () => {
  it('is its rule’s, where neither it nor a setting says another', () =>
    assert.equal(shownAs(undefined), 'warning'));

  it('is its own, where no setting says another', () => {
    for (const own of LEVELS) assert.equal(shownAs(own), own);
  });

  it('is that of the setting, sharper or milder, where the finding has none of its own', () => {
    for (const configured of LEVELS) assert.equal(shownAs(undefined, configured), configured);
  });

  it('is the milder of its own and of the setting: no setting sharpens what is hedged', () => {
    for (const [i, own] of LEVELS.entries())
      for (const [j, configured] of LEVELS.entries())
        assert.equal(shownAs(own, configured), LEVELS[Math.min(i, j)], `${own}, set to ${configured}`);
  });

  it('is none where the rule is switched off, whatever the finding says', () => {
    for (const own of [undefined, ...LEVELS]) assert.equal(shownAs(own, 'off'), undefined);
  });
});
