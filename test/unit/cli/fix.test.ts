import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { RawText } from '../../../server/src/cli/raw-text.ts';
import { commandLine } from './command-line.ts';

describe('check --fix', () => {
  const { run, write, folder } = commandLine();
  const text = (file: string) => readFileSync(path.join(folder(), file), 'utf8');
  /** A mark that is broken in a way that has one certain repair. */
  const BROKEN = 'So [the union] {.actor ref="union"} says.\n';
  const MENDED = 'So [the union]{.actor ref="union"} says.\n';

  it('applies what an editor would prefer, and tells what is left', async () => {
    write('notes/bad.md', `${BROKEN}\nAnd [@nobody].\n`);
    const { out, code, complaints } = await run(['check', '--fix']);
    assert.equal(complaints, '1 fix in notes/bad.md.\n');
    assert.equal(text('notes/bad.md'), `${MENDED}\nAnd [@nobody].\n`);
    assert.match(out, /citation-undefined/);
    assert.doesNotMatch(out, /markup-broken/);
    assert.equal(code, 1);
    const again = await run(['check', '--fix']);
    assert.equal(again.complaints, '');
  });

  it('with --dry-run prints a diff that git applies, and changes nothing', async () => {
    write('notes/bad.md', `First.\n\n${BROKEN}`);
    const { out, complaints } = await run(['check', '--fix', '--dry-run', '--quiet']);
    assert.equal(complaints, '');
    assert.match(out, /^--- a\/notes\/bad\.md\n\+\+\+ b\/notes\/bad\.md\n@@ /);
    assert.equal(text('notes/bad.md'), `First.\n\n${BROKEN}`);
    execFileSync('git', ['apply', '-'], { cwd: folder(), input: out });
    assert.equal(text('notes/bad.md'), `First.\n\n${MENDED}`);
  });

  it('leaves all else as it is: line ends, byte order mark, rights, links', async () => {
    write('notes/bad.md', `\uFEFFOne.\r\nTwo.\n\r\n${BROKEN.replace('\n', '\r\n')}\nLast`);
    chmodSync(path.join(folder(), 'notes/bad.md'), 0o640);
    symlinkSync('bad.md', path.join(folder(), 'notes/link.md'));
    await run(['check', '--fix', 'notes/link.md']);
    assert.equal(text('notes/bad.md'), `\uFEFFOne.\r\nTwo.\n\r\n${MENDED.replace('\n', '\r\n')}\nLast`);
    assert.equal(statSync(path.join(folder(), 'notes/bad.md')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(path.join(folder(), 'notes')), ['bad.md', 'good.md', 'link.md']);
  });

  it('mends only what is severe enough to be told', async () => {
    write('notes/bad.md', 'One.[^a][^b]\n\n[^a]: A.\n\n[^b]: B.\n');
    assert.equal((await run(['check', '--fix', '--severity', 'warning'])).complaints, '');
    assert.equal((await run(['check', '--fix'])).complaints, '1 fix in notes/bad.md.\n');
  });

  it('writes nothing that somebody has yet to fill in', async () => {
    write('notes/bad.md', 'Called.[^a]\n');
    const { out, complaints } = await run(['check', '--fix']);
    assert.equal(complaints, '');
    assert.match(out, /footnote-undefined/);
    assert.equal(text('notes/bad.md'), 'Called.[^a]\n');
  });

  it('leaves a file alone that is not in UTF-8, and says so', async () => {
    const bytes = Buffer.from(`\uFEFF${BROKEN}`, 'utf16le');
    write('notes/bad.md', bytes as unknown as string);
    const { complaints } = await run(['check', '--fix']);
    assert.match(complaints, /^notes\/bad\.md is left as it is: it is not in UTF-8/);
    assert.deepEqual(readFileSync(path.join(folder(), 'notes/bad.md')), bytes);
  });
});

describe('a text as it is in its file', () => {
  it('takes splices by offsets that count a line end as one', () => {
    const raw = RawText.of('\uFEFFab\r\ncd\nef\r\ngh');
    const at = (from: number, to: number, insert: string) =>
      raw.spliced([{ range: { from, to }, insert }]).raw;
    assert.equal(at(0, 1, 'x'), '\uFEFFxb\r\ncd\nef\r\ngh');
    assert.equal(at(3, 5, 'x'), '\uFEFFab\r\nx\nef\r\ngh');
    assert.equal(at(2, 3, ' '), '\uFEFFab cd\nef\r\ngh');
    assert.equal(at(9, 11, 'x\ny'), '\uFEFFab\r\ncd\nef\r\nx\r\ny');
  });
});
