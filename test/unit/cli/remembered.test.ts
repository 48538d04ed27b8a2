import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileStamp } from '../../../server/src/hosts/reading/file-stamp.ts';
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
    it(`is right where ${what}`, async () => {
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

  it('is told again of files that were just written, and made anew where one was written again at once', async () => {
    await check();
    assert.ok(!(await later(() => check())).read);
    const stampOf = (file: string) => fileStamp(path.join(folder(), file)).stamp!;
    write('notes/n1.md', 'Dockers [@meyer2011] and [@nobodyX].\n');
    // As if within the grain of the clock.
    rewrite((memory) => (memory.stamps['notes/n1.md'] = stampOf('notes/n1.md')));
    const anew = await later(() => check());
    assert.ok(anew.read);
    assert.match(anew.out, /nobodyX/);
  });

  it('is made anew where what is remembered is damaged', async () => {
    await later(() => check());
    const [file = '', ...others] = cached('check-');
    assert.deepEqual(others, []);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -3));
    assert.ok((await later(() => check())).read);
    assert.ok(!(await later(() => check())).read);
    const whole = (await check('--no-cache')).out;
    writeFileSync(file, readFileSync(file, 'utf8').replace('"message":"', '"message":'));
    assert.deepEqual(JSON.parse((await later(() => check())).out), JSON.parse(whole));
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"message":"', '"message":'));
    write('notes/n1.md', 'Dockers [@nobody1].\n\nAnd more.\n');
    const anew = JSON.parse((await later(() => check())).out) as object;
    assert.deepEqual(anew, JSON.parse((await check('--no-cache')).out));
  });

  describe('where a document changed', () => {
    /** Has the memory say something else of a document, to see whether that is told. */
    const pretend = (file: string) =>
      rewrite(({ reports }) => {
        for (const finding of reports.find((report) => report.path === file)!.findings)
          finding.message = `Remembered of ${file}.`;
      });
    /** Checks, and holds that what is said of `others` is remembered and all else as without a memory. */
    async function isToldOf(others: readonly string[]): Promise<void> {
      others.forEach(pretend);
      const told = JSON.parse((await later(() => check())).out) as Report;
      const anew = JSON.parse((await check('--no-cache')).out) as Report;
      for (const file of anew.files) if (others.includes(file.path)) replaceMessages(file);
      assert.deepEqual(told, anew);
      rewrite((memory) => (memory.stamps['works.bib'] = 'otherwise'));
      await later(() => check());
    }
    const replaceMessages = ({ path: file, findings }: Report['files'][number]) => {
      for (const finding of findings) finding.message = `Remembered of ${file}.`;
    };

    it('tells of the others what is remembered', async () => {
      await later(() => check());
      write('notes/n1.md', '\nDockers [@meyer2011] and [@somebody].\n');
      await isToldOf(['notes/n2.md', 'notes/n69.md']);
    });

    it('does so again and again, however soon after a change', async () => {
      await check();
      for (const name of ['one', 'two', 'three']) {
        write('notes/n1.md', `Dockers [@${name}].\n`);
        pretend('notes/n2.md');
        const { out } = await check();
        assert.match(out, new RegExp(`“${name}”`));
        assert.match(out, /Remembered of notes\/n2/);
      }
    });

    it('checks those whom it concerns', async () => {
      write('notes/n1.md', '[It was so]{.claim #so} [@meyer2011].\n');
      write('notes/n2.md', '[It was not]{.claim contradicts="n1.md#so"} [@meyer2011].\n');
      await later(() => check());
      write('notes/n1.md', '[It was so]{.claim #such} [@meyer2011].\n');
      await isToldOf(['notes/n3.md']);
    });

    it('leads to the places where what is told of lies now', async () => {
      const claim = (number: number) =>
        `[They were ${number}]{.claim about="union" says="members = ${number}" when="1905"} [@meyer2011].\n`;
      write('notes/n1.md', claim(80));
      write('notes/n2.md', claim(300));
      const before = await later(() => check());
      assert.match(before.out, /says both 300 and 80/);
      write('notes/n1.md', `Dockers.\n\n${claim(80)}`);
      await isToldOf(['notes/n3.md']);
    });

    it('looks for words in the texts of works anew', async () => {
      write('sources/meyer.md', '---\nsource: meyer2011\n---\n\nThe quay was closed in the spring.\n');
      write('notes/n1.md', 'Meyer: “The quay was closed in the autumn” [@meyer2011].\n');
      const before = await later(() => check());
      assert.match(before.out, /quote-mismatch/);
      write('sources/meyer.md', '---\nsource: meyer2011\n---\n\nThe quay was closed in the autumn.\n');
      await isToldOf([]);
    });

    it('checks all where the reading of the former version is not at hand', async () => {
      await later(() => check());
      for (const shard of cached('-of-')) rmSync(shard);
      write('notes/n1.md', 'Dockers [@somebody].\n');
      await isToldOf([]);
    });

    it('checks all where many changed', async () => {
      await later(() => check());
      for (let i = 0; i < 9; i++) write(`notes/n${i}.md`, 'Dockers [@somebody].\n');
      pretend('notes/n20.md');
      const { out } = await later(() => check());
      assert.doesNotMatch(out, /Remembered of/);
    });
  });

  interface Report {
    readonly files: readonly { readonly path: string; readonly findings: { message: string }[] }[];
  }

  interface Memory {
    readonly stamps: Record<string, string | null>;
    readonly reports: Report['files'];
  }

  /** The files of the cache with this in their names. */
  function cached(part: string): string[] {
    const root = path.join(folder(), '.cache');
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => path.basename(name).includes(part))
      .map((name) => path.join(root, name));
  }

  /** Changes what is remembered. */
  function rewrite(change: (memory: Memory) => void): void {
    const [file = ''] = cached('check-');
    const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const memory = JSON.parse(`{"reports": [${lines.join()}]}`) as Memory;
    Object.assign(memory, JSON.parse(head));
    change(memory);
    const { reports, ...others } = memory;
    writeFileSync(file, [others, ...reports].map((each) => `${JSON.stringify(each)}\n`).join(''));
  }
});
