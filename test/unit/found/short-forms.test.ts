import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayHoldShortForm, shortFormAfter } from '../../../server/src/found/short-forms.ts';

/** One for each way in which an earlier work is named. */
const FORMS = [
  'see supra note 12',
  'above, n. 3',
  'ci-dessus, anm. 4',
  'oben, Anmerkung 5',
  'supra fns. 6',
  'note 7, supra',
  'fn 8 above',
  'siehe auch Fußnote 9',
  'voir nota 10',
  '前注12',
  'op. cit.',
  'ob cit',
  'opere citata',
  'o. c.',
  'art. cit.',
  'loc. cit.',
  'l. c.',
  'loc.c',
  'a. a. O.',
  '前引书',
  'ibid.',
  'ibíd',
  'ib.',
  'ebd.',
  'ebenda',
  'ivi, p. 3',
  '同上',
  'idem',
  'id.',
  'Lee, cit.',
];

describe('short forms', () => {
  it('are known one by one', () => {
    for (const form of FORMS) assert.ok(shortFormAfter(form, 0), form);
  });

  it('are never passed over by the quick look, in capitals neither', () => {
    const piece = fc.oneof(
      fc.constantFrom(...FORMS, 'see', 'note', 'supra', 'above', 'cit', 'ſupra', ' ', '.', ',', '1'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', ' '), (pieces, between) => {
        for (const text of [pieces.join(between), pieces.join(between).toUpperCase()])
          if (shortFormAfter(text, 0)) assert.ok(mayHoldShortForm(text), text);
      }),
    );
  });

  it('are not looked for in words and numbers', () => {
    for (const text of ['In the years before, see author12.', 'pp. 3–4', 'Its members in 1984'])
      assert.equal(mayHoldShortForm(text), false, text);
  });
});
