import assert from 'node:assert/strict';
import { allRules } from '../../../server/src/rules/all.ts';
import { ROW } from '../../../server/src/reasoning/conflict-rows.ts';
import { check } from '../../support/check.ts';
import { parseFixture } from '../../support/fixture.ts';

/** Rules whose fault no fixture can show, and why. */
const UNDRAWN: ReadonlyMap<string, string> = new Map([
  ['file-unreadable', 'a fixture is text, and what this finds is bytes that are none, or too many'],
  ['encoding-guessed', 'a fixture is text, and what this finds is bytes that another encoding explains'],
]);

describe('the examples of the rules', () => {
  for (const rule of allRules)
    describe(rule.code, () => {
      for (const example of rule.examples)
        it(example.title, async () => {
          // Lists cut what is long: what is wrong comes before that, and what can be done after.
          for (const { message } of await check(example.fixture))
            assert.ok(
              /^.*?(?:[.?:;](?=\s)|, (?:neither|so that) |$)/s.exec(message)![0].length <= ROW,
              message,
            );
        });

      if (!UNDRAWN.has(rule.code))
        it('shows what it reports and where it stays silent', () => {
          const reporting = rule.examples.filter((example) =>
            parseFixture(example.fixture).some((file) =>
              file.ranges.some((range) => range.tag === rule.code),
            ),
          );
          assert.ok(reporting.length > 0, 'no example reports');
          assert.ok(reporting.length < rule.examples.length, 'no example is silent');
        });
    });

  it('codes are unique and in kebab case', () => {
    const codes = allRules.map((rule) => rule.code);
    assert.deepEqual([...new Set(codes)], codes);
    for (const code of codes) assert.match(code, /^[a-z]+(?:-[a-z]+)*$/);
  });
});
