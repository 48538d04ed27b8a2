import assert from 'node:assert/strict';
import { actionsIn, checkAction, isGesture, titlesIn } from '../../support/check-action.ts';

/** Creates what the action `title` creates, and looks that the finding is gone. */
async function creates(fixture: string, title: string, written: string): Promise<void> {
  const { service, file, actions } = await actionsIn(fixture, (kind) => !isGesture(kind));
  const action = actions.find((each) => each.title === title);
  assert.ok(action, actions.map((each) => each.title).join('\n'));
  const [edit, ...more] = action.edits();
  assert.deepEqual(more, []);
  assert.equal(edit?.path, action.creates);
  assert.equal(edit?.insert, written);
  const codes = () => service.check(file.path).findings.map(({ code }) => code);
  const [{ code } = { code: '' }] = action.fixes ?? [];
  assert.ok(codes().includes(code));
  service.open(edit.path, edit.insert);
  await service.settle();
  assert.ok(!codes().includes(code), `${code} is gone`);
}

describe('A name under which there is no file', () => {
  const register = (name: string) => `//- sicetnon.yaml\nactors: [‸${name}]\n`;
  const bibliography = (name: string) => `//- texts/a.md\n---\nbibliography: ‸${name}\n---\n\nA loom.\n`;

  it('of a bibliography is made beside the text', () =>
    creates(bibliography('works.bib'), 'Create “texts/works.bib”', ''));
  it('of a bibliography in JSON begins as an empty list', () =>
    creates(bibliography('works.json'), 'Create “texts/works.json”', '[]\n'));
  it('of a bibliography that the project names is made at the root', () =>
    creates('//- sicetnon.yaml\nbibliography: ‸lists/works.bib\n', 'Create “lists/works.bib”', ''));
  it('of a register is made', () => creates(register('people.yaml'), 'Create “people.yaml”', ''));
  it('of a register in JSON begins as an empty one', () =>
    creates(register('people.json'), 'Create “people.json”', '{}\n'));

  it('is read as several, where commas part them', async () => {
    const there = '//- works.bib\n@book{a, title = {A}}\n//- texts/more.bib\n@book{b, title = {B}}\n';
    await checkAction(
      `${there}${bibliography('works.bib, more.bib')}`,
      'Write them as a list',
      '---\nbibliography: [works.bib, more.bib]\n---\n\nA loom.\n',
    );
    for (const name of ['works.bib, none.bib', '~/library.bib'])
      assert.ok(
        !(await titlesIn(`${there}${bibliography(name)}`)).some((title) => /^Create/.test(title)),
        name,
      );
  });

  it('gives way to one that is nearly the same, or lies elsewhere', async () => {
    const there = '//- texts/weavers.bib\n@book{maes1931, title = {Looms}}\n';
    await checkAction(
      `${there}${bibliography('weevers.bib')}`,
      'Write “weavers.bib”',
      '---\nbibliography: weavers.bib\n---\n\nA loom.\n',
    );
    await checkAction(
      `//- lists/works.bib\n@book{maes1931, title = {Looms}}\n${bibliography('works.bib')}`,
      'Write “../lists/works.bib”',
      '---\nbibliography: ../lists/works.bib\n---\n\nA loom.\n',
    );
    await checkAction(
      `//- people.yaml\nmaes:\n  name: Jozef Maes\n${register('poeple.yaml')}`,
      'Write “people.yaml”',
      'actors: [people.yaml]\n',
    );
    assert.ok(!(await titlesIn(`${there}${bibliography('rolls.bib')}`)).includes('Write “weavers.bib”'));
  });

  it('is not made outside, hidden, or of another kind', async () => {
    for (const name of ['../../works.bib', '.hidden/works.bib', 'works.txt', 'works.ris'])
      assert.deepEqual(
        (await titlesIn(bibliography(name))).filter((title) => title.startsWith('Create')),
        [],
        name,
      );
    for (const name of ['../people.yaml', '.ssh/people.yaml', 'people.bib'])
      assert.deepEqual(
        (await titlesIn(register(name))).filter((title) => title.startsWith('Create')),
        [],
        name,
      );
  });
});
