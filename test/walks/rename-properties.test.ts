import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asFixture, checkWayBack, renameAt } from '../support/check-rename.ts';
import { runs } from '../support/runs.ts';

const ids = fc.constantFrom('a', 'b', 'c', 'd.e');
const keys = fc.constantFrom('ash', 'oak', 'elm2001', 'lost');
const actors = fc.constantFrom('guild', 'town', 'ash', 'nobody');
const properties = fc.constantFrom('old', 'size', 'stray');
const places = fc.constantFrom('', 'one.md', 'sub/two.md', '../one.md', 'elm2001', 'text.txt');

const address = fc.oneof(
  fc.tuple(places, ids).map(([place, id]) => `${place}#${id}`),
  ids,
);

/** One sentence of a text; `|` stands where its names are, so that a cursor can be put there. */
const sentence = fc.oneof(
  keys.map((key) => `See [@|${key}, p. 3; -@|${key}].`),
  keys.map((key) => `As @{|${key}} says, [so]{.quote from="|${key}"}.`),
  ids.map((label) => `Noted[^|${label}].\n\n[^|${label}]: Words.`),
  fc.tuple(actors, actors).map(([one, other]) => `[They]{.actor ref="|${one} @|${other}"} met.`),
  fc
    .tuple(ids, address, fc.constantFrom('supports', 'contradicts', 'resolves', 'implies'))
    .map(([id, to, kind]) => `[A claim]{.claim #|${id} ${kind}="|${to}"}.`),
  fc
    .tuple(actors, properties, fc.oneof(actors, keys), fc.constantFrom('=', '!='))
    .map(
      ([actor, property, by, is]) =>
        `[So]{.claim about="|${actor}" by="|${by}" says="|${property} ${is} yes; |${actor}.|${property} = 3"}.`,
    ),
  fc
    .tuple(keys, address)
    .map(([key, to]) => `[B]{.claim evidence="@|${key}, p. 3; |${to.includes('#') ? to : `#${to}`}"}.`),
);

const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => `${all.join('\n\n')}\n`);

const workspace = fc
  .record({
    one: text,
    two: text,
    source: text,
    works: fc.subarray(['ash', 'oak', 'elm2001']),
    people: fc.subarray(['guild', 'town', 'ash']),
    declared: fc.subarray(['old', 'size']),
  })
  .map(({ one, two, source, works, people, declared }) => [
    {
      path: 'sicetnon.yaml',
      text: [
        'bibliography: [works.bib]',
        'actors: [actors.yaml]',
        'sources: {text.txt: |elm2001}',
        'properties:',
        ...declared.map((name) => `  |${name}: {type: boolean}`),
        '',
      ].join('\n'),
    },
    { path: 'works.bib', text: works.map((key) => `@book{|${key}, title = {T}}\n`).join('') },
    {
      path: 'actors.yaml',
      text: people
        .map(
          (id) =>
            `|${id}:\n  name: Name of ${id}\n  works: [|oak]\n  cite: "[@|elm2001]"\n  relations: {of: [|town]}\n`,
        )
        .join(''),
    },
    { path: 'one.md', text: one },
    { path: 'sub/two.md', text: two },
    { path: 'text.txt', text: source },
  ]);

describe('Renaming whatever has a name, in any workspace', () => {
  it('leads back where it came from, and finds nothing new', async () => {
    let renamed = 0;
    await fc.assert(
      fc.asyncProperty(
        workspace,
        fc.nat(),
        fc.constantFrom('fresh', 'x9', 'a', 'oak', 'town', 'old'),
        async (files, pick, newName) => {
          const marks = files.flatMap(({ path, text: drawn }) =>
            [...drawn.matchAll(/\|/g)].map(({ index }) => ({ path, index })),
          );
          const chosen = marks[pick % marks.length]!;
          const drawn = files.map(({ path, text: marked }) => ({
            path,
            text:
              path === chosen.path
                ? `${marked.slice(0, chosen.index)}‸${marked.slice(chosen.index + 1)}`.replaceAll('|', '')
                : marked.replaceAll('|', ''),
          }));
          const result = await renameAt(asFixture(drawn), newName);
          if (typeof result === 'string') return;
          if (result.edits.length > 0) renamed++;
          await checkWayBack(result.files, result.edits, result.service, true);
        },
      ),
      { numRuns: runs(300) },
    );
    assert.ok(renamed > runs(300) / 3, `only ${renamed} were renamed`);
  });
});
