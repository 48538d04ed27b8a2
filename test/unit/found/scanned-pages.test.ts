import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

/** What its citations lead to, and the references that nothing calls. */
function check(text: string, citations: readonly string[], uncited: readonly string[] = []): void {
  const facts = read(text);
  assert.deepEqual(told(facts), citations);
  assert.deepEqual(
    facts.uncitedReferences.map((reference) => facts.references[reference]!.key),
    uncited,
  );
}

describe('found: lists as the recognition of scanned pages gives them', () => {
  it('years with letters for digits', () =>
    check(
      `The guilds wove (Weaver, 2008; Dyer & Carder, 2012). The town paid (Fuller, 1998), and paid again (Tanner, 2O17). They loll2 about.

References

Dyer, B., & Carder, C. (20l2). Dyes of the town. Leiden: Burrow.
Fuller, D. (l998). Felt. Leiden: Burrow.
Tanner, F. (2O17). Hides. Leiden: Burrow.
Weaver, A. (2oo8). Looms. Leiden: Burrow.
`,
      [
        'Weaver, 2008 → weaver2008',
        'Dyer & Carder, 2012 → dyerCarder2012',
        'Fuller, 1998 → fuller1998',
        'Tanner, 2017 → tanner2017',
      ],
    ));

  it('Chinese commas between Latin names, and no spaces', () =>
    check(
      `织工付了钱(Weaver,Dyer,&Carder,2012)，Fuller和Tanner (2008)也一样，而 Felter 和 Hatter (2010)则不同。Weaver，Dyer,Carder 和Roper(2014)又写道。

参考文献

Felter,B.，& Hatter,C.(2010). Felt and hats of the town. Leiden: Burrow.
Fuller,D.M.，& Tanner,F.(2008). Hides. Leiden: Burrow.
Weaver,A.，Dyer,B.,& Carder,C.(2012). Looms. Leiden: Burrow.
Weaver,A.,Dyer,B.,Carder,C.,& Roper,E.(2014). Ropes. Leiden: Burrow.
`,
      [
        'Weaver,Dyer,&Carder,2012 → weaverEtAl2012',
        'Fuller和Tanner (2008) → fullerTanner2008',
        'Felter 和 Hatter (2010) → felterHatter2010',
        'Weaver，Dyer,Carder 和Roper(2014) → weaverEtAl2014',
      ],
    ));

  it('an author et al. of which the spaces were lost', () =>
    check(
      `So it was (Weaveretal., 2012; Dyer, 2008), says nobody (Rumetal, 2011).

References

Dyer, B. (2008). Dyes. Leiden: Burrow.
Weaver, A., Carder, C., & Roper, E. (2012). Looms. Leiden: Burrow.
`,
      ['Weaveretal., 2012 → weaverEtAl2012', 'Dyer, 2008 → dyer2008'],
    ));

  it('entries of a numbered list in one line, and the first number lost', () => {
    const entries = Array.from(
      { length: 9 },
      (_, i) => `[${i + 2}] 织工. 第${i}本书[M]. 海文出版社, 200${i}.`,
    );
    const facts = read(
      `织工很多[2,3]，染工也多[4-6]，绳工更多[7、8]，鞋工不多[9～10]。

参考文献（References）：
${entries.slice(0, 3).join('\n')} ${entries.slice(3, 6).join(' ')}
${entries.slice(6).join('\n')}
`,
    );
    assert.deepEqual(
      facts.references.map(({ label }) => label),
      ['2', '3', '4', '5', '6', '7', '8', '9', '10'],
    );
    assert.equal(facts.citations.filter(({ status }) => status === 'resolved').length, 9);
    assert.deepEqual([facts.uncitedReferences, facts.noteDefinitions], [[], []]);
  });

  it('numbers that were lost in broken brackets call what nothing else does', () => {
    const list =
      '参考文献\n[1] 织工. 绳[M]. 海文出版社, 2001.\n[2] 染工. 布[M]. 海文出版社, 2002.\n[3] 鞋工. 皮[M]. 海文出版社, 2003.\n';
    assert.equal(read(`织工很多[1]，染工也多[2]。\n\n${list}`).uncitedReferences.length, 1);
    assert.equal(
      read(`织工很多[1]，染工也多[2]，鞋工[。绳工[3采用。\n\n${list}`).uncitedReferences.length,
      0,
    );
  });

  it('line numbers among entries without numbers make no numbered list', () => {
    const entries = 'Alder Baker Carder Dyer Fuller Glover Hatter Joiner Knitter Lacer Mercer'
      .split(' ')
      .map((name, i) => `${name}, A. (${2000 + i}). Work of the town. Leiden: Burrow.`);
    const facts = read(
      `So it was (Alder, 2000; Mercer, 2010).\n\nReferences\n\n${entries.slice(0, 10).join('\n')}\n1 See the rolls of the town.\n2 So they said.\n${entries[10]}\n`,
    );
    assert.deepEqual(told(facts), ['Alder, 2000 → alder2000', 'Mercer, 2010 → mercer2010']);
  });

  it('a list of which the end was spoilt is one nevertheless', () => {
    const entries = 'Alder Baker Carder Dyer Fuller Glover Hatter Joiner Knitter Lacer Mercer Nailer Ostler'
      .split(' ')
      .map((name, i) => `- ${name}, A. (${2000 + i}). Work. Leiden.`);
    const spoilt = `- Potr,B.,rsc.(0l).ftheoldtonandalltatwasthre,${'lorem'.repeat(20)}`;
    const facts = read(
      `So it was (Alder, 2000; Mercer, 2010).\n\nReferences\n\n${[...entries.slice(0, 12), ...Array.from({ length: 9 }, () => spoilt), entries[12]].join('\n')}\n`,
    );
    assert.equal(facts.references.length > 11, true);
    assert.deepEqual(
      facts.partly.map(({ kind }) => kind),
      ['references'],
    );
  });

  it('names that follow one another where the year was spoilt', () => {
    const facts = read(`So it was (Weaver & Dyer, 1994; Carder, 2001; Fuller & Roper, 1996).

References

Carder, A. (2001). Cards. Leiden: Burrow.
Weaver, M.T., & Dyer, H.N. (994). Looms of the town. Leiden: Burrow, 38(2), 117-131.
`);
    assert.deepEqual(
      facts.citations.map(({ status, standsInList }) => `${status} ${standsInList}`),
      ['unresolved true', 'resolved false', 'unresolved false'],
    );
  });
});

describe('found: what seems to be missing from a list, and is not', () => {
  it('works whose years were spoilt', () => {
    const facts = read(`So it was (Weaver et al., 2016; Dyer, 1999; Carder & Roper, 1999). And (Fuller, 2004).

References

Dyer, B. (199). Dyes. Leiden: Burrow.

Roper, C., Carder, C., & Fuller, D. (1999). Felt of the town. Leiden: Burrow.

Carder, C, & Roper,C.(199). Cards. Leiden: Burrow.

Weaver, A., Tanner, F., & Alder, H. (016). Looms. Leiden: Burrow.
`);
    assert.deepEqual(
      facts.citations.map(({ text, standsInList }) => `${text} ${standsInList}`),
      ['Weaver et al., 2016 true', 'Dyer, 1999 true', 'Carder & Roper, 1999 true', 'Fuller, 2004 false'],
    );
  });

  it('the numbers of a list that stands there twice', () => {
    const list = (name: string): string =>
      `${name}\n\n[1] Weaver A. Looms. Leiden: Burrow; 2003.\n\n[2] Dyer B. 2005.\n\n[3] Carder C. Cards. Leiden: Burrow; 2007.\n`;
    assert.deepEqual(
      read(`So it was [1], so it is [2], and so [3].\n\n${list('Referências')}\n${list('Referências')}`)
        .uncitedReferences,
      [],
    );
  });

  it('works that are named by title and year', () =>
    check(
      `His works are The Looms of the Town (1958), Ropes (1970) and Cards, Dyes and Ropes (1977). So it was (Weaver, 1992).

Literatur

Weaver, A. (1958): The Looms of the Town, Leiden.

Weaver, A. (1977): Cards, Dyes and Ropes: A History of All of Them, Leiden.

Weaver, A. (1982): Hides of the Town, Leiden.

Weaver, A. (1992): Felt, Leiden.
`,
      ['Weaver, 1992 → weaver1992'],
      ['weaver1982'],
    ));

  it('the authors of species', () =>
    assert.deepEqual(
      told(
        read(`There are S. lagoana (Weaver, 1951), S. telsona Dyer & Roper, 1976 and others (Carder, 2001). So Weaver (1952).

References

Carder, A. (2001). Flies. Leiden: Burrow.
`),
      ),
      ['Carder, 2001 → carder2001'],
    ));

  it('names above a year in the next line, and a person behind the list', () => {
    const facts = read(`So it was (Weaver et al. 2006; Dyer 2001).

Literatur

Dyer, Ben (2001): The role of the dyers of the old town and of the new town in all that was done there in those years, and of their guilds. Leiden: Burrow.
Weaver, Anna G.; Carder, Nora M.; Fuller, Elsa J.; Roper, Petra G.; Tanner, Myra M.
(2006): Looms and weavers. Burrow, Leiden.

PD Dr. BEN DYER
Institut für Tuch
2005 Leiden
`);
    assert.deepEqual(told(facts), ['Weaver et al. 2006 → weaverEtAl2006', 'Dyer 2001 → dyer2001']);
    assert.deepEqual(facts.uncitedReferences, []);
  });
});

describe('found: Chinese lists in two languages', () => {
  it('an entry is cited by the names in either', () =>
    check(
      `地多(王海等，2016)，水少（李河，2007）。土好(Wang et al., 2016)，风大(林山，2012)，雪厚（张雪和刘冰，2009）。

参考文献

LI H, 2007. Water of the town[J]. Town Studies, 16(2): 1-3.［李河，2007．小镇的水［J］．小镇研究，16(2)：1-3.］
LIN S, 2012. Wind of the town[J]. Town Studies, 16(2): 1-3.[林山.小镇的风[J].小镇研究,16(2):1-3.]
WANG H, ZHAO S, QIAN L, et al., 2016. Land of the town[J]. Town Studies, 16(2): 1-3.
[王海，赵山，钱林，等，2016. 小镇的地[J]．小镇研究，16(2):1-3.]
ZHANG X, LIU B, 2009. Snow of the town[M]. Leiden: Burrow.[张雪和刘冰,2009.小镇的雪[M].海文出版社.]
`,
      [
        '王海等，2016 → wangEtAl2016',
        '李河，2007 → li2007',
        'Wang et al., 2016 → wangEtAl2016',
        '林山，2012 → lin2012',
        '张雪和刘冰，2009 → zhangLiu2009',
      ],
    ));

  it('a work is named by its Chinese title', () =>
    check(
      `地多（小镇植物志，1990），水少（李河，2007）。

参考文献

EDITORIAL COMMITTEE, 1990. Flora of the town[M]. Leiden: Burrow.[小镇科学院编委会，1990．小镇植物志[M]．海文出版社.]
LI H, 2007. Water of the town[M]. Leiden: Burrow.[李河，2007．小镇的水[M]．海文出版社.]
`,
      ['李河，2007 → li2007'],
    ));

  it('what leads to a Chinese name is no part of it', () =>
    assert.deepEqual(
      read(`较为常用的。还有苏海等(2014)编制的量表，例如王山(2013)。

参考文献

李河. 2007. 水[M]. 海文出版社.
`).citations.map(({ names }) => names[0]?.family),
      ['苏海'],
    ));
});

describe('found: one fault is told once', () => {
  it('of an entry that a letter or the year sets apart', () =>
    check(
      `So it was (Wilson, 2013; Wilson, 2010). Rope was dear (Carder et al., 2005), as old Conradʼs (2002) wheel was (Huan, Y., 1999).

References

Carder, A. M. et al. (1994). Cards. Leiden: Burrow.

Conrad, F. (2002). Wheels. Leiden: Burrow.

Huan, Y. (1993). Ropes. Leiden: Burrow.

Willson, S. (2013). Wool. Leiden: Burrow.

Wilson, A. (2010). Hides. Leiden: Burrow.
`,
      [
        'Wilson, 2013 → ? near willson2013 | wilson2010',
        'Wilson, 2010 → wilson2010',
        'Carder et al., 2005 → ? near carder1994',
        '(2002) → conrad2002',
        'Huan, Y., 1999 → ? near huan1993',
      ],
    ));

  it('of a work that is listed twice', () => {
    const facts = read(`So it was (Weaver, 2003).

References

Dyer, B. (2001). Dyes. Leiden: Burrow.

Weaver, A. (2003). Looms of the town. Leiden: Burrow.

Weaver, A. (2003). Looms of the town. Leiden: Burrow.
`);
    assert.deepEqual(told(facts), ['Weaver, 2003 → weaver2003']);
    assert.deepEqual([facts.uncitedReferences, facts.duplicateReferences], [[0], [[1, 2]]]);
  });

  it('of another work by those named before, with ders. or dies.', () =>
    check(
      `So war es (Weber, 2005). Das Tuch war teuer, so Weber/Färber (2005: 7). Ähnlich auch dies. 2006, wo sie widersprechen.

Literatur

Weber, Anna (2005): Tuch. Leiden.

Weber, Anna/Färber, Ben (2005): Farbe. Leiden.

Weber, Anna/Färber, Ben (2006): Noch mehr Farbe. Leiden.
`,
      ['Weber, 2005 → weber2005', 'Weber/Färber (2005: 7) → weberFarber2005'],
    ));
});

describe('found: names as entries have them', () => {
  it('the last of several family names beside one in full', () =>
    check(
      `So era (Fridman, Araújo e Daibert, 2019).

Referências

Fridman, F., Silva de Araújo, A. P., & Barcelos Damasceno Daibert, A. B. (2019). Cordas da cidade. Leiden: Burrow.
`,
      ['Fridman, Araújo e Daibert, 2019 → fridmanEtAl2019'],
    ));

  it('initials are none behind a small letter', () =>
    assert.deepEqual(
      read(`So war es (vgl. z.B. Weber 1972: 4). Auch (Färber 2001).

Literatur

Färber, Ben (2001): Farbe. Leiden.
`).citations.map(({ names }) => names[0]?.family),
      ['Weber', 'Färber'],
    ));

  it('a body that the list names with its title', () => {
    const [first] = read(`Nicht vergleichbar (Hafener Stadtbericht 2000, S. 3). Auch (Färber 2001).

Literatur

Färber, Ben, 2001: Farbe. Leiden.
Hafener Stadtbericht. Lage und Zukunft des Hafener Marktes (Hrsg.), 2000:
Stadt Hafen, Amt für Märkte.
`).citations;
    assert.deepEqual([first?.status, first?.standsInList], ['unresolved', true]);
  });

  it('blanks within Chinese names', () => {
    const facts = read(`那时有织工（王晓明等，2014），也有染工（李红，2017）。

参考文献

WANG X M, 2014. Looms of the town [J]. Town Stud, 35(5): 944-949.[王晓 明，2014. 镇上的织机[J]. 镇学, 35(5): 944-949.]
LI H, 2017. Dyes of the town [D]. Leiden: Burrow.[李 红，2017. 镇上的染料[D]. 莱顿: 洞穴大学.]
`);
    assert.deepEqual(
      facts.citations.map(({ status }) => status),
      ['resolved', 'resolved'],
    );
    assert.deepEqual(facts.uncitedReferences, []);
  });

  it('names that differ by a letter are told once', () => {
    const names = [
      'Weaver',
      'Dyer',
      'Fuller',
      'Tanner',
      'Carder',
      'Hatter',
      'Felter',
      'Roper',
      'Mercer',
      'Tiler',
    ];
    const cited = names.map((name, i) => `那时有织工(${name}&Cooper,${2000 + i})。`).join('');
    const listed = names.map(
      (name, i) => `${name},A.B.,&Cooper,C.(${2000 + i}).Looms of the town ${i}.Leiden:Burrow Press.`,
    );
    const facts = read(`${cited}另见(Tamner&Cooper,2003)。\n\n参考文献\n\n${listed.join('\n')}\n`);
    assert.equal(facts.partly.length, 1);
    assert.equal(facts.partly[0]!.isScanned, true);
    assert.equal(facts.partly[0]!.places.length, 1);
    const apart = read(
      `So it was (Tamner & Cooper, 2003; Weaver, 2000).\n\nReferences\n\n${listed.map((entry) => entry.replace(/([,.&])(?=\S)/g, '$1 ')).join('\n')}\n`,
    );
    assert.deepEqual(apart.partly, []);
  });
});
