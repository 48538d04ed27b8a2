import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { contentHere } from '../../../server/src/hosts/node-works.ts';
import { ThreadedWorkReader, usualTimes } from '../../../server/src/hosts/works/threaded-work-reader.ts';
import { WorkCache } from '../../../server/src/hosts/works/work-cache.ts';
import type { WorkReading } from '../../../server/src/works/work-reader.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const said: string[] = [];
const logger = {
  info: () => undefined,
  warn: (message: string) => void said.push(message),
  error: (message: string) => void said.push(message),
};

/** A thread that answers as `program` says; `job.bytes` is what it is given. */
const thread = (program: string): URL =>
  new URL(`data:text/javascript,import{parentPort}from'node:worker_threads';${encodeURIComponent(program)}`);
const READS = `parentPort.on('message',({bytes})=>parentPort.postMessage({kind:'done',reading:{status:'read',work:{format:'pdf',text:new TextDecoder().decode(bytes),quality:'set',sheets:[],folios:[],notesFrom:0}}}));`;
const reader = (program: string, cache: string | null = null, times = usualTimes) =>
  new ThreadedWorkReader({
    fileSystem: new MemoryFileSystem({ 'a.pdf': 'words', 'b.pdf': 'others', folder: null }),
    worker: thread(program),
    cache: new WorkCache(cache, logger),
    logger,
    times,
  });
const textOf = (reading: WorkReading): string =>
  reading.status === 'read' ? reading.work.text : reading.status;

describe('works that are read in a thread', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'works-'));
    said.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are read one after another, and the thread is there until nobody asks', async () => {
    const works = reader(READS);
    assert.equal(works.isRunning, false);
    const all = await Promise.all(['a.pdf', 'b.pdf', 'c.pdf', 'folder'].map((file) => works.read(file)));
    assert.deepEqual(all.map(textOf), ['words', 'others', 'missing', 'broken']);
    assert.equal(works.isRunning, true);
    works.dispose();
    assert.equal(works.isRunning, false);
  });

  it('that keep the thread too long are stopped, and the next is read', async () => {
    const times = { ...usualTimes, limit: 100 };
    const works = reader(
      `parentPort.on('message',({bytes})=>{if(bytes[0]===119)for(;;);parentPort.postMessage({kind:'done',reading:{status:'no-words'}})});`,
      null,
      times,
    );
    assert.equal((await works.read('a.pdf')).status, 'stopped');
    // A busy machine may be long in beginning the next thread.
    times.limit = usualTimes.limit;
    assert.equal((await works.read('b.pdf')).status, 'no-words');
    works.dispose();
  });

  it('are missing, and not forbidden, where their folder is that of another machine', async () => {
    const away = (of: string) => ({
      read: () => Promise.resolve({ status: 'outside' as const, folder: of }),
    });
    assert.deepEqual(await contentHere(away(path.join(folder, 'gone')), 'a.pdf'), { status: 'missing' });
    assert.deepEqual(await contentHere(away(folder), 'a.pdf'), { status: 'outside', folder });
  });

  it('that end the thread are said to be stopped, and the next is read', async () => {
    const works = reader(
      `parentPort.on('message',({bytes})=>{if(bytes[0]===119)process.exit(3);parentPort.postMessage({kind:'done',reading:{status:'no-words'}})});`,
    );
    assert.equal((await works.read('a.pdf')).status, 'stopped');
    assert.equal((await works.read('b.pdf')).status, 'no-words');
    works.dispose();
  });

  it('are remembered by what their files hold, for nobody else to read', async () => {
    const first = reader(READS, folder);
    assert.equal(textOf(await first.read('a.pdf')), 'words');
    first.dispose();
    const second = reader('throw new Error("nobody asks me")', folder);
    assert.equal(textOf(await second.read('a.pdf')), 'words');
    assert.equal(second.isRunning, false);
    const [own] = readdirSync(folder);
    const [kept] = readdirSync(path.join(folder, own!));
    assert.equal(statSync(path.join(folder, own!)).mode & 0o777, 0o700);
    assert.equal(statSync(path.join(folder, own!, kept!)).mode & 0o777, 0o600);
  });

  it('are read anew where what was remembered is none of ours', async () => {
    const first = reader(READS, folder);
    await first.read('a.pdf');
    const own = path.join(folder, readdirSync(folder)[0]!);
    const kept = path.join(own, readdirSync(own)[0]!);
    const spoilt = [
      'no JSON',
      '{"status":"read"}',
      '{"status":"read","work":{"format":"pdf","text":"x","quality":"set","sheets":[{"from":0,"to":9,"index":0}],"folios":[],"notesFrom":0}}',
      '{"status":"outside"}',
    ];
    for (const written of spoilt) {
      writeFileSync(kept, written);
      assert.equal(textOf(await first.read('a.pdf')), 'words', written);
    }
    first.dispose();
  });
});
