/** Words of several languages between, before and behind names: each of them is one row. */
import assert from 'node:assert/strict';
import type { FoundName } from '../../../server/src/found/model.ts';
import { mayHoldFoundIn } from '../../../server/src/found/may-hold.ts';
import { read } from './reading.ts';

const inWords = (names: readonly FoundName[]): string =>
  names.map(({ family, given }) => (given === null ? family : `${family}, ${given}`)).join('; ');

/** What is read of each entry of one list: names, year, title; '' where nothing is. */
function listed(entries: readonly string[]): string[] {
  const text = `So (Weaver, 2003).\n\nReferences\n\n${entries.join('\n\n')}\n`;
  const { references } = read(text);
  let from = 0;
  return entries.map((entry) => {
    from = text.indexOf(entry, from);
    const found = references.find(({ range }) => range.from >= from && range.to <= from + entry.length);
    return found ? `${inWords(found.names)} | ${found.year} | ${found.title}` : '';
  });
}

/** The works of each note of one text: kind, names, title, year. */
function worksIn(notes: readonly string[]): string[] {
  const { noteWorks } = read(
    `${notes.map((_, i) => `So<sup>${i + 1}</sup>.`).join(' ')}\n\nNotes\n\n${notes.map((note, i) => `${i + 1}. ${note}`).join('\n')}\n`,
  );
  return notes.map((_, i) =>
    (noteWorks.find(({ label }) => label === String(i + 1))?.works ?? [])
      .map(
        ({ kind, names, title, year }) => `${kind ? `[${kind}] ` : ''}${inWords(names)}: ${title}, ${year}`,
      )
      .join('; '),
  );
}

/** A family name for each index. */
const nth = (index: number): string =>
  `Yuen${[...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

/** Of each of the words is told what is expected, of `other` it is not. */
function each(
  words: string,
  other: string,
  told: (words: readonly string[]) => readonly unknown[],
  expected: unknown,
): void {
  const all = [...words.split(' | '), other];
  const read = told(all);
  assert.deepEqual(
    all.flatMap((word, i) => (read[i] === expected ? [] : [word])),
    [other],
    read.join('\n'),
  );
}

describe('found: words of several languages', () => {
  const WEAVER = 'Weaver, A. | 2003 | Looms';

  it('more authors than are named', () => {
    const words =
      'et al. | et al | et alii | u. a. | u.a. | and others | und andere | e outros | y otros | e altri | et autres | en anderen | och andra | et coll.';
    const entries = (form: (word: string) => string) => (all: readonly string[]) => listed(all.map(form));
    each(
      words,
      'and friends',
      entries((word) => `Weaver, A. ${word} (2003) Looms. Leiden: Burrow.`),
      WEAVER,
    );
    each(
      words,
      'and friends',
      entries((word) => `Weaver, A., ${word} 2003. Looms. Leiden: Burrow.`),
      WEAVER,
    );
  });

  it('editors, who are named like authors', () => {
    each(
      'ed. | eds | (ed.) | (eds) | editor | editors | (Hrsg.) | Hg. | (dir.) | dirs | (coord.) | coords | (comp.) | comps | a cura di | (org.) | orgs | trans.',
      '(Weber)',
      (all) => listed(all.map((word) => `Weaver, A. ${word} (2003) Looms. Leiden: Burrow.`)),
      WEAVER,
    );
    each(
      'editor | editors | Herausgeber | Herausgeberin | Herausgeberinnen | éditeur | éditeurs | editores | coordinador | coordinadora | coordinadores | coordinadoras | organizador | organizadora | organizadores | organizadoras | directeur | directeurs | curatori',
      'weavers',
      (all) => listed(all.map((word) => `Weaver, A., ${word} (2003) Looms. Leiden: Burrow.`)),
      WEAVER,
    );
  });

  it('helpers, who are none of the authors', () => {
    each(
      'in Zusammenarbeit mit | unter Mitarbeit von | unter Mitwirkung von | in collaboration with | with the assistance of | en collaboration avec | avec la collaboration de | con la colaboración de | con la colaboracion de | en colaboración con | com a colaboração de | com a colaboracao de | em colaboração com | con la collaborazione di | in collaborazione con',
      'und',
      (all) => listed(all.map((word) => `Weaver, Anna, ${word} Ben Dyer (1990): Looms. Leiden: Burrow.`)),
      'Weaver, Anna | 1990 | Looms',
    );
  });

  it('an entry that only points to another is not uncited', () => {
    each(
      'siehe | see | s. | vgl. | véase | voir | ver | vedi | →',
      'mit',
      (all) =>
        all.map(
          (word) =>
            read(
              `So (Weaver, 2003).\n\nReferences\n\nWeaver A (2003) Looms. Leiden: Burrow.\n\nDyer, B. (1990): ${word} Weaver and Dyer.\n`,
            ).uncitedReferences.length,
        ),
      0,
    );
  });

  it('what tells of a person is no entry', () => {
    const list = (form: (word: string) => string) => (all: readonly string[]) =>
      listed(all.flatMap((word) => [`Dyer, A. (2003). Looms. Leiden: Burrow.`, form(word)])).filter(
        (_, i) => i % 2 === 1,
      );
    each(
      'is a sociologist at | is an artist of | is the head of | was a weaver of | was an artist of | was born in | teaches at | holds a chair at | works at | works as the dyer of | works in | ist Weberin in | est tisserande à | es una tejedora de | es un tejedor de | é uma tecelã de | é um tecelão de | è una tessitrice di | è un tessitore di',
      'weaves at',
      list((about) => `ANNA B. WEAVER ${about} Ghent. Leiden: Burrow, 1990.`),
      '',
    );
    each(
      'PD Dr. | Prof. | Prof | Dr. | Dipl.-Ing. | Mag. | Hon. | Priv.-Doz. Dr.',
      'Herr',
      list((title) => `${title} Anna Weaver (1990). Looms. Leiden: Burrow.`),
      '',
    );
  });

  it('what goes on with the work of the sentence before', () => {
    each(
      'Second edition | Second ed. | Third edition | Fourth edition | 1st ed. | 2nd edition | 3rd ed. | 4th ed. | Rev. ed. | Rev edition | Revised edition | Ed. A. Fuller | Eds. A. Fuller and B. Lim | Edited by A. Fuller | Trans. A. Fuller | Translated by A. Fuller | In: Cloth and Power | Traduit par A. Fuller | Übers. von A. Fuller | Hg. von A. Fuller | Hrsg. von A. Fuller | A cura di A. Fuller | Aus dem Englischen',
      'Said well',
      (all) =>
        worksIn(
          all.map((words, i) => `Lena ${nth(i)}, “Dockers of the Delta”. ${words}. Leiden: Burrow, 1990.`),
        ).map((work, i) => work.replace(nth(i), '…')),
      'Lena …: Dockers of the Delta, 1990',
    );
  });

  it('archives, and their signatures', () => {
    each(
      'TNA | BArch | GStA | HHStA | StA | LAV | Stadtarchiv Kiel | Chatham Archive | Town Archives | Archivio di Stato | Archivo General | Arquivo Nacional | National Library | State Record Centre | Royal Library | University Library | Bodleian Library | British Library | Lim Record Office | Biblioteca Nazionale | Bibliothèque nationale | Staatsbibliothek Kiel',
      'A Town House',
      (all) =>
        worksIn(all.map((archive) => `${archive}, box 12.`)).map((work, i) => work.replace(all[i]!, '…')),
      '[archive] : …, box 12, null',
    );
    each(
      'box 3 | Box 3 | folder 3 | Folder 3 | carton 3 | Carton 3 | cart. 3 | busta 3 | b. 3 | fasc. 3 | leg. 3 | legajo 3 | caja 3 | exp. 3 | file 3 | File 3 | Akte 3 | Akten 3 | Nr. 3 | MS 3 | MSS 3 | Ms. 3 | Cod. 3 | Rep. 3 | series 3 | Series 3 | RG 3 | Add MS 3 | inv. 3 | reg. 3 | vol. 3 | inv. no. 3 | vol. A3 | CO 129/1',
      'the 3 of May',
      (all) =>
        worksIn(all.map((signature) => `Stadtarchiv Kiel, ${signature}.`)).map((work, i) =>
          work.replace(all[i]!, '…'),
        ),
      '[archive] : Stadtarchiv Kiel, …, null',
    );
    each(
      'fol. 3 | fols. 3 | f. 3 | ff. 3 | Bl. 3 | fol. 3r',
      'pen 3',
      (all) => worksIn(all.map((leaf) => `Stadtarchiv Kiel, Akte 12, ${leaf}.`)),
      '[archive] : Stadtarchiv Kiel, Akte 12, null',
    );
  });

  it('the same author again', () => {
    const again = (all: readonly string[]): string[] =>
      worksIn(
        all.map(
          (words) =>
            `Clara Dyer, *The Dyes of Ghent*, Leiden, Burrow, 1990, p. 4; ${words}, *Wool*, Leiden, Burrow, 1991.`,
        ),
      );
    const same = 'Clara Dyer: The Dyes of Ghent, 1990; Clara Dyer: Wool, 1991';
    each('Id. | Ead. | Idem | Eadem | Ders. | Dies. | Derselbe | Dieselbe', 'Adler', again, same);
    each(
      'see | see also | cf | cf. | cfr | cfr. | vgl. | vgl. auch | siehe | voir | voir aussi | und | and | et | e | y | in:',
      'not',
      (all) => again(all.map((word) => `${word} Id.`)),
      same,
    );
  });

  it('words before the page of a work that was cited before', () => {
    each(
      'Vgl. | See | See also | Cf. | Siehe | Voir',
      'Thus',
      (all) =>
        worksIn(all.map((word, i) => `${word} ${nth(i)}, 18.`)).map((work, i) => work.replace(nth(i), '…')),
      '…: null, null',
    );
  });

  it('two authors who say something without a year', () => {
    const list =
      '\n\nReferences\n\nLee CK and Shen Y (2011) The dockers of the delta. *Quarterly of Ports* 4: 173–187.\n\nMeyer L (2009) Dockers. Hamburg: Harbour Press.\n';
    // A name of its own for each, since what is said once is enough.
    const undated = (form: (word: string, name: string) => string) => (all: readonly string[]) => {
      const names = all.map((_, i) => nth(i));
      const said = all.map((word, i) => `In the town ${form(word, `Lee and ${names[i]!}`)}.`).join('\n\n');
      const { undatedNames } = read(`Lee and Shen (2011) see no hope.\n\n${said}${list}`);
      return names.map((name) => undatedNames.some(({ unknown }) => unknown[0]!.family === name));
    };
    each(
      'like | unlike | the likes of | contrast to | contrasts with | following | according to | echoing | pace | contra | agree with | disagreeing with | argued by | suggested by | shown by | wie | laut | nach | comme | selon | según | como | secondo | come',
      'near',
      undated((word, names) => `it is so, ${word} ${names}`),
      true,
    );
    each(
      'say | who say | both say | also say | have said | had said | has said | themselves say | rightly say | then say | thus say | further say | likewise say | similarly say | together say | jointly say | qui disent | ont dit | then also rightly say',
      'sleep',
      undated((words, names) => `${names} ${words} so`),
      true,
    );
    // With a year it is a citation, which is told of as one.
    each(
      '(2011) |  (2011) | ’s (2011) | , (2011) |  2011 | ’s 2011 book |  [2011] |  （2011）',
      ' in the days of 2011',
      undated((year, names) => `it is so, according to ${names}${year}`),
      false,
    );
  });

  it('words before names in parentheses, in a text without a list', () => {
    const are = (text: string): boolean => mayHoldFoundIn(text, [], false);
    each(
      'see | cf. | e.g. | also | vgl. | siehe | voir | ver | véase | see also | van | von | de | der | del | den',
      'near',
      (all) => all.map((word) => are(`So it was (${word} Weaver, 2003).`)),
      true,
    );
    each(
      ': 5) | ： 5） | , 5) | : 5–7)',
      ' 5)',
      (all) => all.map((end) => are(`So did Weaver (2003${end}.`)),
      true,
    );
  });
});
