import assert from 'node:assert/strict';
import { danglingCitations } from '../../../server/src/workspace/found-summary.ts';
import { read, told } from './reading.ts';

const list = (...entries: readonly string[]): string => `\n\nReferences\n\n${entries.join('\n')}\n`;
const LOOM = 'Weaver, A. (2003). Looms of the town. Leiden: Burrow.';
const WOOL = 'Carder, C. (2004). Wool of the town. Leiden: Burrow.';
const FELT = 'Fuller, D. (2005). Felt of the town. Leiden: Burrow.';
const CITED = 'So it was (Weaver, 2003; Carder, 2004; Fuller, 2005).';

const missing = (text: string): string[] =>
  danglingCitations(read(text)).map(({ names, year }) => `${names[0]!.family} ${year}`);
const uncited = (text: string): string[] => {
  const facts = read(text);
  return facts.uncitedReferences.map((reference) => facts.references[reference]!.key);
};

describe('found: entries that were read otherwise than they are', () => {
  it('the number of a series and a page are no years', () => {
    const text = `So it was (WEAVER, 2013), and so (DYER, 2003).\n\nReferências\n\nWEAVER, A. Looms of the north in towns. Leiden: Burrow,\n2013. (Texto para Discussão, n. 1846).\nDYER, B. Dyes of the south in towns. Leiden: Burrow, 2003.\n`;
    assert.deepEqual(told(read(text)), ['WEAVER, 2013 → weaver2013', 'DYER, 2003 → dyer2003']);
    assert.deepEqual(
      uncited(
        `${CITED}${list(WOOL, 'Dyer. The dyes of the northern town and of its people (p. 1439).', FELT, LOOM)}`,
      ),
      [],
    );
  });

  it('an entry without a year that begins with the cited name', () => {
    const entry = 'Burrow. Harbour Studio. 〈https://www.example.org/seat〉; viewed 07.10.14.';
    const text = `${CITED} The fans knew it (Burrow, 2014).`;
    assert.deepEqual(missing(`${text}${list(WOOL, entry, FELT, LOOM)}`), []);
    assert.deepEqual(missing(`${text}${list(WOOL, FELT, LOOM)}`), ['Burrow 2014']);
  });

  it('a year by itself below what an author says', () => {
    const other = 'Weaver, C. (2008). The end of looms. Leiden: Burrow.';
    const text = `${CITED} In praise of it Weaver, the editor of the rolls, writes:\n\nThis is a town where every loom is counted. ${'Out with the tales of the porters and the dyers. '.repeat(9)}The looms speak. (2008)\n\nNobody asked why.`;
    assert.deepEqual(uncited(`${text}${list(WOOL, FELT, LOOM, other)}`), []);
    assert.deepEqual(uncited(`${CITED}${list(WOOL, FELT, LOOM, other)}`), ['weaver2008']);
  });

  it('names in the wrong order', () => {
    const turned = 'Cheryl, Morris (2013). Looms of the north. Leiden: Burrow.';
    assert.deepEqual(
      uncited(`${CITED} They wove with the guild (Morris, 2013).${list(turned, WOOL, FELT, LOOM)}`),
      [],
    );
  });

  it('two letters of a name that begins alike are one fault', () => {
    const long = 'Manoharan, S. (2009). The tracking of looms. Leiden: Burrow.';
    const text = `${CITED} It is known where they are (see Manohan (2009) for an overview).${list(WOOL, FELT, LOOM, long)}`;
    assert.deepEqual(
      told(read(text)).filter((line) => line.startsWith('Manohan')),
      ['Manohan (2009) → ? near manoharan2009'],
    );
    assert.deepEqual(uncited(text), []);
  });

  it('the volume in which a paper stands is no entry', () => {
    const text = `So it was (DILLON, 2004; WEAVER, 2003).\n\nReferências\n\nDILLON, R. The framework: a new method for looms.\nIn: NATIONAL CONFERENCE ON LOOMS, 19., 2004, San Jose, CA.\nProceedings... San Jose, CA, 2004. p. 1-5.\nWEAVER, A. Looms of the north in towns. Leiden: Burrow, 2003.\n`;
    assert.equal(read(text).references.length, 2);
    assert.deepEqual(uncited(text), []);
  });

  it('the number of a periodical is no note', () => {
    const text = `They wove.¹ They paid.²\n\nNotes\n\n1. A. Weaver, *Looms*, Leiden 1990, p. 4.\n2. M. Dyer, *Antonio Pinto*, in «Museums of the Town», XIV, 1973 (n. 133), pp. 5-8.\n`;
    assert.deepEqual(read(text).shortTitles?.filter(({ status }) => status === 'unresolved') ?? [], []);
  });

  it('a body in capitals begins an entry, and a rule means it', () => {
    const law = 'GHENT. Rolls of the people of Ghent of 1988. Ghent, 1988.';
    const edict = '_____. Edict of the dyers nº 29, of 13 May. Alters the rolls. Ghent, 2016a.';
    const plan = '_____. Plan of the dyers until 2013.\nRio de Janeiro: GUILD, 2016b.';
    const more = '_____. Edict nº 30, of 2016. Alters the dyes. Ghent, 2016c.';
    const carder = 'CARDER, C. Wool of the town. Leiden: Burrow, 2004.';
    const text = 'So it was (CARDER, 2004; Ghent, 1988, 2016a, 2016b, 2016c).';
    const facts = read(`${text}${list(carder, law, edict, plan, more)}`);
    assert.deepEqual(
      told(facts).map((line) => line.replace(/^.* → /, '')),
      ['carder2004', 'ghent1988', 'ghent2016a', 'ghent2016b', 'ghent2016c'],
    );
  });

  it('a place and a year that end a caption', () => {
    const ghent = ['GHENT. Rolls of the town. Ghent, 2017.', 'GHENT. Edicts of the town. Ghent, 2017.'];
    const text = `${CITED}\n\nTable 1 – Looms of the town by kind. Ghent, 2017.\n\nSo it was.`;
    assert.equal(told(read(`${text}${list(WOOL, FELT, ...ghent, LOOM)}`)).length, 3);
  });

  it('works under a label, in a text that has its references under a heading', () => {
    const text = `## Looms\n\n${CITED}\n\n## Further reading\n\n**Primary sources**:\n- Dyer, B. (2001). Dyes. Leiden: Burrow.\n- Hosier, E. (2002). Hose. Leiden: Burrow.`;
    assert.deepEqual(uncited(`${text}\n\n## References\n\n${[LOOM, WOOL, FELT].join('\n\n')}\n`), []);
  });

  it('a heading in small capitals, of which the large initial was split off', () => {
    const text = 'The guilds wove [1], [2], and the town paid [3].';
    const entries = [LOOM, WOOL, FELT].map((entry, i) => `[${i + 1}] ${entry}`);
    assert.equal(read(`${text}\n\nR EFERENCES\n${entries.join('\n')}\n`).references.length, 3);
  });
});
