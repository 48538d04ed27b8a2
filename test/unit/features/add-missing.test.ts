import assert from 'node:assert/strict';
import { spliced } from '../../../server/src/features/actions/splices.ts';
import { actionsIn } from '../../support/check-action.ts';
import { parseFixture } from '../../support/fixture.ts';

/** What an action writes: each file that it edits as it reads afterwards. */
async function written(fixture: string, title: string): Promise<Record<string, string>> {
  const { actions } = await actionsIn(fixture);
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `“${title}” is among:\n${actions.map((each) => each.title).join('\n')}`);
  const files = new Map(parseFixture(fixture).map(({ path, text }) => [path, text]));
  const edits = action.edits();
  return Object.fromEntries(
    [...new Set(edits.map(({ path }) => path))].map((path) => [
      path,
      spliced(
        files.get(path) ?? '',
        edits.filter((edit) => edit.path === path),
      ).text,
    ]),
  );
}

describe('What is missing is added', () => {
  const works = '//- works.bib\n@book{maes1931, author = {Maes, Jan}, title = {Looms}, year = {1931}}\n';
  const project = (properties = '') =>
    `//- sicetnon.yaml\nbibliography: [works.bib]\nactors: [actors.yaml]\n${properties}`;
  const actors = '//- actors.yaml\nweavers:\n  name: Weavers\n';

  it('an entry, with what its key tells', async () => {
    const files = await written(
      `${project()}${works}${actors}//- main.md\nSo [@osei‸2003].\n`,
      'Add an entry “osei2003” to works.bib',
    );
    assert.match(files['works.bib']!, /^@book\{maes1931[\s\S]*\n\n@book\{osei2003,/);
    assert.match(files['works.bib']!, /author = \{Osei\}/);
    assert.match(files['works.bib']!, /2003/);
  });
  it('an entry for who asserts, where the name has a year as keys have', async () => {
    const claim = (by: string) => `${project()}${works}${actors}//- main.md\n[So]{.claim #so by="${by}‸"}.\n`;
    const files = await written(claim('osei2003'), 'Add an entry “osei2003” to works.bib');
    assert.match(files['works.bib']!, /author = \{Osei\}/);
    const { actions } = await actionsIn(claim('osei'));
    assert.ok(!actions.some(({ title }) => title.startsWith('Add an entry')));
  });
  it('an actor, under the id that the text has', async () =>
    assert.deepEqual(
      await written(
        `${project()}${works}${actors}//- main.md\n[the kitchen]{.actor ref="quay-‸kitchen"} stood.\n`,
        'Register “quay-kitchen” as an actor in actors.yaml',
      ),
      { 'actors.yaml': 'weavers:\n  name: Weavers\n\nquay-kitchen:\n  name: The kitchen\n' },
    ));
  it('a property, of the type that its values have', async () => {
    const declared = async (says: string, properties = '') =>
      (
        await written(
          `${project(properties)}${works}${actors}//- main.md\n[So]{.claim about="weavers" says="o‸f-old = ${says}"} [@maes1931].\n`,
          `Declare “of-old” in sicetnon.yaml as ${/^\d{4}$/.test(says) ? 'date' : /^\d/.test(says) ? 'quantity' : says === 'yes' ? 'boolean' : 'text'}`,
        )
      )['sicetnon.yaml']!;
    const head = 'bibliography: [works.bib]\nactors: [actors.yaml]\n';
    assert.equal(await declared('yes'), `${head}properties:\n  of-old: {type: boolean}\n`);
    assert.equal(await declared('82'), `${head}properties:\n  of-old: {type: quantity}\n`);
    assert.equal(await declared('1931'), `${head}properties:\n  of-old: {type: date}\n`);
    assert.equal(await declared('guild'), `${head}properties:\n  of-old: {type: text}\n`);
    assert.equal(
      await declared('yes', 'properties:\n    form: {type: text}\n'),
      `${head}properties:\n    form: {type: text}\n    of-old: {type: boolean}\n`,
    );
  });
});
