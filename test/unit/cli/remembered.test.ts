import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine, type Ran } from './command-line.ts';

const source = (name: string) => new URL(`../../../server/src/${name}`, import.meta.url);

/** An hour ago, in seconds: a file that was just written may be written again within the clock's grain. */
const BEFORE = Date.now() / 1000 - 3600;

describe('a check of what was checked before', () => {
  const { write, run, folder } = commandLine();
  let cache: string | undefined;

  beforeEach(() => {
    cache = process.env['XDG_CACHE_HOME'];
    process.env['XDG_CACHE_HOME'] = path.join(folder(), '.cache');
    for (let i = 0; i < 70; i++) write(`notes/n${i}.md`, `Dockers [@meyer2011] and [@nobody${i}].\n`);
  });
  afterEach(() => {
    if (cache === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = cache;
  });

  /** Checks, and says whether documents were read for it. `clock` is what the check takes for now. */
  async function check(...args: string[]): Promise<Ran & { read: boolean }> {
    let read = false;
    const ran = await run(['check', '--format', 'json', ...args], false, folder(), {
      program: source('cli.ts'),
      worker: source('digest-worker.ts'),
      isWatched: true,
      now: (() => {
        let now = 0;
        return () => (now += 1000);
      })(),
      complain: (text) => (read ||= text.includes('Checking')),
    });
    return { ...ran, read };
  }

  /** Lets the clock go on, so that what was written is no longer young. */
  async function later<Result>(act: () => Promise<Result>): Promise<Result> {
    const { now } = Date;
    Date.now = () => now() + 60_000;
    try {
      return await act();
    } finally {
      Date.now = now;
    }
  }

  it('is told again without reading, with the same words', async () => {
    const first = await later(() => check());
    assert.ok(first.read);
    assert.match(first.out, /nobody69/);
    const second = await later(() => check());
    assert.ok(!second.read);
    assert.equal(second.out, first.out);
    assert.equal(second.code, first.code);
  });

  const changes: Record<string, () => void> = {
    'a document was written anew': () => write('notes/n1.md', 'Dockers [@meyer2011].\n'),
    'one of the same length and time was': () => {
      const file = path.join(folder(), 'notes/n1.md');
      writeFileSync(file, readFileSync(file, 'utf8').replace('nobody1', 'nobodyX'));
      utimesSync(file, BEFORE, BEFORE);
    },
    'a file came': () => write('notes/new.md', '[@nobody]\n'),
    'a file went': () => rmSync(path.join(folder(), 'notes/n2.md')),
    'a file has another name': () =>
      renameSync(path.join(folder(), 'notes/n2.md'), path.join(folder(), 'notes/n200.md')),
    'the bibliography was': () => write('works.bib', '@book{nobody1, title = {Quays}}\n'),
    'the project file was': () => write('sicetnon.yaml', 'bibliography: [works.bib, more.bib]\n'),
    'the rights of a file are others': () => chmodSync(path.join(folder(), 'notes/n3.md'), 0o600),
  };
  for (const [what, change] of Object.entries(changes))
    it(`is made anew where ${what}`, async () => {
      await later(() => check());
      change();
      const anew = await later(() => check());
      assert.ok(anew.read);
      assert.deepEqual(JSON.parse(anew.out), JSON.parse((await check('--no-cache')).out));
    });

  it('is made anew where a file that was sought in vain has come', async () => {
    write('sicetnon.yaml', 'bibliography: [works.bib, .hidden/more.bib]\n');
    await later(() => check());
    assert.ok(!(await later(() => check())).read);
    write('.hidden/more.bib', '@book{nobody1, title = {Quays}, author = {Nobody, N.}, year = 1931}\n');
    const anew = await later(() => check());
    assert.ok(anew.read);
    assert.doesNotMatch(anew.out, /“nobody1” is in no/);
  });

  it('is made anew by another program, under other options, and for a part', async () => {
    await later(() => check());
    assert.ok((await later(() => check('--no-found-bibliographies'))).read);
    assert.ok((await later(() => check('--max-file-size', '3'))).read);
    assert.ok((await later(() => check('notes'))).read);
    assert.ok((await later(() => check('notes/n1.md'))).read);
    assert.ok((await later(() => check('--no-cache'))).read);
    assert.ok(!(await later(() => check('--severity', 'error'))).read);
  });

  it('is made anew where a file was so young that it may have changed unseen', async () => {
    await check();
    assert.ok((await later(() => check())).read);
  });

  it('is made anew where what is remembered is damaged', async () => {
    await later(() => check());
    const root = path.join(folder(), '.cache');
    const kept = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      path.basename(name).startsWith('check-'),
    );
    assert.equal(kept.length, 1);
    const file = path.join(root, kept[0]!);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -3));
    assert.ok((await later(() => check())).read);
    assert.ok(!(await later(() => check())).read);
  });
});
