import assert from 'node:assert/strict';
import { allRules } from '../../../server/src/rules/all.ts';
import { workspaceOf } from '../../support/check.ts';

/** The titles of what mends findings of a rule in its examples; what silences it comes after them. */
async function offered(code: string): Promise<string[]> {
  const rule = allRules.find((each) => each.code === code)!;
  const mends: string[] = [];
  for (const { fixture } of rule.examples) {
    const { service, files } = await workspaceOf(fixture);
    for (const { path, text } of files) {
      service.open(path, text);
      await service.settle();
      for (const finding of service.check(path).findings.filter((each) => each.code === code)) {
        const fixes = service.actions(path, finding.range, (kind) => kind === 'quickfix');
        const silencing = fixes.findIndex(({ title }) => /^Disable/.test(title));
        const last = fixes.findLastIndex(({ title }) => !/^Disable/.test(title));
        assert.ok(silencing < 0 || last < silencing, fixes.map(({ title }) => title).join(' | '));
        for (const { title, fixes: gone = [], concerns = [] } of fixes)
          if ([...gone, ...concerns].some((each) => each.code === code) && !/^Disable/.test(title))
            mends.push(title);
      }
    }
  }
  return mends;
}

describe('What can be done about a finding', () => {
  for (const { code, withoutFix } of allRules)
    it(`of ${code}`, async () => {
      const mends = await offered(code);
      if (withoutFix) assert.deepEqual(mends, [], `${code} has a fix, and a reason why it has none`);
      else assert.notDeepEqual(mends, [], `${code} has no fix, and no reason why (\`withoutFix\`)`);
    });
});
