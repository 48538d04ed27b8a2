import assert from 'node:assert/strict';
import { checkGesture, outcomeOf } from '../../../support/check-gesture.ts';
import type { Gesture } from '../../../../server/src/protocol/gestures.ts';
import { refusal } from './project.ts';

const claim: Gesture = { kind: 'claim' };

describe('Marking a claim', () => {
  it('names it after its words, and selects the name', () =>
    checkGesture(
      'Indeed ⟦selection|the looms were sold in spring⟧.\n',
      claim,
      'Indeed [the looms were sold in spring]{.claim #⟦|looms-sold-spring⟧}.\n',
    ));
  it('gives it a name of its own in the file', () =>
    checkGesture(
      '# Looms {#looms-sold}\n\n⟦selection|The looms, sold⟧.\n',
      claim,
      '# Looms {#looms-sold}\n\n[The looms, sold]{.claim #⟦|looms-sold-2⟧}.\n',
    ));
  it('leaves white space outside', () =>
    checkGesture('A⟦selection| loom \n⟧\nB.\n', claim, 'A [loom]{.claim #⟦|loom⟧} \n\nB.\n'));
  it('widens a selection that would cut emphasis, code, a link, a citation or a quotation', async () => {
    await checkGesture('A *so⟦selection|ft* loom⟧.\n', claim, 'A [*soft* loom]{.claim #⟦|soft-loom⟧}.\n');
    await checkGesture(
      'A **so⟦selection|ft loom⟧** x.\n',
      claim,
      'A **so[ft loom]{.claim #⟦|ft-loom⟧}** x.\n',
    );
    await checkGesture('A `co⟦selection|de` loom⟧.\n', claim, 'A [`code` loom]{.claim #⟦|code-loom⟧}.\n');
    await checkGesture(
      'A [soft](x.md⟦selection|#y) loom⟧.\n',
      claim,
      'A [[soft](x.md#y) loom]{.claim #⟦|soft-loom⟧}.\n',
    );
    await checkGesture(
      'A ⟦selection|loom [@maes1931, p.⟧ 3].\n',
      claim,
      'A [loom [@maes1931, p. 3]]{.claim #⟦|loom⟧}.\n',
    );
    await checkGesture(
      'A loom [@maes1931⟦selection|, p. 3⟧].\n',
      claim,
      'A loom [[@maes1931, p. 3]]{.claim #⟦|claim⟧}.\n',
    );
    await checkGesture(
      'A [so⟦selection|ft]{.actor ref="x"} loom⟧.\n',
      claim,
      'A [[soft]{.actor ref="x"} loom]{.claim #⟦|soft-loom⟧}.\n',
    );
  });
  it('goes into headings, tables, quotations, lists and notes', async () => {
    await checkGesture('# A ⟦selection|loom⟧\n', claim, '# A [loom]{.claim #⟦|loom⟧}\n');
    await checkGesture(
      '| a | b |\n|---|---|\n| ⟦selection|c⟧ | d |\n',
      claim,
      '| a | b |\n|---|---|\n| [c]{.claim #⟦|c⟧} | d |\n',
    );
    await checkGesture(
      '> A ⟦selection|soft\n> loom⟧.\n',
      claim,
      '> A [soft\n> loom]{.claim #⟦|soft-loom⟧}.\n',
    );
    await checkGesture('- a\n- ⟦selection|loom⟧\n', claim, '- a\n- [loom]{.claim #⟦|loom⟧}\n');
    await checkGesture(
      'A[^1].\n\n[^1]: A ⟦selection|loom⟧.\n',
      claim,
      'A[^1].\n\n[^1]: A [loom]{.claim #⟦|loom⟧}.\n',
    );
  });
  it('leaves the marks at the head of a line outside', async () => {
    await checkGesture('> A\n⟦selection|> loom⟧.\n', claim, '> A\n> [loom]{.claim #⟦|loom⟧}.\n');
    await checkGesture('> A ⟦selection|loom\n> ⟧x.\n', claim, '> A [loom]{.claim #⟦|loom⟧}\n> x.\n');
    await checkGesture('- a\n⟦selection|- loom⟧\n', claim, '- a\n- [loom]{.claim #⟦|loom⟧}\n');
    await checkGesture('⟦selection|# A loom⟧\n', claim, '# [A loom]{.claim #⟦|loom⟧}\n');
    await checkGesture(
      'A[^1].\n\n⟦selection|[^1]: A loom⟧.\n',
      claim,
      'A[^1].\n\n[^1]: [A loom]{.claim #⟦|loom⟧}.\n',
    );
  });
  it('fences several blocks, whole', async () => {
    await checkGesture(
      'One.\n\nThe ⟦selection|looms.\n\nThe⟧ fines.\n\nTwo.\n',
      claim,
      'One.\n\n::: {.claim #⟦|looms-fines⟧}\nThe looms.\n\nThe fines.\n:::\n\nTwo.\n',
    );
    await checkGesture(
      '::: x\n- ⟦selection|looms\n- fines⟧\n:::\n',
      claim,
      '::: x\n::: {.claim #⟦|looms-fines⟧}\n- looms\n- fines\n:::\n:::\n',
    );
  });
  it('takes the sentence at the cursor where nothing is selected', async () => {
    await checkGesture(
      'One. The loo‸ms were sold, p. 3 says [@maes1931, p. 3]. Two.\n',
      claim,
      'One. [The looms were sold, p. 3 says]{.claim #⟦|looms-sold-p⟧} [@maes1931, p. 3]. Two.\n',
    );
    await checkGesture(
      'The l‸oom[^1].\n\n[^1]: N.\n',
      claim,
      '[The loom]{.claim #⟦|loom⟧}[^1].\n\n[^1]: N.\n',
    );
    // Marked words, code and a citation in the text are words of the sentence.
    for (const [end, name] of [
      ['[the Dyers]{.actor ref="dyers"}', 'loom-sold-dyers'],
      ['@maes1931', 'loom-sold-maes1931'],
    ])
      await checkGesture(
        `The l‸oom was sold to ${end}.\n`,
        claim,
        `[The loom was sold to ${end}]{.claim #⟦|${name}⟧}.\n`,
      );
  });
  it('leaves outside what a whole sentence that is selected rests on', async () => {
    const bracket = '[see @maes1931, p. 3; @weber1909]';
    await checkGesture(
      `One. ⟦selection|The looms were sold ${bracket}.⟧ Two.\n`,
      claim,
      `One. [The looms were sold]{.claim #⟦|looms-sold⟧} ${bracket}. Two.\n`,
    );
    await checkGesture(
      '⟦selection|The loom.[^1]⟧\n\n[^1]: N.\n',
      claim,
      '[The loom]{.claim #⟦|loom⟧}.[^1]\n\n[^1]: N.\n',
    );
    await checkGesture(
      '> ⟦selection|A loom [@maes1931].\n⟧',
      claim,
      '> [A loom]{.claim #⟦|loom⟧} [@maes1931].\n',
    );
    // A citation that is a word of the sentence stays, and so does one within it.
    await checkGesture(
      '⟦selection|The looms were sold to @maes1931.⟧\n',
      claim,
      '[The looms were sold to @maes1931.]{.claim #⟦|looms-sold-maes1931⟧}\n',
    );
    await checkGesture(
      '⟦selection|The loom [@maes1931] was sold.⟧\n',
      claim,
      '[The loom [@maes1931] was sold.]{.claim #⟦|loom-sold⟧}\n',
    );
    await checkGesture(
      'A loom ⟦selection|[@maes1931]⟧.\n',
      claim,
      'A loom [[@maes1931]]{.claim #⟦|claim⟧}.\n',
    );
  });
  it('says what helps where words are marked already', async () => {
    const again = await outcomeOf('A [⟦selection|loom⟧]{.claim #a}.\n', claim);
    assert.ok(again.status === 'refused');
    assert.equal(again.mend, 'describe');
  });
  it('refuses what is no text, and what is marked already', async () => {
    assert.match(await refusal('```\nco⟦selection|de⟧\n```\n', claim), /^Select the words/);
    assert.match(await refusal('---\ntitle: ⟦selection|x⟧\n---\n\nB.\n', claim), /^Select the words/);
    assert.match(await refusal('A.\n\n‸\n\nB.\n', claim), /^Select the words/);
    assert.match(await refusal('A[^1].\n\n⟦selection|[^1]:⟧ A loom.\n', claim), /^Select the words/);
    assert.match(await refusal('A⟦selection| [⟧see @maes1931].\n', claim), /^Select the words/);
    assert.match(await refusal('A[^1].\n\n[^1]: A ⟦selection|b.\n\n    C⟧.\n', claim), /^Select the words/);
    assert.match(await refusal('A [⟦selection|loom⟧]{.claim #a}.\n', claim), /already/);
    assert.match(
      await refusal('//- sicetnon.yaml\nbibliography: []\n//- a.txt\nA ⟦selection|loom⟧.\n', claim),
      /^A plain text/,
    );
  });
  it('makes names of any script', () =>
    checkGesture(
      '⟦selection|织机在春天被卖掉了⟧。\n',
      claim,
      '[织机在春天被卖掉了]{.claim #⟦|织机在春天被卖掉了⟧}。\n',
    ));
});
