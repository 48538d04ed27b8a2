import assert from 'node:assert/strict';
import { checkGesture, choicesIn, outcomeOf } from '../../../support/check-gesture.ts';
import { PROJECT, refusal } from './project.ts';

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
    assert.equal(all.unheardOf, false);
    const none = await choicesIn(`${PROJECT}So ⟦selection|the parish⟧ left.\n`, 'actor');
    assert.deepEqual([none.items.length, none.unheardOf], [2, true], 'the new one comes first');
    const some = await choicesIn(`${PROJECT}⟦selection|They⟧ left.\n`, 'actor', 'weversb');
    assert.deepEqual(
      some.items.map(({ value }) => value),
      ['weavers'],
    );
  });
});
