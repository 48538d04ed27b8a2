import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { NodeFileSystem } from '../../server/src/hosts/node-file-system.ts';
import { ShardReader } from '../../server/src/hosts/reading/shard-reader.ts';
import { Service } from '../../server/src/service.ts';
import { Digester } from '../../server/src/service/digest.ts';
import type { Logger } from '../../server/src/workspace/file-system.ts';
import { strictLogger } from '../support/check.ts';
import { runs } from '../support/runs.ts';

/** Long enough ago that the time of a file tells whether it changed. */
const THEN = new Date('2020-05-01T12:00:00Z');

interface Way {
  readonly threads?: number;
  readonly cache?: string;
  readonly worker?: URL;
  readonly logger?: Logger;
}

describe('reading a workspace from disk', () => {
  let home: string;
  let root: string;
  let cache: string;
  let program: string;

  before(async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sicetnon-thread-'));
    program = path.join(folder, 'digest-worker.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL('../../server/src/digest-worker.ts', import.meta.url))],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {
        js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
      },
    });
  });

  after(() => fs.rmSync(path.dirname(program), { recursive: true }));

  beforeEach(() => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'sicetnon-reading-'));
    root = path.join(home, 'workspace');
    cache = path.join(home, 'cache');
    for (const [file, text] of Object.entries(workspace(90))) write(file, text);
  });

  afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

  function write(file: string, text: string | Uint8Array, time = THEN): void {
    const absolute = path.join(root, file);
    fs.mkdirSync(path.dirname(absolute), { recursive: true });
    fs.writeFileSync(absolute, text);
    fs.utimesSync(absolute, time, time);
  }

  async function read(way: Way | null): Promise<Service> {
    const reader =
      way &&
      new ShardReader({
        root,
        cache: way.cache ?? null,
        threads: way.threads ?? 0,
        worthThreads: 10,
        worker: way.worker ?? pathToFileURL(program),
        logger: way.logger ?? strictLogger,
        rest: () => new Promise((resolve) => setImmediate(resolve)),
      });
    const service = new Service({
      fileSystem: new NodeFileSystem(root),
      logger: way?.logger ?? strictLogger,
      ...(reader ? { reader } : {}),
    });
    await service.start(() => undefined, new AbortController().signal);
    await service.verifyQuotations();
    return service;
  }

  /** All that is known of the workspace. */
  async function known(way: Way | null): Promise<unknown> {
    return knownOf(await read(way));
  }

  async function knownOf(service: Service): Promise<unknown> {
    const inspected = [];
    for (const file of service.documentPaths()) inspected.push(await service.inspect(file));
    return { findings: service.files().map((file) => service.check(file)), inspected };
  }

  it('comes to the same one by one, at once, in threads, and out of the cache', async () => {
    const plain = await known(null);
    for (const code of ['claim-self-contradiction', 'actor-ambiguous', 'quote-mismatch'])
      assert.ok(JSON.stringify(plain).includes(`"${code}"`), `there is ${code} to compare`);
    assert.deepEqual(await known({}), plain, 'on one thread');
    assert.deepEqual(await known({ threads: 3 }), plain, 'on three threads');
    assert.deepEqual(await known({ threads: 2, cache }), plain, 'while the cache is filled');
    assert.deepEqual(await known({ threads: 2, cache }), plain, 'out of the cache');
    assert.deepEqual(await known({ cache }), plain, 'out of the cache on one thread');
  });

  it('takes a file that did not change from the cache, and reads one that did', async () => {
    const words = (word: string) => `${word} words[^missing].\n`;
    write('notes/own.md', words('First'));
    await read({ cache });
    // Of one length, with the time that it had: nobody can know, and so the cache must have been asked.
    write('notes/own.md', words('First').replace('[^missing]', 'x'.repeat('[^missing]'.length)));
    const service = await read({ cache });
    assert.deepEqual(codes(service, 'notes/own.md'), ['footnote-undefined']);
    write('notes/own.md', words('Other'), new Date(THEN.getTime() + 1));
    assert.deepEqual(codes(await read({ cache }), 'notes/own.md'), ['footnote-undefined']);
    write('notes/own.md', 'No words of the kind.\n', new Date(THEN.getTime() + 2));
    assert.deepEqual(codes(await read({ cache }), 'notes/own.md'), []);
  });

  it('does not trust the time of a file that had just been written', async () => {
    write('notes/young.md', 'Words[^missing].\n', new Date());
    assert.deepEqual(codes(await read({ cache }), 'notes/young.md'), ['footnote-undefined']);
    const { mtime } = fs.statSync(path.join(root, 'notes/young.md'));
    write('notes/young.md', 'Words, no mark..\n\n', mtime);
    assert.deepEqual(codes(await read({ cache }), 'notes/young.md'), []);
  });

  it('does not trust it where size and time stay the same either', async () => {
    write('notes/young.md', 'Words[^missing].\n', new Date());
    assert.deepEqual(codes(await read({ cache }), 'notes/young.md'), ['footnote-undefined']);
    const before = fs.statSync(path.join(root, 'notes/young.md'));
    write('notes/young.md', 'Words(^missing).\n', before.mtime);
    const now = fs.statSync(path.join(root, 'notes/young.md'));
    assert.equal(now.size, before.size);
    // Times are set in whole milliseconds, so that what was read is brought to the same one.
    assert.equal(Math.floor(now.mtimeMs), Math.floor(before.mtimeMs));
    assert.deepEqual(codes(await read({ cache }), 'notes/young.md'), []);
  });

  it('knows a file again whose time alone has changed', async () => {
    const { documentCount } = await read({});
    assert.equal(await digested(() => read({ cache })), documentCount, 'at first all are digested');
    for (const file of Object.keys(workspace(90))) {
      const now = new Date(THEN.getTime() + 5000);
      fs.utimesSync(path.join(root, file), now, now);
    }
    const before = shards(cache).map((file) => fs.readFileSync(file));
    assert.equal(await digested(() => read({ cache })), 0, 'nothing is digested again');
    assert.deepEqual(await known({ cache }), await known(null));
    const after = shards(cache).map((file) => fs.readFileSync(file));
    assert.notDeepEqual(after, before, 'the new times are remembered');
  });

  it('discards without a word what is not whole, or of another version, and makes it good', async () => {
    const plain = await known(null);
    await read({ cache });
    const whole = shards(cache).map((file) => [file, fs.readFileSync(file)] as const);
    assert.ok(whole.length > 1);
    const spoilt = fc.record({
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      how: fc.constantFrom('cut', 'flipped', 'longer', 'empty', 'other'),
    });
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ at, how }) => {
        for (const [file, bytes] of whole) fs.writeFileSync(file, spoil(bytes, how, at));
        assert.deepEqual(await known({ cache }), plain, how);
        for (const [file, bytes] of whole) assert.deepEqual(fs.readFileSync(file), bytes, 'made good');
      }),
      { numRuns: runs(8) },
    );
    const other = path.join(home, 'worker.js');
    fs.writeFileSync(other, 'another program');
    assert.deepEqual(await known({ cache, worker: pathToFileURL(other) }), plain, 'another version');
    assert.ok(!fs.existsSync(whole[0]![0]), 'what another version left is gone');
  });

  it('touches no folder in the place of the cache that it did not make, however old', async () => {
    const old = new Date(Date.now() - 100 * 86_400_000);
    const folder = (name: string, time: Date) => {
      const made = path.join(cache, name);
      fs.mkdirSync(made, { recursive: true });
      fs.utimesSync(made, time, time);
      return made;
    };
    const kept = [folder('0123456789abcdef', old), folder('of-somebody-else', old)];
    await read({ cache });
    for (const other of kept) assert.ok(fs.existsSync(other), other);
  });

  it('remembers nothing of a small workspace, nor where it is told not to', async () => {
    await read({});
    assert.ok(!fs.existsSync(cache));
    fs.rmSync(path.join(root, 'notes'), { recursive: true });
    await read({ cache });
    assert.ok(!fs.existsSync(cache));
  });

  it('reads all the same where nothing can be remembered', async () => {
    const warnings: string[] = [];
    fs.writeFileSync(cache, 'a file, not a folder');
    const logger: Logger = { ...strictLogger, warn: (message) => void warnings.push(message) };
    assert.deepEqual(await known({ cache, logger }), await known(null));
    assert.ok(warnings.length > 0);
  });

  it('goes on by itself where a thread cannot be had', async () => {
    const errors: string[] = [];
    const worker = pathToFileURL(path.join(home, 'broken.mjs'));
    fs.writeFileSync(worker, 'throw new Error("no thread");');
    const logger: Logger = { ...strictLogger, error: (message) => void errors.push(message) };
    assert.deepEqual(await known({ threads: 2, worker, logger }), await known(null));
    assert.ok(errors.length > 0);
  });

  it('says why a file is not read, however it is read', async () => {
    write('notes/latin.md', Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
    fs.writeFileSync(path.join(home, 'secret.md'), 'Not yours[^1].\n');
    fs.symlinkSync(path.join(home, 'secret.md'), path.join(root, 'notes/link.md'));
    fs.symlinkSync(path.join(root, 'notes/note-1.md'), path.join(root, 'notes/inside.md'));
    const plain = await read(null);
    assert.ok(plain.documentPaths().includes('notes/inside.md'));
    assert.ok(!plain.files().includes('notes/link.md'));
    for (const way of [{}, { threads: 2 }, { cache }, { cache }]) {
      const service = await read(way);
      assert.deepEqual(codes(service, 'notes/latin.md'), ['file-unreadable']);
      assert.deepEqual(await knownOf(service), await knownOf(plain));
    }
  });

  it('says that a part of a file was not read, however the file is read', async () => {
    write('notes/deep.md', `${'>'.repeat(60)}Words.\n`);
    write('notes/long.md', `${'[a](b c '.repeat(3000)}\n`);
    for (const way of [null, {}, { threads: 2 }, { cache }, { cache }]) {
      const service = await read(way);
      for (const file of ['notes/deep.md', 'notes/long.md'])
        assert.deepEqual(codes(service, file), ['text-unread']);
    }
  });

  it('stops when it is told to, and leaves no part of the cache half written', async () => {
    const service = new Service({
      fileSystem: new NodeFileSystem(root),
      logger: strictLogger,
      reader: new ShardReader({
        root,
        cache,
        threads: 2,
        worthThreads: 10,
        worker: pathToFileURL(program),
        logger: strictLogger,
        rest: () => new Promise((resolve) => setImmediate(resolve)),
      }),
    });
    const stop = new AbortController();
    await service.start((done) => {
      if (done > 0) stop.abort();
    }, stop.signal);
    assert.ok(service.documentCount < 90);
    assert.deepEqual(await known({ cache }), await known(null));
  });

  it('comes to the same whatever changed on disk between two starts', async () => {
    const change = fc.record({
      file: fc.nat({ max: 95 }),
      what: fc.constantFrom('claim', 'note', 'source', 'gone', 'touched', 'project', 'register'),
    });
    let clock = THEN.getTime();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        for (const { file, what } of changes) {
          const name = `notes/note-${file}.md`;
          const time = new Date((clock += 1000));
          if (what === 'gone') fs.rmSync(path.join(root, name), { force: true });
          else if (what === 'touched' && fs.existsSync(path.join(root, name)))
            fs.utimesSync(path.join(root, name), time, time);
          else if (what === 'project')
            write('sicetnon.yaml', project(`sources: {${name}: work${file % 7}}\n`), time);
          else if (what === 'register')
            write('actors.yaml', register(file % 2 === 0 ? 'the Carriers' : 'the Carters'), time);
          else if (what === 'source')
            write(name, `---\nsource: work${file % 7}\n---\n\n“Said words.”\n`, time);
          else if (what === 'claim') write(name, note(file, file + 1), time);
          else write(name, `Words[^${file}].\n\n[^${file}]: A note, @work${file % 7}.\n`, time);
        }
        assert.deepEqual(await known({ cache }), await known(null));
      }),
      { numRuns: runs(8) },
    );
  });
});

function codes(service: Service, file: string): string[] {
  return service.check(file).findings.map(({ code }) => code);
}

/** How many texts are digested on this thread while they are read. */
async function digested(reading: () => Promise<unknown>): Promise<number> {
  const { prototype } = Digester;
  const original = Object.getOwnPropertyDescriptor(prototype, 'read')!;
  let count = 0;
  prototype.read = function (this: Digester, ...document) {
    count++;
    return (original.value as Digester['read']).apply(this, document);
  };
  try {
    await reading();
  } finally {
    Object.defineProperty(prototype, 'read', original);
  }
  return count;
}

/** The files of a cache, however deep. */
function shards(cache: string): string[] {
  return fs
    .readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(cache, file))
    .filter((file) => fs.statSync(file).isFile())
    .sort();
}

function spoil(bytes: Uint8Array, how: string, share: number): Uint8Array {
  const at = Math.floor(share * bytes.length);
  if (how === 'cut') return bytes.subarray(0, at);
  if (how === 'empty') return new Uint8Array(0);
  if (how === 'longer') return Buffer.concat([bytes, Buffer.from('more')]);
  if (how === 'other') return Buffer.from('something else altogether, and long enough to look at');
  const flipped = Uint8Array.from(bytes);
  flipped[at]! ^= 16;
  return flipped;
}

function project(more = ''): string {
  return `bibliography: [works.bib]\nactors: [actors.yaml]\nproperties:\n  members: {type: quantity}\n${more}`;
}

/** Two actors share a name; who is meant by it has to be asked. */
function register(shared: string): string {
  return `union:\n  name: Union of Carters\n  aliases: [${shared}]\nguild:\n  name: Guild of Carters\n  aliases: [${shared}]\n`;
}

function note(number: number, members: number): string {
  return [
    `---\ntitle: Note ${number}\n---\n\n`,
    `[It had ${members}]{.claim #c${number} about="union" says="members = ${members}" when="19${10 + (number % 5)}"} [@work${number % 7}, p. ${number}].\n\n`,
    `“Said words that are nowhere” [@work${(number + 1) % 7}, p. 2]. More[^a].\n\n[^a]: By [the union]{.actor ref="union"}.\n\n`,
    `[So it was large]{.claim #d${number} supports="note-${number + 1}.md#c${number + 1}"}, as 中文 and “a pair” have it.\n`,
    number % 10 === 3 ? '\nWhat the Carters said, the Carriers denied.\n' : '',
  ].join('');
}

function workspace(count: number): Record<string, string> {
  const files: Record<string, string> = {
    'sicetnon.yaml': project(),
    'works.bib': Array.from(
      { length: 7 },
      (_, i) => `@book{work${i}, author = {Author${i}, A}, title = {W}, pages = {1--40}}\n`,
    ).join(''),
    'actors.yaml': register('the Carters'),
    'sources/work3.md': '---\nsource: work3\n---\n\nHe said words that are somewhere.\n',
    'sources/found.txt':
      'A statement.¹ Another.²\n\nNotes\n\n1. Adams, Ships (Hull, 1950), p. 3.\n2. Ibid.\n',
  };
  for (let i = 0; i < count; i++) files[`notes/note-${i}.md`] = note(i, 80 + i);
  return files;
}
