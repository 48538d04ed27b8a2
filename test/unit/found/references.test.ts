import assert from 'node:assert/strict';
import type { FoundReference } from '../../../server/src/found/model.ts';
import { read } from './reading.ts';

/** `Weaver, AB & Dyer, C 2009a | title | container | 33–58`; `!` marks a body. */
function line(reference: FoundReference): string {
  const names = reference.names
    .map(({ family, given, isBody }) => `${family}${isBody ? '!' : ''}${given ? `, ${given}` : ''}`)
    .join(' & ');
  const pages = reference.pages ? `${reference.pages.from}–${reference.pages.to}` : '-';
  return `${names} ${reference.year}${reference.yearSuffix} | ${reference.title ?? '-'} | ${pages}`;
}

function check(list: string, ...expected: string[]): void {
  assert.deepEqual(read(list).references.map(line), expected);
}

describe('found: lists of references', () => {
  it('Harvard and SAGE', () => {
    check(
      `Text.

## References

- Weaver AB (2003) Looms of the valley: Then and now. *Town Studies* 4(2): 101–40.
- Weaver AB and Dyer C (2009a) What did guilds know? In: Fuller P and Tanner Q (eds) *Cloth and Power*. Ghent: Mill, 33–58.
- Guild Archive (2007) *Rolls of the Dyers*. Ghent: Guild Archive.
- Zhu Min (2013) Silk and wool. *Journal of Cloth* 3(4): 244–260.
- Plinius (1998) *Of Cloth*. London: Pelt.
- Carder E (2016) 2016: A year of looms. *Guild Watch*, 11 June [blog]. Available (consulted 14 July 2017) at: <http://example.org/2016/06/2016-year.html>
`,
      'Weaver, AB 2003 | Looms of the valley: Then and now | 101–140',
      'Weaver, AB & Dyer, C 2009a | What did guilds know? | 33–58',
      'Guild Archive! 2007 | Rolls of the Dyers | -',
      'Zhu, Min 2013 | Silk and wool | 244–260',
      'Plinius 1998 | Of Cloth | -',
      'Carder, E 2016 | 2016: A year of looms | -',
    );
  });

  it('editors of the collection and its title', () => {
    const [reference] = read(`References

Weaver AB (2009) Wool in China. In: Fuller P and Tanner Q (eds) *Cloth and Power*. Ghent: Mill, 33–58.
`).references;
    assert.deepEqual(
      reference!.editors.map(({ family }) => family),
      ['Fuller', 'Tanner'],
    );
    assert.equal(reference!.containerTitle, 'Cloth and Power');
  });

  it('APA, hanging over lines', () => {
    check(
      `# References

Weaver, A. B., & Dyer, C. (2009). What guilds knew. *Town Studies*, 20(3),
    173–187. https://doi.org/10.1000/x
Fuller, P., Tanner, Q.-R., & van der Spinner, T. (2005b, June 11). Second thoughts. *The Burgher*.
O'Shea, T. (Ed.). (2014). *Flax and its uses* (2nd ed.). Leiden: Burrow.
`,
      'Weaver, A. B. & Dyer, C. 2009 | What guilds knew | 173–187',
      'Fuller, P. & Tanner, Q.-R. & van der Spinner, T. 2005b | Second thoughts | -',
      "O'Shea, T. 2014 | Flax and its uses | -",
    );
  });

  it('Chicago, with repeated authors', () => {
    check(
      `Bibliography

Weaver, Anna Bell, and Clara Dyer. 2009. “What Guilds Knew.” In *Cloth and Power*, edited by Paul Fuller, 33–58. Ghent: Mill.

Weaver, Anna Bell. 2003. “Looms of the Valley.” *Town Studies* 4 (2): 101–40.

———. 2009. *A History of Felt*. Leiden: Burrow.

———, and Paul Fuller. 2011. *Two Histories*. Leiden: Burrow.
`,
      'Weaver, Anna Bell & Dyer, Clara 2009 | What Guilds Knew | 33–58',
      'Weaver, Anna Bell 2003 | Looms of the Valley | 101–140',
      'Weaver, Anna Bell 2009 | A History of Felt | -',
      'Weaver, Anna Bell & Fuller, Paul 2011 | Two Histories | -',
    );
  });

  it('MLA', () => {
    check(
      `Works Cited

Weaver, Anna Bell, and Clara Dyer. "What Guilds Knew." *Town Studies*, vol. 20, no. 3, 2009, pp. 173-87.

Tanner, Quentin. *Hides*. U of Ghent P, 1988.
`,
      'Weaver, Anna Bell & Dyer, Clara 2009 | What Guilds Knew | 173–187',
      'Tanner, Quentin 1988 | Hides | -',
    );
  });

  it('German', () => {
    check(
      `Literaturverzeichnis

Weber, Anna (2009): Was Zünfte wussten. In: Zeitschrift für Tuch 20 (3), S. 173–187.
Färber, Klaus/Walker, Ute (2011): Filz. Eine Geschichte. Gent: Mühle.
Gerber, H. 1988: Häute. Leiden: Bau.
`,
      'Weber, Anna 2009 | Was Zünfte wussten | 173–187',
      'Färber, Klaus & Walker, Ute 2011 | Filz | -',
      'Gerber, H 1988 | Häute | -',
    );
  });

  it('French', () => {
    check(
      `Bibliographie

TISSERAND Anne et TEINTURIER Claude, 2009, « Ce que savaient les guildes », *Études urbaines*, 20(3), p. 173-187.

Tanneur Q. (1988), *Les Peaux*, Paris, Pelt.

FOULON Paul, « Premières pensées », *Revue du drap*, 6, 2005, p. 5-19.
`,
      'TISSERAND, Anne & TEINTURIER, Claude 2009 | Ce que savaient les guildes | 173–187',
      'Tanneur, Q. 1988 | Les Peaux | -',
      'FOULON, Paul 2005 | Premières pensées | 5–19',
    );
  });

  it('Chinese, as the national standard has them', () => {
    check(
      `正文。

参考文献

林海生. 港口与织工[M]. 上海: 海文出版社, 2009.
王建, 陈立. 染坊研究[J]. 港史月刊, 2012(3): 45-60.

[3] 周敏, 吴刚, 郑华, 等. 罢市之后[J]. 织造史, 2015(1): 1-20.

孙七：布与税，北京：某社2001年版。
`,
      '林海生 2009 | 港口与织工 | -',
      '王建 & 陈立 2012 | 染坊研究 | 45–60',
      '周敏 & 吴刚 & 郑华 2015 | 罢市之后 | 1–20',
      '孙七 2001 | 布与税 | -',
    );
  });

  it('an entry ends behind its address', () => {
    const text = `Text.\n\nReferences\n\nWeaver, A. (2003). Looms. *Town Studies, 4*, 1–9. https://example.org/looms.1\n`;
    const [entry] = read(text).references;
    assert.equal(text.slice(entry!.range.from, entry!.range.to).slice(-7), 'looms.1');
  });

  it('Spanish, Italian, Chinese', () => {
    check(
      'Referencias\n\nTejedor Gómez, Ana y Tintorero, Clara (2009). Lo que sabían los gremios. *Estudios*, 20, 173-187.\n',
      'Tejedor Gómez, Ana & Tintorero, Clara 2009 | Lo que sabían los gremios | 173–187',
    );
    check(
      'Riferimenti bibliografici\n\nTessitore A. (2009), *La storia del feltro*, Milano, Mulino.\n',
      'Tessitore, A. 2009 | La storia del feltro | -',
    );
    check(
      '参考文献\n\n朱敏（2013）：丝与毛，《布料学刊》第3期，第48-53页。\n朱敏、李织，2011，《绸缎史》，北京：布社。\n',
      '朱敏 2013 | 丝与毛 | 48–53',
      '朱敏 & 李织 2011 | 绸缎史 | -',
    );
  });

  it('lines without bullets or blank lines, wrapped', () => {
    check(
      `REFERENCES
Weaver, A. B. (2003). Looms of the valley, the plain and the
hills beyond the river. Town Studies, 4(2), 101–140.
Fuller, P. (2005). First thoughts on the matter of cloth. Town
Studies, 6(1), 5–19.
`,
      'Weaver, A. B. 2003 | Looms of the valley, the plain and the hills beyond the river | 101–140',
      'Fuller, P. 2005 | First thoughts on the matter of cloth | 5–19',
    );
  });

  it('makes keys that are stable and unique', () => {
    const keys = read(`References

- Weaver AB (2003) Looms. Leiden: Burrow.
- Weaver CD (2003) Other looms. Leiden: Burrow.
- Weaver AB and Dyer C (2003) Both. Leiden: Burrow.
- Carder E, Fuller P and Dyer C (2005b) Three. Leiden: Burrow.
- Gómez-Peña Á (2012) Telares. Leiden: Burrow.
- Fuller P (forthcoming) Later. Leiden: Burrow.
`).references.map(({ key }) => key);
    assert.deepEqual(keys, [
      'weaver2003',
      'weaver2003b',
      'weaverDyer2003',
      'carderEtAl2005b',
      'gomezPena2012',
      'fullerNd',
    ]);
  });

  it('finds what is listed twice', () => {
    const facts = read(`References

- Weaver AB (2003) Looms of the valley. *Town Studies* 4(2): 101–140.
- Dyer C (2003) Looms of the valley. *Town Studies* 4(2): 141–160.
- Weaver AB (2003) Looms of the Valley. *Town Studies* 4(2): 101–140.
- Weaver AB (2003) Looms of the hills. *Town Studies* 4(3): 1–14.
- Weaver AB (2004) Looms of the valley. *Town Studies* 4(2): 101–140.
`);
    assert.deepEqual(facts.duplicateReferences, [[0, 2]]);
  });

  it('ends at the next heading and minds no line of a table of contents', () => {
    const facts = read(`Contents

References

# One

Weaver (2003) wove.

## References

- Weaver AB (2003) Looms. Leiden: Burrow.

## About the author

Dyer C (2009) is the name of a boat.
`);
    assert.equal(facts.references.length, 1);
    assert.equal(facts.referenceHeadings.length, 1);
  });

  it('pages only where they are certain', () => {
    const pages = (entry: string): unknown =>
      read(`References\n\nWeaver AB (2003) Looms. ${entry}\n`).references[0]?.pages ?? null;
    assert.deepEqual(pages('*Town Studies* 44(4-5): 661–75.'), { from: 661, to: 675 });
    assert.deepEqual(pages('*Town Studies* 202: 1993–1999.'), { from: 1993, to: 1999 });
    assert.equal(pages('*Statistics of Cloth*, 1999–2003.'), null);
    assert.equal(pages('*Town Studies* 44(4-5): e103.'), null);
    assert.equal(pages('Leiden: Burrow, 312 pp.'), null);
    assert.equal(pages('*Town Studies* 4: 3–9, 45.'), null);
    assert.equal(pages('Leiden: Burrow.'), null);
  });
});

describe('found: what follows from the list', () => {
  const LIST = `

## References

- Weaver AB (2003) Looms of the valley. *Town Studies* 4(2): 101–140.
- Tanner Q (1988) *Hides*. London: Pelt.
- Dyer C (1990) Dyes. *Town Studies* 1: 1–9.
`;

  it('the entry that nobody cites', () => {
    const facts = read(`So (Weaver, 2003) and Tanner (1988).${LIST}`);
    assert.deepEqual(
      facts.uncitedReferences.map((i) => facts.references[i]!.key),
      ['dyer1990'],
    );
    assert.deepEqual(facts.references[0]!.citedBy, [0]);
  });

  it('silent about a list alone', () => {
    assert.deepEqual(read(`Nothing is cited.${LIST}`).uncitedReferences, []);
  });

  it('pages outside the work', () => {
    const facts = read(
      `(Weaver, 2003: 99–102), (Weaver, 2003: 101), (Weaver, 2003: 139–41), (Tanner, 1988: 999) (Weaver, 2003, ch. 7).${LIST}`,
    );
    assert.deepEqual(
      facts.locatorsOutside.map((i) => facts.citations[i]!.text),
      ['Weaver, 2003: 99–102', 'Weaver, 2003: 139–41'],
    );
  });

  it('go on after a particle or dots at the end of a line of names', () => {
    const facts = read(`So it was (Weaver et al., 2012; Fuller et al., 2017; Dyer, 2008).

References

Dyer, B. (2008). Dyes of the town. Leiden: Burrow.
Fuller, D. M., Tanner, F., Hatter, C. E., Roper, E., Carder, C., Felter, B. A., . . .
Mercer, J. (2017). Felt in the town. Leiden: Burrow.
Weaver, A., Cooper, D.A.P., Tiler, M.E., van de
Wiel, C.C.M., Smelter, M.J.M. et al. (2012). Looms of the town. Leiden: Burrow.
`);
    assert.deepEqual(
      facts.references.map(({ key }) => key),
      ['dyer2008', 'fullerEtAl2017', 'weaverEtAl2012'],
    );
  });

  it('are not missing a title that is cited by itself', () => {
    const facts =
      read(`It is so (Weaver 12), and so (Dyer 20), and so (Harbour 14), and so again (Weaver 13; Dyer 21), but not so (Barrow 15).

Works cited

Dyer, Ben. *Dyes.* Burrow, 2005.

Weaver, Anna. *A Harbour in the North.* Burrow, 2003.
`);
    const open = facts.citations.filter(({ status }) => status === 'unresolved');
    assert.deepEqual(
      open.filter(({ standsInList }) => !standsInList).map(({ text }) => text),
      ['Barrow 15'],
    );
  });

  it('have no entries in the feet of their pages', () => {
    const entry = (i: number): string =>
      `Weaver, A. and Dyer, B.: Looms of the town ${i}, Town Stud., 25, 27${i}–289, ${2000 + i}.\n`;
    const foot = '\nTown Dyes Hist., 18, 1165–1188, 2014\n';
    const facts = read(
      `So it was (Weaver and Dyer, 2001, 2002, 2003).\n\nReferences\n\n${[1, 2, 3].map((i) => entry(i) + foot).join('\n')}`,
    );
    assert.deepEqual(
      facts.references.map(({ key }) => key),
      ['weaverDyer2001', 'weaverDyer2002', 'weaverDyer2003'],
    );
    assert.deepEqual(facts.unreadReferences, []);
  });

  it('are told as not understood where none was read', () => {
    const entries = ['Meyer', 'Adler', 'Sorg', 'Lim', 'Rocha', 'Novak'].map(
      (name, i) => `${name} & Co.: its catalogue of all the goods of the harbour, no. ${i}/${1990 + i}`,
    );
    const facts = read(`The harbour.\n\nReferences\n\n${entries.join('\n\n')}\n`);
    assert.deepEqual(
      [facts.references.length, facts.partly.map(({ understanding }) => understanding.unread)],
      [0, [6]],
    );
  });
});
