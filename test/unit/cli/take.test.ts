import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandLine } from './command-line.ts';

/** A thread that has the words of any file on its page 7. */
const THREAD = `import{parentPort}from'node:worker_threads';parentPort.on('message',({bytes})=>{const text=new TextDecoder().decode(bytes);parentPort.postMessage({kind:'done',reading:text.startsWith('scan')?{status:'no-words'}:{status:'read',work:{format:'pdf',text,quality:'set',sheets:[{from:0,to:text.length,index:0}],folios:['7'],notesFrom:text.length}}})});`;

describe('sicetnon take', () => {
  const { write, run, folder } = commandLine();
  const take = (...args: string[]) =>
    run(['take', '--no-cache', ...args], false, undefined, {
      works: pathToFileURL(path.join(folder(), 'thread.mjs')),
    });
  const written = (file: string) => readFileSync(path.join(folder(), file), 'utf8');

  beforeEach(() => {
    write('thread.mjs', THREAD);
    write(
      'works.bib',
      '@book{meyer2011, title = {Dockers}, file = {:papers/meyer.pdf:PDF}}\n@book{lee2001, title={Ships}}\n',
    );
    write('papers/meyer.pdf', 'The gangs were hired.\n');
  });

  it('writes the text of a work by its citekey, or by its file', async () => {
    const { code, out } = await take('meyer2011');
    assert.equal(out, 'sources/meyer2011.md is written, out of papers/meyer.pdf, page 7.\n');
    assert.equal(code, 0);
    assert.match(written('sources/meyer2011.md'), /source: "meyer2011"[^]*\[p\. 7\] The gangs were hired\./);
    assert.match((await take('papers/meyer.pdf', '--force')).out, /sources\/meyer2011\.md/);
  });

  it('writes over nothing unless it is told to', async () => {
    write('sources/meyer2011.md', 'Mine.\n');
    const { code, complaints } = await take('@meyer2011');
    assert.equal(code, 2);
    assert.match(complaints, /already; --force/);
    assert.equal(written('sources/meyer2011.md'), 'Mine.\n');
    assert.equal((await take('@meyer2011', '--force')).code, 0);
  });

  it('says what stands in the way', async () => {
    write('scan.pdf', 'scan');
    assert.match((await take('scan.pdf')).complaints, /scan without words/);
    assert.match((await take('gone.pdf')).complaints, /is not there/);
    assert.match((await take('lee2001')).complaints, /names no file/);
    assert.match((await take('nobody1999')).complaints, /No bibliography knows/);
    assert.match((await take()).complaints, /one file or one citekey/);
    assert.match((await take(path.join(os.tmpdir(), 'elsewhere.pdf'))).complaints, /--allow|not there/);
  });

  it('writes nothing behind a link that leads out', async () => {
    symlinkSync(os.tmpdir(), path.join(folder(), 'sources'));
    assert.match((await take('meyer2011')).complaints, /outside of this folder/);
  });

  it('waits for no pipe, also where it is told to write over it', async () => {
    mkdirSync(path.join(folder(), 'sources'));
    execFileSync('mkfifo', [path.join(folder(), 'sources/meyer2011.md')]);
    assert.match((await take('meyer2011')).complaints, /already; --force/);
    assert.equal((await take('meyer2011', '--force')).code, 0);
    assert.match(written('sources/meyer2011.md'), /The gangs were hired/);
  });

  it('makes of a citekey no path, no second key and no second line', async () => {
    write('works.bib', '@book{../../x/y: z, title={A}, file={:papers/meyer.pdf:PDF}}\n');
    write(
      'refs.json',
      JSON.stringify([{ id: '../..\n---\nevil: 1', type: 'book', title: 'B', file: 'papers/meyer.pdf' }]),
    );
    write('sicetnon.yaml', 'bibliography: [works.bib, refs.json]\n');
    const around = () => readdirSync(path.join(folder(), '..')).filter((name) => /^(?:x$|evil)/.test(name));
    const before = around();
    for (const key of ['../../x/y: z', '../..\n---\nevil: 1']) {
      const { out } = await take(key);
      const name = /^sources\/([^/\n]+\.md) is written/.exec(out)?.[1];
      if (name === undefined) continue;
      assert.match(written(`sources/${name}`), /^---\nsource: "[^\n]*"\n# Taken [^\n]*\n---\n/);
    }
    assert.deepEqual(around(), before);
  });
});
