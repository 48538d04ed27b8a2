import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MOST_PARTS, parseSays, saysProblems } from '../../../server/src/reasoning/says.ts';
import { draw, parseFixture } from '../../support/fixture.ts';

/** Draws the parts that were read into the attribute's value as it stands in a document. */
function read(fixture: string): string {
  const [file] = parseFixture(fixture.replace(/⟦[^|]*\||⟧/g, ''));
  const from = file!.text.indexOf('says="') + 6;
  const to = file!.text.indexOf('"', from);
  const { propositions, problems } = parseSays({ text: file!.text.slice(from, to), range: { from, to } });
  return draw(file!.text, [
    ...propositions.flatMap(({ actor, property, operator, value }) => [
      ...(actor ? [{ tag: 'actor', ...actor.range }] : []),
      { tag: 'property', ...property.range },
      { tag: operator, ...value.range },
    ]),
    ...problems.map(({ range }) => ({ tag: 'problem', ...range })),
  ]);
}

describe('says', () => {
  for (const fixture of [
    'says="⟦property|trusted⟧ = ⟦=|no⟧"',
    'says="⟦property|members⟧>=⟦>=|3000⟧; ⟦property|trusted⟧ != ⟦!=|yes⟧ ;"',
    'says="⟦property|members⟧ = ⟦=|80..90⟧"',
    'says="⟦property|members⟧ = ⟦=|~100⟧; ⟦property|wage⟧ < ⟦<|82 persons⟧; ⟦property|a⟧ > ⟦>|1⟧; ⟦property|b⟧ <= ⟦<=|2⟧"',
    'says="⟦actor|guild⟧.⟦property|trusted⟧ = ⟦=|no⟧; @⟦actor|crew⟧.⟦property|trusted⟧ = ⟦=|yes⟧"',
    'says="⟦actor|smith.j⟧.⟦property|founded⟧ = ⟦=|1996/..⟧"',
    'says="⟦property|成立⟧ ≥ ⟦>=|1925⟧"',
    'says="⟦property|motto⟧ = ⟦=|bread & roses = one⟧"',
    'says="⟦problem|trusted⟧"',
    'says="⟦problem|the guild is old⟧; ⟦property|trusted⟧ = ⟦=|no⟧"',
    'says="⟦problem|members =⟧; ⟦problem|= 82⟧; ⟦problem|is trusted = no⟧; ⟦problem|guild. = no⟧; ⟦problem|@guild = no⟧"',
    'says="⟦property|\u0001trusted⟧ = ⟦=|no\u0001⟧"',
    'says=" ; ;"',
    'says=""',
  ])
    it(fixture, () => assert.equal(read(fixture), fixture));

  it('gives the whole attribute as the range where the token is not the text letter by letter', () => {
    const token = { text: 'a < 3', range: { from: 10, to: 18 } };
    const [proposition] = parseSays(token).propositions;
    assert.deepEqual(proposition?.value, { text: '3', range: token.range });
  });

  it('reads so many parts, and says what it left unread', () => {
    const parts = (count: number) => {
      const text = Array.from({ length: count }, (_, i) => `p${i} = yes`).join(';');
      return parseSays({ text, range: { from: 0, to: text.length } });
    };
    assert.deepEqual([parts(MOST_PARTS).propositions.length, parts(MOST_PARTS).problems], [MOST_PARTS, []]);
    const { propositions, problems } = parts(MOST_PARTS + 2);
    assert.equal(propositions.length, MOST_PARTS);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, /^Only the first 500 parts/);
    assert.equal(problems[0]!.range.from, propositions.at(-1)!.range.to + 1);
  });

  it('never throws, and keeps every range inside the token', () => {
    const letters = fc.string({
      unit: fc.constantFrom(
        'a',
        'Z',
        '.',
        '@',
        '=',
        '!',
        '<',
        '>',
        ';',
        ' ',
        '7',
        '~',
        'é',
        '[',
        '`',
        '{',
        '/',
      ),
    });
    fc.assert(
      fc.property(letters, fc.nat(50), (text, from) => {
        const token = { text, range: { from, to: from + text.length } };
        const { propositions, problems } = parseSays(token);
        assert.deepEqual(saysProblems(token), problems);
        for (const { range } of [...propositions, ...problems, ...propositions.map((p) => p.value)]) {
          assert.ok(token.range.from <= range.from && range.from <= range.to && range.to <= token.range.to);
        }
        for (const { property, value } of propositions)
          for (const part of [property, value])
            assert.equal(text.slice(part.range.from - from, part.range.to - from), part.text);
      }),
    );
  });
});
