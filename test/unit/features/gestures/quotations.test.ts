import assert from 'node:assert/strict';
import { checkGesture, choicesIn } from '../../../support/check-gesture.ts';
import type { Gesture } from '../../../../server/src/protocol/gestures.ts';
import { PROJECT, refusal } from './project.ts';

describe('Marking a quotation', () => {
  const from = (locator: string): Gesture => ({ kind: 'quotation', work: 'maes1931', locator });

  it('takes in the quotation marks, and writes where it is from', async () => {
    await checkGesture(
      `${PROJECT}He says “⟦selection|sold in spring⟧”.\n`,
      from('p. 12'),
      'He says [“sold in spring”]{.quote from="@maes1931" at="p. 12"}‸.\n',
    );
    await checkGesture(
      `${PROJECT}He says “⟦selection|sold in spring⟧”.\n`,
      from(''),
      'He says [“sold in spring”]{.quote from="@maes1931"}‸.\n',
    );
  });
  it('finds the quotation at the cursor', () =>
    checkGesture(
      `${PROJECT}He says “sold in s‸pring” [@maes1931, p. 12].\n`,
      from('p. 12'),
      'He says [“sold in spring”]{.quote from="@maes1931" at="p. 12"}‸ [@maes1931, p. 12].\n',
    ));
  it('refuses what is marked already', async () =>
    assert.match(await refusal(`${PROJECT}[“a‸”]{.quote from="@roux1950"}\n`, from('')), /quot/));
  it('proposes the works cited nearby first, with their last locator', async () => {
    const { items } = await choicesIn(
      `${PROJECT}X [@maes1931].\n\nHe says “⟦selection|sold⟧” [@roux1950, pp. 3-4].\n`,
      'quotedWork',
    );
    assert.deepEqual(
      items.map(({ value, label, heading, locator }) => [value, label, heading, locator]),
      [
        ['roux1950', 'Roux, Maes 1950', 'Cited nearby', 'pp. 3-4'],
        ['maes1931', 'Maes 1931', 'Cited nearby', undefined],
      ],
    );
  });
});
