import assert from 'node:assert/strict';
import { RegisterReader } from '../../../server/src/actors/register-reader.ts';
import { readRegister } from '../../../server/src/actors/register.ts';

const entry = (i: number) => `actor-${i}:
  name: Guild of Street ${i}
  aliases: [G${i}, "Gilde ${i}", '街会${i}']
  kind: guild # of ${i}
  active: 13${10 + (i % 80)}/..
  summary: >
    Those who live
    in street ${i}.
  relations: {part-of: [actor-0], led-by: "@actor-1"}
  works: [book${i}]

`;
const REGISTER = `# The guilds of the town\n${Array.from({ length: 12 }, (_, i) => entry(i)).join('')}`;

describe('a register that is being edited', () => {
  it('keeps the entries before an edit as they are', () => {
    const reader = new RegisterReader();
    const before = reader.read(REGISTER);
    const after = reader.read(REGISTER.replace('Guild of Street 7', 'Guild of Street Seven'));
    const kept = after.actors.filter((actor) => before.actors.includes(actor));
    assert.deepEqual(
      kept.map(({ id }) => id.text),
      Array.from({ length: 7 }, (_, i) => `actor-${i}`),
    );
    assert.deepEqual(
      after.actors.map(({ name }) => name.text.replace('Seven', '7')),
      before.actors.map(({ name }) => name.text),
    );
  });

  it('tells of an id that comes to stand twice, and no more of it when it is gone', () => {
    const reader = new RegisterReader();
    reader.read(REGISTER);
    const twice = reader.read(`${REGISTER}actor-2:\n`);
    assert.match(twice.problems[0]!.message, /`actor-2` stands here a second time.* line 24\./);
    assert.equal(twice.actors.length, 12);
    assert.deepEqual(reader.read(REGISTER), readRegister(REGISTER));
  });

  it('tells of each line that is no entry, also where only sound entries stand between them', () => {
    const text = 'stray\nact:\n  name: Act\nalso stray\nmore\nboard:\n  name: Board\n';
    const read = new RegisterReader().read(text);
    assert.deepEqual(read, readRegister(text));
    assert.deepEqual(
      read.problems.map(({ range }) => text.slice(range.from, range.to)),
      ['stray', 'also stray'],
    );
    const edited = new RegisterReader();
    edited.read(text.slice(text.indexOf('\n') + 1));
    assert.deepEqual(edited.read(text), read);
  });

  it('tells of tabs before a line what one says who reads all anew', () => {
    for (const text of [
      'act: X\n\tgoes on\nboard:\n  name: Board\n',
      'board:\n  name: Board\nact:\n\tname: Act\n',
    ])
      assert.deepEqual(new RegisterReader().read(text), readRegister(text), text);
  });
});
