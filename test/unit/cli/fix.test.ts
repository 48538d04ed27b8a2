import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fixAll } from '../../../server/src/cli/fix.ts';
import { RawText } from '../../../server/src/cli/raw-text.ts';
import type { Stops } from '../../../server/src/cli/terminal.ts';
import type { Service } from '../../../server/src/service.ts';
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

  it('with --dry-run shows what would be left in the lines that it would have', async () => {
    rmSync(path.join(folder(), 'sicetnon.yaml'));
    write('bad.md', '---\ntitle: Quays\n---\n\nSo [@meyer2011] and [@nobody].\n');
    write('works.bib', '@book{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}}\n');
    const { out } = await run(['check', '--fix', '--dry-run', 'bad.md']);
    assert.match(out, /^\+bibliography: works\.bib$/m);
    assert.match(out, /^ {2}6 │ So \[@meyer2011\] and \[@nobody\]\.$/m);
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

describe('fixes that overlap', () => {
  type Splice = readonly [from: number, to: number, insert: string];

  /** Fixes a text of which each round finds what `slips` finds; counts the rounds in which the text changed. */
  async function fixed(text: string, slips: (text: string) => Splice[]) {
    let now = text;
    let rounds = 0;
    const service = {
      check: () => ({ findings: slips(now) }),
      preferredFixes: () =>
        slips(now).map(([from, to, insert]) => ({
          edits: () => [{ path: 'text.md', range: { from, to }, insert }],
        })),
      settle: () => Promise.resolve(),
      verifyQuotations: () => Promise.resolve(),
      rewritten: () => null,
      open: (_: string, raw: string) => {
        if (raw !== now) rounds++;
        now = raw;
      },
    } as unknown as Service;
    const stops = { pass: () => Promise.resolve() } as unknown as Stops;
    const { count } = await fixAll(service, ['text.md'], () => RawText.of(text), stops);
    return { now, count, rounds };
  }

  /** Each two neighbouring letters are to be joined. */
  const apart = (text: string): Splice[] =>
    [...text.matchAll(/(\w)(?= (\w))/g)].map(({ 0: one, 2: other, index }) => [
      index,
      index + 3,
      `${one}${other}`,
    ]);

  it('wait for the next round', async () => {
    assert.deepEqual(await fixed('a b c d', apart), { now: 'abcd', count: 3, rounds: 2 });
  });

  it('wait where both insert at one place, which needs only one', async () => {
    const unmarked = (text: string): Splice[] =>
      text.includes(',') ? [] : [2, 2].map((at) => [at, at, ',']);
    assert.deepEqual(await fixed('ab c', unmarked), { now: 'ab, c', count: 1, rounds: 1 });
  });

  it('wait where one ends at the place at which another begins', async () => {
    const doubled = (text: string): Splice[] =>
      [...text.matchAll(/(\w)\1/g)].map(({ 0: { length }, 1: one, index }) => [index, index + length, one!]);
    assert.deepEqual(await fixed('aabb', doubled), { now: 'ab', count: 2, rounds: 2 });
  });

  it('and those that do not are made in one round', async () => {
    assert.deepEqual(await fixed('a b, c d, e f', apart), { now: 'ab, cd, ef', count: 3, rounds: 1 });
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
