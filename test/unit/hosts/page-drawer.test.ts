import assert from 'node:assert/strict';
import { ThreadedPageDrawer } from '../../../server/src/hosts/works/threaded-page-drawer.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const said: string[] = [];
const logger = {
  info: () => undefined,
  warn: (message: string) => void said.push(message),
  error: (message: string) => void said.push(message),
};
const thread = (program: string): URL =>
  new URL(`data:text/javascript,import{parentPort}from'node:worker_threads';${encodeURIComponent(program)}`);
/** Draws what it was given: whether there were bytes, and how many jobs it had. */
const DRAWS = `let n=0,key=null;parentPort.on('message',(job)=>{n++;
  if(key!==job.key&&!job.bytes)return parentPort.postMessage({kind:'refused',status:'missing'});
  key=job.key;
  parentPort.postMessage({kind:'drawn',sheet:{count:9,width:1,height:1,png:(job.bytes?'new':'open')+n+' '+job.index,lines:[]}});});`;
const files = { 'a.pdf': '%PDF-a', 'b.pdf': '%PDF-b', 'c.pdf': 'no PDF', folder: null };
const going = new AbortController().signal;
const drawer = (program: string, limit = 20_000, fileSystem = new MemoryFileSystem(files)) =>
  new ThreadedPageDrawer({ fileSystem, worker: thread(program), logger, times: { limit, idle: 60_000 } });

async function drawn(pages: ThreadedPageDrawer, path: string, index: number, scale = 1): Promise<string> {
  const drawing = await pages.draw(path, index, scale, going);
  return drawing.status === 'drawn' ? drawing.sheet.png : drawing.status;
}

describe('pages that are drawn in a thread', () => {
  beforeEach(() => void (said.length = 0));

  it('have their file opened once, and are kept while somebody leafs', async () => {
    const pages = drawer(DRAWS);
    assert.equal(pages.isRunning, false);
    assert.equal(await drawn(pages, 'a.pdf', 0), 'new1 0');
    assert.equal(await drawn(pages, 'a.pdf', 1), 'open2 1');
    assert.equal(await drawn(pages, 'a.pdf', 0), 'new1 0', 'as it was drawn before');
    assert.equal(await drawn(pages, 'a.pdf', 0, 2), 'open3 0', 'larger it is another picture');
    assert.equal(await drawn(pages, 'b.pdf', 0), 'new4 0');
    assert.equal(await drawn(pages, 'a.pdf', 5), 'new5 5');
    assert.equal(pages.keptPages, 5);
    pages.dispose();
    assert.deepEqual([pages.isRunning, pages.keptPages], [false, 0]);
  });

  it('are those of the file as it is now', async () => {
    const fileSystem = new MemoryFileSystem({ ...files });
    const pages = drawer(DRAWS, 20_000, fileSystem);
    assert.equal(await drawn(pages, 'a.pdf', 0), 'new1 0');
    fileSystem.write('a.pdf', '%PDF-otherwise');
    assert.equal(await drawn(pages, 'a.pdf', 0), 'new2 0');
    pages.dispose();
  });

  it('are refused where there is no PDF, and not drawn for those who do not wait', async () => {
    const pages = drawer(DRAWS);
    assert.equal(await drawn(pages, 'c.pdf', 0), 'format');
    assert.equal(await drawn(pages, 'd.pdf', 0), 'missing');
    assert.equal(await drawn(pages, 'folder', 0), 'broken');
    const gone = new AbortController();
    const drawing = pages.draw('a.pdf', 0, 1, gone.signal);
    gone.abort();
    assert.equal((await drawing).status, 'stopped');
    assert.equal(pages.isRunning, false);
    pages.dispose();
  });

  it('that keep the thread too long are stopped, and the next is drawn', async () => {
    const pages = drawer(
      `let n=0;parentPort.on('message',({index})=>{if(index===7)for(;;);
      parentPort.postMessage({kind:'drawn',sheet:{count:9,width:1,height:1,png:'p'+index,lines:[]}})});`,
      1000,
    );
    assert.equal(await drawn(pages, 'a.pdf', 7), 'stopped');
    assert.match(said.join(), /took too long/);
    assert.equal(await drawn(pages, 'a.pdf', 1), 'p1');
    pages.dispose();
  });

  it('that nobody waits for any more do not keep the next waiting', async () => {
    const pages = drawer(
      `parentPort.on('message',({index})=>{if(index===7)for(;;);
      parentPort.postMessage({kind:'drawn',sheet:{count:9,width:1,height:1,png:'p'+index,lines:[]}})});`,
      1_000_000,
    );
    const leafing = new AbortController();
    assert.equal(await drawn(pages, 'a.pdf', 1), 'p1');
    const hard = pages.draw('a.pdf', 7, 1, leafing.signal);
    const next = drawn(pages, 'a.pdf', 2);
    await new Promise((resolve) => setImmediate(resolve));
    leafing.abort();
    assert.equal((await hard).status, 'stopped');
    assert.equal(await next, 'p2');
    pages.dispose();
  });

  it('that end the thread are said to be stopped; what it says of failures goes to the log', async () => {
    const pages = drawer(
      `parentPort.on('message',({index})=>{if(index===7)process.exit(3);parentPort.postMessage({kind:'failed',message:'no room'})});`,
    );
    assert.equal(await drawn(pages, 'a.pdf', 7), 'stopped');
    assert.equal(await drawn(pages, 'a.pdf', 1), 'broken');
    assert.match(said.join(), /no room/);
    pages.dispose();
  });
});
