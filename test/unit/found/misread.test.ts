import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

const uncited = (text: string): string[] => {
  const facts = read(text);
  return facts.uncitedReferences.map((reference) => facts.references[reference]!.key);
};

const standing = (text: string): string[] =>
  read(text)
    .citations.filter(({ standsInList }) => standsInList)
    .map(({ text: words }) => words);

describe('found: what was misread rather than forgotten', () => {
  it('a citation whose name and year stand in what was not read as an entry', () => {
    const text = `So it was (Weaver, 2003; Dyer, 2005; Carder, 2007).

References

Weaver A (2003) Looms. Leiden: Burrow.

All about dyes as the late Dyer saw them, printed 2005 at Leiden by Burrow and sons.
`;
    assert.deepEqual(standing(text), ['Dyer, 2005']);
    assert.deepEqual(told(read(text)).slice(2), ['Carder, 2007 → ?']);
  });

  it('an entry that the text names with its year, or by its title', () => {
    const list = `

References

Weaver A (2003) Looms. Leiden: Burrow.

Dyer B (2005) Dyes of the northern towns. Leiden: Burrow.
`;
    assert.deepEqual(uncited(`So it was (Weaver, 2003).${list}`), ['dyer2005']);
    assert.deepEqual(
      uncited(`So it was (Weaver, 2003). Dyer, in his book of the year 2005, agrees.${list}`),
      [],
    );
    assert.deepEqual(uncited(`So it was (Weaver, 2003), as Dyes of the Northern Towns shows.${list}`), []);
  });

  it('a heading in a table of contents opens no list', () => {
    const text = `Inhalt

1 Einleitung
Literatur

1 Einleitung

Parteien verlieren (Brandau 2001: 12), wie schon Kestner (1999) sah.

Literatur

Brandau, Ilse (2001): Wähler und Wanderer. Köln: Tannenverlag. S. 3-40
Kestner, Udo (1999): Das Ende der Bindung. Bonn: Uferpresse
`;
    assert.deepEqual(told(read(text)), ['Brandau 2001: 12 → brandau2001', 'Kestner (1999) → kestner1999']);
  });

  it('notes cite what a bibliography beside them lists', () => {
    const facts = read(`The dockers won.¹ The owners paid.² Nobody wept.³

NOTES

1. Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), 4.
2. Carl Adler, Owners (Bremen: Weser, 2014), 8.
3. Bernd Sorg, Ships: An Archaeology of the Bay (Hamburg: Harbour, 2005 [1966]), 333.

Bibliography

Adler, Carl. Owners. Bremen: Weser, 2014.

Meyer, Lena. Dockers of the Delta: Ten Years of Work on the Quays of the North. Hamburg:

Harbour Press, 2009.

Sorg, Bernd. Ships: An Archaeology of the Bay and of its Quays, Cranes and Ropes. Hamburg:

Harbour, 2005 [1966].
`);
    assert.equal(facts.references.length, 3);
    assert.deepEqual(facts.uncitedReferences, []);
  });

  it('a name that differs in a letter is told as near, and its entry is not uncited', () => {
    const facts = read(`So it was (Weaver, 2003), said Fulmer (2005).

References

Weaver A (2003) Looms. Leiden: Burrow.

Fuller B (2005) Dyes. Leiden: Burrow.
`);
    assert.deepEqual(facts.uncitedReferences, []);
  });

  it('a year that stands in the nearest entry, which swallowed the one below', () => {
    const facts = read(`So it was (Weaver, 2003; Weaver, 2006; Weaver, 2009).

References

Weaver, Anna, 2003: Looms. Leiden: Burrow.
, 2006: Shuttles of the North. Leiden: Burrow.
Zeller, Carl, 2001: Wool. Leiden: Burrow.
`);
    assert.deepEqual(
      facts.citations
        .filter(({ status, standsInList }) => status === 'unresolved' && !standsInList)
        .map(({ text }) => text),
      ['Weaver, 2009'],
    );
  });

  it('a name before a year in the list that no entry was read to have', () => {
    const text = `So it was (Weaver, 2003; Yarrow, 2008; Carder, 2008).

References

Weaver, Anna. 2003. Looms. Leiden: Burrow.

12 All about looms, by many hands
Yarrow, Udo. 2008. Reeds. Leiden.
`;
    assert.ok(!told(read(text)).includes('Yarrow, 2008 → ?') || standing(text).includes('Yarrow, 2008'));
    assert.ok(!standing(text).includes('Carder, 2008'));
  });

  it('a year of the author of whose friend the text speaks', () => {
    const list = `

References

Weaver A (1986) Letters. Leiden: Burrow.
Dyer B (2005) Dyes. Leiden: Burrow.
`;
    assert.deepEqual(
      standing(`So Dyer (2005) said, and so Weaver of his friend Demetros (1986, p. 3).${list}`),
      ['Demetros (1986, p. 3)'],
    );
    assert.deepEqual(
      standing(`So said Dyer (2005) and Weaver. So said Demetros (1986, p. 3) too.${list}`),
      [],
    );
  });

  it('an entry by its second author, and by a word of names without their comma', () => {
    const list = `

References

Weaver A (2003) Looms. Leiden: Burrow.

Hickory Mary J. and Bronwen Walters (2005): Dyes of the northern towns. Leiden: Burrow.
`;
    assert.deepEqual(uncited(`So it was (Weaver, 2003). Mary Hickory said so in 2005.${list}`), []);
    assert.deepEqual(uncited(`So it was (Weaver, 2003), see Walters, and also her book of 2005.${list}`), []);
    assert.equal(uncited(`So it was (Weaver, 2003), as in 2005.${list}`).length, 1);
  });

  it('a body by an acronym near its year', () => {
    const list = `

References

Weaver A (2003) Looms. Leiden: Burrow.

Institute of Northern Estates, Parishes and Looms. (2005). Dyes of the northern towns. Leiden: Burrow.
`;
    assert.deepEqual(uncited(`So it was (Weaver, 2003); the tables of Inep for 2005 agree.${list}`), []);
    assert.equal(uncited(`So it was (Weaver, 2003); the tables of Onep for 2005 agree.${list}`).length, 1);
  });

  it('a running head that was read into an entry', () => {
    const head = 'BURROW PAPERS ON WEAVING';
    const list = (line: string): string => `${line}

So it was (Weaver, 2003).

${line}

And so on (Dyer, 2001).

References

Weaver, Anna (2003): Looms. Leiden: Burrow.

${line}
Anatol Rapp (2005): Reeds. Leiden: Burrow.
Dyer, Bert (2001): Dyes. Leiden: Burrow.
`;
    assert.deepEqual(uncited(list(head)), []);
  });

  it('numbers of the list that read as something else', () => {
    const list = `

References

[1] A. Weaver, Looms, Leiden: Burrow, 2003.
[2] B. Dyer, Dyes, Leiden: Burrow, 2005.
[3] C. Carder, Wool, Leiden: Burrow, 2007.
[4] D. Spinner, Yarn, Leiden: Burrow, 2008.
`;
    const keys = (text: string): string[] => uncited(`The guilds [1] wove [2], others ${text}.${list}`);
    assert.deepEqual(keys('used W++[3] of the north\n[4]\nand so on'), []);
    assert.deepEqual(keys('used W of the north [3]'), ['dSpinnerBurrow2008']);
  });

  it('a part of a body that was read as a title, in two works', () => {
    const facts = read(`So it was (Norland, 2012).

References

Norland. Ministry of Looms. On dyes in small towns. Leiden: Burrow, 2012.

Norland. Ministry of Looms. Care of the northern wool. Leiden: Burrow, 2012.
`);
    assert.deepEqual(facts.duplicateReferences, []);
  });

  it('a citation of what stands under another heading below the list', () => {
    const text = `So it was (WEAVER, 2003; DYER, 2018; GUILD OF THE NORTHERN DYERS, 2014; Carder, 2018).

References

WEAVER, Anna. Looms. Leiden: Burrow, 2003.

SPINNER, Bea. Yarn. Leiden: Burrow, 2001.

Sites:

DYER, Bert. Dyes today. Article in the blog of the author on 9 August 2018.

GUILD OF THE NORTHERN DYERS. Rolls and rights, volume 2, December 2014.
`;
    const facts = read(text);
    assert.deepEqual(
      facts.citations
        .filter(({ status, standsInList }) => status === 'unresolved' && !standsInList)
        .map(({ text: words }) => words),
      ['Carder, 2018'],
    );
  });

  it('a single dash for the names above, before a year', () => {
    const text = `So it was (Weaver 2003; Weaver 2006; Dyer 2001; Dyer 2009, p. 5).

References

Dyer, Bert (2001). Dyes of the North. Leiden: Burrow.
- (2009). “Reeds”. In: Town Studies 4, pp. 3–9.
Weaver, Anna, 2003: Looms. Leiden: Burrow.
-, 2006: Shuttles of the North. Leiden: Burrow.
`;
    assert.deepEqual(told(read(text)), [
      'Weaver 2003 → weaver2003',
      'Weaver 2006 → weaver2006',
      'Dyer 2001 → dyer2001',
      'Dyer 2009, p. 5 → dyer2009',
    ]);
  });

  it('an entry with another year, by its second author and a year that stands in it', () => {
    const facts = read(`So it was (Weaver, 2003), as in the volume of them all (and Dyer, 2018).

References

Weaver A (2003) Looms. Leiden: Burrow.

Spinner C and Dyer B (2016) Dyes of the northern towns. In: Rolls of 2018. Leiden: Burrow.
`);
    assert.deepEqual(facts.uncitedReferences, []);
  });
});
