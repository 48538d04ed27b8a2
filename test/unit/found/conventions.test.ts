import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { conventionPage } from '../../../scripts/convention-page.ts';
import type { Convention } from '../../../server/src/found/convention.ts';
import { ConventionSet } from '../../../server/src/found/convention-set.ts';
import { allConventions, knownConventions } from '../../../server/src/found/conventions/registry.ts';
import type { FoundFacts } from '../../../server/src/found/model.ts';
import { readFoundBy } from '../../../server/src/found/read-found.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import { draw, parseFixture } from '../../support/fixture.ts';

/** What each kind of convention yields: where it stands, and what is said of it. */
const YIELDED: {
  readonly [Kind in Convention['yields']]: (found: FoundFacts) => { range: TextRange; says?: unknown }[];
} = {
  headings: (found) => [
    ...found.noteLists.flatMap(({ heading }) => (heading ? [{ range: heading.range }] : [])),
    ...found.referenceHeadings.map(({ range }) => ({ range })),
  ],
  markers: (found) => found.markers.map(({ range }) => ({ range })),
  'lost-markers': (found) => found.markers.map(({ range }) => ({ range })),
  'note-numbers': (found) => found.noteDefinitions.map(({ labelRange }) => ({ range: labelRange })),
  'note-lists': (found) => found.noteLists.map(({ range, heading }) => ({ range, says: heading })),
  works: (found) =>
    found.noteWorks.flatMap(({ works }) =>
      works.map(({ range, names, title, year }) => ({ range, says: { names, title, year } })),
    ),
  'short-forms': (found) => found.shortTitles.map(({ range, status }) => ({ range, says: status })),
  'entry-breaks': (found) => found.references.map(({ range }) => ({ range })),
  entries: (found) =>
    found.references.map(({ range, names, title, year }) => ({ range, says: { names, title, year } })),
  citations: (found) =>
    found.citations.map(({ range, groupRange, candidates }) => ({ range, says: { groupRange, candidates } })),
  'numbered-citations': (found) =>
    found.citations.map(({ range, candidates }) => ({ range, says: candidates })),
};

/** The fixture of a convention, drawn with all that is read thanks to it and would not be without it. */
function drawn(convention: Convention): string {
  const { text } = parseFixture(convention.fixture)[0]!;
  const yielded = (set: ConventionSet): ReturnType<(typeof YIELDED)['headings']> =>
    YIELDED[convention.yields](readFoundBy(set, text, { opaque: [], hasPandocNotes: false }));
  const others = allConventions.filter((other) => other !== convention);
  const without = new Set(yielded(new ConventionSet(others)).map((each) => JSON.stringify(each)));
  const thanks = yielded(knownConventions).filter((each) => !without.has(JSON.stringify(each)));
  return draw(
    text,
    thanks.map(({ range }) => ({ tag: convention.name, ...range })),
  );
}

describe('found: conventions', () => {
  for (const convention of allConventions)
    it(`${convention.name} yields what it says`, () => {
      assert.ok(convention.fixture.includes(`⟦${convention.name}|`), 'its fixture draws nothing');
      assert.equal(drawn(convention), convention.fixture);
    });

  it('have names of their own, in kebab case, and a language each', () => {
    const names = allConventions.map(({ name }) => name);
    assert.deepEqual([...new Set(names)], names);
    for (const name of names) assert.match(name, /^[a-z]+(?:-[a-z]+)*$/);
    for (const { name, languages } of allConventions) {
      assert.ok(languages.length > 0, name);
      assert.ok(languages.length === 1 || !languages.includes('any'), name);
    }
  });

  it('are all in the list', () => {
    const folder = path.resolve('server/src/found/conventions');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== 'registry.ts',
    );
    assert.equal(files.length, allConventions.length);
  });

  it('know nothing of each other, and the readers nothing of them', () => {
    const folder = path.resolve('server/src/found');
    const leaning = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== path.join('conventions', 'registry.ts'))
      .flatMap((file) =>
        [...readFileSync(path.join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)]
          .map(([, to]) => path.join(path.dirname(file), to!))
          .filter((to) => to.startsWith(`conventions${path.sep}`) && !to.endsWith('registry.ts'))
          .map((to) => `${file} imports ${to}`),
      );
    assert.deepEqual(leaning, []);
  });

  it('are listed in docs/conventions.md as they are', () => {
    assert.equal(
      readFileSync(path.resolve('docs/conventions.md'), 'utf8'),
      conventionPage(allConventions),
      'run npm run generate',
    );
  });
});
