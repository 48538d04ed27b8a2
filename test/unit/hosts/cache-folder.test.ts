import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { openCache } from '../../../server/src/hosts/reading/cache-folder.ts';
import { readShard, readShardAside, sameRoom, writeShard } from '../../../server/src/hosts/reading/shard-file.ts'; // prettier-ignore
import { setLanguage } from '../../../server/src/words/say.ts';
import type { Shard } from '../../../server/src/store/shards/shard-format.ts';
import { strictLogger } from '../../support/check.ts';

const OLD = new Date(Date.now() - 100 * 86_400_000);
const WORDS = 16;
const shard: Shard = {
  entries: [
    { path: 'a.md', size: 1, modified: 2, hash: 'h', source: null, names: '', kept: [0, 8], once: [0, 8] },
    { path: 'b.md', size: 1, modified: 2, hash: 'h', source: 'lee', names: '', kept: [8, 16], once: [8, 16] },
  ],
  kept: new Uint8Array(WORDS),
  once: new Uint8Array(WORDS),
};

describe('the folder of the cache', () => {
  let home: string;
  let cache: string;
  let warnings: string[];

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'sicetnon-cache-'));
    cache = path.join(home, 'cache');
    warnings = [];
    writeFileSync(path.join(home, 'worker.js'), 'a program');
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const open = (root = 'one', program = 'worker.js') =>
    openCache({
      root: path.join(home, root),
      cache,
      worker: pathToFileURL(path.join(home, program)),
      logger: { ...strictLogger, warn: (message) => void warnings.push(message) },
    });

  function folder(name: string, time = OLD): string {
    const made = path.join(cache, name);
    mkdirSync(made, { recursive: true });
    writeFileSync(path.join(made, 'thesis.md'), 'years of work');
    utimesSync(made, time, time);
    return made;
  }

  it('is cleared of what bears our mark, and of nothing else', async () => {
    const foreign = [folder('0123456789abcdef'), folder('somebody-else')];
    const empty = path.join(cache, 'fedcba9876543210');
    mkdirSync(empty);
    utimesSync(empty, OLD, OLD);
    const own = (await open('other'))!;
    writeShard(path.join(own.folder, '0-of-4'), own.version, shard);
    const old = path.dirname(own.folder);
    utimesSync(old, OLD, OLD);
    await open();
    assert.ok(!existsSync(old), 'what nobody opened for long is gone');
    for (const each of foreign) assert.ok(existsSync(path.join(each, 'thesis.md')), each);
    assert.ok(existsSync(empty));
    assert.deepEqual(warnings, []);
  });

  it('is cleared of other versions, and of what we wrote there only', async () => {
    const before = (await open())!;
    writeShard(path.join(before.folder, '0-of-4'), before.version, shard);
    writeFileSync(path.join(before.folder, 'check-0123456789abcdef'), '{}');
    writeFileSync(path.join(before.folder, 'thesis.md'), 'years of work');
    const beside = path.join(path.dirname(before.folder), 'thesis');
    mkdirSync(beside);
    writeFileSync(path.join(beside, '0-of-4'), 'years of work');
    writeFileSync(path.join(home, 'newer.js'), 'another program');
    assert.notEqual((await open('one', 'newer.js'))!.folder, before.folder);
    assert.deepEqual(readdirSync(before.folder), ['thesis.md']);
    assert.deepEqual(readdirSync(beside), ['0-of-4']);
  });

  it('has a part for each language, since it holds messages', async () => {
    const english = (await open())!;
    writeShard(path.join(english.folder, '0-of-4'), english.version, shard);
    setLanguage('de', {});
    try {
      const german = (await open())!;
      assert.notEqual(german.folder, english.folder);
      assert.notEqual(german.version, english.version);
      writeShard(path.join(german.folder, '0-of-4'), german.version, shard);
    } finally {
      setLanguage('en', {});
    }
    await open();
    assert.equal(readdirSync(path.dirname(english.folder)).length, 2, 'neither clears the other');
    assert.ok(existsSync(path.join(english.folder, '0-of-4')));
  });

  it('does not follow links to a marked folder', async () => {
    const own = (await open('other'))!;
    writeShard(path.join(own.folder, '0-of-4'), own.version, shard);
    const elsewhere = path.join(home, 'elsewhere');
    renameSync(path.dirname(own.folder), elsewhere);
    symlinkSync(elsewhere, path.join(cache, '0123456789abcdef'));
    utimesSync(elsewhere, OLD, OLD);
    await open();
    assert.ok(existsSync(path.join(elsewhere, path.basename(own.folder), '0-of-4')));
  });

  it('is for nobody but its owner', async () => {
    const mode = (file: string) => statSync(file).mode & 0o777;
    const { folder: own, version } = (await open())!;
    chmodSync(own, 0o755);
    await open();
    writeShard(path.join(own, '0-of-4'), version, shard);
    for (const each of [cache, path.dirname(own), own]) assert.equal(mode(each), 0o700, each);
    for (const each of readdirSync(own)) assert.equal(mode(path.join(own, each)), 0o600, each);
  });

  it('is not used where somebody else may have made it', async function () {
    const { folder: own } = (await open())!;
    const aside = path.join(home, 'aside');
    renameSync(own, aside);
    symlinkSync(aside, own);
    assert.equal(await open(), null, 'a link');
    rmSync(own);
    chmodSync(cache, 0o777);
    assert.equal(await open(), null, 'anybody may write there');
    chmodSync(cache, 0o700);
    assert.equal(warnings.length, 2);
    if (process.getuid?.() !== 0) return this.skip();
    chownSync(cache, 65_534, 65_534);
    assert.equal(await open(), null, 'another owner');
  });

  it('is opened by several at once', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => open()));
    assert.equal(new Set(opened.map((each) => each?.folder)).size, 1);
    assert.deepEqual(warnings, []);
  });

  for (const [what, make] of Object.entries({
    pipe: (file: string) => execFileSync('mkfifo', [file]),
    folder: (file: string) => mkdirSync(file),
    'link to a device': (file: string) => symlinkSync('/dev/zero', file),
    'link to itself': (file: string) => symlinkSync(file, file),
  }))
    it(`counts a ${what} in the place of a part, or of the mark, as absent`, async () => {
      const own = (await open())!;
      const part = path.join(own.folder, '0-of-4');
      make(part);
      assert.equal(readShard(part, own.version), null);
      assert.equal(await readShardAside(part, own.version, sameRoom()), null);
      const mark = path.join(
        own.folder,
        readdirSync(own.folder).find((name) => name.startsWith('.'))!,
      );
      rmSync(mark);
      make(mark);
      await open();
    });
});

describe('a part of the cache', () => {
  let file: string;
  beforeEach(() => (file = path.join(mkdtempSync(path.join(tmpdir(), 'sicetnon-part-')), '0-of-4')));
  afterEach(() => rmSync(path.dirname(file), { recursive: true }));

  it('is read as it was written', () => {
    writeShard(file, 'v', shard);
    assert.deepEqual(readShard(file, 'v'), shard);
  });

  it('counts as absent where its index cannot be true, though its checksum is', () => {
    const [first] = shard.entries;
    const no = fc.constantFrom(-4, 2, 0.5, 20, 2 ** 32, 2 ** 53, NaN, '4', null, [], {});
    const spoilt = fc.oneof(
      fc.tuple(no, fc.constant(8)).map((kept) => ({ ...first, kept })),
      fc.tuple(fc.constant(0), no).map((once) => ({ ...first, once })),
      fc
        .constantFrom('path', 'size', 'modified', 'hash', 'source', 'names', 'kept', 'once')
        .chain((key) => fc.constantFrom(undefined, {}, true).map((value) => ({ ...first, [key]: value }))),
      fc.constantFrom(null, 1, 'entry', []),
      fc.constant(shard.entries[1]),
    );
    fc.assert(
      fc.property(spoilt, (entry) => {
        writeShard(file, 'v', { ...shard, entries: [entry, shard.entries[1]] as Shard['entries'] });
        assert.equal(readShard(file, 'v'), null);
      }),
    );
    for (const entries of [{}, null, 'x', 3])
      assert.equal(
        (writeShard(file, 'v', { ...shard, entries } as unknown as Shard), readShard(file, 'v')),
        null,
      );
  });
});
