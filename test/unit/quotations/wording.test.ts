import assert from 'node:assert/strict';
import fc from 'fast-check';
import { corrections } from '../../../server/src/quotations/correction.ts';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { prepareQuotation } from '../../../server/src/quotations/prepare-quotation.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';
import { LanguageOfText, looksLikeTitle } from '../../../server/src/quotations/wording.ts';
import { wordCount } from '../../../server/src/quotations/words.ts';

describe('the words of a quotation', () => {
  for (const [words, count] of [
    ['', 0],
    ['quay culture', 2],
    ['self-governing, and so on', 4],
    ['工会是桥梁', 3],
    ['the 工会 of 1925', 4],
  ] as const)
    it(`are ${count} in “${words}”`, () => assert.equal(wordCount(words), count));

  for (const words of ['Wages on the Waterfront', 'The Dockers of the Delta', 'PORTS OF CALL', 'Leviathan'])
    it(`may be a title: “${words}”`, () => assert.ok(looksLikeTitle(words)));
  for (const words of [
    'the Union of Harbour Workers met',
    'What the men earned stood in neither',
    'in it',
    '工会',
  ])
    it(`are hardly a title: “${words}”`, () => assert.ok(!looksLikeTitle(words)));

  it('are in the language of a text, or it cannot be told', () => {
    const text = (
      'It was the day of the strike, and the men were at the gate. They had come to see what was to be done. ' +
      'Nobody was to go in by the door that was open, and those that did were not to be paid for it. '
    ).repeat(12);
    const language = new LanguageOfText(prepareSource(text, []));
    assert.ok(language.speaks('that was the end of the matter, and nobody was paid for the day'));
    assert.ok(!language.speaks('voilà la fin de cette histoire, et personne ne fut payé pour la journée'));
    assert.ok(!language.speaks('of the day'), 'too few to tell');
    const short = new LanguageOfText(prepareSource('It was the day of the strike.', []));
    assert.ok(!short.speaks('that was the end of the matter, and nobody was paid'));
  });
});

describe('a correction', () => {
  const WORDS =
    'the gangs were hired at gate each morning and nobody knew whether he would eat that night'.split(' ');
  const wordArb = fc.constantFrom('dock', 'silent', 'hundred', 'quays');
  const changeArb = fc.record({
    at: fc.nat({ max: 13 }),
    kind: fc.constantFrom('put', 'drop', 'change'),
    word: wordArb,
  });

  it('makes of a quotation what its source says, and touches nothing that it says already', () => {
    const source = prepareSource(`Some began early. ${WORDS.join(' ')}, as they say. Others came late.`, []);
    fc.assert(
      fc.property(fc.array(changeArb, { minLength: 1, maxLength: 2 }), (changes) => {
        const words = [...WORDS];
        for (const { at, kind, word } of changes)
          if (kind === 'put') words.splice(at + 1, 0, word);
          else if (kind === 'drop') words.splice(at + 1, 1);
          else words[at + 1] = word;
        const written = `“*${words.slice(0, 3).join(' ')}* ${words.slice(3).join(' ')}”`;
        const match = findQuotation(source, written);
        if (match.status !== 'different') return;
        const splices = corrections(prepareQuotation(written), match.nearest);
        if (!splices) return;
        let corrected = written;
        for (const { from, to, insert } of [...splices].reverse())
          corrected = corrected.slice(0, from) + insert + corrected.slice(to);
        assert.equal(findQuotation(source, corrected).status, 'exact', `${written}\n${corrected}`);
        assert.doesNotMatch(corrected, / {2}/);
      }),
      { numRuns: 300 },
    );
  });
});
