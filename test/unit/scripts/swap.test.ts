import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeOthers, swapIn } from '../../../scripts/swap.js';

describe('A build', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-swap-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const bytes = (text: string) => new TextEncoder().encode(text);
  const file = (name: string, text: string) => ({ file: name, contents: bytes(text) });
  /** An entry that loads a chunk of its own when it is asked to. */
  const made = (n: number) => [
    file('main.mjs', `export const late = () => import('./chunks/late-${n}.mjs');\n`),
    file(`chunks/late-${n}.mjs`, `export const n = ${n};\n`),
  ];
  const chunks = () => readdirSync(path.join(folder, 'chunks')).sort();

  it('leaves to what runs the chunks that it has yet to load', async () => {
    swapIn(folder, made(1));
    const running = (await import(pathToFileURL(path.join(folder, 'main.mjs')).href)) as {
      late(): Promise<{ n: number }>;
    };
    swapIn(folder, made(2));
    swapIn(folder, made(2));
    swapIn(folder, made(3));
    assert.equal((await running.late()).n, 1);
    assert.match(readFileSync(path.join(folder, 'main.mjs'), 'utf8'), /late-3/);
  });

  it('removes the chunks of builds long past, and those that no build noted', () => {
    for (const n of [1, 2, 3]) swapIn(folder, made(n));
    writeFileSync(path.join(folder, 'chunks/stray.mjs'), '');
    assert.deepEqual(swapIn(folder, made(4)), ['chunks/late-4.mjs']);
    assert.deepEqual(chunks(), ['late-2.mjs', 'late-3.mjs', 'late-4.mjs']);
    swapIn(folder, [file('views/map.js', 'x')]);
    assert.deepEqual(chunks(), ['late-2.mjs', 'late-3.mjs', 'late-4.mjs'], 'a build without chunks');
  });

  it('takes the chunks of a build that nobody noted for those of the build before', () => {
    swapIn(folder, made(1));
    rmSync(path.join(folder, 'builds.json'));
    swapIn(folder, made(2));
    assert.deepEqual(chunks(), ['late-1.mjs', 'late-2.mjs']);
  });

  it('that is broken off leaves what was there whole', () => {
    swapIn(folder, made(1));
    const before = readFileSync(path.join(folder, 'main.mjs'), 'utf8');
    const broken = [
      ...made(2),
      {
        file: 'zz.mjs',
        get contents(): Uint8Array {
          throw new Error('The machine went down.');
        },
      },
    ];
    assert.throws(() => swapIn(folder, broken), /went down/);
    assert.equal(readFileSync(path.join(folder, 'main.mjs'), 'utf8'), before);
    assert.ok(existsSync(path.join(folder, 'chunks/late-1.mjs')));
  });

  it('has its chunks in their place before what imports them, wherever it is broken off', () => {
    swapIn(folder, made(1));
    // A folder cannot be replaced by a file: the second entry fails, after the first has been renamed.
    swapIn(folder, [file('other.mjs/in', '')]);
    assert.throws(() => swapIn(folder, [...made(2), file('other.mjs', '')]));
    assert.match(readFileSync(path.join(folder, 'main.mjs'), 'utf8'), /late-2/);
    assert.deepEqual(chunks(), ['late-1.mjs', 'late-2.mjs']);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
      'nothing half done is left',
    );
  });

  it('makes programs executable, and clears what is no longer made where it is asked to', () => {
    swapIn(folder, [file('cli.js', '#!'), file('test/a.js', ''), file('test/b.js', '')], ['cli.js']);
    assert.equal(statSync(path.join(folder, 'cli.js')).mode & 0o111, 0o111);
    removeOthers(path.join(folder, 'test'), [path.join(folder, 'test/a.js')]);
    assert.deepEqual(readdirSync(path.join(folder, 'test')), ['a.js']);
  });
});
