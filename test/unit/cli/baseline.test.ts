import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandLine } from './command-line.ts';

describe('a baseline', () => {
  const { write, run, folder } = commandLine();
  const codes = (out: string) => [...out.matchAll(/ {2}([a-z]+(?:-[a-z]+)+)$/gm)].map(([, code]) => code);

  beforeEach(() => write('notes/old.md', 'It is so [@nobody], and so [@nobody] [@gone1999].\n'));

  it('keeps what was found, and tells only what is new', async () => {
    const first = await run(['check', '--write-baseline']);
    assert.equal(
      first.out,
      '3 findings are written into sicetnon-baseline.json; with --baseline a check tells only what is new.\n',
    );
    assert.equal(first.code, 0);
    const { code, out } = await run(['check', '--baseline']);
    assert.equal(code, 0, out);
    assert.match(
      out,
      /^No findings in 5 files\.\n[^]*\n3 findings of sicetnon-baseline\.json are not told\.\n$/,
    );
    write('notes/old.md', 'It is so [@nobody], and so [@nobody] [@gone1999] [@fresh2001].\n');
    const later = await run(['check', '--baseline', '--format', 'json']);
    assert.equal(later.code, 1);
    assert.equal(later.out.match(/"code":/g)?.length, 1);
    assert.match(later.out, /fresh2001/);
  });

  it('holds when lines move, and counts findings that are alike', async () => {
    await run(['check', '--write-baseline=known.json']);
    write(
      'notes/old.md',
      'New above.\n\nAnd\nmore. It is so [@nobody], and so [@nobody] [@gone1999], so [@nobody].\n',
    );
    const { out } = await run(['check', '--baseline=known.json', '--quiet']);
    assert.deepEqual(codes(out), ['citation-undefined']);
  });

  it('says what of it is gone', async () => {
    await run(['check', '--write-baseline']);
    write('notes/old.md', 'It is so [@nobody].\n');
    const { out, code } = await run(['check', '--baseline']);
    assert.equal(code, 0);
    assert.match(
      out,
      /\n1 finding of sicetnon-baseline\.json is not told; 2 of it are gone: --write-baseline writes it anew\.\n$/,
    );
    write('notes/old.md', 'It is so.\n');
    assert.match(
      (await run(['check', '--baseline'])).out,
      /\nNo finding of sicetnon-baseline\.json is left; 3 of it/,
    );
  });

  it('is a file that people can read and compare, by paths from its own folder', async () => {
    await run(['check', '--write-baseline=notes/known.json']);
    const text = readFileSync(path.join(folder(), 'notes/known.json'), 'utf8');
    assert.deepEqual(JSON.parse(text), {
      version: 1,
      files: {
        'old.md': [
          { code: 'citation-undefined', words: 'gone1999', times: 1 },
          { code: 'citation-undefined', words: 'nobody', times: 2 },
        ],
      },
    });
    const { code } = await run(['check', '--baseline=known.json'], false, path.join(folder(), 'notes'));
    assert.equal(code, 0);
  });

  it('is refused where it is missing or none', async () => {
    assert.deepEqual(await run(['check', '--baseline']), {
      code: 2,
      out: '',
      complaints:
        'There is no baseline “sicetnon-baseline.json” that can be read; --write-baseline=sicetnon-baseline.json makes it.\n',
    });
    for (const text of ['{', '[]', '{"version": 2, "files": {}}', '{"version": 1, "files": {"a.md": 3}}']) {
      write('sicetnon-baseline.json', text);
      assert.match((await run(['check', '--baseline'])).complaints, /is no baseline of this program/);
    }
  });
});

describe('the place of a baseline', () => {
  const { write, run, folder } = commandLine();
  let outside: string;

  beforeEach(() => {
    write('notes/old.md', 'It is so [@nobody].\n');
    outside = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-outside-'));
  });
  afterEach(() => rmSync(outside, { recursive: true }));

  it('is not behind a link that leads out, in writing', async () => {
    symlinkSync(path.join(outside, 'made.json'), path.join(folder(), 'known.json'));
    symlinkSync(outside, path.join(folder(), 'there'));
    for (const file of ['known.json', 'there/known.json']) {
      const { code, complaints } = await run(['check', `--write-baseline=${file}`]);
      assert.equal(complaints, `“${file}” would be written outside of this folder, through a link.\n`);
      assert.equal(code, 2);
    }
    assert.ok(!existsSync(path.join(outside, 'made.json')) && !existsSync(path.join(outside, 'known.json')));
  });

  it('nor in reading, and it is no pipe and no device', async () => {
    symlinkSync('/dev/zero', path.join(folder(), 'endless.json'));
    symlinkSync('/etc/passwd', path.join(folder(), 'theirs.json'));
    execFileSync('mkfifo', [path.join(folder(), 'pipe.json')]);
    for (const file of ['endless.json', 'theirs.json', 'pipe.json']) {
      const { code, complaints } = await run(['check', `--baseline=${file}`]);
      assert.match(complaints, /^There is no baseline “[a-z]+\.json” that can be read/);
      assert.equal(code, 2);
    }
  });

  it('may be that of a pipe, which a file replaces', async () => {
    execFileSync('mkfifo', [path.join(folder(), 'pipe.json')]);
    assert.equal((await run(['check', '--write-baseline=pipe.json'])).code, 0);
    assert.ok(lstatSync(path.join(folder(), 'pipe.json')).isFile());
  });

  it('may be outside where a person says so', async () => {
    const file = path.join(outside, 'known.json');
    assert.equal((await run(['check', `--write-baseline=${file}`])).code, 0);
    assert.equal((await run(['check', `--baseline=${file}`])).code, 0);
  });

  it('counts only what can be counted, and no name that objects inherit', async () => {
    write(
      'known.json',
      `{"version": 1, "files": {"__proto__": [], "constructor": [], "notes/old.md": [{"code": "citation-undefined", "words": "@nobody", "times": -5}, {"code": 1}, null]}}`,
    );
    const { out, code } = await run(['check', '--baseline=known.json']);
    assert.equal(code, 1);
    assert.doesNotMatch(out, /-\d/);
  });
});
