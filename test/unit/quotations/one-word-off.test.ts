import assert from 'node:assert/strict';
import { foldText } from '../../../server/src/quotations/fold.ts';
import { oneWordOff } from '../../../server/src/quotations/one-word-off.ts';
import { LEAST_SHARED, sharedStretch } from '../../../server/src/quotations/shared-stretch.ts';

const folded = (text: string) => foldText(text, [{ from: 0, to: text.length, barrier: false }], []);

describe('a short quotation with one word off', () => {
  const SOURCE = 'The old quay was sold to the guild, and nobody in town objected to it. So it is as we do.';
  const cases: readonly [title: string, quoted: string, found: string | null][] = [
    ['replaced inside', 'quay was leased to the guild', 'quay was sold to the guild'],
    ['replaced near the beginning', 'quay is sold to the guild', 'quay was sold to the guild'],
    ['missing', 'quay was to the guild', 'quay was sold to the guild'],
    ['too many', 'quay was quickly sold to the guild', 'quay was sold to the guild'],
    ['replaced at the end', 'nobody in town complained', 'nobody in town objected'],
    ['replaced at the beginning', 'somebody in town objected to', 'nobody in town objected to'],
    ['replaced, with few words left', 'nobody of town', 'nobody in town'],
    ['replaced, where only function words are left', 'sold by the', null],
    ['replaced, where the rest is part of a word', 'obod in town objected', 'nobody in town objected'],
    ['replaced twice', 'quay is leased to the guild', null],
    ['too many, after most of it', 'the old quay was never sold', 'the old quay was sold'],
    [
      'replaced at the end, before a full stop',
      'nobody in town objected to them',
      'nobody in town objected to it',
    ],
    ['replaced, where many function words are left', 'so it is as we did', 'so it is as we do'],
    ['replaced before the source begins', 'from the old quay', null],
    ['and two words only', 'nobody there', null],
    ['and more than seven words', 'quay was leased to the guild and nobody in', null],
  ];
  for (const [title, quoted, expected] of cases)
    it(title, () => {
      const source = folded(SOURCE);
      const range = oneWordOff(source, quoted);
      assert.equal(range && source.key.slice(range.from, range.to), expected);
    });
});

describe('a word that is replaced at an end', () => {
  it('has up to 28 letters', () => {
    const at = (long: string, isFirst: boolean): string | null => {
      const source = folded(
        isFirst ? `So ${long} of old towns objected.` : `Of old towns objected ${long} too.`,
      );
      const range = oneWordOff(source, isFirst ? 'nobody of old towns' : 'old towns objected nobody');
      return range && source.key.slice(range.from, range.to);
    };
    const [fits, tooLong] = ['x'.repeat(28), 'x'.repeat(29)] as const;
    assert.equal(at(fits, true), `${fits} of old towns`);
    assert.equal(at(tooLong, true), null);
    assert.equal(at(fits, false), `old towns objected ${fits}`);
    assert.equal(at(tooLong, false), null);
  });
});

describe('the longest run of words that a quotation shares with a source', () => {
  const SOURCE =
    'Words before. The long ropes of the north were always made by hand in the winter, and sold in spring. Words after.';

  it('is found whatever stands around it, punctuation aside', () => {
    const source = folded(SOURCE);
    const quoted =
      'indeed the men say ropes of the north were always made, by hand in the winter; nobody knows why';
    const found = sharedStretch(source, quoted)!;
    assert.equal(
      source.key.slice(found.from, found.to),
      'ropes of the north were always made by hand in the winter',
    );
    assert.deepEqual(
      [quoted.slice(0, found.before), quoted.slice(quoted.length - found.behind)],
      ['indeed the men say ', '; nobody knows why'],
    );
  });

  it('is none where it has too few words, or too few letters', () => {
    const words = 'ropes of the north were always made by hand'.split(' ');
    assert.notEqual(sharedStretch(folded(SOURCE), words.slice(0, LEAST_SHARED).join(' ')), null);
    assert.equal(sharedStretch(folded(SOURCE), `${words.slice(0, LEAST_SHARED - 1).join(' ')} x y z`), null);
    assert.equal(
      sharedStretch(folded('so it is as we do to it, and so on'), 'so it is as we do to it'),
      null,
    );
  });
});
