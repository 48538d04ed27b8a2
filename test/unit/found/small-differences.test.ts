import assert from 'node:assert/strict';
import { knownConventions } from '../../../server/src/found/conventions/registry.ts';
import type { FoundName } from '../../../server/src/found/model.ts';
import { numberedParts } from '../../../server/src/found/numbered-list.ts';
import { Prose } from '../../../server/src/found/prose.ts';
import { resolveFound } from '../../../server/src/found/resolve.ts';
import { read, told } from './reading.ts';

const LIST = `

References

- Weaver AB (2003) Looms of the valley. *Town Studies* 4(2): 101–140.
- Dyer C (1990) Dyes. Leiden: Burrow.
- Tanner D (1988) Hides. Leiden: Burrow.
`;

const cited = (text: string): string[] => told(read(text));

const inWords = (names: readonly FoundName[]): string =>
  names.map(({ family, given }) => (given === null ? family : `${family}, ${given}`)).join('; ');

/** Each entry of a list: names, year, title. */
function listed(entries: string): string[] {
  const { references } = read(`So (Weaver, 2003), so (Dyer, 2005).\n\nReferences\n\n${entries}\n`);
  return references.map(({ names, year, title }) => `${inWords(names)} | ${year} | ${title}`);
}

/** A text with so many notes. */
const noted = (...notes: readonly string[]): string =>
  `${notes.map((_, i) => `So<sup>${i + 1}</sup>.`).join(' ')}\n\nNotes\n\n${notes.map((note, i) => `${i + 1}. ${note}`).join('\n')}\n`;

/** The works of each note: names and title. */
const worksIn = (...notes: readonly string[]): string[][] =>
  read(noted(...notes)).noteWorks.map(({ works }) =>
    works.map(({ names, title }) => `${inWords(names)}: ${title}`),
  );

const FELT = 'Ann Weaver, *A History of Felt*, Leiden, Burrow, 2003, p. 4.';

describe('found: entries of a list, told by little', () => {
  it('a blank before the colon behind the year', () =>
    assert.deepEqual(
      listed('- Weaver A 2003 : Looms. Leiden: Burrow.\n- Dyer B 2005 : Dyes. Leiden: Burrow.'),
      ['Weaver, A | 2003 | Looms', 'Dyer, B | 2005 | Dyes'],
    ));

  it('the short name of a body begins one, below a line that does not end', () =>
    assert.deepEqual(
      listed(
        'Weaver, Anna (2003) Looms of\nthe valley. Leiden\nUNESCO (2004) Reports of the year\nin the town. Paris\nDyer, Ben (2005) Dyes of the valley\nof it. Leiden',
      ),
      [
        'Weaver, Anna | 2003 | Looms of the valley',
        'UNESCO | 2004 | Reports of the year in the town',
        'Dyer, Ben | 2005 | Dyes of the valley of it',
      ],
    ));

  it('a year alone on the last line is no number of a page', () =>
    assert.deepEqual(
      listed('Dyer, Clara. *Dyes*. Leiden: Burrow, 1990.\n\nWeaver, Anna. *Looms*. Leiden: Burrow,\n2003.'),
      ['Dyer, Clara | 1990 | Dyes', 'Weaver, Anna | 2003 | Looms'],
    ));

  it('bodies do not tell how persons are turned', () =>
    assert.deepEqual(
      listed(
        'Brandt Karl. 2003. Looms. Leiden: Burrow.\n\nTown Council. 2004. Dyes. Leiden: Burrow.\n\nHarbour Ministry. 2005. Ships. Leiden: Burrow.',
      ),
      ['Brandt Karl | 2003 | Looms', 'Town Council | 2004 | Dyes', 'Harbour Ministry | 2005 | Ships'],
    ));

  it('a foreign name in Chinese is that of a person', () => {
    const { references } = read(
      '所以（马歇尔，2003）。\n\n参考文献\n\n- T.H.马歇尔、卡尔·波兰尼（2003）：《公民权》，北京：三联书店。\n',
    );
    assert.deepEqual(references[0]!.names, [
      { family: '马歇尔', given: 'T.H', isBody: false },
      { family: '波兰尼', given: '卡尔', isBody: false },
    ]);
  });

  it('short titles of which one goes on are two works', () =>
    assert.deepEqual(
      read(
        'So (Weaver, 2003).\n\nReferences\n\n- Weaver A (2003) On the use of an ox. Leiden: Burrow.\n- Weaver A (2003) On the use of an ox in the mines of the town. Leiden: Burrow.\n',
      ).duplicateReferences,
      [],
    ));

  for (const sign of ['n.d.', 'n. d.', 's.d.', 's. d.', 'n.d.,', 's.d.:'])
    it(`without a year: ${sign}`, () => {
      const list = `Dyer, Ben, 2005. Dyes of 1862. Leiden: Burrow.\n\nFuller, Ada. ${sign} Cloth. Leiden: Burrow.\n\nWeaver, Anna, ${sign} Looms of 1851. Leiden: Burrow.`;
      assert.deepEqual(listed(list), [
        'Dyer, Ben | 2005 | Dyes of 1862',
        'Fuller, Ada | null | Cloth',
        'Weaver, Anna | null | Looms of 1851',
      ]);
    });

  it('and cited without a year', () =>
    assert.deepEqual(
      cited(
        'So (Dyer, 2005), (Weaver, n.d.), and (Fuller n.d.: 4).\n\nReferences\n\nDyer, Ben, 2005. Dyes. Leiden: Burrow.\n\nFuller, Ada. n.d. Cloth. Leiden: Burrow.\n\nWeaver, Anna, n.d. Looms of 1851. Leiden: Burrow.\n',
      ),
      ['Dyer, 2005 → dyer2005', 'Weaver, n.d. → weaverNd', 'Fuller n.d.: 4 → fullerNd'],
    ));
});

describe('found: citations, told by little', () => {
  it('none behind a number, at the very beginning too', () => {
    assert.deepEqual(cited(`12 (Hosier, 2001: 4) are there. So (Weaver, 2003).${LIST}`), [
      'Weaver, 2003 → weaver2003',
    ]);
  });

  it('names and pages are none in a text that cites by years', () =>
    assert.deepEqual(cited(`So (Weaver, 2003). So (Dyer, 1990). So (Tanner 45) and (Weaver 101).${LIST}`), [
      'Weaver, 2003 → weaver2003',
      'Dyer, 1990 → dyer1990',
    ]));

  it('names that begin like a book of the Bible, and verses', () =>
    assert.deepEqual(
      cited(
        'So (Weaver 45), (Dyer 12), (Tanner 18), (Johnson 12), (John 3), (Sura 5) and (Surah 6).\n\nWorks cited\n\nDyer, Ben. *Dyes*. Burrow, 2005.\n\nTanner, Ben. *Hides*. Burrow, 2007.\n\nWeaver, Anna. *Looms of the North*. Burrow, 2003.\n',
      ),
      ['Weaver 45 → weaver2003', 'Dyer 12 → dyer2005', 'Tanner 18 → tanner2007', 'Johnson 12 → ?'],
    ));

  it('introduced in Italian', () => {
    for (const word of ['secondo', 'Secondo'])
      assert.deepEqual(cited(`Così è; ${word} Hosier (2001) non basta a nessuno. (Weaver, 2003)${LIST}`), [
        'Hosier (2001) → ?',
        'Weaver, 2003 → weaver2003',
      ]);
  });

  it('pages settle nothing where a work does not say on which it stands', () => {
    const works =
      '\n\nReferences\n\n- Weaver AB (2003a) Looms. *Town Studies* 4(2): 101–140.\n- Weaver AB (2003b) Felt. *Town Studies* 4(3): 1–20.\n';
    const text = 'Weaver says in the town that it is so, and that all of them wove there (2003: 105).';
    assert.deepEqual(cited(text + works), ['(2003: 105) → weaver2003a']);
    assert.deepEqual(cited(`${text}${works}- Weaver AB (2003c) Hides. Leiden: Burrow.\n`), [
      '(2003: 105) → weaver2003a | weaver2003b | weaver2003c',
    ]);
  });

  it('numbers call a list only where they call enough of it', () => {
    const list = Array.from(
      { length: 12 },
      (_, i) => `[${i + 1}] Weaver A. Looms. Leiden: Burrow, ${1980 + i}.`,
    );
    const calls = (numbers: string, works: number): string[] =>
      cited(`So they wove ${numbers}.\n\nReferences\n\n${list.slice(0, works).join('\n')}\n`);
    assert.deepEqual(calls('[1] and [2]', 12), []);
    assert.deepEqual(calls('[1]', 3), []);
    assert.equal(calls('[1] and [2]', 3).length, 2);
  });

  it('an acronym is nobody in the place of an author', () =>
    assert.deepEqual(
      read(
        'Lee and Shen (2011) see no hope. In contrast to Lee and WTO who see decay, Meyer (2009) sees growth.\n\nReferences\n\nLee CK and Shen Y (2011) The dockers. *Quarterly of Ports* 4(2): 173–187.\nMeyer L (2009) Dockers. Hamburg: Harbour Press.\n',
      ).undatedNames,
      [],
    ));

  it('italics at the very beginning end where they end', () => {
    const prose = Prose.of('*Looms*, a book by Weaver.', [], knownConventions.markers);
    assert.deepEqual(
      [0, 4, 6, 12].map((at) => prose.isEmphasised(at)),
      [true, true, false, false],
    );
  });
});

describe('found: notes, told by little', () => {
  it('a name with a small word in it', () =>
    assert.deepEqual(
      worksIn('Sophie in ’t Veld, *The Quays of Ghent*, Leiden, Burrow, 1990, p. 4.', 'See the rolls.'),
      [['Sophie in ’t Veld: The Quays of Ghent'], []],
    ));

  it('a name and what somebody was or said is no title', () =>
    assert.deepEqual(
      worksIn(
        'Weaver, Mayor of the town, was there in the evening.',
        'Weaver, Dyer argued so, p. 4.',
        'Weaver, Looms, p. 4.',
      ),
      [[], ['Weaver: null'], ['Weaver: Looms']],
    ));

  it('digits glued to words, some of three letters and a blank', () => {
    const { markers } = read(
      'Guilds wove in war 1, and dyed in the sun 2. So Adler says of it all at sea 3.\n\nNotes\n\n1. See the rolls.\n2. And they.\n3. So they said.\n',
    );
    assert.deepEqual(
      markers.map(({ label }) => label),
      ['1', '2', '3'],
    );
  });

  it('a page behind a colon or comma that a blank parts from the form', () =>
    assert.deepEqual(
      read(noted(FELT, 'Ibid. : 45.', 'Ibid. , 46.')).shortTitles.map(({ locator }) => locator?.value),
      ['45', '46'],
    ));

  it('a reference to a note is one to all of it, where it describes no work', () =>
    assert.deepEqual(
      read(
        noted('They met in secret, and that was all.', 'See the rolls.', 'See note 1 above.'),
      ).shortTitles.map(({ target, chain }) => [target?.note, target?.work, chain]),
      [[0, null, [0]]],
    ));

  it('a title alone may be of a work without an author, or of another', () => {
    const [short] = read(
      noted(
        FELT,
        '*A History of Felt in Ghent*, Leiden, Burrow, 1990, p. 4.',
        '*History of Felt*, op. cit., p. 7.',
      ),
    ).shortTitles;
    assert.deepEqual(
      short!.candidates.map(({ note }) => note),
      [0, 1],
    );
  });
});

describe('found: against a bibliography, told by little', () => {
  const felt = { key: 'felt', names: ['Weaver'], year: '2003', title: 'A history of felt' };

  it('another title is another work, whoever wrote it in that year', () =>
    assert.deepEqual(
      resolveFound(
        read(
          'So (Weaver, 2003).\n\nReferences\n\n- Weaver AB (2003) On the price of salt. Leiden: Burrow.\n',
        ),
        [felt],
      ).references,
      [{ keys: [], status: 'unresolved' }],
    ));

  it('a title that two entries have, and one more author', () => {
    const found = read(
      noted('Ann Weaver and Paul Fuller, *A History of Felt*, Leiden, Burrow, 2003, p. 4.', 'See the rolls.'),
    );
    const other = { key: 'other', names: ['Tanner'], year: '1988', title: 'A history of felt' };
    assert.deepEqual(resolveFound(found, [felt, other]).noteWorks[0], [
      { keys: ['felt'], status: 'resolved' },
    ]);
  });
});

describe('found: of two works that *et al.* fits', () => {
  const works = (text: string) =>
    told(
      read(
        `${text}\n\nReferences\n\n- Weaver AB and Dyer C (2009) What guilds knew. Leiden: Burrow.\n- Weaver AB, Dyer C and Fuller P (2009) What guilds hid. Leiden: Burrow.\n- Tanner D (1988) Hides. Leiden: Burrow.\n`,
      ),
    );

  it('the one by three is meant, for of two both are named', () =>
    assert.deepEqual(works('So it was (Weaver et al., 2009).'), ['Weaver et al., 2009 → weaverEtAl2009']));
});

describe('found: lists by their numbers', () => {
  const parts = (text: string) => numberedParts(text, { from: 0, to: text.length })?.length ?? null;

  it('are two lines that follow one another, not one', () => {
    assert.equal(parts('1. Weaver, Looms, p. 3.\n2. Dyer, Dyes, p. 4.\n'), 2);
    assert.equal(parts('1. Weaver, Looms, p. 3.\nDyer, Dyes, p. 4.\n'), null);
  });
});
