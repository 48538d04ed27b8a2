import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ActorRegister } from '../../../server/src/actors/model.ts';
import { readRegister } from '../../../server/src/actors/register.ts';
import { draw, parseFixture } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

/** Checks where the problems are drawn and that each says what it must; gives the register. */
function check(drawn: string, ...says: RegExp[]): ActorRegister {
  const { text } = parseFixture(drawn)[0]!;
  const register = readRegister(text);
  assert.equal(
    draw(
      text,
      register.problems.map(({ range }) => ({ ...range, tag: '!' })),
    ),
    drawn,
  );
  assert.equal(register.problems.length, says.length);
  says.forEach((pattern, i) => assert.match(register.problems[i]!.message, pattern));
  return register;
}

const ids = (register: ActorRegister): string[] => register.actors.map(({ id }) => id.text);

describe('the register of actors', () => {
  it('is read whole, with positions', () => {
    const { text, ranges } = parseFixture(`# the guilds
⟦entry|⟦id|dyers⟧:
  name: ⟦name|Guild of Dyers⟧
  aliases: [⟦alias|GoD⟧, "⟦alias|染匠行会⟧"]
  kind: guild
  active: ⟦active|1325/..⟧
  place: Lyon
  summary: Those who dye.
  cite: "⟦cite|[@lin1998, 61]⟧"
  relations: {led-by: [⟦target|council⟧, "@⟦target|weavers⟧"], part-of: ⟦target|town⟧}
  same-as: https://example.org/dyers
  works: [⟦work|lin1998⟧, "@⟦work|lin2004⟧"]⟧

⟦entry|⟦id|weavers⟧:⟧
`)[0]!;
    const register = readRegister(text);
    assert.deepEqual(register.problems, []);
    const [dyers, weavers] = register.actors;
    assert.ok(dyers && weavers);
    const tokens = [
      { tag: 'entry', range: dyers.range },
      { tag: 'id', ...dyers.id },
      { tag: 'name', ...dyers.name },
      ...dyers.aliases.map((token) => ({ tag: 'alias', ...token })),
      { tag: 'active', ...dyers.active! },
      { tag: 'cite', ...dyers.cite! },
      ...dyers.relations.flatMap(({ targets }) => targets.map((token) => ({ tag: 'target', ...token }))),
      ...dyers.works.map((token) => ({ tag: 'work', ...token })),
      { tag: 'entry', range: weavers.range },
      { tag: 'id', ...weavers.id },
    ];
    assert.equal(
      draw(
        text,
        tokens.map(({ tag, range }) => ({ tag, ...range })),
      ),
      draw(text, ranges),
    );
    assert.deepEqual([dyers.kind, dyers.place, dyers.summary], ['guild', 'Lyon', 'Those who dye.']);
    assert.deepEqual(
      dyers.relations.map(({ kind }) => kind),
      ['led-by', 'part-of'],
    );
    assert.deepEqual(dyers.sameAs, ['https://example.org/dyers']);
    assert.equal(weavers.name.text, 'weavers');
  });

  it('is empty when the file is', () => {
    for (const text of ['', '# none yet\n', '\n\n'])
      assert.deepEqual(readRegister(text), { actors: [], problems: [] });
  });

  it('keeps what looks like numbers and truths as words', () => {
    const [actor] = readRegister(
      'x:\n  name: 1984\n  aliases: [no, 007, 1925-01-01]\n  active: 1925\n',
    ).actors;
    assert.deepEqual([actor?.name.text, actor?.active?.text], ['1984', '1925']);
    assert.deepEqual(
      actor?.aliases.map(({ text }) => text),
      ['no', '007', '1925-01-01'],
    );
  });

  it('loses no actor to the faults of another', () => {
    const register = check(
      `a:
  name: ⟦!|"Guild of A⟧
b:
  name: ⟦!|Guild: of B⟧
c:
  aliases: ⟦!|[⟧C, CC
d:
⟦!|\t⟧name: Guild of D
e:
  ⟦!|nme⟧: Guild of E
⟦!|some words⟧
⟦!|a⟧:
  name: Another
f:
  name: Guild of F
`,
      /never closed/,
      /quotation marks/,
      /never closed/,
      /tabs/,
      /`name` is probably meant/,
      /form `key: value`/,
      /second time.*line 1/,
    );
    assert.deepEqual(ids(register), ['a', 'b', 'c', 'd', 'e', 'f']);
    assert.deepEqual(
      register.actors.map(({ name }) => name.text),
      ['Guild of A', 'Guild: of B', 'c', 'Guild of D', 'e', 'Guild of F'],
    );
    assert.deepEqual(
      register.actors[2]?.aliases.map(({ text }) => text),
      ['C', 'CC'],
    );
  });

  it('reports values of the wrong shape and reads the others', () => {
    const register = check(
      'a:\n  name: ⟦!|[x]⟧\n  aliases: ⟦!|{x: y}⟧\n  relations: ⟦!|[b]⟧\n  kind: guild\nb: ⟦!|Guild of B⟧\nc:\n  ⟦!|- d⟧\n',
      /`name` must be one word or phrase/,
      /`aliases` must be a list/,
      /`relations` must hold lines/,
      /as in `name: Guild of B`/,
      /as in `name: c`/,
    );
    assert.deepEqual(ids(register), ['a', 'b', 'c']);
    assert.equal(register.actors[0]?.kind, 'guild');
  });

  it('reads a citation without its quotation marks, and says that they are missing', () => {
    const { actors, problems } = readRegister('a:\n  cite: [@lin1998, p. 3]\nb:\n  cite: "[@wu]"\n');
    assert.deepEqual(
      actors.map(({ cite }) => cite?.text),
      ['[@lin1998, p. 3]', '[@wu]'],
    );
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, /quotation marks/);
  });

  it('wants ids that attributes can name', () => {
    check('⟦!|two words⟧: {}\nok-1.b: {}\n行会: {}\n', /white space/);
    check('⟦!|a;b⟧: {}\n"@c": {}\n', /cannot hold ;/);
  });

  it('says that a list is no register', () => {
    const register = check('⟦!|- name: Guild⟧\n- name: Other\n', /form `key: value`/);
    assert.deepEqual(register.actors, []);
  });

  it('throws on no text whatever', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a:\n',
        'b:\n',
        '  name: ',
        '  aliases: ',
        '  relations: ',
        '  cite: ',
        '[',
        ']',
        '{',
        '}',
        '"',
        '@x',
        '\n',
        ', ',
        '- ',
        '&a ',
        '*a',
        '\t',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { actors, problems } = readRegister(text);
        for (const { range } of [...actors, ...actors.flatMap(({ aliases }) => aliases), ...problems])
          assert.ok(0 <= range.from && range.from <= range.to && range.to <= text.length);
      }),
      { numRuns: runs(500) },
    );
  });
});
