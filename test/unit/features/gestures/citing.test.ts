import assert from 'node:assert/strict';
import { checkGesture, choicesIn } from '../../../support/check-gesture.ts';
import type { Gesture } from '../../../../server/src/protocol/gestures.ts';
import { PROJECT, refusal } from './project.ts';

describe('Citing', () => {
  const roux: Gesture = { kind: 'cite', work: 'roux1950' };

  it('puts the citation in the place of a placeholder, wherever in it the cursor is', async () => {
    for (const place of [
      '[citat‸ion needed]',
      '‸[citation needed]',
      '[citation needed]‸',
      '[?‸]',
      '[‸@todo]',
      '⟦selection|[citation needed]⟧',
    ])
      await checkGesture(
        `${PROJECT}The committee met last in October ${place}.\n`,
        { kind: 'cite', work: 'maes1931' },
        'The committee met last in October [@maes1931‸].\n',
      );
  });
  it('sets brackets where the cursor is, and leaves it where a locator goes', async () => {
    await checkGesture(`${PROJECT}It was sold‸.\n`, roux, 'It was sold [@roux1950‸].\n');
    await checkGesture(`${PROJECT}It was ‸sold.\n`, roux, 'It was [@roux1950‸] sold.\n');
    await checkGesture(`${PROJECT}卖掉了‸。\n`, roux, '卖掉了[@roux1950‸]。\n');
  });
  it('joins the citation at the cursor', async () => {
    await checkGesture(
      `${PROJECT}Sold [see @maes1931, p. ‸3].\n`,
      roux,
      'Sold [see @maes1931, p. 3; @roux1950‸].\n',
    );
    await checkGesture(`${PROJECT}Sold [@maes1931, p. 3]‸.\n`, roux, 'Sold [@maes1931, p. 3; @roux1950‸].\n');
    await checkGesture(
      `${PROJECT}Sold [@maes1931, p. 3; s‸ee @town, p. 4; @x].\n`,
      roux,
      'Sold [@maes1931, p. 3; see @town, p. 4; @roux1950‸; @x].\n',
    );
    await checkGesture(`${PROJECT}As @maes1931‸ says.\n`, roux, 'As @maes1931 [@roux1950‸] says.\n');
  });
  it('refuses a key that Pandoc reads in no form', async () => {
    const works = `//- more.json
[{"id": "a\\n\\n![](https://evil.example/x.png)", "type": "book", "title": "T"}]
//- main.md
---
bibliography: more.json
---

`;
    const cite: Gesture = { kind: 'cite', work: 'a\n\n![](https://evil.example/x.png)' };
    assert.match(await refusal(`${works}A‸.\n`, cite), /Pandoc reads no citation of/);
  });
  it('refuses code and attributes', async () => {
    assert.match(await refusal(`${PROJECT}A \`co‸de\`.\n`, roux), /cannot stand here/);
    assert.match(await refusal(`${PROJECT}A [b]{.claim wh‸en="1999"}.\n`, roux), /cannot stand here/);
  });
  it('lets one choose by author, year and words of the title, without accents', async () => {
    const values = async (filter: string) =>
      (await choicesIn(`${PROJECT}A‸.\n`, 'work', filter)).items.map(({ value }) => value);
    assert.deepEqual(await values('elise fines'), []);
    assert.deepEqual(await values('roux fines'), ['roux1950']);
    assert.deepEqual(await values('1931 maes'), ['maes1931']);
    assert.deepEqual(await values('maes'), ['maes1931', 'roux1950']);
  });
  it('says so when no bibliography is known', async () => {
    for (const subject of ['work', 'textOf'] as const) {
      const { refusal: why, missing } = await choicesIn('A‸.\n', subject);
      assert.match(why ?? '', /^No bibliography/);
      assert.equal(missing, 'bibliography');
    }
  });
});

describe('Adding a note', () => {
  const note: Gesture = { kind: 'note' };

  it('calls it at the cursor and begins it at the end', async () => {
    await checkGesture('A‸.\n\nB.\n', note, 'A[^1].\n\nB.\n\n[^1]: ⟦|[?]⟧\n');
    await checkGesture(
      'A[^1], b ⟦selection|c⟧, d[^3].\n\n[^1]: One.\n\n    More.\n[^3]: Three.\n\nE.\n',
      note,
      'A[^1], b c[^2], d[^3].\n\n[^1]: One.\n\n    More.\n[^3]: Three.\n\n[^2]: ⟦|[?]⟧\n\nE.\n',
    );
    await checkGesture('A loo‸m.\n', note, 'A loom[^1].\n\n[^1]: ⟦|[?]⟧\n');
    await checkGesture('A loom‸', note, 'A loom[^1]\n\n[^1]: ⟦|[?]⟧\n');
  });
  it('refuses notes and code', async () => {
    assert.match(await refusal('A[^1].\n\n[^1]: On‸e.\n', note), /cannot hold a note/);
    assert.match(await refusal('A^[on‸e].\n', note), /cannot hold a note/);
    assert.match(await refusal('    co‸de\n', note), /cannot be called here/);
  });
});
