import assert from 'node:assert/strict';
import type { Actor } from '../../../server/src/actors/model.ts';
import { readRegister } from '../../../server/src/actors/register.ts';
import { Mentions } from '../../../server/src/workspace/mentions.ts';
import { names } from '../../../server/src/workspace/names.ts';

const SHARED =
  'guild: {name: Guild of Dyers, aliases: [the Guild]}\nunion: {name: Union, aliases: [the Guild]}\n';
const FOUND = {
  mention: { matched: 'the Guild', ids: ['guild', 'union'], range: { from: 0, to: 9 } },
  cited: [],
};

function mentionsOf(register: string): Mentions {
  const actors = readRegister(register).actors.map((actor: Actor) => ({ actor }));
  const mentions = new Mentions({
    version: 1,
    allActors: () => actors,
    actors: (id) => actors.filter(({ actor }) => actor.id.text === id),
    entries: () => [],
  });
  mentions.registersChanged([]);
  return mentions;
}

describe('what a search of a closed text found', () => {
  it('is used where it was for the names of now', () => {
    const mentions = mentionsOf(SHARED);
    const { by } = mentions.sharedNames()!;
    mentions.takeSearched('a.md', { by, found: [FOUND] });
    mentions.takeSearched('b.md', { by: 'other names', found: [FOUND] });
    mentions.takeSearched('c.md', null);
    assert.deepEqual([...mentions.registersChanged([names.actor('guild')])], ['a.md']);
  });
});
