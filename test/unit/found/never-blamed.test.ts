/** What looks like a fault of a text, and is the form in which it was printed or converted. */
import assert from 'node:assert/strict';
import { danglingCitations } from '../../../server/src/workspace/found-summary.ts';
import { workspaceFrom } from '../../support/check.ts';
import { read, told } from './reading.ts';

const LIST = `

References

Carder, Cleo (2007): Wool. Altburg: Burrow.

Dyer, Ben (1990): Dyes of the northern towns. Altburg: Burrow.

Weaver, Anna (2003): Looms. Altburg: Burrow.
`;

const uncited = (text: string): string[] => {
  const facts = read(text);
  return facts.uncitedReferences.map((reference) => facts.references[reference]!.key);
};

const missing = (text: string): string[] =>
  danglingCitations(read(text)).map(({ names, year }) => `${names[0]!.family} ${year}`);

describe('found: what a text is not blamed for', () => {
  it('a short rule of two or three lines for the author of the entry above', () => {
    for (const rule of ['__', '___', '____'])
      assert.deepEqual(
        told(read(`So it was (Weaver 2013).${LIST}\n${rule}. 2013. Dyes of the town. Altburg: Burrow.\n`)),
        ['Weaver 2013 → weaver2013'],
        rule,
      );
  });

  it('an entry after an address that is broken over lines', () => {
    const list = `

References

Carder, Cleo. 2003. "Wool." Altburg: Burrow.
http://www.altburg.org/files/The%20Wool%2
0and%20the%20Cloth_0.pdf
Dyer, Ben, and Eva Fuller. 2009. "Dyes of the northern towns." Town Studies 6 (4): 848-873.
___. 2010. "Vats of the northern towns." Town Studies 7 (5): 82-87.
Weaver, Anna. 2003. Looms. Altburg: Burrow.
`;
    assert.deepEqual(told(read(`So it was (Dyer and Fuller 2009; Dyer and Fuller 2010).${list}`)), [
      'Dyer and Fuller 2009 → dyerFuller2009',
      'Dyer and Fuller 2010 → dyerFuller2010',
    ]);
  });

  it('an ampersand or a space that a conversion left as an entity', () => {
    const list = `

References

Carder, C. &amp; E. Fuller. 2007. Wool. Altburg, Burrow.

Dyer, B. &amp; Weaver, A. (2003). Looms. Altburg: Burrow.
`;
    assert.deepEqual(
      told(read(`So it was (Dyer &amp; Weaver,&nbsp;2003; Carder &amp; Fuller 2007).${list}`)),
      ['Dyer & Weaver, 2003 → dyerWeaver2003', 'Carder & Fuller 2007 → carderFuller2007'],
    );
  });

  it('works that only an appendix or notes after the list cite', () => {
    const cited = 'So it was (Weaver 2003; Carder 2007).';
    assert.deepEqual(uncited(`${cited}${LIST}`), ['dyer1990']);
    const below = (words: string): string[] => uncited(`${cited}${LIST}\n${words}\n`);
    assert.deepEqual(below('Vats, a table of all colours. Taken from: Dyer (1990).'), []);
    assert.deepEqual(below('o la que hace Dyer de sus tintes y de la lana (1990, p. 34).'), []);
    assert.deepEqual(below('Vats, a table of all colours. Taken from: Dyer (1991).'), ['dyer1990']);
  });

  it('a body that is cited by its first words', () => {
    const list = LIST.replace('Dyer, Ben (1990)', 'Vat Note Market Review (1990)');
    assert.deepEqual(uncited(`So (Weaver 2003; Carder 2007), from Vat Note (1990).${list}`), []);
    assert.equal(uncited(`So (Weaver 2003; Carder 2007).${list}`).length, 1);
  });

  it('a document that is cited by an acronym of its kind', () => {
    const list = LIST.replace(
      'Dyer, Ben',
      'Deferred Payment Agreement, Town v. Dyehouse, No. 4, Jan. 6, 1990.\n\nDyer, Ben',
    );
    const of = (name: string): string[] =>
      missing(`So (Weaver 2003; Carder 2007; Dyer 1990; ${name} 1990).${list}`);
    assert.deepEqual(of('Dyehouse DPA'), []);
    assert.deepEqual(of('DHK DPA'), []);
    assert.deepEqual(of('Tanner'), ['Tanner 1990']);
    assert.deepEqual(of('TANNER FILHO'), ['TANNER FILHO 1990']);
  });

  it('another year of one whose name is misspelt', () => {
    const list = LIST.replace('Dyer, Ben (1990)', 'Weaver, Anna (1990)');
    assert.deepEqual(uncited(`So it was (Carder 2007; Weever 2003; 1990).${list}`), []);
    assert.deepEqual(uncited(`So it was (Carder 2007; Weever 2003).${list}`), ['weaver1990']);
  });

  it('a row of years with pages and with the years of first editions', () => {
    const list = LIST.replace('Dyer, Ben (1990)', 'Weaver, Anna (1990)');
    assert.deepEqual(
      uncited(`So it was (Carder 2007); siehe dazu Weaver 2003, S. 125-158 (1967); 1990.${list}`),
      [],
    );
    assert.deepEqual(uncited(`So it was (Carder 2007); siehe dazu Weaver 2003, S. 125-158 (1967).${list}`), [
      'weaver1990',
    ]);
  });

  it('works for further reading, under a line after the list', () => {
    const further = `
 Publications on this subject

Adler, Eva (2001): Felt. Altburg: Burrow.

Brewer, Finn (2002): Malt. Altburg: Burrow.

Roper, Gil (2004): Ropes. Altburg: Burrow.
`;
    const more = ['Xaver', 'Yarrow', 'Zander'].map((name) => `${name}, Hal (1999): Wool. Altburg: Burrow.`);
    const first = `So it was (Weaver 2003; Carder 2007; Dyer 1990; Xaver 1999; Yarrow 1999; Zander 1999).${LIST}\n${more.join('\n\n')}\n`;
    assert.deepEqual(uncited(`${first}${further}`), []);
    assert.deepEqual(uncited(`${first}${further.replace(/ Publications.*\n/, '')}`), [
      'adler2001',
      'brewer2002',
      'roper2004',
    ]);
    // Where most are cited, the others are missing from the text.
    assert.deepEqual(uncited(`See Adler (2001) and Brewer (2002). ${first}${further}`), ['roper2004']);
  });

  it('works by one author, and by the same with others who are not named', () => {
    const list = LIST.replace('Dyer, Ben (1990)', 'Weaver, Anna et al. (2003)');
    assert.deepEqual(
      told(
        read(
          `So it was (Weaver 2003: 4; Weaver et al. 2003: 5). Weaver et al. (2003) and Weaver (2003).${list}`,
        ),
      ).map((line) => line.split(' → ')[1]),
      ['weaver2003b', 'weaver2003', 'weaver2003', 'weaver2003b'],
    );
  });

  it('an author of the name Page', () => {
    const list = LIST.replace('Dyer, Ben (1990)', 'Page, Ben (1990a)');
    assert.deepEqual(told(read(`So it was (Weaver 2003, Page 1990a; Carder 2007, Page 12).${list}`)), [
      'Weaver 2003 → weaver2003',
      'Page 1990a → page1990a',
      'Carder 2007, Page 12 → carder2007',
    ]);
  });

  it('the running head of a page between names and year', () => {
    const list = LIST.replace('Carder, Cleo (2007)', 'Adler, Eva & Carder, Cleo (1995)');
    const across = (head: string): string[] =>
      missing(
        `So it was (Weaver 2003; Adler & Carder 1995; Dyer 1990). And so on (Adler & Carder,${head} 1995), they said.${list}`,
      );
    assert.deepEqual(across(' 1995;'), []);
    assert.deepEqual(across(' Roper, and Dyer'), ['Adler 1995']);
    assert.deepEqual(across('\n\n218\n\nRoper, and Dyer\n\n'), []);
    assert.deepEqual(across('\n\fRoper, and Dyer\n'), []);
  });

  it('a place of publication before the year, after a title', () => {
    const cited = 'So it was (Weaver 2003; Carder 2007; Dyer 1990).';
    assert.deepEqual(missing(`${cited} Their manual of looms (Roper, 2021) says so.${LIST}`), ['Roper 2021']);
    assert.deepEqual(missing(`${cited} Their manual of looms (Altburg, 2021) says so.${LIST}`), []);
  });

  it('a range of raised numbers of which each sign has its own tags', () => {
    const list = [1, 2, 3, 4].map((n) => `${n}. Weaver A. Looms ${n}. Altburg: Burrow; 200${n}.`).join('\n');
    assert.deepEqual(
      uncited(
        `So it was.<sup>1</sup><sup>-</sup><sup>3</sup> And so.<sup>4</sup>\n\nReferences\n\n${list}\n`,
      ),
      [],
    );
    const apart = read(
      `So it was.<sup>1</sup><sup>)-(</sup><sup>3</sup> And so.<sup>2</sup><sup>),(</sup><sup>4</sup>\n\nReferences\n\n${list}\n`,
    );
    assert.deepEqual(
      apart.citations.map(({ number }) => number),
      ['1', '2', '3', '2', '4'],
    );
  });

  it('the numbers of equations, of which most are larger than those of the list', () => {
    const list = [1, 2, 3].map((n) => `[${n}] A. Weaver. Looms ${n}. Burrow, 200${n}.`).join('\n');
    const of = (...numbers: number[]): number =>
      read(
        `${numbers.map((n) => `It follows from (${n}) that so it is.`).join(' ')}\n\nReferences\n\n${list}\n`,
      ).citations.length;
    assert.equal(of(1, 2, 3), 3);
    assert.equal(of(1, 2, 3, 4), 4);
    assert.equal(of(1, 2, 3, 4, 7, 8), 0);
  });

  it('laws with their years', () => {
    const cited = 'So it was (Weaver 2003; Carder 2007; Dyer 1990).';
    const law = (name: string): string[] => missing(`${cited} So the law has it (${name} 1972).${LIST}`);
    assert.deepEqual(law('Roper'), ['Roper 1972']);
    assert.deepEqual(law('WebVerfG'), []);
    assert.deepEqual(law('Décret Roper'), []);
  });

  it('entries that follow one another with initials, a comma and the year', () => {
    const list = `

Literatur

Carder, C. / Roper, D. (Hg.), 2007: Wool and ropes of
the towns, Altburg
Dyer, B., 1990: Dyes of the northern
towns, Altburg
Weaver, A., 2003: Looms, in: Roper, D. (Hg.):
Guilds, Altburg, S. 53-70
`;
    assert.deepEqual(
      read(`So it was (Weaver 2003).${list}`).references.map(({ key }) => key),
      ['carderRoper2007', 'dyer1990', 'weaver2003'],
    );
  });

  it('a note that begins at the end of a line of the text', async () => {
    const text = `${[...'¹²³⁴⁵'].map((n) => `The guilds wove in the towns.${n}`).join(' ')}

Notes

1. See Weaver.
2. See Dyer.
4. See Roper.
5. See Carder.
`;
    const codes = async (text: string): Promise<string[]> => {
      const service = await workspaceFrom({ 'sicetnon.yaml': 'include: ["**/*.txt"]\n', 'port.txt': text });
      return service.check('port.txt').findings.map(({ code }) => code);
    };
    assert.deepEqual(await codes(text), ['note-undefined']);
    assert.deepEqual(
      await codes(text.replace('See Dyer.\n', 'See Dyer, who says in his An3 See Adler.\n')),
      [],
    );
  });
});
