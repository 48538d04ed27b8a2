/** A year or a page without names, and names that are nearly those of a list. */
import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

const LIST = `

References

- Weaver AB (2003) Looms of the valley. *Town Studies* 4(2): 101–140.
- Weaver AB (2009) *A History of Felt*. Leiden: Burrow.
- Dyer C (1990) Dyes. Leiden: Burrow.
- Tanner D (1988) Hides. Leiden: Burrow.
`;

const cited = (text: string): string[] => told(read(text));

describe('found: whom a year or a page means', () => {
  it('whoever was named up to fourteen sentences before', () => {
    const after = (sentences: number): string[] =>
      cited(`Weaver wove. ${'It was so. '.repeat(sentences)}So it was (2003: 105).${LIST}`);
    assert.deepEqual(after(13), ['(2003: 105) → weaver2003']);
    assert.deepEqual(after(14), ['(2003: 105) → ? near weaver2003']);
  });

  it('a year alone only behind the name, or behind the title that the name has', () => {
    assert.deepEqual(cited(`Weaver had said this in *Looms* (2003).${LIST}`), ['(2003) → weaver2003']);
    assert.deepEqual(cited(`Weaver had said this in *It* (2003).${LIST}`), []);
    assert.deepEqual(cited(`Weaver had said this in Looms (2003).${LIST}`), []);
  });

  it('a page alone the one work of whoever was named since, and one of several is in doubt', () => {
    assert.deepEqual(cited(`It was so (Weaver, 2003). Dyer saw it otherwise (p. 5).${LIST}`), [
      'Weaver, 2003 → weaver2003',
      '(p. 5) → dyer1990',
    ]);
    assert.deepEqual(cited(`It was so (Dyer, 1990). Weaver saw it otherwise (p. 5).${LIST}`), [
      'Dyer, 1990 → dyer1990',
      '(p. 5) → weaver2003 | weaver2009 | dyer1990',
    ]);
  });

  it('the later work of the same author, behind a semicolon', () => {
    assert.deepEqual(cited(`Weaver (2003, on looms; 2009) wove.${LIST}`), [
      'Weaver (2003, on looms; 2009) → weaver2003',
      '(2003, on looms; 2009) → weaver2009',
    ]);
    const [first] = read(`Weaver (2003, on looms; 2009) wove.${LIST}`).citations;
    assert.equal(first!.suffix, 'on looms');
    assert.deepEqual(cited(`Weaver (2003: 5; Dyer 1990) wove.${LIST}`), [
      'Weaver (2003: 5; Dyer 1990) → weaver2003',
      'Dyer 1990 → dyer1990',
    ]);
  });

  it('the first edition beside the year', () => {
    for (const year of ['2003/1905', '2003 / 1905', '2003 /1905', '2003 (1905)', '2003 [1905]', '2003[1905]'])
      assert.deepEqual(
        cited(`So it was (Weaver ${year}: 5).${LIST}`).map((line) => line.split(' → ')[1]),
        ['weaver2003'],
        year,
      );
    for (const years of ['1805/1985', '1805 / 1985', '1805 /1985', '1805/ 1985', '1985 / 1805'])
      assert.deepEqual(
        cited(`So Weaver (${years}).\n\nReferences\n\nWeaver A (1985) Looms. Leiden: Burrow.\n`),
        [`Weaver (${years}) → weaver1985`],
      );
  });

  it('a German genitive, unless somebody is called so', () => {
    const said = (words: string, ...entries: string[]): string[] =>
      cited(
        `Nach der Meinung der Stadt und den ${words} (2003) war es so.\n\nLiteratur\n\n${entries.join('\n\n')}\n`,
      );
    const dyer = 'Dyer, Clara (2003): Farben. Gent: Mühle.';
    assert.deepEqual(said('Empfehlungen Dyers', dyer), ['(2003) → dyer2003']);
    assert.deepEqual(said('Empfehlungen Dyers', dyer, 'Dyers, Paul (2001): Wolle. Gent: Mühle.'), []);
    assert.deepEqual(said('Empfehlungen Dyers’', dyer), []);
    assert.deepEqual(said('Empfehlungen von Dyers et al.', dyer), [
      'Empfehlungen von Dyers et al. (2003) → ?',
    ]);
    assert.deepEqual(cited(`In the opinion of Dyers (2003) it was so.\n\nLiteratur\n\n${dyer}\n`), []);
  });

  it('a name is near another of five letters in one, of eight in two', () => {
    const near = (written: string, listed: string): boolean =>
      read(
        `So (${written}, 2003).\n\nReferences\n\n${listed} A (2003) Looms. Leiden: Burrow.\n\nTanner D (1988) Hides. Leiden: Burrow.\n`,
      ).citations[0]!.near.length > 0;
    assert.equal(near('Lamb', 'Lambe'), false);
    assert.equal(near('Lambe', 'Lamb'), false);
    assert.equal(near('Lambs', 'Lambe'), true);
    assert.equal(near('Weavor', 'Weaver'), true);
    assert.equal(near('Wiavor', 'Weaver'), false);
    assert.equal(near('Lindkvizt', 'Lindqvist'), true);
    assert.equal(near('Lindkvis', 'Lindqvist'), true);
    assert.equal(near('Lindkv', 'Lindqvist'), false);
  });

  it('a body by letters of its one word, if that has eight', () => {
    const means = (letters: string, name: string): string[] =>
      cited(
        `So (${letters}, 2010).\n\nReferences\n\n${name} (2010) Yearbook. Ghent: Mill.\n\nTanner D (1988) Hides. Leiden: Burrow.\n`,
      );
    assert.deepEqual(means('WBK', 'Weltbank'), ['WBK, 2010 → weltbank2010']);
    assert.deepEqual(means('SBK', 'Seebank'), []);
    assert.deepEqual(means('WB', 'Weltbank'), []);
  });

  it('a number in parentheses, but none of an equation', () => {
    const list =
      '\n\nReferences\n\n1. Weaver A. Looms. Leiden: Burrow; 2003.\n2. Dyer B. Dyes. Leiden: Burrow; 2005.\n3. Carder C. Wool. Leiden: Burrow; 2007.\n';
    assert.deepEqual(cited(`The guilds wove (1), the town paid(2), x = (3).${list}`), [
      '1 → weaver2003',
      '2 → dyer2005',
    ]);
  });
});
