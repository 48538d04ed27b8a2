import assert from 'node:assert/strict';
import { labelAround } from '../../../server/src/features/references/as-markdown-has-it.ts';

describe('What an editor’s own Markdown takes for a label', () => {
  for (const [drawn, label] of [
    ['A word[^<n>] and more', '^n'],
    ['So [see @<ash>, p. 3].', 'see @ash, p. 3'],
    ['[^<n>]: A note', null],
    ['So [@<ash>](page.html)', null],
    ['So [@<ash>][other]', null],
    ['[@<ash>]{.claim}', null],
    ['So [words [in] @<ash>, p. 3]', null],
    ['So @<ash> [p. 3]', null],
    ['So [over\n@<ash>]', null],
    ['<n>', null],
  ] as const)
    it(drawn.replace('\n', '⏎'), () => {
      const text = drawn.replace(/[<>]/g, '');
      const range = { from: drawn.indexOf('<'), to: drawn.indexOf('>') - 1 };
      const found = labelAround(text, range);
      assert.equal(found && text.slice(found.from, found.to), label);
    });
});
