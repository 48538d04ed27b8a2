import assert from 'node:assert/strict';
import { check } from '../../../support/check.ts';
import { checkGesture, choicesIn, outcomeOf } from '../../../support/check-gesture.ts';
import type { Gesture } from '../../../../server/src/protocol/gestures.ts';
import { refusal } from './project.ts';

describe('Saying what claims are to each other', () => {
  const relate = (claim: string, relation: 'contradicts' | 'supports' = 'contradicts'): Gesture => ({
    kind: 'relate',
    relation,
    claim,
  });

  it('adds an attribute, or to the one that is there', async () => {
    await checkGesture(
      '[A lo‸om]{.claim #a}. [B]{.claim #b}.\n',
      relate('main.md#b'),
      '[A loom]{.claim #a contradicts="#b"}. [B]{.claim #b}.\n',
    );
    await checkGesture(
      '[A lo‸om]{.claim #a contradicts="#c"}. [B]{.claim #b}. [C]{.claim #c}.\n',
      relate('main.md#b'),
      '[A loom]{.claim #a contradicts="#c #b"}. [B]{.claim #b}. [C]{.claim #c}.\n',
    );
    await checkGesture(
      '[A lo‸om]{.claim #a contradicts=#c}. [B]{.claim #b}. [C]{.claim #c}.\n',
      relate('main.md#b'),
      '[A loom]{.claim #a contradicts="#c #b"}. [B]{.claim #b}. [C]{.claim #c}.\n',
    );
    await checkGesture(
      '::: {.claim #a}\nA lo‸om.\n:::\n\n[B]{.claim #b}.\n',
      relate('main.md#b', 'supports'),
      '::: {.claim #a supports="#b"}\nA loom.\n:::\n\n[B]{.claim #b}.\n',
    );
  });
  it('leaves the cursor, and puts it behind the claim where words are selected that the next letter would replace', async () => {
    for (const [selected, at] of [
      ['[A loom]{.claim #⟦selection|a⟧}', '[A loom]{.claim #a contradicts="#b"}‸'],
      ['[A loom]{.claim #a‸}', '[A loom]{.claim #a contradicts="#b"}'],
    ] as const)
      await checkGesture(`${selected}. [B]{.claim #b}.\n`, relate('main.md#b'), `${at}. [B]{.claim #b}.\n`);
    const state: Gesture = { kind: 'state', by: '@roux1950' };
    await checkGesture('[A loom]{.claim #⟦selection|a⟧}.\n', state, '[A loom]{.claim #a by="@roux1950"}‸.\n');
  });
  it('names a claim of this text that had no name', () =>
    checkGesture(
      '[B looms]{.claim}. [A lo‸om]{.claim #a}.\n',
      relate('main.md#@0'),
      '[B looms]{.claim #b-looms}. [A loom]{.claim #a contradicts="#b-looms"}.\n',
    ));
  it('writes the shortest address that leads there', async () => {
    await checkGesture(
      '//- notes/b.md\n[B]{.claim #b}.\n//- main.md\n[A lo‸om]{.claim #a}.\n',
      relate('notes/b.md#b'),
      '[A loom]{.claim #a contradicts="b"}.\n',
    );
    await checkGesture(
      '//- notes/b.md\n[B]{.claim #b}.\n//- c.md\n[B]{.claim #b}.\n//- main.md\n[A lo‸om]{.claim #a}.\n',
      relate('notes/b.md#b'),
      '[A loom]{.claim #a contradicts="notes/b.md#b"}.\n',
    );
  });
  it('refuses what would say nothing', async () => {
    const two = '[A lo‸om]{.claim #a contradicts="#b"}. [B]{.claim #b}.\n';
    assert.match(await refusal(two, relate('main.md#b')), /already/);
    assert.match(await refusal(two, relate('main.md#a')), /of itself/);
    assert.match(await refusal(two, relate('main.md#zz')), /not there any more/);
    assert.match(await refusal('A‸.\n\n[B]{.claim #b}.\n', relate('main.md#b')), /cursor into the claim/);
  });
  it('lets one choose by the words of the other claim, those of this text first', async () => {
    const files =
      '//- b.md\n[The fines rose]{.claim #rose}. [Nameless]{.claim}.\n//- main.md\n[A lo‸om]{.claim #a}. [Fines fell]{.claim #fell}. [More]{.claim}.\n';
    const values = async (filter: string) =>
      (await choicesIn(files, 'claim', filter)).items.map(({ value }) => value);
    assert.deepEqual(await values('fine'), ['main.md#fell', 'b.md#rose']);
    assert.equal((await values('')).length, 3);
  });
});

describe('Settling by a gesture', () => {
  it('writes the deciding claim behind the block at the cursor', async () => {
    const fixture = '[A lo‸om]{.claim #a contradicts="#b"}.\n\n[B]{.claim #b}.\n';
    const { items } = await choicesIn(fixture, 'conflict');
    assert.equal(items.length, 1);
    await checkGesture(
      fixture,
      { kind: 'settle', conflict: items[0]!.value },
      '[A loom]{.claim #a contradicts="#b"}.\n\n[⟦|Which of the two holds, and why⟧]{.claim #a-or-b resolves="#a #b" status="open"}.\n\n[B]{.claim #b}.\n',
    );
  });
  const sides = '[A lo‸om]{.claim #a contradicts="#b"}.\n\n[B]{.claim #b}.\n';
  const decided = (upheld: string, reason: string): Gesture => ({
    kind: 'settle',
    conflict: 'main.md#a\nmain.md#b',
    upheld,
    reason,
  });
  it('writes what was decided, and the conflict is settled', async () => {
    const text = await checkGesture(
      sides,
      decided('main.md#b', ' The books have it. '),
      '[A loom]{.claim #a contradicts="#b"}.\n\n[The books have it]{.claim #a-or-b resolves="#a #b" prefers="#b"}‸.\n\n[B]{.claim #b}.\n',
    );
    await check(text, { only: ['claim-self-contradiction'] });
    await checkGesture(
      sides,
      decided('', 'Each means another loom'),
      '[A loom]{.claim #a contradicts="#b"}.\n\n[Each means another loom]{.claim #a-or-b resolves="#a #b"}‸.\n\n[B]{.claim #b}.\n',
    );
  });
  it('takes the reason as it is typed, be it a citation or a brace', async () => {
    const words = async (reason: string) => {
      const outcome = await outcomeOf(sides, decided('', reason));
      assert.ok(outcome.status === 'done');
      return /\[(.*)\]\{\.claim #a-or-b/.exec(outcome.edits.at(-1)!.insert)![1];
    };
    assert.equal(await words('So the *books* [@maes1931, p. 3]'), 'So the *books* [@maes1931, p. 3]');
    assert.equal(await words('a ]{.claim} b'), 'a \\]\\{.claim\\} b');
    assert.equal(await words('half [of it'), 'half \\[of it');
    assert.equal(await words('a `tick'), 'a `tick');
  });
  it('words the verdict that was begun, and closes it', () =>
    checkGesture(
      '[A lo‸om]{.claim #a contradicts="#b"}. [B]{.claim #b}.\n\n[Which of the two holds, and why]{.claim #v status="open" resolves="b #a"}.\n',
      decided('main.md#a', 'The books'),
      '[A loom]{.claim #a contradicts="#b"}. [B]{.claim #b}.\n\n[The books]{.claim #v status="accepted" resolves="b #a" prefers="#a"}‸.\n',
    ));
  it('wants a reason in words', async () => {
    for (const reason of ['', ' ', '…', '[?]', '[@maes1931]'])
      assert.match(await refusal(sides, decided('', reason)), /reason in words/, reason);
  });
  it('offers the two sides with who holds them, and what was written already', async () => {
    const { items } = await choicesIn(
      '[A lo‸om]{.claim #a contradicts="#b"}. [B]{.claim #b by="@maes1931"}.\n\n[The books]{.claim #v status="open" resolves="#b #a"}.\n',
      'conflict',
    );
    assert.deepEqual(
      items.map(({ sides: two, reason }) => [two, reason]),
      [
        [
          [
            { value: 'main.md#a', label: '“A loom”', description: 'the writer' },
            { value: 'main.md#b', label: '“B”', description: 'maes1931' },
          ],
          'The books',
        ],
      ],
    );
  });
  it('reaches conflicts of other texts from where one writes', async () => {
    const fixture =
      '//- a.md\n[A]{.claim #a contradicts="b.md#b"}.\n//- b.md\n[B]{.claim #b}.\n//- main.md\nMy‸ view.\n';
    const { items } = await choicesIn(fixture, 'conflict', 'b.md');
    assert.deepEqual(
      items.map(({ label, heading }) => [label, heading]),
      [['“A”', 'Standing elsewhere']],
    );
    await checkGesture(
      fixture,
      { kind: 'settle', conflict: items[0]!.value },
      'My view.\n\n[⟦|Which of the two holds, and why⟧]{.claim #a-or-b resolves="a b" status="open"}.\n',
    );
  });
  it('says so when nothing is to be settled', async () => {
    assert.match(
      (await choicesIn('[A lo‸om]{.claim #a}.\n', 'conflict')).refusal ?? '',
      /^No conflict stands/,
    );
    assert.match(
      await refusal('A‸.\n', { kind: 'settle', conflict: 'a.md#a\nb.md#b' }),
      /does not stand any more/,
    );
  });
});
