import { checkHover } from '../../support/features.ts';

const works = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `Meyer L (2009${String.fromCharCode(97 + i)}) Book ${i}. Hamburg: Harbour Press.\n`,
  ).join('');

describe('a hover of which the card is long', () => {
  for (const [count, said] of [
    [12, null],
    [13, 'One more may be meant'],
    [15, '3 more may be meant'],
  ] as const)
    it(`says how many of ${count} works it does not show`, () =>
      checkHover(
        `The owners gave way (Mey‸er, 2009).\n\nREFERENCES\n\n${works(count)}`,
        said === null
          ? { says: ['Book 11.'], not: ['may be meant'] }
          : { says: ['Book 11.', said], not: ['Book 12.'] },
      ));

  it('says how many kinds of relations it does not show', async () => {
    const kinds = Array.from({ length: 14 }, (_, i) => `kind-${'abcdefghijklmn'[i]}: [o]`).join(', ');
    await checkHover(
      `//- sicetnon.yaml\nactors: [actors.yaml]\n//- actors.yaml\no: {name: Other}\nu:\n  name: Union\n  relations: {${kinds}}\n//- notes.md\nOf [the un‸ion]{.actor ref="u"}.\n`,
      { says: ['kind l', ' and 2 more'], not: ['kind m'] },
    );
  });
});
