/** Words before and behind citations and sources, and the forms of dates: each of them is one row. */
import assert from 'node:assert/strict';
import { endsPrefix, isCitedIn, isPrefix, isSuffix } from '../../../server/src/found/citation-words.ts';
import { readDates, yearAfter } from '../../../server/src/found/dates.ts';
import { hasPlace, introductionOf, isPlaceAlone } from '../../../server/src/found/note-names.ts';

/** It holds for each of the words, and for none of the others. */
function each(words: string, others: string, holds: (word: string) => boolean): void {
  assert.deepEqual(
    words.split(' | ').filter((word) => !holds(word)),
    [],
  );
  assert.deepEqual(others.split(' | ').filter(holds), []);
}

describe('found: words before a source', () => {
  it('that introduce it', () =>
    each(
      'see | also | See also | but see | and | or | for example | for instance | for a | for an | e.g. | cf. | cf | compare | voir | voir aussi | siehe | siehe auch | s. | vgl. | vgl. auch | vgl. dazu | dazu | auch | ver | véase | vid. | vedi | anche | cfr. | cfr | quoted by | quoted in | quoted from | cited by | cited in | cited from | as | in | by | dans | cité par | cité dans | zit. n. | zit. nach | zitiert. nach | bei | apud | according to | selon | nach | example | especially | notably | on this point | here',
      'seen | Vogl | thus | his',
      (word) => introductionOf(`${word} Weaver, Looms`) === word.length + 1,
    ));

  it('that say that what stood before is cited in it', () =>
    each(
      'cited in | as cited in | quoted by | qtd. in | qtd in | reported in | discussed in | reprinted in | referenced in | mentioned by | quoted from | apud | cité dans | citée par | cités in | cit dans | zit. n. | zit. nach | zitiert nach | zit bei | zit. in | citado en | citado por | citado em | citato in | citato da | 转引自 | 轉引自 | so it was, cited in',
      'recited in | cited | in | zit. | cité | citado',
      (word) => isCitedIn(word) && isPrefix(word),
    ));

  it('that lead from a sentence to a citation', () => {
    each(
      'see | cf. | cf | vgl. | vgl | siehe | s. | voir | ver | véase | véanse | vedi | cfr. | cfr | z.b. | e.g. | bei | nach | so it was: | so it was, see',
      'so | Weaver | seen',
      endsPrefix,
    );
    each(
      'see | also | e.g. | vgl. | siehe auch | voir | véase | cf., for example, | 参见 | 如',
      'Weaver | see Weaver',
      isPrefix,
    );
  });
});

describe('found: words behind a citation', () => {
  it('that may follow its year', () =>
    each(
      'my emphasis | our translation | author’s translation | authors’ italics | own translation | author emphasis | emphasis added | emphases mine | italics in the source | italic | original emphasis | translation | trans. | translated | added | quoted | cited | qtd | in original | in press | in Chinese | in French | in German | in Japanese | in Russian | in Spanish | in Italian | see above | note 3 | Herv. | Hervorh. | meine Übers. | eigene Übers. | Übers. d. Verf. | eig. Übers. | traduit par nous | traduction | nous soulignons | je souligne | souligné | cursiva | énfasis | traducción | corsivo | traduzione | 强调 | 着重 | passim | and passim | original | f. | ff. | et passim | here | original work | first published 1905 | orig. 1905',
      'on looms | in Ghent | seen | wool',
      isSuffix,
    ));
});

describe('found: places in notes', () => {
  it('that are all a note has', () =>
    each(
      'page 3 | pages 3–5 | Page 144. | p. 3 | pp. 3–5 | S. 3 | S. 3–5. | pág. 3 | págs. 3 | pag. 3 | pagg. 3 | f. 3 | ff. 3 | fol. 3 | fols. 3 | Bl. 3 | § 3 | §§ 3, 4 | p. xiv | see p. 3 | cf. p. 3 | vgl. S. 3 | voir p. 3 | siehe S. 3 | p. 3 f. | pp. 3 sqq.',
      'p. 3 of the rolls | page the third | 3 | S. Weaver',
      isPlaceAlone,
    ));

  it('that end a source', () =>
    each(
      'Meyer, p. 3 | Meyer, pp. 3–5 | Meyer, S. 3 | Meyer, s. 3 | Meyer, ss. 3 | Meyer, pag. 3 | Meyer, pagg. 3 | Meyer, pág. 3 | Meyer, págs. 3 | Meyer, fol. 3 | Meyer, fols. 3 | Meyer, f. 3 | Meyer, ff. 3 | Meyer, Bl. 3 | Meyer, Sp. 3 | Meyer, col. 3 | Meyer, cols. 3 | Meyer, n. 3 | Meyer, nn. 3 | Meyer, Nr. 3 | Meyer, no. 3 | Meyer, vol. 3 | Meyer, vols. 3 | Meyer, t. III | Meyer, Bd. 3 | Meyer, chap. 3 | Meyer, chaps. 3 | Meyer, ch. 3 | Meyer, cap. 3 | Meyer, caps. 3 | Meyer, Kap. 3 | Meyer, § 3 | Meyer §§3 | Meyer, para. 3 | Meyer, paras 3 | Meyer, lib. iv | Meyer: p. xiv | Meyer passim | 第 3 页 | Meyer, 3 | Meyer, 3–5 ff.',
      'Meyer | Meyer, Looms | Meyer, 12345 | Meyer 3 | Meyer, p. three',
      hasPlace,
    ));
});

describe('found: dates', () => {
  const whole = (text: string) => {
    const read = readDates(text, 0, text.length);
    return read?.to === text.length ? read : null;
  };
  const told = (text: string): string =>
    whole(text)
      ?.dates.map(({ year, suffix, locator, edition }) =>
        [`${year}${suffix}`, edition && `/${edition}`, locator && `: ${locator.value}`]
          .filter(Boolean)
          .join(''),
      )
      .join(' ') ?? '-';

  for (const [text, expected] of [
    ['2003', '2003'],
    ['1400', '1400'],
    ['1399', '-'],
    ['2099', '2099'],
    ['2100', '-'],
    ['2003a', '2003a'],
    ['2003ab', '-'],
    ['2003%', '-'],
    ['forthcoming', 'null'],
    ['in press', 'null'],
    ['n.d.', 'null'],
    ['n. d.', 'null'],
    ['s.a.', 'null'],
    ['s. d.', 'null'],
    ['s. f.', 'null'],
    ['o. J.', 'null'],
    ['o.J.', 'null'],
    ['2003: 5', '2003: 5'],
    ['2003, p. 5', '2003: 5'],
    ['2003 [1905]', '2003/1905'],
    ['2003[1905]', '2003/1905'],
    ['2003 [1905–07]', '2003/1905'],
    ['2003 [ 1905 / 07 ]', '2003/1905'],
    ['2003/1905', '2003/1905'],
    ['2003 / 1905', '2003/1905'],
    ['2003 (1905)', '2003/1905'],
    ['2003(1905)', '2003/1905'],
    ['2003 [2010]', '2003/2010'],
    ['2003, 2005', '2003 2005'],
    ['2003 and 2005', '2003 2005'],
    ['2003 & 2005', '2003 2005'],
    ['2003 und 2005', '2003 2005'],
    ['2003 et 2005', '2003 2005'],
    ['2003 y 2005', '2003 2005'],
    ['2003 e 2005', '2003 2005'],
    ['2003，2005', '2003 2005'],
    ['2003a, b', '2003a 2003b'],
    ['2003a/b', '2003a 2003b'],
    ['2003a & b', '2003a 2003b'],
    ['2003a + b', '2003a 2003b'],
    ['2003a-b', '2003a 2003b'],
    ['2003a–b', '2003a 2003b'],
    ['2003a and b', '2003a 2003b'],
    ['2003a und b', '2003a 2003b'],
    ['2003a et b', '2003a 2003b'],
    ['2003a y b', '2003a 2003b'],
    ['2003a e b', '2003a 2003b'],
    ['2003a: 5, b: 7', '2003a: 5 2003b: 7'],
    ['2003-04', '2003'],
    ['2003–2012', '2003'],
  ] as const)
    it(text, () => assert.equal(told(text), expected));

  it('a period is one of more than a year', () => {
    const isPeriod = (text: string): boolean => readDates(text, 0, text.length)!.isPeriod;
    assert.deepEqual(
      ['2003', '2003–04', '1999–00', '2003–2012', '2003–05', '2003—2012', '2003 - 2012'].map(isPeriod),
      [false, false, false, true, true, true, true],
    );
  });

  it('a number that is part of something else is no year', () => {
    for (const text of [
      '12003',
      '2003.5',
      '2003,500',
      'A2003',
      '-2003',
      '–2003',
      '/2003',
      ':2003',
      '§2003',
      '$2003',
      '€2003',
      '£2003',
      '#2003',
      '2003 %'.replace(' ', ''),
    ])
      assert.equal(yearAfter(text, 0), null, text);
    for (const text of ['2003', 'et al.2003', '(2003)', 'n.d.', '2003b', '2003, 50', '2003. So'])
      assert.notEqual(yearAfter(text, 0), null, text);
  });
});
