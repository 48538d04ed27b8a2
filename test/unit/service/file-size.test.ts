import assert from 'node:assert/strict';
import { Service } from '../../../server/src/service.ts';
import { LARGEST, limitOf, MEGABYTE } from '../../../server/src/workspace/file-limit.ts';
import { strictLogger } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

/** In bytes. */
const LIMIT = 400;
const stop = new AbortController().signal;

const PROJECT = 'bibliography: [works.bib]\nactors: [actors.yaml]\n';
const WORKS = '@book{meyer2011, title = {Dockers}}\n';
const ACTORS = 'union: {name: Union}\n';
const NOTES = 'Dockers [@meyer2011] of [the union]{.actor ref="union"}, and no more[^1].\n';
const files = { 'sicetnon.yaml': PROJECT, 'works.bib': WORKS, 'actors.yaml': ACTORS, 'notes.md': NOTES };

async function opened(changed: Readonly<Record<string, string>>): Promise<Service> {
  const fileSystem = new MemoryFileSystem({ ...files, ...changed });
  const service = new Service({ fileSystem, logger: strictLogger, largest: LIMIT });
  await service.start(() => undefined, stop);
  return service;
}

/** `path code` of every finding, and whether each that tells of the size says what can be done. */
function told(service: Service): string[] {
  return service.files().flatMap((path) =>
    service.check(path).findings.map(({ code, message }) => {
      const large = message.includes('larger than');
      if (large) assert.match(message, /0 MB.*Split it.*sicetnon\.maxFileSize.*--max-file-size/);
      return `${path} ${code}${large ? ', large' : ''}`;
    }),
  );
}

const padded = (text: string, sign: string) => `${text}${sign.repeat(LIMIT + 1 - text.length)}`;
const OWN = ['notes.md footnote-undefined'];

describe('a file over the limit', () => {
  it('is refused, and one of just that size is not', async () => {
    assert.deepEqual(told(await opened({ 'notes.md': padded(NOTES, 'x').slice(0, LIMIT) })), OWN);
    assert.deepEqual(told(await opened({ 'notes.md': padded(NOTES, 'x') })), [
      'notes.md file-unreadable, large',
    ]);
  });

  it('is told of where it is named: a bibliography, a register, the project file', async () => {
    assert.deepEqual(told(await opened({ 'works.bib': padded(WORKS, ' ') })), [
      ...OWN,
      'sicetnon.yaml bibliography-unreadable, large',
    ]);
    assert.deepEqual(
      told(await opened({ 'actors.yaml': padded(ACTORS, ' ') })).filter((each) => each.includes('large')),
      ['sicetnon.yaml register-invalid, large'],
    );
    assert.deepEqual(
      told(await opened({ 'sicetnon.yaml': padded(PROJECT, '#') })).filter((each) => each.includes('large')),
      ['sicetnon.yaml project-invalid, large'],
    );
  });

  it('is refused in an editor as well, and read as soon as it is small enough', async () => {
    const service = await opened({});
    service.open('notes.md', NOTES);
    const end = { line: 1, character: 0 };
    const more = 'x'.repeat(LIMIT);
    service.edit('notes.md', [{ range: { start: end, end }, text: more }]);
    await service.settle();
    assert.deepEqual(told(service), ['notes.md file-unreadable, large']);
    assert.equal(service.request('notes.md', end), null);
    const there = { start: end, end: { line: 1, character: LIMIT } };
    service.edit('notes.md', [{ range: there, text: '' }]);
    await service.settle();
    assert.deepEqual(told(service), OWN);
    service.open('works.bib', padded(WORKS, ' '));
    await service.settle();
    assert.deepEqual(told(service), [...OWN, 'sicetnon.yaml bibliography-unreadable, large']);
    await service.close('works.bib');
    service.open('notes.md', padded(NOTES, 'x'));
    await service.close('notes.md');
    await service.settle();
    assert.deepEqual(told(service), OWN, 'what lies on disk counts again');
  });

  it('is read when the limit is raised', async () => {
    const service = await opened({ 'notes.md': padded(NOTES, 'x'), 'works.bib': padded(WORKS, ' ') });
    assert.equal(told(service).length, 2);
    await service.limitFiles(LIMIT + 1, stop);
    assert.deepEqual(told(service), OWN);
  });
});

describe('a limit that is lowered', () => {
  const smaller = 100;
  const long = (text: string, sign: string) => `${text}${sign.repeat(smaller)}\n`;
  for (const patient of [false, true])
    it(`refuses what was read before${patient ? ', and waits for nothing' : ''}`, async () => {
      const fileSystem = new MemoryFileSystem({
        ...files,
        'works.bib': long(WORKS, '%'),
        'actors.yaml': long(ACTORS, '#'),
        'notes.md': long(NOTES, 'x'),
        'shown.md': long('Shown[^2]. ', 'x'),
        'small.md': 'Small[^3].\n',
      });
      const service = new Service({ fileSystem, logger: strictLogger, largest: LIMIT, patient });
      await service.start(() => undefined, stop);
      service.open('shown.md', long('Shown[^2]. ', 'x'));
      await service.settle();
      const before = told(service);
      assert.ok(!before.some((each) => each.includes('large')));
      service.takeStale();
      await service.limitFiles(smaller, stop);
      const after = told(service);
      assert.deepEqual(after.sort(), [
        'notes.md file-unreadable, large',
        'shown.md file-unreadable, large',
        'sicetnon.yaml bibliography-unreadable, large',
        'sicetnon.yaml register-invalid, large',
        'small.md footnote-undefined',
      ]);
      const stale = service.takeStale();
      for (const path of ['notes.md', 'shown.md', 'sicetnon.yaml']) assert.ok(stale.has(path), path);
      await service.limitFiles(LIMIT, stop);
      assert.deepEqual(told(service).sort(), before.sort());
    });

  it('reads nothing again that is far below it', async () => {
    const fileSystem = new MemoryFileSystem(files);
    const service = new Service({ fileSystem, logger: strictLogger });
    await service.start(() => undefined, stop);
    const read: string[] = [];
    const reading = fileSystem.read.bind(fileSystem);
    fileSystem.read = (path) => {
      read.push(path);
      return reading(path);
    };
    await service.limitFiles(10_000, stop);
    assert.deepEqual(read, []);
  });
});

describe('the limit for the size of files', () => {
  it('is 64 MB where nobody has set what could be meant', () => {
    assert.equal(LARGEST, 64 * MEGABYTE);
    for (const nothing of [undefined, null, 0, -1, NaN, '12', {}]) assert.equal(limitOf(nothing), LARGEST);
    assert.equal(limitOf(1), MEGABYTE);
    assert.equal(limitOf(0.5), MEGABYTE / 2);
    assert.equal(limitOf(Infinity), limitOf(1e9));
  });
});
