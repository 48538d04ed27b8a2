import assert from 'node:assert/strict';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { denies, deniesAtAll, deniesOrLimits, turns } from '../../../server/src/quotations/negation.ts';
import { telling } from '../../../server/src/quotations/omission.ts';
import { prepareQuotation } from '../../../server/src/quotations/prepare-quotation.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';

/** The words that a quotation leaves out and that say something else with them; null where there are none. */
function leftOut(text: string, quotation: string): string | null {
  const source = prepareSource(text, []);
  const match = findQuotation(source, quotation);
  assert.ok(match.status === 'exact', JSON.stringify(match));
  return telling(source, prepareQuotation(quotation), match.occurrences);
}

describe('words that an ellipsis leaves out', () => {
  for (const [text, quotation, words] of [
    ['The women of the town did not trust the union.', 'The women of the town did … trust the union', 'not'],
    ['The men came to the gate only on Sundays.', 'The men came to the gate … on Sundays', 'only'],
    ['The men came to the gate only on Sundays.', 'The men came to the gate', null],
    ['The men came early and sang at the gate.', 'The men came … at the gate', null],
    // each piece counts, and none but those after an ellipsis
    [
      'The men came early to the gate but never sang there.',
      'The men came … to the gate … sang there',
      'but never',
    ],
    ['The men came, not late, to the gate and sang.', 'The men came [not soon] to the gate … sang', null],
    // what stands in another sentence, or far in, says nothing of this one
    ['The men came. They did not sing at the gate.', 'The men came … at the gate', null],
    ['The men came!” “They did not sing at the gate.', 'The men came … at the gate', null],
    ['The men came.\n\nnot a word at the gate.', 'The men came … a word at the gate', null],
    ['The men came at 3. in no hurry at the gate.', 'The men came at 3 … at the gate', '. in no hurry'],
    [
      'The men came with four or five not yet grown boys from the gate.',
      'The men came … from the gate',
      'with four or five not yet grown boys',
    ],
    [
      'The men came with four or five of the not yet grown boys of the town from the gate.',
      'The men came … from the gate',
      null,
    ],
    [
      'The men never came late or early with the four boys of the town from the gate.',
      'The men … from the gate',
      'never came late or early with the four boys of the town',
    ],
    // a word that is spoken of, and another case of a condition that stays
    ['The men came away from “no,” to the gate and sang.', 'The men came away … to the gate and sang', null],
    [
      'If she needed work there or if he sold it, they went.',
      'If she needed work … he sold it, they went',
      null,
    ],
    // notes and markup are no words of it
    ['The men came[^not] to *the* gate.', 'The men came … the gate', null],
    // “not this but that”
    [
      'They were not the friends of the owners, but of the men of the port.',
      'They were not the friends of the owners, … of the men of the port',
      ', but',
    ],
    [
      'They were the friends of the owners but of the men of the port.',
      'They were the friends of the owners … of the men of the port',
      'but',
    ],
    // a “but” that stands beside a piece was dropped between the two; one farther in belongs to what is left out
    [
      'They sang. They were the friends, but they went home.',
      'They were the friends, … went home',
      ', but they',
    ],
    [
      'They were the friends of all who sang there but went home.',
      'They were the friends … went home',
      'of all who sang there but',
    ],
    [
      'They were the friends of all who sang loudly but badly on the quays and went home.',
      'They were the friends … went home',
      null,
    ],
    // Chinese, by characters
    ['他们并没有向政府求助，只有寡妇得到了救济。', '他们……向政府求助', '并没有'],
    ['委员会每天晚上在后屋开会，除了星期天。', '委员会每天晚上在后屋开会……星期天', '，除了'],
    ['记录后来被秘书烧掉了，但是女儿保存了一份抄本。', '记录后来被秘书烧掉了……女儿保存了一份抄本', '，但是'],
    ['码头工人在春天不断地、非常坚决地开始罢工。', '码头工人在春天……开始罢工', null],
    ['码头工人在春天开始罢工。他们没有求助，工资减少了。', '码头工人在春天开始罢工……工资减少了', null],
    [
      'They sang on the quays, but only softly, and went home.',
      'They sang on the quays, … and went home',
      ', but only softly,',
    ],
    [
      'They sang on the quays, but softly, and went home.',
      'They sang on the quays, … and went home',
      ', but softly,',
    ],
  ] as const)
    // prettier-ignore
    it(`${words === null ? 'say nothing of the rest' : `may be “${words}”`}: ${quotation}`, () =>
      assert.equal(leftOut(text, quotation), words));

  it('count where the quotation stands there alone, or everywhere', () => {
    const [denied, plain] = ['The men did not come to the gate. ', 'The men did often come to the gate. '];
    assert.equal(leftOut(denied + denied, 'The men did … come to the gate'), 'not');
    assert.equal(leftOut(denied + plain, 'The men did … come to the gate'), null);
    assert.equal(leftOut(plain + denied, 'The men did … come to the gate'), null);
  });
});

describe('words that deny, limit or turn', () => {
  it('are known in each language, and in none other', () => {
    for (const [language, denial, limit, turn] of [
      ['en', 'never', 'only', ', but'],
      ['de', 'nicht', 'nur', 'sondern'],
      ['fr', 'jamais', 'sauf', 'mais'],
      ['es', 'nunca', 'salvo', 'pero'],
      ['it', 'mai', 'tranne', 'ma'],
      ['pt', 'não', 'exceto', 'mas'],
      ['zh', '从不', '除了', '但是'],
    ] as const) {
      assert.deepEqual([denial, limit, turn].map((word) => denies(`x ${word} y`, language)), [true, false, false], language); // prettier-ignore
      assert.deepEqual([denial, limit, turn].map((word) => deniesOrLimits(`x ${word} y`, language)), [true, true, false]); // prettier-ignore
      assert.deepEqual([denial, limit, turn].map((word) => turns(`x ${word} y`, language)), [false, false, true]); // prettier-ignore
    }
    assert.ok(!denies('never', 'de'));
    assert.ok(!denies('nicht', 'pl'), 'of a language that is not known');
  });

  it('are those of the language that the words are in, of English, or of one language only', () => {
    assert.ok(denies('die Männer und nicht', null));
    assert.ok(denies('never', null));
    assert.ok(denies('nicht', null), 'a word of one language only');
    for (const word of ['mal', 'sin', 'ni', 'nur']) assert.ok(!denies(word, null), word);
  });

  it('may be a part of an English word', () => {
    for (const word of ["don't", 'don’t', 'weren`t']) assert.ok(denies(`they ${word} come`, 'en'), word);
    assert.ok(!turns("they don't come", 'en'));
    assert.ok(!denies("the 'nt", 'en'));
    assert.ok(!denies("they don't come", 'fr'));
    assert.ok(!denies('notable, knot, nota', 'en'));
    assert.ok(denies('NOT', 'en'));
  });

  it('are harmless in some set phrases', () => {
    for (const phrase of ['not far from', 'no doubt', 'even if', 'or not', 'not least'])
      assert.ok(!deniesOrLimits(phrase, 'en'), phrase);
    assert.ok(!deniesAtAll('no doubt', 'en'));
    assert.ok(deniesAtAll('not farther', 'en'));
    assert.ok(deniesAtAll('no doubt not', 'en'));
  });
});
