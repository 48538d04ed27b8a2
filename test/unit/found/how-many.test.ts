/** How far words reach back, and how much of a kind there must be: the last that counts, and the first that does not. */
import assert from 'node:assert/strict';
import { RunningHeads } from '../../../server/src/found/running-heads.ts';
import { read, told } from './reading.ts';

const LIST = `

References

- Weaver AB (2003) Looms of the valley. *Town Studies* 4(2): 101–140.
- Tanner D (1988) Hides. Leiden: Burrow.
`;

/** So many characters of prose, which name nobody. */
const prose = (length: number): string =>
  ' it was so and it was'
    .repeat(Math.ceil(length / 21))
    .slice(0, length - 1)
    .padEnd(length, 'x');

function upTo(most: number, holds: (length: number) => boolean): void {
  assert.deepEqual([holds(most), holds(most + 1)], [true, false]);
}

describe('found: how far back', () => {
  const means = (gap: (length: number) => string) => (length: number) =>
    told(read(`So it was (Weaver, 2003)${gap(length)}.${LIST}`)).includes('(ibid.: 105) → weaver2003');

  it('“ibid.” in parentheses goes: 3,000 characters', () =>
    upTo(
      3000,
      means((length) => `${prose(length - 1)} (ibid.: 105)`),
    ));

  it('a page alone goes: 1,500 characters', () => {
    const reads = (length: number): boolean =>
      told(read(`So it was (Weaver, 2003)${prose(length - 1)} (p. 105).${LIST}`)).includes(
        '(p. 105) → weaver2003',
      );
    upTo(1500, reads);
  });

  it('a parenthesis may be long: 1,200 characters', () => {
    const isWhole = (length: number): boolean => {
      const words = prose(length - '(see ; Weaver, 2003)'.length);
      const [citation] = read(`So it was (see ${words}; Weaver, 2003).${LIST}`).citations;
      return citation!.groupRange.to - citation!.groupRange.from === length;
    };
    upTo(1200, isWhole);
  });
});

describe('found: a line that stands in a text again and again', () => {
  const isHead = (line: string, times: number): boolean =>
    new RunningHeads(`${line}\nwords of the page\n`.repeat(times), [line]).has(line);

  it('is a running head from the third time on, of 12 to 120 characters', () => {
    const line = 'ANNALS OF WOOD';
    assert.deepEqual([isHead(line, 2), isHead(line, 3)], [false, true]);
    assert.deepEqual([isHead('ANNALS OF W', 3), isHead('ANNALS OF WO', 3)], [false, true]);
    assert.deepEqual([isHead('A'.repeat(120), 3), isHead('A'.repeat(121), 3)], [true, false]);
  });
});

describe('found: a list without any other sign than its numbers', () => {
  const keys = (count: number, label: (n: number) => string): number =>
    read(
      `The guilds wove [1].\n\nReferences\n\n${Array.from({ length: count }, (_, i) => `${label(i + 1)}Weaver A. Looms. Leiden: Burrow; ${2000 + i}.`).join('\n')}\n`,
    ).references.filter(({ label }) => label !== null).length;

  it('is numbered from two entries on, or six where the numbers are bare', () => {
    for (const label of [(n: number) => `${n}. `, (n: number) => `[${n}] `, (n: number) => `(${n}) `])
      assert.deepEqual([keys(1, label), keys(2, label)], [0, 2], label(1));
    assert.deepEqual([keys(5, (n) => `${n} `), keys(6, (n) => `${n} `)], [0, 6]);
  });
});

describe('found: names and numbers that are no citations', () => {
  it('books of the Bible, parts of works, and units', () => {
    const names =
      'Gen Genesis Ex Exodus Lev Leviticus Num Numbers Deut Josh Joshua Judg Ruth Sam Samuel Kings Chron Ezra Neh Esth Job Ps Psalm Psalms Prov Proverbs Eccl Isa Isaiah Jer Jeremiah Lam Ezek Dan Daniel Hos Joel Amos Obad Jonah Mic Nah Hab Zeph Hag Zech Mal Matt Matthew Mark Luke John Acts Rom Romans Cor Corinthians Gal Galatians Eph Phil Col Thess Tim Tit Philem Heb Hebrews Jas James Pet Peter Jude Rev Revelation Act Scene Canto Sonnet Stanza Route Room Apollo Line Lines Title Exhibit Plate Map Note Rule Sura Surah Quran'.split(
        ' ',
      );
    const list =
      '\n\nWorks cited\n\nDyer, Ben. *Dyes*. Burrow, 2005.\n\nWeaver, Ann. *Looms*. Burrow, 2003.\n';
    const cited = (name: string): string[] =>
      told(
        read(
          `The guilds wove (Weaver 14), the town paid (Dyer 9), and so it was (Weaver 15; Dyer 10) (${name} 16).${list}`,
        ),
      );
    assert.ok(cited('Hosier').some((line) => line.startsWith('Hosier')));
    const all = read(
      `The guilds wove (Weaver 14), the town paid (Dyer 9), and so (Weaver 15; Dyer 10). ${names.map((name) => `(${name} 16)`).join(', ')}.${list}`,
    );
    assert.deepEqual(
      told(all).filter((line) => !/^(?:Weaver|Dyer)/.test(line)),
      [],
    );
  });
});
