import assert from 'node:assert/strict';
import { danglingCitations } from '../../../server/src/workspace/found-summary.ts';
import { read, told } from './reading.ts';

const list = (...entries: readonly string[]): string => `\n\nReferences\n\n${entries.join('\n\n')}\n`;
const DYER = 'Dyer, B. (2005): Dyes. Leiden: Burrow.';
const LOOM = 'Weaver, A. (2003): Looms. Leiden: Burrow.';
const BOTH = 'Weaver, A. a. Dyer, B. (2004): Wool. Leiden: Burrow.';

describe('found: citations and lists as conversions leave them', () => {
  it('‘a.’ and ‘u.’ between the names of a citation', () =>
    assert.deepEqual(
      told(
        read(
          `So it was (Weaver a. Dyer 2004; Weaver u. Dyer 2004), as Weaver a. Dyer (2004) say.${list(DYER, LOOM, BOTH)}`,
        ),
      ),
      [
        'Weaver a. Dyer 2004 → weaverDyer2004',
        'Weaver u. Dyer 2004 → weaverDyer2004',
        'Weaver a. Dyer (2004) → weaverDyer2004',
      ],
    ));

  it('a blank before the stop of ‘et al.’', () =>
    assert.deepEqual(
      told(
        read(
          `So it was in Weaver et al . (2004) and elsewhere (Weaver et al . 2004).${list(DYER, LOOM, 'Weaver, A., Dyer, B., Roper, C. (2004): Wool. Leiden: Burrow.')}`,
        ),
      ),
      ['Weaver et al . (2004) → weaverEtAl2004', 'Weaver et al . 2004 → weaverEtAl2004'],
    ));

  it('an entry behind the end of another, in one line', () => {
    const joined =
      'Dyer, B. C. (2005). Dyes of Ghent. Town Studies, 4(2), 101-104. Weaver, A.,& Roper, C. (2O11). Looms of Ghent. Town Studies, 5(1), 7-9.';
    assert.deepEqual(
      told(read(`So it was (Weaver & Roper, 2011), and so (Dyer, 2005).${list(joined, LOOM)}`)),
      ['Weaver & Roper, 2011 → weaverRoper2011', 'Dyer, 2005 → dyer2005'],
    );
    assert.deepEqual(
      told(
        read(
          '如此（王海，李江，2019）。又如此（赵山，2018）。\n\n参考文献\n\n赵山.(2018).镇上的织机.镇学,35(5),108-114.王海,李江.(2019).镇上的染坊.镇学,36(1),1-9.\n',
        ),
      ),
      ['王海，李江，2019 → 王海李江2019', '赵山，2018 → 赵山2018'],
    );
    // The editors of a volume, and no entry.
    const part =
      'Dyer, B. C. (2005). Dyes of Ghent. In Roper, C. (Ed.). Towns (2nd ed., pp. 4-9). Leiden: Burrow.';
    assert.equal(read(`So it was (Dyer, 2005).${list(part, LOOM)}`).references.length, 2);
  });

  it('a Chinese entry in brackets right behind the publisher of the same in English', () =>
    assert.deepEqual(
      told(
        read(
          `如此（王海，2012）。${list('WANG H, 2012. Looms of the town[M]. Beijing:Burrow Press[王海, 2012. 镇上的织机[M]. 北京：镇学出版社.]', 'DYER B, 2005. Dyes of the town[J]. Town Stud, 35(5): 944-949.')}`,
        ),
      ),
      ['王海，2012 → wang2012'],
    ));

  it('double spacing within a parenthesis', () => {
    assert.deepEqual(
      told(read(`So it was for them (Weaver\n\n& Dyer, 2004; Dyer,\n\n2005) then.${list(DYER, LOOM, BOTH)}`)),
      ['Weaver & Dyer, 2004 → weaverDyer2004', 'Dyer, 2005 → dyer2005'],
    );
  });

  it('the short name of an institute whose name is longer', () =>
    assert.deepEqual(
      told(
        read(
          `So it was (INLT, 2004; Dyer, 2005).${list(DYER, LOOM, 'Instituto Nacional de Lãs e Teares Ana Roper. (2004). Panos. Leiden.')}`,
        ),
      ),
      ['INLT, 2004 → institutoNacionalLas2004', 'Dyer, 2005 → dyer2005'],
    ));

  it('a heading in small capitals, which became small letters', () => {
    const text = `So it was (Dyer, 2005).${list(DYER, LOOM).replace('References', 'references')}`;
    assert.deepEqual(told(read(text)), ['Dyer, 2005 → dyer2005']);
    assert.deepEqual(told(read(text.replace('references\n\n', 'references\n'))), []);
  });

  it('the year at the end of an entry, after an address and the day of a visit', () => {
    const entries = [
      'Dyer, B. and Roper, C.: dyeing: Dyes for all, available at: https://burrow.example/dyes, version 1.0, 2018a.',
      'Dyer, B.: Dyes, available at: https://burrow.example/all, last access: 5 May 2018, 2016.',
      'Weaver, A.: Looms, Town Studies, 3, 4–9, 2003.',
    ];
    assert.deepEqual(
      told(read(`So it was (Weaver, 2003; Dyer and Roper, 2018a; Dyer, 2016).${list(...entries)}`)),
      ['Weaver, 2003 → weaver2003', 'Dyer and Roper, 2018a → dyerRoper2018a', 'Dyer, 2016 → dyer2016'],
    );
  });

  it('an identifier in front of an entry', () =>
    assert.deepEqual(
      told(
        read(
          `So it was (Weaver, 2003; Dyer, 2005; O’Roper, 2001).${list(`10.1234/loom.2005.09-xDyer, B. (2005): Dyes. Leiden: Burrow.`, `10.1234/S0165-4101(98)00016-0O’Roper, D. (2001): Ropes. Leiden: Burrow.`, LOOM)}`,
        ),
      ),
      ['Weaver, 2003 → weaver2003', 'Dyer, 2005 → dyer2005', 'O’Roper, 2001 → oroper2001'],
    ));

  it('a letter apart from its year', () => {
    const own = list(
      DYER,
      'Weaver, A. (1983a): Looms. Leiden: Burrow.',
      'Weaver, A. (1983b): Wool. Leiden: Burrow.',
    );
    assert.deepEqual(
      told(
        read(
          `So it was (Weaver 1983 a and b), again (Weaver 1983 b; Dyer 2005), as Weaver (1983 a) says.${own}`,
        ),
      ),
      [
        'Weaver 1983 a → weaver1983a',
        'b → weaver1983b',
        'Weaver 1983 b → weaver1983b',
        'Dyer 2005 → dyer2005',
        'Weaver (1983 a) → weaver1983a',
      ],
    );
    assert.deepEqual(told(read(`So it was (Dyer 2005 a loom).${own}`)), ['Dyer 2005 → dyer2005']);
  });

  it('a line that an accent of the line below put above it', () => {
    const own = list(
      DYER,
      LOOM,
      'Carder, C. (2007): Wool. Leiden: Burrow.',
      '€ ckman, L. (2001). Ropes of\nRoper, D., & Ba\nthe town. Leiden: Burrow.',
    );
    assert.deepEqual(
      danglingCitations(
        read(`So it was (Weaver, 2003; Dyer, 2005; Carder, 2007; Roper et al., 2001).${own}`),
      ),
      [],
    );
  });

  it('an entry with more than forty names before a colon', () => {
    const row = Array.from({ length: 50 }, (_, i) => `Sailer${'abcdefghij'[i % 10]}, D.`).join(', ');
    const entries = [
      `Weaver, A., ${row}, and Roper, C.: Looms of the town, Town Studies, 3, 4–9, 2017.`,
      'Dyer, B.: Dyes, Town Studies, 3, 4–9, 2005.',
    ];
    assert.deepEqual(told(read(`So it was (Weaver et al., 2017; Dyer, 2005).${list(...entries)}`)), [
      'Weaver et al., 2017 → weaverEtAl2017',
      'Dyer, 2005 → dyer2005',
    ]);
  });

  it('a page to which the number of a note was glued', () => {
    const own = list('Dyer, B. (2005): Dyes. Town Studies 3, S. 81-87.', LOOM);
    const outside = (page: string): number =>
      read(`So it was (Dyer 2005, p. ${page}).${own}`).locatorsOutside.length;
    assert.deepEqual([outside('82'), outside('8228'), outside('9228')], [0, 0, 1]);
  });

  it('an entry that columns put before the list', () => {
    const cited =
      'So it was (Weaver, 2003; Dyer, 2005; Carder, 2007; Roper, 2001), again (Weaver, 2003; Dyer, 2005; Carder, 2007).';
    const own = list(DYER, LOOM, 'Carder, C. (2007): Wool. Leiden: Burrow.');
    const stray = '\n\nMona D. Roper. 2001. Ropes: all of them. Leiden: Burrow.\n\nThe town paid.';
    assert.equal(danglingCitations(read(`${cited}${own}`)).length, 1);
    assert.deepEqual(danglingCitations(read(`${cited}${stray}${own}`)), []);
  });

  it('the foot of a page is no work, and not listed twice', () => {
    const foot = '23. Jahrgang 2012, Heft 1 of Town Studies, Ann Roper';
    const own = list(DYER, foot, LOOM, foot);
    assert.deepEqual(
      read(`So it was (Dyer 2005).${own}`).references.map(({ key }) => key),
      ['dyer2005', 'weaver2003'],
    );
    const head = 'Sailer, A. (2012): Ropes and Looms in Town. Leiden.';
    assert.equal(read(`So it was (Dyer 2005).${list(DYER, head, LOOM, head)}`).duplicateReferences.length, 1);
    assert.equal(
      read(`${head}\n\nSo it was (Dyer 2005).${list(DYER, head, LOOM, head)}`).duplicateReferences.length,
      0,
    );
  });
});

describe('found: entries that something calls, though no citation does', () => {
  const uncited = (text: string): string[] => {
    const facts = read(text);
    return facts.uncitedReferences.map((reference) => facts.references[reference]!.key);
  };

  it('a collection of which another entry is a part', () => {
    const part = (editors: string): string =>
      list(
        DYER,
        `Fuller, E. (2001). Ropes of the town. In ${editors} (eds), Wool and all. Leiden: Burrow. 4–9.`,
        LOOM,
        'Roper, D. & Sailer, F. (eds) (2001). Wool and all. Leiden: Burrow.',
      );
    const cited = 'So it was (Dyer 2005; Fuller 2001; Weaver 2003).';
    assert.deepEqual(uncited(`${cited}${part('Roper, D. & Sailer, F.')}`), []);
    assert.deepEqual(uncited(`${cited}${part('Carder, D. & Tar, F.')}`), ['roperSailer2001']);
  });

  it('years in a row, with pages and semicolons between them', () => {
    const own = list(
      DYER,
      'Weaver, A. (1970a): Looms. Leiden.',
      'Weaver, A. (1976): Wool of all. Leiden.',
      'Weaver, A. (1982): Sails of all. Leiden.',
    );
    assert.deepEqual(
      uncited(`So it was (Dyer 2005). See above all Weaver 1970a, S. 125-158; 1976; 1982.${own}`),
      [],
    );
    assert.equal(
      uncited(`So it was (Dyer 2005). See above all Weaver 1970a, S. 125-158; in 1976, 1982.${own}`).length,
      2,
    );
  });

  it('the rest of a title in the next line', () => {
    const own = (end: string): string =>
      `\n\nReferences\n\nDyer, B. (2005): Dyes. Leiden: Burrow.\nRoper, A. and Jolly, R. (1997): Ropes in the survey${end}\nWeavers, Dyers (1995) of the town. Leiden: Burrow.\nWeaver, A. (2003): Looms. Leiden: Burrow.\n`;
    const cited = 'So it was (Dyer 2005; Roper and Jolly 1997; Weaver 2003).';
    assert.deepEqual(uncited(`${cited}${own(' of the')}`), []);
    assert.equal(uncited(`${cited}${own('.')}`).length, 1);
  });

  it('what is named at the start of a parenthesis without a year', () => {
    const own = list(
      DYER,
      'BURROWISCHES GILDENAMT (2000a): Series of all the ropes and looms. Leiden.',
      'BURROWISCHES GILDENAMT (2001): Book of the year. Leiden.',
      LOOM,
    );
    const cited = 'So it was (Dyer 2005; BURROWISCHES GILDENAMT 2001; Weaver 2003).';
    assert.deepEqual(uncited(`${cited}${own}`), ['burrowischesGildenamt2000a']);
    assert.deepEqual(uncited(`${cited} And more (BURROWISCHES GILDENAMT: Series 1).${own}`), []);
  });

  it('but not a person whom a list parts from others by semicolons, nor one in a parenthesis of another work', () => {
    const own = list(
      'Dyer, B.; Roper, C. (2005): Dyes and ropes. Leiden: Burrow.',
      'Roper, C. (1998): Knots of the town. Leiden: Burrow.',
      'Roper, C. (2001): Quays of the sea. Leiden: Burrow.',
      LOOM,
    );
    const cited = 'So it was (Dyer and Roper 2005; Roper 2001; Weaver 2003).';
    assert.deepEqual(uncited(`${cited}${own}`), ['roper1998']);
    assert.deepEqual(uncited(`${cited} And more (Roper: Sheds of the quay).${own}`), ['roper1998']);
    assert.deepEqual(uncited(`${cited} And more (Roper: Knots of the town).${own}`), []);
  });

  it('a collection of which a part is cited, but no other part of it', () => {
    const own = list(
      'Dyer, B. (1994): Dyes of the town. In: Roper, C. (Hrsg.): Guilds and their books. Leiden: Burrow, S. 3-9.',
      'Roper, C. (1994): Ropes of the town. In: Roper, C. (Hrsg.): Guilds and their books. Leiden: Burrow, S. 10-19.',
      LOOM,
    );
    assert.deepEqual(uncited(`So it was (Dyer 1994; Weaver 2003).${own}`), ['roper1994']);
  });
});

describe('found: numbers of notes out of order', () => {
  const notes = (count: number): string =>
    `\n\nNotes\n\n${Array.from({ length: count }, (_, i) => `[${i + 1}] So it was in the rolls.`).join('\n')}\n`;
  const misordered = (text: string): string[] => {
    const facts = read(text);
    return facts.misorderedMarkers.map((marker) => facts.markers[marker]!.label);
  };

  it('are none where a range called them before', () => {
    assert.deepEqual(misordered(`One [1], two [2], six [6], seven [7], three [3], eight [8].${notes(8)}`), [
      '3',
    ]);
    assert.deepEqual(
      misordered(`One [1], two [2]–[5], six [6], seven [7], three [3], eight [8].${notes(8)}`),
      [],
    );
    assert.deepEqual(
      misordered(`One [1], two [2–5], six [6], seven [7], three [3], eight [8].${notes(8)}`),
      [],
    );
  });

  it('are none in a row of authors', () => {
    const raised = (at: string): string =>
      `${at}\n\nOne came<sup>1</sup>, two<sup>2</sup>, three<sup>3</sup>.\n\n## Notes\n\n1. Rolls.\n2. Rolls.\n3. Rolls.\n`;
    assert.deepEqual(
      misordered(raised('Ann Weaver<sup>3</sup>, Ben Dyer<sup>2,1</sup>, Carla Roper<sup>3</sup>')),
      [],
    );
  });
});
