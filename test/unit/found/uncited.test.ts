/** Entries that nothing cites, and what speaks against saying so. */
import assert from 'node:assert/strict';
import { read } from './reading.ts';

const uncited = (text: string): string[] => {
  const facts = read(text);
  return facts.uncitedReferences.map((reference) => facts.references[reference]!.key);
};

const LETTERS = [...'abcdefghijklmnop'];

describe('found: entries that nothing cites', () => {
  const LIST = `

References

Weaver A (2003) Looms. Leiden: Burrow.

Dyer B (1990) Dyes of the northern towns. Leiden: Burrow.
`;

  it('are told, but not where prose names the author, with the year of another edition or without', () => {
    assert.deepEqual(uncited(`So it was (Weaver, 2003). It was he who said so.${LIST}`), ['dyer1990']);
    assert.deepEqual(uncited(`So it was (Weaver, 2003). It was Dyer who said so.${LIST}`), []);
    for (const word of ['in', 'em', 'en', 'im', 'of', 'de'])
      assert.deepEqual(
        uncited(`So it was (Weaver, 2003). It was Dyer ${word} 1984 who said so.${LIST}`),
        [],
        word,
      );
  });

  it('of bodies are told by names of several parts, but not with an initial, or where another entry has the name', () => {
    const of = (body: string, before = '', cited = ''): string[] =>
      uncited(
        `So it was (Weaver, 2003${cited}).\n\nReferences\n\nWeaver A (2003) Looms. Leiden: Burrow.\n\n${before}${body} (1985) Looms of the world. Paris: Town Press.\n`,
      );
    assert.deepEqual(of('UNESCO'), ['unesco1985']);
    assert.deepEqual(of('Ministry of Wool, Department 3'), ['ministryWoolDepartment1985']);
    assert.deepEqual(of('A. Guild & Sons Ltd'), []);
    const dyer = (name: string) => `Dyer B (1990) Wool: a study for ${name}. Leiden: Burrow.\n\n`;
    assert.deepEqual(of('UNESCO', dyer('UNESCO'), '; Dyer 1990'), []);
    assert.deepEqual(of('Guild of Weavers', dyer('the Guild of Weavers'), '; Dyer 1990'), [
      'guildWeavers1985',
    ]);
  });

  it('without a title are not told, since they were not read whole', () => {
    const list = `

References

Weaver A (2003) Looms. Leiden: Burrow.

Dyer, Benjamin (1990).
`;
    assert.deepEqual(uncited(`So it was (Weaver, 2003). It was he who said so.${list}`), []);
  });

  it('are not told where a page breaks off between the name and the year', () => {
    assert.deepEqual(uncited(`So it was (Weaver, 2003). And so on (Dyer\n\n12 A note.\n\n1990).${LIST}`), []);
    assert.deepEqual(uncited(`So it was (Weaver, 2003). And so on (Dyer\n\fand on).${LIST}`), []);
  });

  it('are not told where three in no order follow the last that is cited: that is no list', () => {
    const behind = (...names: string[]): string[] =>
      uncited(
        `So it was (Weaver, 2003).\n\nReferences\n\nWeaver, A (2003) Looms. Leiden: Burrow.\n\n${names.map((name) => `${name}, A. (1990). Wool of ${name}. Leiden: Burrow.`).join('\n\n')}\n`,
      );
    assert.deepEqual(behind('Zander', 'Yarrow'), ['zander1990', 'yarrow1990']);
    assert.deepEqual(behind('Zander', 'Yarrow', 'Xavier'), []);
    assert.deepEqual(behind('Xavier', 'Yarrow', 'Zander'), ['xavier1990', 'yarrow1990', 'zander1990']);
  });

  it('are not told where nine of ten years stand in brackets and theirs does not: it was not made out', () => {
    const of = (bracketed: number, plain: number): string[] => {
      const names = LETTERS.slice(0, bracketed + plain).map((letter) => `Carder${letter}`);
      const cited = names.map((name) => `(${name}, 1990)`).join(', ');
      const list = names.map(
        (name, i) => `${name}, A. ${i < plain ? '1990' : '(1990)'}. Wool. Leiden: Burrow.`,
      );
      return uncited(
        `So ${cited}.\n\nReferences\n\nBrewer, B. 1991. Malt. Leiden: Burrow.\n\n${list.join('\n\n')}\n`,
      );
    };
    // With Brewer’s these are nine, and ten.
    assert.deepEqual(of(8, 0), ['brewer1991']);
    assert.deepEqual(of(9, 0), []);
    // Nine of eleven are four fifths, eight of eleven are less.
    assert.deepEqual(of(9, 1), []);
    assert.deepEqual(of(8, 2), ['brewer1991']);
  });

  it('are not told where the text has their title before their year, in Chinese', () => {
    const list = `

参考文献

王海. 织机. 北京: 布社, 2003.

李织. 中国植物志. 北京: 布社, 1990.
`;
    assert.deepEqual(uncited(`如此（王海，2003）。${list}`), ['李织1990']);
    assert.deepEqual(uncited(`如此（中国植物志，1990；王海，2003）。${list}`), []);
  });
});
