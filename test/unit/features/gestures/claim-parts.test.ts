import assert from 'node:assert/strict';
import { checkGesture, choicesIn } from '../../../support/check-gesture.ts';
import { parseFixture } from '../../../support/fixture.ts';
import type { Gesture } from '../../../../server/src/protocol/gestures.ts';
import { PROJECT, refusal } from './project.ts';

describe('Saying who holds what of whom', () => {
  const state = (rest: Omit<Extract<Gesture, { kind: 'state' }>, 'kind'>): Gesture => ({
    kind: 'state',
    ...rest,
  });
  it('writes all three in one change', () =>
    checkGesture(
      `${PROJECT}It [was ch‸artered]{.claim #c} [@maes1931].\n`,
      state({ by: '@maes1931', about: 'weavers', says: 'chartered = yes' }),
      'It [was chartered]{.claim #c by="@maes1931" about="weavers" says="chartered = yes"} [@maes1931].\n',
    ));
  it('adds actors and statements to those that are there, and replaces who holds it', async () => {
    await checkGesture(
      `${PROJECT}[So‸]{.claim by=roux1950 about='guild' says="founded = 1302"}.\n`,
      state({ by: '@maes1931', about: 'weavers', says: 'weavers.chartered = no' }),
      `[So]{.claim by="@maes1931" about="guild weavers" says="founded = 1302; weavers.chartered = no"}.\n`,
    );
    await checkGesture(
      `${PROJECT}[So‸]{.claim by="" about=""}.\n`,
      state({ by: 'weavers', about: 'weavers' }),
      '[So]{.claim by="weavers" about="weavers"}.\n',
    );
  });
  it('gives a claim back to the writer', () =>
    checkGesture(
      `${PROJECT}[So‸]{.claim #c by="@maes1931" about="w"}.\n`,
      state({ by: '' }),
      '[So]{.claim #c about="w"}.\n',
    ));
  it('lets the work that is cited right behind assert it', async () => {
    await checkGesture(
      `${PROJECT}[So‸]{.claim #c} [@maes1931, p. 3].\n`,
      state({ by: '@' }),
      '[So]{.claim #c by="@maes1931"} [@maes1931, p. 3].\n',
    );
    for (const text of [
      '[So‸]{.claim #c} [@maes1931; @roux1950].',
      '[So‸]{.claim #c}, as [@maes1931] has it.',
      '[So‸]{.claim #c}.[^1]\n\n[^1]: [@maes1931].',
      '[So‸]{.claim by="x"} [@maes1931].',
    ])
      assert.match(await refusal(`${PROJECT}${text}\n`, state({ by: '@' })), /No single work/, text);
  });
  it('registers an actor whom nobody has registered', () =>
    checkGesture(
      `${PROJECT}[So‸]{.claim #c}.\n`,
      state({ newActor: 'Quay Kitchen', says: 'chartered = no' }),
      '[So]{.claim #c about="quay-kitchen" says="chartered = no"}.\n',
      {
        'actors.yaml': `${parseFixture(PROJECT).find(({ path }) => path === 'actors.yaml')!.text}\nquay-kitchen:\n  name: Quay Kitchen\n`,
      },
    ));
  it('registers an asserter whom nobody has registered', () =>
    checkGesture(
      `${PROJECT}[So‸]{.claim #c}.\n`,
      state({ newHolder: 'Quay Kitchen' }),
      '[So]{.claim #c by="quay-kitchen"}.\n',
      {
        'actors.yaml': `${parseFixture(PROJECT).find(({ path }) => path === 'actors.yaml')!.text}\nquay-kitchen:\n  name: Quay Kitchen\n`,
      },
    ));
  it('marks selected words with all three in one change', async () => {
    const all = state({ marks: true, by: '@maes1931', about: 'weavers', says: 'chartered = yes' });
    await checkGesture(
      `${PROJECT}It ⟦selection|was chartered⟧ [@maes1931].\n`,
      all,
      'It [was chartered]{.claim #chartered by="@maes1931" about="weavers" says="chartered = yes"}‸ [@maes1931].\n',
    );
    await checkGesture(
      `${PROJECT}It was chart‸ered [@maes1931].\n`,
      state({ marks: true, about: 'weavers', says: 'chartered = yes' }),
      '[It was chartered]{.claim #chartered about="weavers" says="chartered = yes"}‸ [@maes1931].\n',
    );
    await checkGesture(
      `${PROJECT}⟦selection|One.\n\nTwo.⟧\n`,
      all,
      '::: {.claim #one-two by="@maes1931" about="weavers" says="chartered = yes"}\nOne.\n\nTwo.\n:::‸\n',
    );
    // What is a claim already is only added to.
    await checkGesture(
      `${PROJECT}[So‸]{.claim #c}.\n`,
      all,
      '[So]{.claim #c by="@maes1931" about="weavers" says="chartered = yes"}.\n',
    );
    assert.match(
      await refusal(`${PROJECT}\`\`\`\ncode‸\n\`\`\`\n`, all),
      /Select the words that are claimed/,
    );
  });
  it('registers both who holds it and whom it is about', async () => {
    const register = parseFixture(PROJECT).find(({ path }) => path === 'actors.yaml')!.text;
    const both = (newHolder: string, newActor: string) =>
      state({ marks: true, newHolder, newActor, says: 'chartered = no' });
    await checkGesture(
      `${PROJECT}⟦selection|So⟧.\n`,
      both('Elsa Brandt', 'Quay Kitchen'),
      '[So]{.claim #so by="elsa-brandt" about="quay-kitchen" says="chartered = no"}‸.\n',
      {
        'actors.yaml': `${register}\nelsa-brandt:\n  name: Elsa Brandt\n\nquay-kitchen:\n  name: Quay Kitchen\n`,
      },
    );
    await checkGesture(
      `${PROJECT}⟦selection|So⟧.\n`,
      both('Quay Kitchen', 'Quay  Kitchen '),
      '[So]{.claim #so by="quay-kitchen" about="quay-kitchen" says="chartered = no"}‸.\n',
      { 'actors.yaml': `${register}\nquay-kitchen:\n  name: Quay Kitchen\n` },
    );
    // Names of which the same id would be made.
    await checkGesture(
      `//- main.md\n⟦selection|So⟧.\n`,
      both('Quay Kitchen', 'quay kitchen'),
      '[So]{.claim #so by="quay-kitchen" about="quay-kitchen-2" says="chartered = no"}‸.\n',
      {
        'actors.yaml': `quay-kitchen:\n  name: Quay Kitchen\n\nquay-kitchen-2:\n  name: quay kitchen\n`,
        'sicetnon.yaml': 'actors: [actors.yaml]\n',
      },
    );
  });
  it('declares a new property where its value shows the type, in the vocabulary that is there or comes with it', async () => {
    const isSaid = async (says: string, declared: string) =>
      checkGesture(
        `${PROJECT}[So‸]{.claim #c}.\n`,
        state({ about: 'weavers', says, declares: true }),
        `[So]{.claim #c about="weavers" says="${says}"}.\n`,
        declared === ''
          ? {}
          : {
              'sicetnon.yaml': `${parseFixture(PROJECT).find(({ path }) => path === 'sicetnon.yaml')!.text}properties:\n  ${declared}\n`,
            },
      );
    await isSaid('chartered = no', 'chartered: {type: boolean}');
    await isSaid('members >= 3,000', 'members: {type: quantity}');
    await isSaid('founded = 1931-02', 'founded: {type: date}');
    for (const unsure of ['form = club', 'dues = 3 shillings']) await isSaid(unsure, '');
    await checkGesture(
      `//- main.md\n⟦selection|So⟧.\n`,
      state({ marks: true, newActor: 'Quay Kitchen', says: 'chartered = no', declares: true }),
      '[So]{.claim #so about="quay-kitchen" says="chartered = no"}‸.\n',
      {
        'actors.yaml': 'quay-kitchen:\n  name: Quay Kitchen\n',
        'sicetnon.yaml': 'actors: [actors.yaml]\nproperties:\n  chartered: {type: boolean}\n',
      },
    );
    // Without a project file there is no vocabulary that it could be missing from.
    await checkGesture(
      `//- main.md\n[So‸]{.claim #c about="weavers"}.\n`,
      state({ says: 'chartered = no', declares: true }),
      '[So]{.claim #c about="weavers" says="chartered = no"}.\n',
    );
  });
  it('asks of selected words as of a claim', async () => {
    const text = `${PROJECT}⟦selection|The Weavers’ Union of Ghent was chartered⟧ [@roux1950].\n`;
    assert.match(String((await choicesIn(text, 'holder')).refusal), /cursor into a claim/);
    const holders = await choicesIn(text, 'holder', '', '', true);
    assert.deepEqual(
      holders.items.slice(0, 2).map(({ value }) => value),
      ['@roux1950', ''],
    );
    const subjects = await choicesIn(text, 'subject', '', 'Elsa Brandt', true);
    const told = subjects.items.map(({ value, label, heading }) => `${heading}: ${value} ${label}`);
    assert.match(told[0]!, /^Named in the claim: weavers /);
    assert.equal(told.at(-1), 'All actors:  Elsa Brandt');
    const properties = await choicesIn(text, 'property', '', '\nweavers', true);
    assert.equal(properties.refusal, null);
    const values = await choicesIn(text, 'value', '', '\nweavers\nfed', true);
    assert.deepEqual(
      values.items.map(({ label }) => label),
      ['yes', 'no'],
    );
    const nowhere = await choicesIn(`${PROJECT}\`\`\`\ncode‸\n\`\`\`\n`, 'holder', '', '', true);
    assert.match(String(nowhere.refusal), /Select the words that are claimed/);
  });
  it('says why nothing is written', async () => {
    assert.match(await refusal(`${PROJECT}So‸.\n`, state({ by: '@maes1931' })), /cursor into a claim/);
    assert.match(
      await refusal(`${PROJECT}[So‸]{.claim about="weavers"}.\n`, state({ about: 'weavers' })),
      /says so already/,
    );
    assert.match(
      await refusal(`${PROJECT}<span class="claim">So‸</span>.\n`, state({ about: 'weavers' })),
      /stand in HTML/,
    );
  });
  it('offers the work cited behind first, then the writer; and those whom the claim names', async () => {
    const text = `${PROJECT}[The Weavers’ Union of Ghent was ch‸artered]{.claim #c} [@roux1950].\n`;
    const values = async (subject: 'holder' | 'subject', filter = '') =>
      (await choicesIn(text, subject, filter)).items.map(({ value, heading }) => `${heading}: ${value}`);
    assert.deepEqual((await values('holder')).slice(0, 2), ['Cited nearby: @roux1950', 'You: ']);
    assert.deepEqual(await values('holder', 'looms'), ['All works: @maes1931']);
    assert.deepEqual((await values('subject'))[0], 'Named in the claim: weavers');
  });
  it('shows with each value the sentence that comes of it', async () => {
    const fixture =
      '//- sicetnon.yaml\nproperties:\n  trusted: {type: boolean}\n  form: {type: choice, of: [club, firm]}\n  members: {type: quantity}\n//- main.md\n[S‸o]{.claim}.\n';
    const rows = async (property: string, filter = '') => {
      const { items, refusal: why } = await choicesIn(fixture, 'value', filter, `\nunion\n${property}`);
      return why ?? items.map(({ value, description }) => `${value} | ${description}`);
    };
    assert.deepEqual(await rows('trusted'), [
      'trusted = yes | The writer: union is trusted.',
      'trusted = no | The writer: union is not trusted.',
    ]);
    assert.deepEqual(await rows('trusted', 'n'), ['trusted = no | The writer: union is not trusted.']);
    assert.deepEqual(await rows('form', 'not c'), [
      'form != club | The writer: the form of union is not “club”.',
    ]);
    assert.deepEqual(await rows('members', '>= 3000'), [
      'members >= 3000 | The writer: union has at least 3000 members.',
    ]);
    assert.match(String(await rows('members', 'many')), /many/);
    assert.match(String(await rows('form', 'guild')), /guild/);
    const { items } = await choicesIn(fixture, 'property', '', '\nunion');
    assert.deepEqual(
      items.map(({ value }) => value),
      ['trusted', 'form', 'members'],
    );
  });

  it('offers values of a property that nothing declares, or takes what is typed', async () => {
    const values = async (text: string, typed: string, property = 'fed') =>
      (await choicesIn(text, 'value', typed, `\nunion\n${property}`)).items.map(({ label }) => label);
    const first = '[So‸]{.claim}.\n';
    assert.deepEqual(await values(first, ''), ['yes', 'no']);
    // Enter takes what is offered, not what was typed halfway.
    assert.deepEqual(await values(first, 'y'), ['yes']);
    assert.deepEqual(await values(first, 'no'), ['no']);
    assert.deepEqual(await values(first, '82'), ['82']);
    const second = '[So]{.claim about="union" says="form = firm; fed = no"}. [Not so‸]{.claim}.\n';
    assert.deepEqual(await values(second, '', 'form'), ['firm']);
    assert.deepEqual(await values(second, 'club', 'form'), ['club']);
    assert.deepEqual(await values(second, ''), ['yes', 'no']);
  });

  it('offers again what was stated of somebody without being declared', async () => {
    const { items } = await choicesIn(
      '[So]{.claim about="union" says="fed-strikers = yes"}. [Not so‸]{.claim}.\n',
      'property',
      'strikers',
      '\nunion',
    );
    assert.deepEqual(
      items.map(({ value, label, heading }) => [value, label, heading]),
      [['fed-strikers', 'fed strikers', 'Stated of it, and not declared']],
    );
  });
});
