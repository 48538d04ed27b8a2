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
  told(...paths: string[]): string[];
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
