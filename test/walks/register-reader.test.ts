import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RegisterReader } from '../../server/src/actors/register-reader.ts';
import { readRegister } from '../../server/src/actors/register.ts';
import { runs } from '../support/runs.ts';

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

/** What people type, and what breaks YAML or makes it mean something else. */
const PIECES = [
  'a',
  ' ',
  '  ',
  '\n',
  '\n\n',
  ':',
  ': ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '- ',
  '#',
  ' # x\n',
  '\t',
  '&a ',
  '*a',
  '? ',
  '|',
  '>',
  '!!map ',
  '@',
  ',',
  '---\n',
  '\n---\n',
  '...\n',
  '%YAML 1.2\n',
  '<<: ',
  'actor-3:\n',
  'actor-3: {name: N}\n',
  '\nactor-20:\n  name: New\n',
  'name: X\n',
  '  nmae: X\n',
  '\uE000',
  '中',
  '',
];

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    // Most edits stand at the head of a line, where they do most.
    atLine: fc.boolean(),
    gone: fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, { arbitrary: fc.nat({ max: 60 }), weight: 1 }),
    put: fc.constantFrom(...PIECES),
  }),
  { minLength: 1, maxLength: 10 },
);

describe('a register that is being edited', () => {
  it('reads as one that is read for the first time', function () {
    fc.assert(
      fc.property(edits, (steps) => {
        const reader = new RegisterReader();
        let text = REGISTER;
        assert.deepEqual(reader.read(text), readRegister(text));
        for (const { at, atLine, gone, put } of steps) {
          let from = Math.floor(at * text.length);
          if (atLine) from = text.lastIndexOf('\n', from) + 1;
          text = text.slice(0, from) + put + text.slice(from + gone);
          assert.deepEqual(reader.read(text), readRegister(text), text);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});
