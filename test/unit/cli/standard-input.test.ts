import assert from 'node:assert/strict';
import path from 'node:path';
import { commandLine } from './command-line.ts';

describe('check -', () => {
  const { run, write, folder } = commandLine();
  const check = (text: string, ...args: string[]) =>
    run(['check', '-', ...args], false, folder(), { input: () => Promise.resolve(text) });

  it('checks the text on standard input, by the bibliography of the folder', async () => {
    const { code, out } = await check('So [@meyer2011] and so [@nobody].\n');
    assert.equal(code, 1);
    assert.match(
      out,
      /^stdin\.md:1:\d+ {2}error {2}citation-undefined\n.*\n {2}1 │ So \[@meyer2011\] and so/,
    );
    assert.match(out, /in 1 file\.\n/);
  });

  it('takes the place of the file that --stdin-path names, whether it exists or not', async () => {
    const good = await check('All is well.\n', '--stdin-path', 'notes/good.md');
    assert.equal(good.code, 0, good.out);
    write('notes/bad.md', 'So [@nobody].\n');
    assert.equal((await check('So.\n', '--stdin-path', 'notes/bad.md')).code, 0);
    assert.match((await check('So [@nobody].\n', '--stdin-path', 'notes/new.md')).out, /^notes\/new\.md:1:/);
  });

  it('says what stands in the way', async () => {
    assert.match((await check('x', '--stdin-path', 'notes')).complaints, /“notes” is a folder/);
    assert.match((await check('x', '--stdin-path', 'no/such.md')).complaints, /^There is no folder for/);
    const { complaints } = await run(['check', '-'], false, folder(), {
      input: () => Promise.reject(new Error('Standard input is not UTF-8 text.')),
    });
    assert.equal(complaints, 'Standard input is not UTF-8 text.\n');
    assert.equal((await run(['check', '-'], false, path.join(folder(), 'notes'))).code, 2);
  });
});
