import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { unifiedDiff } from '../../../server/src/cli/line-diff.ts';
import { runs } from '../../support/runs.ts';

describe('A unified diff', () => {
  it('of some changes is the shortest, with three lines around them', () => {
    assert.equal(
      unifiedDiff('a/x', 'b/x', '1\n2\n3\n4\n5\n6\n7\n8\n', '1\n2\n3\n4\nfive\n6\n7\n8'),
      '--- a/x\n+++ b/x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n-8\n+8\n\\ No newline at end of file\n',
    );
  });

  it('of very many changes leads to the same text', () => {
    const line = fc.constantFrom('a', 'b', '', 'a longer line', 'c');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.array(line, { maxLength: 60 }),
        fc.boolean(),
        fc.boolean(),
        (start, end, closed, alike) => {
          // More lines differ than the shortest is looked for.
          const many = Array.from({ length: 700 }, (_, i) => `line ${i}`);
          const before = [...start, ...many, ...end].join('\n') + (closed ? '\n' : '');
          const after = [...end, ...many.map((each) => `${each}!`), '', ...(alike ? end : start)].join('\n');
          const diff = unifiedDiff('a/x', 'b/x', before, after);
          assert.equal(applyPatch(before, diff), after);
        },
      ),
      { numRuns: runs(12) },
    );
  });

  it('takes a time that grows with the text', () => {
    const text = (end: string): string => Array.from({ length: 60_000 }, (_, i) => `${i}${end}\n\n`).join('');
    const diff = unifiedDiff('a/x', 'b/x', text(''), text('!'));
    assert.equal(diff.match(/^-\d/gm)?.length, 60_000);
    assert.equal(diff.match(/^\+\d/gm)?.length, 60_000);
  });
});
