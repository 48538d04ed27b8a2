import assert from 'node:assert/strict';
import { workspaceOf } from '../../support/check.ts';

const signal = new AbortController().signal;

const project = (more = '') => `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
timeless-span: 10
${more}properties:
  trusted: {type: boolean}
//- actors.yaml
union: {name: Union of Dockers}
`;
const works = (year: string) =>
  `@book{lee2011, author = {Lee, Ann}, title = {Quays}, year = {${year}}}
@book{adler2018, author = {Adler, Bo}, title = {Owners}, year = {2018}}
`;
const claim = (id: string, says: string) =>
  `[The union]{.claim #${id} about="union" says="trusted = ${says}"}.\n`;
const source = (key: string, id: string, says: string) =>
  `//- sources/${id}.md\n---\nsource: ${key}\n---\n\n${claim(id, says)}`;
const by = (key: string, id: string, says: string) =>
  `//- notes/${id}.md\n[The union]{.claim #${id} by="${key}" about="union" says="trusted = ${says}"} [@${key}].\n`;

/** What is told of all files, before and after the year of a work is another, and of what was not said to be stale. */
async function afterYear(fixture: string) {
  const { service, fileSystem } = await workspaceOf(`${fixture}//- works.bib\n${works('2011')}`);
  const told = () =>
    new Map(service.files().map((path) => [path, JSON.stringify(service.check(path).findings)]));
  const before = told();
  service.takeStale();
  service.takeMoved();
  fileSystem.write('works.bib', works('1990'));
  await service.refresh(['works.bib'], signal);
  const stale = service.takeStale();
  const after = told();
  const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path)).sort();
  return { changed, missed: changed.filter((path) => !stale.has(path)) };
}

describe('a year that a bibliography changes', () => {
  it('concerns both ends of a conflict of two texts', async () => {
    const fixture = `${project()}${source('lee2011', 'lee', 'yes')}${source('adler2018', 'adler', 'no')}`;
    const { changed, missed } = await afterYear(fixture);
    assert.deepEqual(changed, ['sources/adler.md', 'sources/lee.md']);
    assert.deepEqual(missed, []);
  });

  it('concerns both ends of one between what two texts are said to assert', async () => {
    const fixture = `${project()}${by('lee2011', 'lee', 'yes')}${by('adler2018', 'adler', 'no')}`;
    const { changed, missed } = await afterYear(fixture);
    assert.deepEqual(changed, ['notes/adler.md', 'notes/lee.md']);
    assert.deepEqual(missed, []);
  });

  it('concerns whoever is told of it at the other end only, with conflicts of which both ends are told', async () => {
    const fixture = `${project('conflict-ends: both\n')}${source('lee2011', 'lee', 'yes')}${source('adler2018', 'adler', 'no')}`;
    assert.deepEqual((await afterYear(fixture)).missed, []);
  });

  it('concerns the writer, whose claim follows a citation', async () => {
    const fixture = `${project()}${source('lee2011', 'lee', 'yes')}//- notes.md
[The union]{.claim #mine about="union" says="trusted = no"} [@adler2018].
`;
    assert.deepEqual((await afterYear(fixture)).missed, []);
  });

  it('concerns both ends where the project file says whose text a file is', async () => {
    const texts = 'sources:\n  sources/lee.md: lee2011\n  sources/adler.md: adler2018\n';
    const fixture = `${project(texts)}//- sources/lee.md\n${claim('lee', 'yes')}//- sources/adler.md\n${claim('adler', 'no')}`;
    const { changed, missed } = await afterYear(fixture);
    assert.deepEqual(changed, ['sources/adler.md', 'sources/lee.md']);
    assert.deepEqual(missed, []);
  });

  it('concerns both ends where a claim is an author’s whose works the register names', async () => {
    const authors = 'lee: {name: Ann Lee, works: [lee2011]}\nadler: {name: Bo Adler, works: [adler2018]}\n';
    const by = (who: string, says: string) =>
      `//- notes/${who}.md\n[The union]{.claim #${who} by="${who}" about="union" says="trusted = ${says}"}.\n`;
    const fixture = `${project()}${authors}${by('lee', 'yes')}${by('adler', 'no')}`;
    assert.deepEqual((await afterYear(fixture)).missed, []);
  });

  it('concerns both ends where one reports the other', async () => {
    const fixture = `${project()}${source('adler2018', 'adler', 'no')}//- notes.md
[The union]{.claim #chain by="lee2011 via adler2018" about="union" says="trusted = yes"}.
`;
    assert.deepEqual((await afterYear(fixture)).missed, []);
  });

  it('concerns both ends where a text has the entry in its front matter', async () => {
    const text = (year: string) =>
      `---\nsource: lee2011\nreferences:\n- id: lee2011\n  type: book\n  author: [{family: Lee}]\n  issued: '${year}'\n  title: Quays\n---\n\n${claim('lee', 'yes')}`;
    const fixture = `${project()}//- sources/lee.md\n${text('2011')}${source('adler2018', 'adler', 'no')}//- works.bib\n@book{adler2018, author = {Adler, Bo}, title = {Owners}, year = {2018}}\n`;
    const { service, fileSystem } = await workspaceOf(fixture);
    const told = () =>
      new Map(service.files().map((path) => [path, JSON.stringify(service.check(path).findings)]));
    const before = told();
    service.takeStale();
    fileSystem.write('sources/lee.md', text('1990'));
    await service.refresh(['sources/lee.md'], signal);
    const stale = service.takeStale();
    const after = told();
    const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path)).sort();
    assert.deepEqual(changed, ['sources/adler.md', 'sources/lee.md']);
    assert.deepEqual(
      changed.filter((path) => !stale.has(path)),
      [],
    );
  });
});
