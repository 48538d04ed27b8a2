import assert from 'node:assert/strict';
import { MOST_GROUNDS } from '../../../server/src/reasoning/support.ts';
import { workspaceFrom } from '../../support/check.ts';

/** What is said of a claim that so many others support, all of which rest on one work. */
async function told(supports: number, last = 'meyer2011'): Promise<string[]> {
  const others = Array.from(
    { length: supports },
    (_, i) => `[Words ${i}]{.claim supports="#c"} [@${i === supports - 1 ? last : 'meyer2011'}].\n\n`,
  );
  const service = await workspaceFrom({
    'sicetnon.yaml': 'rules: {claim-single-source: information}\n',
    'notes.md': `[Wages rose]{.claim #c} [@meyer2011].\n\n${others.join('')}`,
  });
  return service
    .check('notes.md')
    .findings.filter(({ code, range }) => code === 'claim-single-source' && range.start.line === 0)
    .map(({ message }) => message);
}

describe('a claim whose whole support is one work', () => {
  it('is told of where all grounds were followed', async () => {
    assert.deepEqual(await told(MOST_GROUNDS - 1), [
      '“Wages rose” rests on meyer2011 alone: all that supports it leads back there.',
    ]);
    assert.deepEqual(await told(3, 'adler2014'), []);
  });

  it('is told of with what was not looked at where there are more', async () => {
    const message = `“Wages rose” rests, as far as was looked, on meyer2011 alone: of the claims that support it ${MOST_GROUNDS} were followed, and all of them lead back there. The others were not looked at.`;
    assert.deepEqual(await told(MOST_GROUNDS), [message]);
    assert.deepEqual(await told(3 * MOST_GROUNDS), [message]);
  });
});
