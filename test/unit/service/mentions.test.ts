import assert from 'node:assert/strict';
import type { Service } from '../../../server/src/service.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { workspaceOf } from '../../support/check.ts';
import type { MemoryFileSystem } from '../../support/memory-file-system.ts';

const REGISTER = `harbour-office:
  name: Office of Harbours
tithe-office:
  name: Office of Tithes
  aliases: [the Office]
`;
const SHARED = REGISTER.replace('Office of Harbours', 'Office of Harbours\n  aliases: [the Office]');
const PROJECT = 'actors: [actors.yaml]\nrules: {actor-unmentioned: hint}\n';

interface Workspace {
  service: Service;
  fileSystem: MemoryFileSystem;
  /** \`path code\` of what is wrong with actors, in those files. */
  readonly told: (...paths: string[]) => string[];
}

async function workspace(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const all = { 'sicetnon.yaml': PROJECT, 'actors.yaml': REGISTER, ...files };
  const { service, fileSystem } = await workspaceOf(
    Object.entries(all)
      .map(([path, text]) => `//- ${path}\n${text}`)
      .join(''),
  );
  service.takeStale();
  return {
    service,
    fileSystem,
    told: (...paths) =>
      paths.flatMap((path) =>
        service
          .check(path)
          .findings.filter(({ code }) => code.startsWith('actor-'))
          .map(({ code, range }) => `${path}:${range.start.line + 1} ${code}`),
      ),
  };
}

function replaceAll(service: Service, path: string, before: string, after: string): void {
  service.edit(path, [
    { range: LineIndex.of(before).positions({ from: 0, to: before.length }), text: after },
  ]);
}

const signal = new AbortController().signal;

describe('mentions while registers and documents change', () => {
  const notes = 'The Office refused the Office of Harbours.\n';

  it('an alias that comes to be shared is told of in open documents at once', async () => {
    const { service, told } = await workspace({ 'notes.md': notes });
    service.open('notes.md', notes);
    service.open('actors.yaml', REGISTER);
    service.takeStale();
    assert.deepEqual(told('notes.md'), []);
    replaceAll(service, 'actors.yaml', REGISTER, SHARED);
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(told('notes.md'), ['notes.md:1 actor-ambiguous']);
    replaceAll(service, 'actors.yaml', SHARED, REGISTER);
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(told('notes.md'), []);
  });

  it('and in closed documents once the register is saved; until then they are silent', async () => {
    const { service, fileSystem, told } = await workspace({ 'notes.md': notes });
    service.open('actors.yaml', REGISTER);
    replaceAll(service, 'actors.yaml', REGISTER, SHARED);
    await service.settle();
    assert.deepEqual(told('notes.md'), []);
    fileSystem.write('actors.yaml', SHARED);
    service.takeStale();
    await service.refresh(['actors.yaml'], signal);
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(told('notes.md'), ['notes.md:1 actor-ambiguous']);
  });

  it('an alias that is shared no more is told of no more, in closed documents too', async () => {
    const { service, told } = await workspace({ 'actors.yaml': SHARED, 'notes.md': notes });
    assert.deepEqual(told('notes.md'), ['notes.md:1 actor-ambiguous']);
    service.open('actors.yaml', SHARED);
    service.takeStale();
    for (const [before, after, said] of [
      [SHARED, REGISTER, []],
      [REGISTER, SHARED, ['notes.md:1 actor-ambiguous']],
    ] as const) {
      replaceAll(service, 'actors.yaml', before, after);
      assert.ok(service.takeStale().has('notes.md'));
      assert.deepEqual(told('notes.md'), said);
    }
  });

  it('who may be meant is told in the order of the registers, whichever that was when texts were read', async () => {
    const { service, fileSystem } = await workspace({ 'actors.yaml': SHARED, 'notes.md': notes });
    const message = () => service.check('notes.md').findings[0]!.message;
    assert.match(message(), /Office of Harbours or Office of Tithes/);
    fileSystem.write('actors.yaml', SHARED.split(/^(?=\w)/m).reverse().join('')); // prettier-ignore
    service.takeStale();
    await service.refresh(['actors.yaml'], signal);
    assert.ok(service.takeStale().has('notes.md'));
    assert.match(message(), /Office of Tithes or Office of Harbours/);
  });

  it('who may be meant by an alias is told by the names of now', async () => {
    const boards = SHARED.replace('Office of Tithes', 'Board of Tithes');
    const { service } = await workspace({ 'actors.yaml': boards, 'notes.md': notes });
    service.open('actors.yaml', boards);
    service.takeStale();
    replaceAll(service, 'actors.yaml', boards, boards.replace('Tithes', 'Dikes'));
    assert.ok(service.takeStale().has('notes.md'));
    assert.match(service.check('notes.md').findings[0]!.message, /Board of Dikes/);
  });

  it('a shared name is that of whom it cites where a verb of saying leads to the citation, without a stop', async () => {
    const shared = 'sidney: {name: Sidney Webb, aliases: [Webb]}\nann: {name: Ann Webb, aliases: [Webb]}\n';
    const { told } = await workspace({
      'sicetnon.yaml': 'actors: [actors.yaml]\nbibliography: [works.bib]\n',
      'works.bib': '@book{webb1894, author = {Webb, Sidney}, title = {Unions}, year = {1894}}\n',
      'actors.yaml': shared,
      'notes.md': 'Then Webb argues so [@webb1894].\n',
      'more.md': 'So did Webb, argues the Office [@webb1894].\n',
    });
    assert.deepEqual(told('notes.md', 'more.md'), ['more.md:1 actor-ambiguous']);
  });

  it('what does not change who is meant, or their order, concerns no text', async () => {
    const { service, fileSystem } = await workspace({ 'actors.yaml': SHARED, 'notes.md': notes });
    fileSystem.write('actors.yaml', `${SHARED}senate: {name: Senate}\n`);
    await service.refresh(['actors.yaml'], signal);
    service.takeStale();
    fileSystem.write('actors.yaml', `${SHARED}senate: {name: Senate, active: 1880/..}\n`);
    await service.refresh(['actors.yaml'], signal);
    assert.ok(!service.takeStale().has('notes.md'));
  });

  it('a name that holds the shared alias takes its mentions', async () => {
    const { service, fileSystem, told } = await workspace({
      'actors.yaml': SHARED,
      'notes.md': 'The Office of Weights refused.\n',
    });
    assert.deepEqual(told('notes.md'), ['notes.md:1 actor-ambiguous']);
    fileSystem.write(
      'actors.yaml',
      `${SHARED}weights-office: {name: Office of Weights, aliases: [the Office of Weights]}\n`,
    );
    await service.refresh(['actors.yaml'], signal);
    assert.deepEqual(told('notes.md'), []);
  });

  for (const [what, more, said] of [
    ['stands across the end of it', ['Office Weights Board'], []],
    [
      'is stood across by another',
      ['Office Weights Board', 'Weights Board of the Old Port'],
      ['notes.md:1 actor-ambiguous'],
    ],
  ] as const)
    it(`and so does one that ${what}`, async () => {
      const { service, fileSystem, told } = await workspace({
        'sicetnon.yaml': 'actors: [actors.yaml]\n',
        'actors.yaml': SHARED,
        'notes.md': 'The Office Weights Board of the Old Port refused.\n',
      });
      assert.deepEqual(told('notes.md'), ['notes.md:1 actor-ambiguous']);
      for (const count of [1, more.length]) {
        const added = more.slice(0, count).map((name, i) => `board${i}: {name: ${name}}\n`);
        fileSystem.write('actors.yaml', SHARED + added.join(''));
        await service.refresh(['actors.yaml'], signal);
        assert.deepEqual(told('notes.md'), count === more.length ? said : []);
      }
    });

  it('is told once for an alias and document, at its first use', async () => {
    const { told } = await workspace({
      'actors.yaml': SHARED.replaceAll('[the Office]', '[the Office, OO]'),
      'notes.md': 'One.\n\nThe Office refused.\n\nThe Office, again the\nOffice.\n\nThe OO.\n',
      'more.md': 'The Office.\n',
    });
    assert.deepEqual(told('notes.md', 'more.md'), [
      'notes.md:3 actor-ambiguous',
      'notes.md:8 actor-ambiguous',
      'more.md:1 actor-ambiguous',
    ]);
  });

  it('an actor is unmentioned when the last mention goes, and mentioned when one comes', async () => {
    const { service, told } = await workspace({ 'notes.md': notes, 'more.md': 'Nothing.\n' });
    assert.deepEqual(told('actors.yaml'), []);
    service.open('notes.md', notes);
    service.takeStale();
    replaceAll(service, 'notes.md', notes, 'The Office refused.\n');
    assert.ok(service.takeStale().has('actors.yaml'));
    assert.deepEqual(told('actors.yaml'), ['actors.yaml:1 actor-unmentioned']);
    service.open('more.md', 'Nothing.\n');
    service.takeStale();
    replaceAll(service, 'more.md', 'Nothing.\n', '[It]{.actor ref="harbour-office"} did.\n');
    assert.ok(service.takeStale().has('actors.yaml'));
    assert.deepEqual(told('actors.yaml'), []);
    await service.close('more.md');
    assert.deepEqual(told('actors.yaml'), ['actors.yaml:1 actor-unmentioned']);
  });

  it('nobody is called unmentioned before closed documents were searched for the new name', async () => {
    const { service, fileSystem, told } = await workspace({
      'notes.md': notes,
      'more.md': 'The Senate sat.\n',
    });
    const edited = `${REGISTER}senate: {name: Senate}\nelders: {name: Elders}\n`;
    service.open('actors.yaml', REGISTER);
    replaceAll(service, 'actors.yaml', REGISTER, edited);
    await service.settle();
    assert.deepEqual(told('actors.yaml'), []);
    fileSystem.write('actors.yaml', edited);
    await service.refresh(['actors.yaml'], signal);
    assert.deepEqual(told('actors.yaml'), ['actors.yaml:7 actor-unmentioned']);
  });

  it('counts only when somebody asks, and finds all when somebody begins to', async () => {
    const { service, fileSystem, told } = await workspace({
      'sicetnon.yaml': 'actors: [actors.yaml]\n',
      'notes.md': 'The Office refused.\n',
    });
    assert.deepEqual(told('actors.yaml'), []);
    fileSystem.write('sicetnon.yaml', PROJECT);
    await service.refresh(['sicetnon.yaml'], signal);
    assert.deepEqual(told('actors.yaml'), ['actors.yaml:1 actor-unmentioned']);
  });

  it('an actor is unmentioned at once when its name goes to another, though open documents had it', async () => {
    const { service, told } = await workspace({ 'notes.md': notes });
    service.open('notes.md', notes);
    service.open('actors.yaml', REGISTER);
    assert.deepEqual(told('actors.yaml'), []);
    replaceAll(service, 'actors.yaml', REGISTER, REGISTER.replace('Harbours', 'Towers'));
    assert.deepEqual(told('actors.yaml'), ['actors.yaml:1 actor-unmentioned']);
  });

  it('a change of `active` wakes the claims about the actor', async () => {
    const claim = '[It sat]{.claim #sat about="harbour-office" when="1850"} [@meyer2011].\n';
    const { service, told } = await workspace({ 'notes.md': claim });
    service.open('actors.yaml', REGISTER);
    service.takeStale();
    assert.deepEqual(told('notes.md'), []);
    replaceAll(service, 'actors.yaml', REGISTER, REGISTER.replace('Harbours', 'Harbours\n  active: 1880/..'));
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(told('notes.md'), ['notes.md:1 actor-anachronism']);
  });

  it('a register that the project names no more is forgotten', async () => {
    const { service, fileSystem, told } = await workspace({ 'actors.yaml': SHARED, 'notes.md': notes });
    assert.deepEqual(told('actors.yaml', 'notes.md'), [
      'actors.yaml:3 actor-duplicate-alias',
      'actors.yaml:6 actor-duplicate-alias',
      'notes.md:1 actor-ambiguous',
    ]);
    fileSystem.write('sicetnon.yaml', 'actors: []\n');
    service.takeStale();
    await service.refresh(['sicetnon.yaml'], signal);
    const stale = service.takeStale();
    assert.ok(stale.has('notes.md') && stale.has('actors.yaml'));
    assert.deepEqual(told('actors.yaml', 'notes.md'), []);
  });

  it('registers that share a name are all looked at when one changes', async () => {
    const people = 'meyer:\n  name: Lena Meyer\n  relations: {heads: [tithe-office]}\n';
    const { service, fileSystem } = await workspace({
      'sicetnon.yaml': 'actors: [actors.yaml, people.yaml]\n',
      'people.yaml': people,
    });
    const codes = () => service.check('people.yaml').findings.map(({ code }) => code);
    assert.deepEqual(codes(), []);
    fileSystem.write('actors.yaml', REGISTER.replace('tithe-office', 'meyer'));
    service.takeStale();
    await service.refresh(['actors.yaml'], signal);
    assert.ok(service.takeStale().has('people.yaml'));
    assert.deepEqual(codes(), ['actor-duplicate-alias', 'register-invalid']);
  });
});

describe('names before a citation, which are a scholar’s or an actor’s', () => {
  const BY_WEBB = '@book{webb1897, author = {Webb, Ada}, title = {Trades}}\n';
  const BY_COLE = BY_WEBB.replace('Webb, Ada', 'Cole, Ben');
  const REGISTERED = 'webb:\n  name: Carl Webb\n  aliases: [Webb]\n';
  const TWO = `${REGISTERED}webbs:\n  name: Dora Webb\n  aliases: [Webb]\n`;
  const COUNTING = `bibliography: [works.bib]\n${PROJECT}`;
  const UNMENTIONED = ['actors.yaml:1 actor-unmentioned'];
  const AMBIGUOUS = ['notes.md:1 actor-ambiguous'];
  const citing = 'Webb argues so [@webb1897].\n';

  /** A workspace of one register and one document that names Webb before a work of his, or of another. */
  async function library(files: Readonly<Record<string, string>>, isOpen: boolean) {
    const all = {
      'sicetnon.yaml': COUNTING,
      'works.bib': BY_WEBB,
      'actors.yaml': REGISTERED,
      'notes.md': citing,
      ...files,
    };
    const made = await workspace(all);
    if (isOpen) made.service.open('notes.md', all['notes.md']);
    made.service.takeStale();
    /** Changes a file, and says what is told of `stale` then, which must be known to have changed. */
    const after = async (file: string, text: string | Uint8Array | null, stale: string) => {
      if (text === null) made.fileSystem.remove(file);
      else made.fileSystem.write(file, text);
      await made.service.refresh([file], signal);
      assert.ok(made.service.takeStale().has(stale), `${stale} is to be told anew`);
      return made.told(stale).filter((one) => !one.includes('duplicate-alias'));
    };
    return { ...made, after };
  }

  for (const isOpen of [false, true]) {
    const documents = isOpen ? 'open documents' : 'closed documents';
    const without = 'bibliography: [works.bib]\nactors: [actors.yaml]\n';

    it(`are looked at again in ${documents} when a bibliography changes: who is mentioned`, async () => {
      const { told, after } = await library({}, isOpen);
      assert.deepEqual(told('actors.yaml'), UNMENTIONED);
      assert.deepEqual(await after('works.bib', BY_COLE, 'actors.yaml'), []);
      assert.deepEqual(await after('works.bib', BY_WEBB, 'actors.yaml'), UNMENTIONED);
      assert.deepEqual(await after('works.bib', null, 'actors.yaml'), []);
      assert.deepEqual(await after('works.bib', BY_WEBB, 'actors.yaml'), UNMENTIONED);
    });

    for (const [what, project] of [
      ['where mentions are counted', COUNTING],
      ['where they are not', without],
    ] as const)
      it(`and which names are ambiguous in ${documents}, ${what}`, async () => {
        const { told, after } = await library({ 'sicetnon.yaml': project, 'actors.yaml': TWO }, isOpen);
        assert.deepEqual(told('notes.md'), []);
        assert.deepEqual(await after('works.bib', BY_COLE, 'notes.md'), AMBIGUOUS);
        assert.deepEqual(await after('works.bib', BY_WEBB, 'notes.md'), []);
      });

    it(`and in ${documents} when a register says what works are whose`, async () => {
      const withWorks = (register: string) => register.replaceAll('[Webb]', '[Webb]\n  works: [webb1897]');
      const { told, after } = await library({ 'sicetnon.yaml': without, 'actors.yaml': TWO }, isOpen);
      assert.deepEqual(told('notes.md'), []);
      assert.deepEqual(await after('actors.yaml', withWorks(TWO), 'notes.md'), AMBIGUOUS);
      const ofOne = withWorks(REGISTERED) + TWO.slice(REGISTERED.length);
      assert.deepEqual(await after('actors.yaml', ofOne, 'notes.md'), []);
    });

    it(`and in ${documents} when they come to cite from elsewhere`, async () => {
      const files = { 'sicetnon.yaml': PROJECT, 'chapters/works.bib': BY_WEBB, 'works.bib': BY_COLE };
      const { told, after } = await library({ ...files, '_quarto.yml': 'bibliography: works.bib\n' }, isOpen);
      assert.deepEqual(told('actors.yaml'), []);
      const inherits = 'bibliography: chapters/works.bib\n';
      assert.deepEqual(await after('_quarto.yml', inherits, 'actors.yaml'), UNMENTIONED);
      assert.deepEqual(await after('_quarto.yml', null, 'actors.yaml'), []);
      assert.deepEqual(await after('index.qmd', `---\n${inherits}---\n`, 'actors.yaml'), UNMENTIONED);
      const garbage = new Uint8Array([0xff, 0x80]);
      assert.deepEqual(await after('index.qmd', garbage, 'actors.yaml'), []);
      const own = `---\nreferences: [{id: webb1897, author: [{family: Webb}]}]\n---\n${citing}`;
      if (!isOpen) assert.deepEqual(await after('notes.md', own, 'actors.yaml'), UNMENTIONED);
    });
  }

  it('of an open document are looked at again with the entries of its front matter', async () => {
    const { service, told } = await library({ 'works.bib': BY_COLE }, true);
    assert.deepEqual(told('actors.yaml'), []);
    const own = `---\nreferences: [{id: webb1897, author: [{family: Webb}]}]\n---\n${citing}`;
    replaceAll(service, 'notes.md', citing, own);
    assert.ok(service.takeStale().has('actors.yaml'));
    assert.deepEqual(told('actors.yaml'), UNMENTIONED);
    const other = own.replace('family: Webb', 'family: Cole');
    replaceAll(service, 'notes.md', own, other);
    assert.ok(service.takeStale().has('actors.yaml'));
    assert.deepEqual(told('actors.yaml'), []);
  });
});
