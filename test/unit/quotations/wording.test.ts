import assert from 'node:assert/strict';
import fc from 'fast-check';
import { corrections } from '../../../server/src/quotations/correction.ts';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { prepareQuotation } from '../../../server/src/quotations/prepare-quotation.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';
import { LanguageOfText, looksLikeTitle } from '../../../server/src/quotations/wording.ts';
import { wordCount } from '../../../server/src/quotations/words.ts';
import { runs } from '../../support/runs.ts';

describe('the words of a quotation', () => {
  for (const [words, count] of [
    ['', 0],
    ['quay culture', 2],
    ['self-governing, and so on', 4],
    ['工会是桥梁', 3],
    ['the 工会 of 1925', 4],
  ] as const)
    it(`are ${count} in “${words}”`, () => assert.equal(wordCount(words), count));

  for (const words of [
    'Wages on the Waterfront',
    'The Dockers of the Delta',
    'PORTS OF CALL',
    'Leviathan',
    'A Letter from the Quay to the Ports',
  ])
    it(`may be a title: “${words}”`, () => assert.ok(looksLikeTitle(words)));
  for (const words of [
    'the Union of Harbour Workers met',
    'What the men earned stood in neither',
    'in it',
    'From Lagos we came with two barges',
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
      { numRuns: runs(300) },
    );
  });

  for (const [quotation, source, corrected] of [
    // a word too many, at either end and within
    [
      'often the harbour of the town was silent',
      'the harbour of the town was silent. Yes.',
      'the harbour of the town was silent',
    ],
    [
      '“Often the harbour of the town was silent”',
      'The harbour of the town was silent. Yes.',
      '“the harbour of the town was silent”',
    ],
    [
      '[^1] often the harbour of the town was silent',
      'the harbour of the town was silent.',
      '[^1] the harbour of the town was silent',
    ],
    [
      'the harbour of the town was silent often',
      'So the harbour of the town was silent',
      'the harbour of the town was silent',
    ],
    [
      'the harbour of … was never silent',
      'So the harbour of the old town was silent.',
      'the harbour of … was silent',
    ],
    // a word left out
    [
      'the harbour of the was silent',
      'Then the harbour of the town was silent.',
      'the harbour of the town was silent',
    ],
    // others, also over the end of a line and within markup
    [
      'harbour of the town was silent',
      'Then the harbours of the town was silent.',
      'harbours of the town was silent',
    ],
    [
      'the harbour *of the* town was not silent',
      'Then the harbour of the\ntown was never silent.',
      'the harbour *of the* town was never silent',
    ],
    [
      'the *harbour was* silent for a month',
      'So the harbours were silent for a month.',
      'the *harbours were* silent for a month',
    ],
    // punctuation
    [
      'the harbour of the town was silent, and cold',
      'Then the harbour of the town was silent and cold.',
      'the harbour of the town was silent and cold',
    ],
    [
      'the harbour of the town was silent and cold',
      'Then the harbour of the town was silent, and cold.',
      'the harbour of the town was silent, and cold',
    ],
  ] as const)
    // prettier-ignore
    it(`makes “${quotation}” what the source has`, () => {
      const match = findQuotation(prepareSource(source, []), quotation);
      assert.ok(match.status === 'different');
      let made: string = quotation;
      for (const { from, to, insert } of [...corrections(prepareQuotation(quotation), match.nearest)!].reverse())
        made = made.slice(0, from) + insert + made.slice(to);
      assert.equal(made, corrected);
    });
});

describe('words that may be in the language of a text', () => {
  const of = (text: string) => new LanguageOfText(prepareSource(text, []));
  it('share two of them, and a sixth of their own', () => {
    const language = of('The harbour was silent.');
    assert.ok(language.mayHave('the harbour'));
    assert.ok(!language.mayHave('harbour'), 'one');
    assert.ok(!language.mayHave('harbour harbour'), 'one twice');
    const others = (count: number) => Array.from({ length: count }, (_, i) => `x${'y'.repeat(i)}`).join(' ');
    assert.ok(language.mayHave(`the harbour ${others(10)}`), '2 of 12');
    assert.ok(!language.mayHave(`the harbour ${others(11)}`), '2 of 13');
  });
  it('are written without spaces where the text is', () => {
    const language = of('工会是桥梁，也是纽带。');
    assert.ok(language.mayHave('桥梁'));
    assert.ok(!language.mayHave('the union'));
    assert.ok(!language.mayHave(''));
    assert.ok(of('aa bb cc, 工').mayHave('桥梁'), 'a quarter of the words');
    assert.ok(!of('aa bb cc dd, 工').mayHave('桥梁'), 'a fifth');
  });
  it('are so where a third of them and more are frequent there', () => {
    const language = of(`${'the of and to was '.repeat(100)}end`);
    const words = (frequent: number, others: number) =>
      [...'the '.repeat(frequent).trim().split(' '), ...Array.from({ length: others }, () => 'zz')].join(' ');
    assert.ok(language.speaks(words(7, 13)), '7 of 20');
    assert.ok(!language.speaks(words(6, 14)), '6 of 20');
    assert.ok(language.speaks(words(2, 3)), 'five words');
    assert.ok(!language.speaks(words(3, 1)), 'four words');
    assert.ok(!language.speaks('the end zz zz zz'), 'a word that is there but once is not frequent');
  });
});
