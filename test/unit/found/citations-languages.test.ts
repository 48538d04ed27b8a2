import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

const LIST = `

Literatur

Weber, Anna (2009): Was Zünfte wussten. In: Zeitschrift für Tuch 20 (3), S. 173–187.

Färber, Klaus/Walker, Ute (2011): Filz. Eine Geschichte. Gent: Mühle.

Müller-Lüdenscheid, Hans (1999): Wolle. Leiden: Bau.

Tisserand A. et Teinturier C. (2008), *Les Teintures*, Paris, Pelt.

朱敏（2013）：丝与毛，《布料学刊》第3期，第48-53页。

朱敏、李织，2011，《绸缎史》，北京：布社。
`;

function check(text: string, ...expected: string[]): void {
  assert.deepEqual(told(read(text + LIST)), expected);
}

describe('found: citations in other languages', () => {
  it('German', () => {
    check('So war es (vgl. Weber 2009: 175 f.).', 'vgl. Weber 2009: 175 f. → weber2009');
    check('So war es (Weber 2009, S. 175).', 'Weber 2009, S. 175 → weber2009');
    check('So war es (Färber/Walker 2011).', 'Färber/Walker 2011 → farberWalker2011');
    check(
      'So war es (Färber und Walker 2011: 3; siehe auch Muller-Ludenscheid 1999).',
      'Färber und Walker 2011: 3 → farberWalker2011',
      'siehe auch Muller-Ludenscheid 1999 → mullerLudenscheid1999',
    );
    check(
      'Wie Weber (2009: 180) zeigt, und (ebd.: 181).',
      'Weber (2009: 180) → weber2009',
      '(ebd.: 181) → weber2009',
    );
    check(
      '„…“ (Walker 1950, zit. n. Weber 2009: 3).',
      'Walker 1950 → ?',
      'zit. n. Weber 2009: 3 → weber2009',
    );
  });

  it('French', () => {
    check(
      'Il en fut ainsi (Tisserand et Teinturier, 2008, p. 5).',
      'Tisserand et Teinturier, 2008, p. 5 → tisserandTeinturier2008',
    );
    check(
      'Selon Tisserand et Teinturier (2008 : 5), oui.',
      'Tisserand et Teinturier (2008 : 5) → tisserandTeinturier2008',
    );
  });

  it('Chinese, and the numbers of notes behind Chinese stops', () => {
    const facts = read(`码头织工的组织

织工的组织历史悠久。[1] 1925年，罢市波及全港（林海生，2009）。王建与陈立（2012：45）则持相反意见。[2] 研究没有定论（周敏等，2015；赵六，2018）。

注释

[1] 林海生：《港口与织工》，2009年，第12页。

[2] 同上，第46页。

参考文献

林海生. 港口与织工[M]. 上海: 海文出版社, 2009.

王建, 陈立. 染坊研究[J]. 港史月刊, 2012(3): 45-60.

周敏, 吴刚, 郑华. 罢市之后[J]. 织造史, 2015(1): 1-20.
`);
    assert.deepEqual(told(facts), [
      '林海生，2009 → 林海生2009',
      '王建与陈立（2012：45） → 王建陈立2012',
      '周敏等，2015 → 周敏EtAl2015',
      '赵六，2018 → ?',
    ]);
    assert.deepEqual(
      facts.markers.map(({ label }) => label),
      ['1', '2'],
    );
  });

  it('Chinese with names in Latin letters, which no space sets apart', () => {
    const facts =
      read(`已有研究 (Weaver, 2011)。而Weaver等(2011)发现织工罢市。与Dyer和Fuller(2012)一致，但Weaver(2011)认为不然。根据Fuller（2012）的研究。

参考文献

Weaver, A., Carder, B., & Fuller, C. (2011). *Looms at night*. Ghent: Quay Press.

Dyer, B., & Fuller, C. (2012). *Rope and dye*. Ghent: Quay Press.
`);
    assert.deepEqual(told(facts), [
      'Weaver, 2011 → weaverEtAl2011',
      'Weaver等(2011) → weaverEtAl2011',
      'Dyer和Fuller(2012) → dyerFuller2012',
      'Weaver(2011) → weaverEtAl2011',
      'Fuller（2012） → ? near dyerFuller2012',
    ]);
  });

  it('a body with its abbreviation in brackets', () => {
    const facts = read(`Rope rots (World Rope Council [WRC], 1998; WRC, 1998).

References

World Rope Council. (1998). *Rope standards*. Ghent: Author.
`);
    assert.deepEqual(told(facts), [
      'World Rope Council [WRC], 1998 → worldRopeCouncil1998',
      'WRC, 1998 → worldRopeCouncil1998',
    ]);
  });

  it('Chinese', () => {
    check('如此（朱敏，2013：50）。', '朱敏，2013：50 → 朱敏2013');
    check('朱敏（2013：50）指出', '朱敏（2013：50） → 朱敏2013');
    check('如此（朱敏、李织，2011）。', '朱敏、李织，2011 → 朱敏李织2011');
  });

  it('in notes, without a parenthesis', () => {
    check(
      'Wolle.¹\n\nNotes\n\n1. Vgl. Weber 2009: 175; Färber/Walker 2011.\n',
      'Weber 2009: 175 → weber2009',
      'Färber/Walker 2011 → farberWalker2011',
    );
  });
});
