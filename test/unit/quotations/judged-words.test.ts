/** What words say of themselves: what negates, limits and turns, in which language, a title or not. Each row is one. */
import assert from 'node:assert/strict';
import { describeDifference } from '../../../server/src/quotations/difference.ts';
import { languageOf, languageOfTag } from '../../../server/src/quotations/language.ts';
import { denies, deniesAtAll, deniesOrLimits, turns } from '../../../server/src/quotations/negation.ts';
import { looksLikeTitle } from '../../../server/src/quotations/wording.ts';
import { wordCount } from '../../../server/src/quotations/words.ts';
import { checkRows } from '../../support/rows.ts';

const yes = (is: boolean): string => (is ? 'yes' : 'no');

describe('words that negate, limit and turn', () => {
  const kinds = { denies, limits: deniesOrLimits, turns };
  const lists: [keyof typeof kinds, string, string][] = [
    [
      'denies',
      'en',
      'not cannot never no nor neither none nobody nothing nowhere hardly scarcely barely seldom rarely without didn’t',
    ],
    [
      'denies',
      'de',
      'nicht kein keine keiner keinen keinem keines nie niemals nimmer niemand niemanden niemandem nichts nirgends nirgendwo ohne kaum weder keineswegs keinesfalls',
    ],
    ['denies', 'fr', 'ne n’a pas jamais rien aucun aucune aucuns aucunes sans guère ni nullement non'],
    ['denies', 'es', 'no nunca jamás nadie nada ningún ninguno ninguna ningunos ni sin tampoco apenas'],
    ['denies', 'it', 'non mai né nessuno nessun nessuna niente nulla senza neppure nemmeno neanche appena'],
    ['denies', 'pt', 'não nunca jamais ninguém nada nenhum nenhuma nem sem tampouco mal'],
    ['denies', 'zh', '不是 没有 未曾 无人 非人 莫非 勿言 否认'],
    ['limits', 'en', 'except only unless merely until provided supposedly allegedly if not'],
    ['limits', 'de', 'außer nur bloß lediglich angeblich sofern falls nicht'],
    ['limits', 'fr', 'sauf sinon seulement excepté hormis uniquement prétendument si pas'],
    ['limits', 'es', 'salvo excepto sólo solo solamente únicamente supuestamente si no'],
    ['limits', 'it', 'tranne salvo eccetto solo soltanto solamente presunto se non'],
    ['limits', 'pt', 'salvo exceto só apenas somente supostamente se não'],
    [
      'limits',
      'zh',
      '除了 除非 除去 除却 除外 之外 以外 仅 只有 只是 只能 只会 只在 只限 只要 只对 只为 只得 只因 唯有 唯独 唯一 惟有 惟独 据说 据称 所谓 如果 假如 倘若 要是',
    ],
    ['turns', 'en', 'but'],
    ['turns', 'de', 'sondern aber jedoch'],
    ['turns', 'fr', 'mais'],
    ['turns', 'es', 'pero sino'],
    ['turns', 'it', 'ma però bensì'],
    ['turns', 'pt', 'mas porém senão'],
    ['turns', 'zh', '但 可是 然而 不过 却 而是'],
  ];
  for (const [kind, language, words] of lists)
    it(`${kind} in ${language}`, () => {
      const missed = words.split(' ').filter((word) => !kinds[kind](word, language));
      assert.deepEqual(missed, []);
      for (const word of ['harbour', '港口', '']) assert.ok(!kinds[kind](word, language));
    });

  it('are no others in Chinese, though they begin alike', () => {
    const harmless =
      '不仅 不但 不只 不断 不久 不少 不同 不止 不论 不管 不过 不惜 不妨 不料 不禁 不免 不时 不安 不满 不幸 不凡 不朽 不愧 淹没 沉没 埋没 出没 覆没 吞没 湮没 没收 没落 未来 未婚 未央 无论 无疑 无锡 无线 无数 无穷 无限 无比 无边 无上 无意 非常 非洲 非议 莫大 莫名 切勿';
    assert.deepEqual(
      harmless.split(' ').filter((word) => denies(word, 'zh')),
      [],
    );
    assert.ok(!deniesOrLimits('只好 唯物 惟恐 除夕', 'zh'));
  });

  it('are known of some in whatever language', () => {
    const words =
      'nicht kein keine keiner keinen keinem keines niemals niemand niemanden niemandem nichts nirgends keineswegs keinesfalls pas jamais rien aucun aucune guère nullement nunca jamás nadie ningún ninguno ninguna tampoco non nessuno nessun nessuna niente neppure nemmeno neanche não ninguém nenhum nenhuma';
    assert.deepEqual(
      words.split(' ').filter((word) => !denies(word, null)),
      [],
    );
    for (const word of ['ne', 'ni', 'sans', 'nie', 'nulla', 'mal']) assert.ok(!denies(word, null), word);
  });

  it('are taken in their own language', () =>
    checkRows(
      `
      de: not ⇒ no
      en: nicht ⇒ no
      pl: nicht ⇒ no
      en: don't ⇒ yes
      en: don´t ⇒ yes
      fr: don't ⇒ no
      en: knot nothingness ⇒ no
      null: the men of the port were not at the gate ⇒ yes
      null: die Männer und der Hafen waren ohne Tor ⇒ yes
      `,
      (row) => {
        const [language, words] = row.split(': ');
        return yes(denies(words!, language === 'null' ? null : language!));
      },
    ));

  it('do nothing in set phrases, and where they are spoken of', () =>
    checkRows(
      `
      en: not far ⇒ no
      en: not long, not least ⇒ no
      en: not to mention it ⇒ no
      en: not to say so ⇒ no
      en: not unlike ⇒ no
      en: not surprisingly, not infrequently, not uncommonly ⇒ no
      en: no doubt, no less ⇒ no
      en: or not ⇒ no
      en: notable, not farther ⇒ yes
      en: not near ⇒ yes
      en: the word “not,” it is ⇒ no
      en: the word "never" it is ⇒ no
      en: the word “not so” it is ⇒ yes
      de: nicht weit, nicht lange, nicht zuletzt, nicht selten ⇒ no
      de: nicht weiter ⇒ yes
      fr: non loin, sans doute ⇒ no
      es: no lejos, sin duda ⇒ no
      it: non lontano, senza dubbio ⇒ no
      pt: não longe, sem dúvida ⇒ no
      `,
      (row) => {
        const [language, words] = row.split(': ');
        return yes(deniesAtAll(words!, language!));
      },
    ));

  it('limit nothing in set phrases', () =>
    checkRows(
      `
      en: if so, if any, if anything ⇒ no
      en: as if, even if, or if, and if ⇒ no
      en: if he came ⇒ yes
      `,
      (row) => yes(deniesOrLimits(row.split(': ')[1]!, 'en')),
    ));
});

describe('the language of words', () => {
  it('by little words, or by their script', () =>
    checkRows(
      `
      the men of the port ⇒ en
      die Männer und der Hafen ⇒ de
      les hommes du port et de la ville ⇒ fr
      los hombres del puerto y las mujeres ⇒ es
      gli uomini della città e il porto ⇒ it
      os homens do porto e não as mulheres ⇒ pt
      de mannen van het dorp en een vrouw ⇒ nl
      männen och det som inte är för dem ⇒ sv
      mændene og det som ikke af dem blev ⇒ da
      ludzie nie są w porcie i się z nim ⇒ pl
      quod in portu est non ad homines sed per naves ⇒ la
      men ⇒ –
      the men ⇒ –
      the the men ⇒ en
      de la ⇒ –
      the of wharf quay pier dock mole berth hull keel mast sail rope ⇒ en
      the of wharf quay pier dock mole berth hull keel mast sail rope oar ⇒ –
      港口的人 ⇒ zh
      port 港 ⇒ zh
      工人 in the port of Ghent ⇒ zh
      ひと ⇒ ja
      港のひと ⇒ ja
      항구 사람 ⇒ ko
      люди и порт ⇒ cyrillic
      люди of the port in the town and ⇒ en
      άνθρωποι ⇒ greek
      رجال الميناء ⇒ arabic
      אנשי הנמל ⇒ hebrew

      123 ⇒ –
      `,
      (words) => languageOf(words) ?? '–',
    ));

  it('by a tag', () =>
    checkRows(
      `
      en-GB ⇒ en
      DE ⇒ de
      ja ⇒ ja
      zh-Hans ⇒ zh
      ko ⇒ ko
      ru ⇒ cyrillic
      uk ⇒ cyrillic
      bg ⇒ cyrillic
      sr ⇒ cyrillic
      be ⇒ cyrillic
      el ⇒ greek
      grc ⇒ greek
      ar ⇒ arabic
      fa ⇒ arabic
      ur ⇒ arabic
      he ⇒ hebrew
      nb ⇒ da
      no ⇒ da
      nn ⇒ da
      da ⇒ da
      tlh ⇒ –
      `,
      (tag) => languageOfTag(tag) ?? '–',
    ));
});

describe('words as titles, and their number', () => {
  it('have capitals, but for prepositions', () =>
    checkRows(
      `
      Dockers ⇒ yes
      Dock ⇒ yes
      Men ⇒ no
      dockers ⇒ no
      The dockers ⇒ no
      Wages Under Pressure Before Lagos ⇒ yes
      Wages with Dockers from Lagos into Ghent upon Wheels onto Quays over Walls ⇒ yes
      Wages than Dockers that Walk until Night under Walls about Ghent after Noon ⇒ yes
      Wages against Dockers among Crowds beneath Walls between Quays beyond Ghent ⇒ yes
      Wages during Strikes through Ghent toward Quays towards Walls without Pay within Days ⇒ yes
      The Dockers walked Home Again ⇒ yes
      The Dockers walked home Again ⇒ no
      “Wages and Prices” ⇒ yes
      1914 Wages ⇒ yes
      `,
      (words) => yes(looksLikeTitle(words)),
    ));

  it('are counted', () =>
    checkRows(
      `
      one ⇒ 1
      one two-three, four’s ⇒ 3
      港口工人 ⇒ 2
      a 港口 ⇒ 2
      1914, p. 3 ⇒ 3
      `,
      (words) => String(wordCount(words)),
    ));
});

describe('what differs', () => {
  it('is told in a sentence', () =>
    checkRows(
      `
      the men came home | the men came home ⇒ s
      the men came home | The Men came “home” ⇒ slsl
      the men went home | the men came home ⇒ scs The source has “came” where the quotation has “went”.
      the men home | the men came home ⇒ sms The quotation leaves out “came”, after “men”.
      the men came home late | the men came home ⇒ sa The source does not have “late”, after “home”.
      men came home | the men came home ⇒ ms The quotation leaves out “the”, before “men”.
      late the men came | the men came ⇒ as The source does not have “late”, before “the”.
      a b c d e f g | a x c x e x g ⇒ scscscs The source has “x” where the quotation has “b”. The source has “x” where the quotation has “d”. The source has “x” where the quotation has “f”.
      a b c d e f g h i | a x c x e x g x i ⇒ scscscscs The source has “x” where the quotation has “b”. The source has “x” where the quotation has “d”. The source has “x” where the quotation has “f”. There is one more difference.
      a b c d e f g h i j k | a x c x e x g x i x k ⇒ scscscscscs The source has “x” where the quotation has “b”. The source has “x” where the quotation has “d”. The source has “x” where the quotation has “f”. There are 2 more differences.
      the men … home at last | the men came home so late ⇒ slsc In “home at last”, the source has “so late” where the quotation has “at last”.
      the men … home | the women came home ⇒ scls In “the men”, the source has “women” where the quotation has “men”.
      the men [...] home | the men came late home ⇒ sls
      the men ... late | the men came home ⇒ slc In “late”, the source has “home” where the quotation has “late”.
      the men [of Ghent] came | the men came ⇒ sls
      the [dockers] came | the men of the port came ⇒ sls
      the [dockers] came | the men who had never been at the port of Ghent or in the town came ⇒ scs The source has “men who had never been at the port of Ghent or in the town” where the quotation has “[dockers]”.
      the [dockers] came | the men who never came ⇒ scs The source has “men who never” where the quotation has “[dockers]”.
      the [not paid] came | the men who never came ⇒ sls
      [T]he men came | the men came ⇒ s
      the m[e]n came | the man came ⇒ scs The source has “man” where the quotation has “m[e]n”.
      [the men came | the men came ⇒ s
      the men came] | the men came ⇒ s
      (the men came | the men came ⇒ s
      the men came) | the men came ⇒ s
      (the men) came | the men came ⇒ asas The source does not have “(”, before “the”. The source does not have “)”, after “men”.
      [the] men [came] | the men came ⇒ lsl
      the men—came | the men – came ⇒ s
      well-known men | well known men ⇒ cs The source has “well known” where the quotation has “well-known”.
      the men came. | the men came! ⇒ sc The source has “!” where the quotation has “.”.
      MACB. We go. | MACBETH. We go. ⇒ ls
      Macb. We go. | MACBETH. We go. ⇒ ls
      Macb: We go. | MACBETH: We go. ⇒ ls
      So. Macb. We go. | So. MACBETH. We go. ⇒ sls
      So Macb. We go. | So MACBETH. We go. ⇒ sls
      Macd. We go. | MACBETH. We go. ⇒ cs The source has “MACBETH” where the quotation has “Macd”.
      Lady M. We go. | LADY MACBETH. We go. ⇒ sls
      Macb We go | MACBETH We go ⇒ cs The source has “MACBETH” where the quotation has “Macb”.
      港口的工人 | 港口和工人 ⇒ scs The source has “和” where the quotation has “的”.
      a b c d e f g h i j k l m n o p q | z ⇒ c The source has “z” where the quotation has “a b c d e f g … k l m n o p q”.
      z | a b c d e f g h i j k l m n ⇒ c The source has “a b c d e f g h i j k l m n” where the quotation has “z”.
      z | a b c d e f g h i j k l m n o ⇒ c The source has “a b c d e f g … i j k l m n o” where the quotation has “z”.
      `,
      (row) => {
        const [quoted, source] = row.split(' | ');
        const { summary, parts } = describeDifference(quoted!, source!);
        const kinds = parts.map(({ kind }) => kind[0]).join('');
        return `${kinds} ${summary}`.trim();
      },
    ));

  it('is no more than that it does, where the words have nothing in common', () => {
    const many = (word: string, count: number): string =>
      Array.from({ length: count }, (_, i) => word + String(i)).join(' ');
    const { parts } = describeDifference(many('a', 301), many('b', 300));
    assert.equal(parts.length, 1);
    assert.deepEqual(parts[0]!.quotedRange, { from: 0, to: many('a', 301).length });
    assert.deepEqual(parts[0]!.sourceRange, { from: 0, to: many('b', 300).length });
  });
});
