import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';
import { actionsIn, checkAction, isGesture } from '../../support/check-action.ts';
import { checkGesture, choicesIn, outcomeOf } from '../../support/check-gesture.ts';
import type { Gesture } from '../../../server/src/protocol/gestures.ts';

const claim: Gesture = { kind: 'claim' };

/** A project with two works and two actors. */
const PROJECT = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
//- works.bib
@book{maes1931, author = {Maes, Jan}, title = {Looms of the North}, year = {1931}}
@article{roux1950, author = {Roux, Élise and Maes, Jan}, title = {A Ledger of Fines}, year = {1950}}
//- actors.yaml
weavers:
  name: Weavers’ Union of Ghent
  aliases: [the Union, Weversbond]
town:
  name: Ghent
//- main.md
`;

async function refusal(fixture: string, gesture: Gesture): Promise<string> {
  const outcome = await outcomeOf(fixture, gesture);
  assert.ok(outcome.status === 'refused', 'it is refused');
  return outcome.why;
}

describe('Marking a claim', () => {
  it('names it after its words, and selects the name', () =>
    checkGesture(
      'Indeed ⟦selection|the looms were sold in spring⟧.\n',
      claim,
      'Indeed [the looms were sold in spring]{.claim #⟦|looms-sold-spring⟧}.\n',
    ));
  it('gives it a name of its own in the file', () =>
    checkGesture(
      '# Looms {#looms-sold}\n\n⟦selection|The looms, sold⟧.\n',
      claim,
      '# Looms {#looms-sold}\n\n[The looms, sold]{.claim #⟦|looms-sold-2⟧}.\n',
    ));
  it('leaves white space outside', () =>
    checkGesture('A⟦selection| loom \n⟧\nB.\n', claim, 'A [loom]{.claim #⟦|loom⟧} \n\nB.\n'));
  it('widens a selection that would cut emphasis, code, a link, a citation or a quotation', async () => {
    await checkGesture('A *so⟦selection|ft* loom⟧.\n', claim, 'A [*soft* loom]{.claim #⟦|soft-loom⟧}.\n');
    await checkGesture(
      'A **so⟦selection|ft loom⟧** x.\n',
      claim,
      'A **so[ft loom]{.claim #⟦|ft-loom⟧}** x.\n',
    );
    await checkGesture('A `co⟦selection|de` loom⟧.\n', claim, 'A [`code` loom]{.claim #⟦|code-loom⟧}.\n');
    await checkGesture(
      'A [soft](x.md⟦selection|#y) loom⟧.\n',
      claim,
      'A [[soft](x.md#y) loom]{.claim #⟦|soft-loom⟧}.\n',
    );
    await checkGesture(
      'A ⟦selection|loom [@maes1931, p.⟧ 3].\n',
      claim,
      'A [loom [@maes1931, p. 3]]{.claim #⟦|loom⟧}.\n',
    );
    await checkGesture(
      'A loom [@maes1931⟦selection|, p. 3⟧].\n',
      claim,
      'A loom [[@maes1931, p. 3]]{.claim #⟦|claim⟧}.\n',
    );
    await checkGesture(
      'A [so⟦selection|ft]{.actor ref="x"} loom⟧.\n',
      claim,
      'A [[soft]{.actor ref="x"} loom]{.claim #⟦|soft-loom⟧}.\n',
    );
  });
  it('goes into headings, tables, quotations, lists and notes', async () => {
    await checkGesture('# A ⟦selection|loom⟧\n', claim, '# A [loom]{.claim #⟦|loom⟧}\n');
    await checkGesture(
      '| a | b |\n|---|---|\n| ⟦selection|c⟧ | d |\n',
      claim,
      '| a | b |\n|---|---|\n| [c]{.claim #⟦|c⟧} | d |\n',
    );
    await checkGesture(
      '> A ⟦selection|soft\n> loom⟧.\n',
      claim,
      '> A [soft\n> loom]{.claim #⟦|soft-loom⟧}.\n',
    );
    await checkGesture('- a\n- ⟦selection|loom⟧\n', claim, '- a\n- [loom]{.claim #⟦|loom⟧}\n');
    await checkGesture(
      'A[^1].\n\n[^1]: A ⟦selection|loom⟧.\n',
      claim,
      'A[^1].\n\n[^1]: A [loom]{.claim #⟦|loom⟧}.\n',
    );
  });
  it('leaves the marks at the head of a line outside', async () => {
    await checkGesture('> A\n⟦selection|> loom⟧.\n', claim, '> A\n> [loom]{.claim #⟦|loom⟧}.\n');
    await checkGesture('> A ⟦selection|loom\n> ⟧x.\n', claim, '> A [loom]{.claim #⟦|loom⟧}\n> x.\n');
    await checkGesture('- a\n⟦selection|- loom⟧\n', claim, '- a\n- [loom]{.claim #⟦|loom⟧}\n');
    await checkGesture('⟦selection|# A loom⟧\n', claim, '# [A loom]{.claim #⟦|loom⟧}\n');
    await checkGesture(
      'A[^1].\n\n⟦selection|[^1]: A loom⟧.\n',
      claim,
      'A[^1].\n\n[^1]: [A loom]{.claim #⟦|loom⟧}.\n',
    );
  });
  it('fences several blocks, whole', async () => {
    await checkGesture(
      'One.\n\nThe ⟦selection|looms.\n\nThe⟧ fines.\n\nTwo.\n',
      claim,
      'One.\n\n::: {.claim #⟦|looms-fines⟧}\nThe looms.\n\nThe fines.\n:::\n\nTwo.\n',
    );
    await checkGesture(
      '::: x\n- ⟦selection|looms\n- fines⟧\n:::\n',
      claim,
      '::: x\n::: {.claim #⟦|looms-fines⟧}\n- looms\n- fines\n:::\n:::\n',
    );
  });
  it('takes the sentence at the cursor where nothing is selected', async () => {
    await checkGesture(
      'One. The loo‸ms were sold, p. 3 says [@maes1931, p. 3]. Two.\n',
      claim,
      'One. [The looms were sold, p. 3 says]{.claim #⟦|looms-sold-p⟧} [@maes1931, p. 3]. Two.\n',
    );
    await checkGesture(
      'The l‸oom[^1].\n\n[^1]: N.\n',
      claim,
      '[The loom]{.claim #⟦|loom⟧}[^1].\n\n[^1]: N.\n',
    );
  });
  it('refuses what is no text, and what is marked already', async () => {
    assert.match(await refusal('```\nco⟦selection|de⟧\n```\n', claim), /^Select the words/);
    assert.match(await refusal('---\ntitle: ⟦selection|x⟧\n---\n\nB.\n', claim), /^Select the words/);
    assert.match(await refusal('A.\n\n‸\n\nB.\n', claim), /^Select the words/);
    assert.match(await refusal('A[^1].\n\n⟦selection|[^1]:⟧ A loom.\n', claim), /^Select the words/);
    assert.match(await refusal('A⟦selection| [⟧see @maes1931].\n', claim), /^Select the words/);
    assert.match(await refusal('A[^1].\n\n[^1]: A ⟦selection|b.\n\n    C⟧.\n', claim), /^Select the words/);
    assert.match(await refusal('A [⟦selection|loom⟧]{.claim #a}.\n', claim), /already/);
    assert.match(
      await refusal('//- sicetnon.yaml\nbibliography: []\n//- a.txt\nA ⟦selection|loom⟧.\n', claim),
      /^A plain text/,
    );
  });
  it('makes names of any script', () =>
    checkGesture(
      '⟦selection|织机在春天被卖掉了⟧。\n',
      claim,
      '[织机在春天被卖掉了]{.claim #⟦|织机在春天被卖掉了⟧}。\n',
    ));
});

describe('Marking an actor', () => {
  it('refers to the actor chosen', () =>
    checkGesture(
      `${PROJECT}So ⟦selection|they⟧ left.\n`,
      { kind: 'actor', actor: 'weavers' },
      'So [they]{.actor ref="weavers"}‸ left.\n',
    ));
  it('registers a new one with the same edit', () =>
    checkGesture(
      `${PROJECT}So ⟦selection|the Guild⟧ left.\n`,
      { kind: 'newActor', name: 'Guild of Dyers: Ghent' },
      'So [the Guild]{.actor ref="guild-dyers-ghent"}‸ left.\n',
      {
        'actors.yaml':
          'weavers:\n  name: Weavers’ Union of Ghent\n  aliases: [the Union, Weversbond]\ntown:\n  name: Ghent\n\nguild-dyers-ghent:\n  name: "Guild of Dyers: Ghent"\n',
      },
    ));
  it('gives a new one an id of its own', () =>
    checkGesture(
      `${PROJECT}So ⟦selection|they⟧ left.\n`,
      { kind: 'newActor', name: 'Town' },
      'So [they]{.actor ref="town-2"}‸ left.\n',
      {
        'actors.yaml':
          'weavers:\n  name: Weavers’ Union of Ghent\n  aliases: [the Union, Weversbond]\ntown:\n  name: Ghent\n\ntown-2:\n  name: Town\n',
      },
    ));
  it('makes the register that the project names', async () => {
    const outcome = await outcomeOf(
      '//- sicetnon.yaml\nactors: [who.yaml]\n//- main.md\n⟦selection|They⟧ left.\n',
      { kind: 'newActor', name: 'Dyers' },
    );
    assert.ok(outcome.status === 'done');
    assert.equal(outcome.creates, 'who.yaml');
    assert.equal(outcome.edits.at(-1)?.insert, 'dyers:\n  name: Dyers\n');
  });
  it('says where a register is to be named', async () =>
    assert.match(
      await refusal('⟦selection|They⟧ left.\n', { kind: 'newActor', name: 'Dyers' }),
      /no register/,
    ));
  it('is for words of one paragraph', async () =>
    assert.match(
      await refusal(`${PROJECT}⟦selection|One.\n\nTwo⟧.\n`, { kind: 'actor', actor: 'town' }),
      /one paragraph/,
    ));
  it('lets one choose by any name, those like the selected words first', async () => {
    const all = await choicesIn(`${PROJECT}So ⟦selection|the Union⟧ left.\n`, 'actor');
    assert.deepEqual(
      all.items.map(({ value, heading }) => [value, heading]),
      [
        ['weavers', 'Named like the words selected'],
        ['town', 'All actors'],
      ],
    );
    assert.equal(all.words, 'the Union');
    const some = await choicesIn(`${PROJECT}⟦selection|They⟧ left.\n`, 'actor', 'weversb');
    assert.deepEqual(
      some.items.map(({ value }) => value),
      ['weavers'],
    );
  });
});

describe('Marking a quotation', () => {
  const from = (locator: string): Gesture => ({ kind: 'quotation', work: 'maes1931', locator });

  it('takes in the quotation marks, and writes where it is from', async () => {
    await checkGesture(
      `${PROJECT}He says “⟦selection|sold in spring⟧”.\n`,
      from('p. 12'),
      'He says [“sold in spring”]{.quote from="@maes1931" at="p. 12"}‸.\n',
    );
    await checkGesture(
      `${PROJECT}He says “⟦selection|sold in spring⟧”.\n`,
      from(''),
      'He says [“sold in spring”]{.quote from="@maes1931"}‸.\n',
    );
  });
  it('finds the quotation at the cursor', () =>
    checkGesture(
      `${PROJECT}He says “sold in s‸pring” [@maes1931, p. 12].\n`,
      from('p. 12'),
      'He says [“sold in spring”]{.quote from="@maes1931" at="p. 12"}‸ [@maes1931, p. 12].\n',
    ));
  it('refuses what is marked already', async () =>
    assert.match(await refusal(`${PROJECT}[“a‸”]{.quote from="@roux1950"}\n`, from('')), /quot/));
  it('proposes the works cited nearby first, with their last locator', async () => {
    const { items } = await choicesIn(
      `${PROJECT}X [@maes1931].\n\nHe says “⟦selection|sold⟧” [@roux1950, pp. 3-4].\n`,
      'quotedWork',
    );
    assert.deepEqual(
      items.map(({ value, label, heading, locator }) => [value, label, heading, locator]),
      [
        ['roux1950', 'Roux, Maes 1950', 'Cited nearby', 'pp. 3-4'],
        ['maes1931', 'Maes 1931', 'Cited nearby', undefined],
      ],
    );
  });
});

describe('Citing', () => {
  const roux: Gesture = { kind: 'cite', work: 'roux1950' };

  it('sets brackets where the cursor is, and leaves it where a locator goes', async () => {
    await checkGesture(`${PROJECT}It was sold‸.\n`, roux, 'It was sold [@roux1950‸].\n');
    await checkGesture(`${PROJECT}It was ‸sold.\n`, roux, 'It was [@roux1950‸] sold.\n');
    await checkGesture(`${PROJECT}卖掉了‸。\n`, roux, '卖掉了[@roux1950‸]。\n');
  });
  it('joins the citation at the cursor', async () => {
    await checkGesture(
      `${PROJECT}Sold [see @maes1931, p. ‸3].\n`,
      roux,
      'Sold [see @maes1931, p. 3; @roux1950‸].\n',
    );
    await checkGesture(`${PROJECT}Sold [@maes1931, p. 3]‸.\n`, roux, 'Sold [@maes1931, p. 3; @roux1950‸].\n');
    await checkGesture(
      `${PROJECT}Sold [@maes1931, p. 3; s‸ee @town, p. 4; @x].\n`,
      roux,
      'Sold [@maes1931, p. 3; see @town, p. 4; @roux1950‸; @x].\n',
    );
    await checkGesture(`${PROJECT}As @maes1931‸ says.\n`, roux, 'As @maes1931 [@roux1950‸] says.\n');
  });
  it('refuses code and attributes', async () => {
    assert.match(await refusal(`${PROJECT}A \`co‸de\`.\n`, roux), /cannot stand here/);
    assert.match(await refusal(`${PROJECT}A [b]{.claim wh‸en="1999"}.\n`, roux), /cannot stand here/);
  });
  it('lets one choose by author, year and words of the title, without accents', async () => {
    const values = async (filter: string) =>
      (await choicesIn(`${PROJECT}A‸.\n`, 'work', filter)).items.map(({ value }) => value);
    assert.deepEqual(await values('elise fines'), []);
    assert.deepEqual(await values('roux fines'), ['roux1950']);
    assert.deepEqual(await values('1931 maes'), ['maes1931']);
    assert.deepEqual(await values('maes'), ['maes1931', 'roux1950']);
  });
  it('says so when no bibliography is known', async () =>
    assert.match((await choicesIn('A‸.\n', 'work')).refusal ?? '', /^No bibliography/));
});

describe('Adding a note', () => {
  const note: Gesture = { kind: 'note' };

  it('calls it at the cursor and begins it at the end', async () => {
    await checkGesture('A‸.\n\nB.\n', note, 'A[^1].\n\nB.\n\n[^1]: ⟦|[?]⟧\n');
    await checkGesture(
      'A[^1], b ⟦selection|c⟧, d[^3].\n\n[^1]: One.\n\n    More.\n[^3]: Three.\n\nE.\n',
      note,
      'A[^1], b c[^2], d[^3].\n\n[^1]: One.\n\n    More.\n[^3]: Three.\n\n[^2]: ⟦|[?]⟧\n\nE.\n',
    );
    await checkGesture('A loo‸m.\n', note, 'A loom[^1].\n\n[^1]: ⟦|[?]⟧\n');
    await checkGesture('A loom‸', note, 'A loom[^1]\n\n[^1]: ⟦|[?]⟧\n');
  });
  it('refuses notes and code', async () => {
    assert.match(await refusal('A[^1].\n\n[^1]: On‸e.\n', note), /cannot hold a note/);
    assert.match(await refusal('A^[on‸e].\n', note), /cannot hold a note/);
    assert.match(await refusal('    co‸de\n', note), /cannot be called here/);
  });
});

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

describe('Gestures as actions', () => {
  const titles = async (fixture: string) =>
    (await actionsIn(fixture, isGesture)).actions.map(({ title }) => title);

  it('name what is likely, and ask for the rest', async () =>
    assert.deepEqual(await titles(`${PROJECT}He says “⟦selection|the Union⟧” [@maes1931, p. 3].\n`), [
      'Mark as a claim',
      'Mark as the actor “Weavers’ Union of Ghent”',
      'Mark as an actor…',
      'Mark as a quotation from Maes (1931), p. 3',
      'Mark as a quotation from…',
      'Cite…',
      'Add a note',
    ]));
  it('speak of the claim at the cursor', async () =>
    assert.deepEqual(await titles('[A l‸oom]{.claim #a}.\n'), [
      'Cite…',
      'Add a note',
      'Say that this claim contradicts another…',
      'Say that this claim supports another…',
      'Say that this claim qualifies another…',
    ]));
  it('do what they say', () =>
    checkAction('A ⟦selection|loom⟧ x.\n', 'Mark as a claim', 'A [loom]{.claim #loom} x.\n'));
});
