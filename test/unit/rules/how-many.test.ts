/** How many of something a rule asks for before it speaks, and how many it names. */
import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

describe('a note that is called before a smaller number', () => {
  const text = (calls: readonly string[], notes: number) =>
    `${calls.map((call) => `They wove.${call}`).join(' ')}\n\nNOTES\n\n${Array.from({ length: notes }, (_, i) => `${i + 1}. Meyer, Dockers, p. ${i + 4}.`).join('\n')}\n`;

  it('is told where three are called, since two show no order', async () => {
    await check(text(['²', '¹'], 2), { only: ['note-order'] });
    await check(text(['¹', '⟦note-order|³⟧', '²'], 3), { only: ['note-order'] });
  });
});

describe('an alias that several actors have', () => {
  const register = (count: number) =>
    `//- sicetnon.yaml\nactors: [a.yaml]\n//- a.yaml\n${Array.from({ length: count }, (_, i) => `a${i}: {name: Guild ${'ABCDEFGHIJKL'[i]}, aliases: [⟦actor-duplicate-alias|the Guild⟧]}`).join('\n')}\n`;

  it('is told with up to eight of the others', async () => {
    for (const [count, others] of [
      [3, 2],
      [9, 8],
      [10, 8],
    ] as const) {
      const [finding] = await check(register(count), { only: ['actor-duplicate-alias'] });
      assert.equal(finding!.related.length, others);
    }
  });
});

describe('a quotation without its place', () => {
  const project = `//- sicetnon.yaml
bibliography: [refs.bib]
sources: {osei.md: osei2003}
//- refs.bib
@article{osei2003, author = {Osei, Kwame}, title = {Coats}, date = {2003}}
//- osei.md
[p. 11] The coats were counted on the hooks.

[p. 12] He had the list in his head, and nobody could burn it there.

[p. 13] So the hooks were kept.
//- notes.md
`;

  it('is told from five words on', async () => {
    const only = { only: ['quote-unlocated'] };
    await check(`${project}“had the list in” [@osei2003].\n`, only);
    await check(`${project}“had the list in his” [@⟦quote-unlocated|osei2003⟧].\n`, only);
  });
});

describe('a citation that may be of many works', () => {
  const list = (count: number) =>
    `So (⟦reference-ambiguous|Weaver, 2003⟧).\n\nReferences\n\n${Array.from({ length: count }, (_, i) => `- Weaver A (2003) ${'Looms Wool Felt Silk Dyes Hides Yarn Cloth Ropes Coats Ports Docks Ships Quays'.split(' ')[i]} of the north. Leiden: Burrow.`).join('\n')}\n`;

  it('is told with up to twelve of them', async () => {
    for (const [count, told, more] of [
      [2, 2, null],
      [12, 12, null],
      [13, 12, 'and 1 more'],
      [14, 12, 'and 2 more'],
    ] as const) {
      const [finding] = await check(list(count), { only: ['reference-ambiguous'] });
      assert.equal(finding!.related.length, told);
      assert.ok(finding!.message.includes(`any of ${count} works`));
      assert.equal(/and \d+ more/.exec(finding!.message)?.[0] ?? null, more);
    }
  });

  it('says how often it stands again', async () => {
    for (const [again, words] of [
      [0, null],
      [1, 'here and once more'],
      [2, 'here and 2 times more'],
    ] as const) {
      const [finding] = await check(
        list(2).replace('\n\nReferences', `${' So (Weaver, 2003).'.repeat(again)}\n\nReferences`),
        { only: ['reference-ambiguous'] },
      );
      assert.equal(/here and .* more/.exec(finding!.message)?.[0] ?? null, words);
    }
  });
});

describe('a claim that supports itself', () => {
  const circle = (count: number) =>
    `${Array.from({ length: count }, (_, i) => `⟦claim-circular|[It won]⟧{.claim #c${i} supports="#c${(i + 1) % count}"} [@meyer2011].`).join('\n\n')}\n`;

  it('by way of others names up to eight of them', async () => {
    for (const count of [2, 8, 9, 10]) {
      const found = await check(
        `//- works.bib\n@book{meyer2011, title = {Dockers}}\n//- notes.md\n${circle(count)}`,
        {
          only: ['claim-circular'],
        },
      );
      assert.equal(found[0]!.message.match(/“[^”]*”|#c\d/g)?.length, Math.min(count, 9), found[0]!.message);
    }
  });
});
