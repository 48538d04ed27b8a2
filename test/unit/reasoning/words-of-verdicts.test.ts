import assert from 'node:assert/strict';
import { hasOwnWords } from '../../../server/src/reasoning/verdict.ts';
import { readValue } from '../../../server/src/reasoning/values.ts';
import { parseSays } from '../../../server/src/reasoning/says.ts';
import { Times } from '../../../server/src/reasoning/time.ts';
import { workspaceOf } from '../../support/check.ts';
import { A, M, messages, PROJECT, told } from '../../support/disagreements.ts';
import { property } from './claims.ts';

describe('a verdict', () => {
  it('has words of its own beside citations and what stands for words to come', () => {
    for (const text of [
      'The first',
      'So it is [@meyer2011].',
      'So @meyer2011 has it',
      'So it is [?]',
      '3',
      'See [her] book',
      '对',
    ])
      assert.ok(hasOwnWords({ text }), text);
    for (const text of [
      '',
      '[@meyer2011]',
      '[see @meyer2011, p. 3; @adler2018]',
      '@meyer2011',
      '-@meyer2011',
      '@{odd key}',
      '-@{odd key}, @doe_2011:a.b-c',
      '[?]',
      '[citation needed].',
      '[?] [@meyer2011, para. 3] …',
      'Which of the two holds, and why',
      ' words of the verdict ',
    ])
      assert.ok(!hasOwnWords({ text }), text);
  });
});

describe('a value in quotation marks', () => {
  const read = (text: string) => {
    const [saying] = parseSays({ text, range: { from: 0, to: text.length } }).propositions;
    return readValue(
      saying!,
      property('kind', 'choice', { of: ['free', '"free" men', '“free” men'] }),
      new Times(),
    );
  };
  it('is what stands in them, where they stand around the whole', () => {
    for (const marked of ['free', '"free"', "'free'", '“free”', '" free "'])
      assert.deepEqual(read(`kind = ${marked}`), read('kind = free'), marked);
    for (const partly of ['"free" men', '“free” men'])
      assert.equal(read(`kind = ${partly}`).kind, 'choice', partly);
    for (const broken of ['"free', 'free"', '"free”', '"'])
      assert.notDeepEqual(read(`kind = ${broken}`), read('kind = free'), broken);
  });
});

describe('a conflict of claims of which one gives its time', () => {
  it('does not speak of the years of their works', async () => {
    const told = async (when: string) =>
      (
        await messages(`${PROJECT()}//- notes.md
[4000]{.claim ${M} about="union" says="members = 4000"} [@meyer2005].

[82]{.claim ${A} about="union" says="members = 82"${when}} [@adler2018].
`)
      ).join(' ');
    assert.match(await told(''), /the works are of 20/);
    assert.doesNotMatch(await told(' when="2004"'), /the works are of/);
  });
});

describe('a conflict of works that are many years apart', () => {
  it('is a hint only where neither claim gives a time', async () => {
    const severities = async (first: string, second: string) =>
      (
        await told(`${PROJECT('timeless-span: 10\n')}//- notes.md
[4000]{.claim ${M} about="union" says="crew = 4000"${first}} [@meyer2005].

[82]{.claim ${A} about="union" says="crew = 82"${second}} [@adler2018].
`)
      ).includes('claim-contradiction warning');
    const time = ' when="2004"';
    assert.equal(await severities('', ''), false);
    assert.equal(await severities('', time), true);
    assert.equal(await severities(time, ''), true);
    assert.equal(await severities(time, time), true);
  });
});

describe('a claim that is not there', () => {
  it('is none', async () => {
    const { service } = await workspaceOf('//- notes.md\n[It won]{.claim #won}\n');
    const { reasoning } = service.world();
    assert.equal(reasoning.claim('notes.md#won')?.text, 'It won');
    assert.equal(reasoning.claim('notes.md#lost'), undefined);
    assert.equal(reasoning.claim('gone.md#won'), undefined);
  });
});
