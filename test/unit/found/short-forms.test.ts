import assert from 'node:assert/strict';
import { knownConventions } from '../../../server/src/found/conventions/registry.ts';

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
    for (const form of FORMS) assert.ok(knownConventions.shortForms.after(form, 0), form);
  });

  it('are found behind other words, in capitals too', () => {
    for (const form of FORMS)
      for (const text of [form, form.toUpperCase(), form.replaceAll('s', 'ſ')])
        assert.ok(knownConventions.shortForms.after(`A word, ${text}`, 2), text);
  });

  it('are not found in words and numbers', () => {
    for (const text of [
      'In the years before, see author12.',
      'pp. 3–4',
      'Its members in 1984',
      'n. d., a capital',
    ])
      assert.equal(knownConventions.shortForms.after(text, 0), null, text);
  });
});
