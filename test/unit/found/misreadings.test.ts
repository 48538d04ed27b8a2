import assert from 'node:assert/strict';
import { danglingCitations } from '../../../server/src/workspace/found-summary.ts';
import { foundPartly } from '../../../server/src/rules/found-partly.ts';
import { understandingOfReferences } from '../../../server/src/found/understanding.ts';
import { check } from '../../support/check.ts';
import { read, told } from './reading.ts';

const LIST = `

References

Weaver A (2003) Looms. Leiden: Burrow.

Dyer B (2005) Dyes. Leiden: Burrow.

Carder C (2007) Wool. Leiden: Burrow.
`;
const CITED = 'So it was (Weaver, 2003; Dyer, 2005; Carder, 2007). Weaver (2003) and Dyer (2005) say so.';

/** The citations that are told as missing. */
const missing = (text: string): string[] =>
  danglingCitations(read(text)).map(
    ({ names, year }) => `${names.map(({ family }) => family).join('+')} ${year}`,
  );

const families = (text: string): string[] =>
  read(text).references.map(({ names }) => names.map(({ family }) => family).join('+'));

describe('found: what a text is not to be blamed for', () => {
  it('a blank within a name that the list has without it, or the other way round', () => {
    const list = `\n\nReferences\n\nDeWeaver A (2003) Looms. Leiden: Burrow.\n\nVan Dyer B and Roper C (2005) Dyes. Leiden: Burrow.\n`;
    assert.deepEqual(told(read(`So (De Weaver, 2003). So (VanDyer and Roper, 2005).${list}`)), [
      'De Weaver, 2003 → deweaver2003',
      'VanDyer and Roper, 2005 → vanDyerRoper2005',
    ]);
    assert.equal(told(read(`So (VanDyer and Sailer, 2005).${list}`))[0], 'VanDyer and Sailer, 2005 → ?');
  });

  it('names joined by a stroke are no work by the last of them', () => {
    const [citation] = told(read(`So it was (Tanner/Dyer 2005).${LIST}`));
    assert.equal(citation, 'Tanner/Dyer 2005 → ?');
  });

  it('a name after an elided preposition', () => {
    assert.equal(told(read(`Dans le modèle d’Weaver (2003).${LIST}`))[0], 'Weaver (2003) → weaver2003');
    assert.equal(told(read(`Le lecteur de Dyer (2005), ou d’Weaver (2003).${LIST}`)).length, 2);
    // A place is no author.
    assert.deepEqual(missing(`${CITED} Ainsi la Constitution d’Islande (1998) le dit.${LIST}`), []);
  });

  it('a name in capitals that a line end parts', () =>
    assert.deepEqual(told(read(`So it was (WEA-\nVER, 2003, p. 3).${LIST}`)), [
      'WEA-VER, 2003, p. 3 → weaver2003',
    ]));

  it('entries that a note cites which cuts the list, at the foot of a page', () => {
    const entry = (name: string, given: string, year: number, title: string): string =>
      `${name}, ${given} (${year}), ${title} of the valley and the towns, Leiden.\n\n`;
    const above = entry('Archer', 'Ina', 1999, 'Bows') + entry('Dyer', 'Bo', 2005, 'Dyes');
    const below = entry('Sailer', 'Eve', 2002, 'Sails') + entry('Tanner', 'Flo', 2004, 'Hides');
    const note = '———\n 14 On this see Roper 2001; Sai-\n ler 2002.\n\n';
    const uncited = (between: string): string[] => {
      const facts = read(
        `So it was (Weaver 2003; Dyer 2005; Archer 1999). Weaver (2003) and Dyer (2005) say so too.\n\nReferences\n\n${above}${between}${below}${entry('Weaver', 'Ann', 2003, 'Looms')}`,
      );
      return facts.uncitedReferences.map((i) => facts.references[i]!.key);
    };
    assert.deepEqual(uncited(''), ['sailer2002', 'tanner2004']);
    assert.ok(!uncited(note).includes('sailer2002'));
  });

  it('interviews, cited by given names and one year', () => {
    const own = (names: readonly string[]): string =>
      names.map((name) => `“I wove” (${name} 2010, p. 3).`).join(' ');
    const known = Array.from({ length: 12 }, () => CITED).join('\n\n');
    assert.deepEqual(missing(`${known} ${own(['Anna', 'Marco', 'Tanja', 'Florian'])}${LIST}`), []);
    assert.deepEqual(missing(`${known} ${own(['Anna'])}${LIST}`), ['Anna 2010']);
  });

  it('a word of a table before a name that is missing elsewhere too', () => {
    const known = Array.from({ length: 12 }, () => CITED).join('\n\n');
    assert.deepEqual(
      missing(`${known} So (Roper, 1999). America,Panama Roper,1999, (Panama Roper, 1999).${LIST}`),
      ['Roper 1999'],
    );
  });

  it('a citation within a quotation that is followed by its own source', () => {
    const known = Array.from({ length: 6 }, () => CITED).join('\n\n');
    assert.deepEqual(missing(`${known} He says “it is so (Roper, 1998)” (Weaver, 2003, p. 38).${LIST}`), []);
    assert.deepEqual(missing(`${known} He says that it is so (Roper, 1998).${LIST}`), ['Roper 1998']);
    const quoted = `They weave as the rolls tell (Roper, 1998). They dye as they weave.`;
    assert.deepEqual(missing(`${known}\n\n${quoted}\n\nWeaver, 2003, p. 38\n\nSo he says.${LIST}`), []);
    assert.deepEqual(missing(`${known}\n\n${quoted}\n\nSo he says.${LIST}`), ['Roper 1998']);
  });

  it('a pair of names of which the first has a particle', () => {
    const list = `${LIST}\nSailer E and Roper D (2001) Ropes. Leiden: Burrow.\n`;
    const pair = (names: string): unknown[] => [
      ...read(
        `${CITED} So it was (Sailer and Roper, 2001). In this volume ${names} argue that it was so.${list}`,
      ).undatedNames,
    ];
    assert.equal(pair('Hoe and Sailer').length, 1);
    assert.equal(pair('De Hoe and Sailer').length, 0);
  });

  it('a running head that was made a heading, within a numbered list', () => {
    const entries = (from: number, to: number): string =>
      Array.from(
        { length: to - from + 1 },
        (_, i) => `[${from + i}] Weaver A. Looms ${from + i}. Leiden: Burrow, 2003.\n`,
      ).join('');
    const text = (head: string): string =>
      `So it was [1], [2], [7].\n\n# References\n\n${entries(1, 4)}\n# ${head}\n\nof the valley. 44: 6–26.\n${entries(5, 8)}\n# Abstract\n\nWords.\n`;
    assert.equal(read(text('Town Studies')).references.length, 8);
    assert.deepEqual(missing(text('Town Studies')), []);
  });

  it('bare numbers within the lines of a numbered list', () => {
    const entry = (n: number): string => `${n} Weaver A. Looms of the town. Town Stud., 2003, 4: 1${n}.`;
    const list = [1, 2, 3, 4, 5].map(entry).join('\n\n');
    const text = `So it was [1], [6], [7].\n\nReferences\n\n${list}\n\n6 Dyer B. Dyes of\n\nthe town. Town Stud., 2004, 5: 16. 7Carder C. Wool. Town Stud., 2005, 6: 17. 8 Roper D. Ropes. Town Stud., 2006, 7: 18.\n`;
    assert.deepEqual(
      read(text).references.map(({ names }) => names[0]?.family),
      ['Weaver', 'Weaver', 'Weaver', 'Weaver', 'Weaver', 'Dyer', 'Carder', 'Roper'],
    );
  });

  it('entries of a list that a conversion joined after their DOIs', () => {
    const joined =
      'Weaver,A.B.,& Dyer,C. (2003).Looms of the valley. Town Studies,4(2),101-140. https://doi.org/10.9999/town.2003.01 Roper,D.,Sailer,E.,& Tanner,F. (2005).Ropes. Town Studies,6(2),1-14. https://doi.org/10.9999/town.2005.02 Carder,G. (2007).Wool. Town Studies,8(2),11-24.';
    assert.deepEqual(
      families(`So (Carder, 2007).\n\nReferences\n\nArcher,H. (2001).Bows. Leiden: Burrow.\n\n${joined}\n`),
      ['Archer', 'Weaver+Dyer', 'Roper+Sailer+Tanner', 'Carder'],
    );
  });

  it('entries whose year was lost do not end the list', () => {
    const lost = (n: number): string =>
      `Wever,A..,yer,C.(l).Loomsofthevalleyandofthetownsbeyonditinthetimeoftheguildsandoftheirrolls,${'and of their ways '.repeat(18)}.Jofwnudi,${n}. doi: 10.9999/town.${n}\n`;
    const many = Array.from({ length: 6 }, (_, n) => lost(n)).join('\n');
    const facts = read(
      `${CITED}\n\nReferences\n\nDyer B (2005) Dyes. Leiden: Burrow.\n\n${many}\nWeaver A (2003) Looms. Leiden: Burrow.\n`,
    );
    assert.deepEqual(
      facts.references.map(({ key }) => key),
      ['dyer2005', 'weaver2003'],
    );
    assert.equal(facts.unreadReferences.length, 6);
  });

  it('a heading within a list ends an entry', () => {
    const { references } = read(
      `So it was (Weaver, 2003).\n\n## References\n\n### On looms\n\nWeaver, A. (2003). Looms. Leiden: Burrow\n### On dyes\nDyer, B. (2005). Dyes. Leiden: Burrow.\n`,
    );
    assert.equal(references.length, 2);
    const text = `So it was (Weaver, 2003).\n\n## References\n\n### On looms\n\nWeaver, A. (2003). Looms. Leiden: Burrow\n### On dyes\nDyer, B. (2005). Dyes. Leiden: Burrow.\n`;
    assert.equal(
      text.slice(references[0]!.range.from, references[0]!.range.to),
      'Weaver, A. (2003). Looms. Leiden: Burrow',
    );
  });

  it('of entries of which nobody can tell whether they are called, no number of those called is told', async () => {
    const entry = (n: number): string => `Weaver, A. (${1990 + n}). Looms ${n}. Leiden: Burrow.\n\n`;
    const other = (n: number): string =>
      `Guild of the valley and of the towns, rolls of ${1490 + n}, folio ${n}, with seals\n\n`;
    const list = Array.from({ length: 8 }, (_, n) => entry(n) + other(n)).join('');
    const text = `Works on looms.\n\n⟦found-partly|References⟧\n\n${list}`;
    await check(text, { only: [foundPartly.code] });
    const facts = read(text.replace(/⟦found-partly\||⟧/g, ''));
    assert.equal(understandingOfReferences(facts).called, null);
  });
});
