import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { printable, printableJson } from '../../../server/src/cli/printable.ts';
import { runCommandLine } from '../../../server/src/cli/run.ts';
import { compositions, HOSTILE } from '../../support/hostile.ts';
import { runs } from '../../support/runs.ts';

/** What acts on a terminal, or moves what stands beside it. */
const ACTS =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;
/** The colours of ours. */
const COLOURS = /\u001B\[\d{1,2}m/g;
const ODD = 'a\u001B[2J\u202Egnp\n#1 (x)\u009B31m.md';

describe('text of files on a terminal', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-terminal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }

  /** Runs something as a user who owns no file; root may read all of them. The programs it needs are loaded before. */
  async function asNobody(something: () => Promise<void>): Promise<void> {
    if (process.getuid?.() !== 0) return something();
    chmodSync(folder, 0o755);
    for (const format of ['text', 'json', 'sarif']) await run(['check', '--no-cache', '--format', format]);
    process.seteuid!(65_534);
    try {
      await something();
    } finally {
      process.seteuid!(0);
    }
  }

  async function run(args: readonly string[], isTerminal = false) {
    let out = '';
    let complaints = '';
    const code = await runCommandLine(args, {
      cwd: folder,
      write: (text) => (out += text),
      complain: (text) => (complaints += text),
      isTerminal,
      colorWanted: isTerminal,
      isWatched: false,
      now: () => 0,
      rest: () => Promise.resolve(),
      interrupted: new AbortController().signal,
    });
    return { code, out, complaints };
  }

  const hostileWorkspace = (): void => {
    write('sicetnon.yaml', '"\\e]0;PWNED\\a\\e[2J": 1\nbibliography: [works.json]\n');
    write('works.json', JSON.stringify([{ id: 'x\u001B[31m\u202E', type: 'book', title: 'T' }]));
    write(ODD, '[w\u001B[31m]{.claim #a supports="\u202Egnp.exe"} and \u009B31m[^lost\u0007\u202E].\n');
  };

  it('is printed so that it can be seen, and nothing of it acts', async () => {
    hostileWorkspace();
    const { code, out, complaints } = await run(['check', '--no-cache']);
    assert.equal(code, 1);
    assert.doesNotMatch(out + complaints, ACTS);
    assert.match(out, /^a␛\[2J\\u\{202e\}gnp␊#1 \(x\)\\u\{9b\}31m\.md:1:/m);
    assert.match(out, /`␛\]0;PWNED␇␛\[2J`/);
    const coloured = await run(['check', '--no-cache'], true);
    assert.match(coloured.out, COLOURS);
    assert.doesNotMatch(coloured.out.replace(COLOURS, ''), ACTS);
  });

  it('has the mark under the words all the same', async () => {
    write('a.md', 'A\u001B[31m\u202Eb\tc[^lost] d.\n');
    const { out } = await run(['check', '--no-cache', 'a.md']);
    const [, , line, marks] = out.split('\n');
    const at = line!.indexOf('[^lost]');
    assert.equal(line, '  1 │ A␛[31m\\u{202e}b c[^lost] d.');
    assert.equal(stringWidth(marks!.slice(0, marks!.indexOf('^'))), stringWidth(line.slice(0, at)));
    assert.equal(marks!.trim().replace(/^│ */, ''), '^^^^^^^');
  });

  it('is the same in JSON and SARIF, and can be read back', async () => {
    hostileWorkspace();
    for (const args of [['check', '--format', 'json'], ['inspect'], ['check', '--format', 'sarif']]) {
      const { out } = await run([...args, '--no-cache']);
      assert.doesNotMatch(out, ACTS, args.join(' '));
      assert.ok(JSON.stringify(JSON.parse(out)).includes('\u202Egnp'), args.join(' '));
    }
  });

  it('makes addresses of odd names in SARIF that are such', async () => {
    hostileWorkspace();
    write('50% [x] a:b?c#d é ’.md', '[^lost]\n');
    const { out } = await run(['check', '--format', 'sarif', '--no-cache']);
    const uris = [...out.matchAll(/"uri": "([^"]*)"/g)].map(([, uri]) => uri!);
    assert.ok(uris.length >= 3);
    for (const uri of uris) assert.match(uri, /^(?:[\w.~/-]|%[0-9A-F]{2})+$/);
    const names = uris.map(decodeURIComponent);
    assert.ok(names.includes(ODD) && names.includes('50% [x] a:b?c#d é ’.md'), names.join(' '));
  });

  it('does not say where on the machine a file lies that cannot be read', async () => {
    write('sicetnon.yaml', 'bibliography: [locked.bib]\n');
    write('locked.bib', '@book{a, title = {T}}\n');
    write('locked.md', 'Words [@a].\n');
    chmodSync(path.join(folder, 'locked.bib'), 0);
    chmodSync(path.join(folder, 'locked.md'), 0);
    await asNobody(async () => {
      for (const format of ['text', 'json', 'sarif']) {
        const { out } = await run(['check', '--no-cache', '--format', format]);
        assert.match(out, /permission/i, format);
        assert.ok(!out.includes(folder) && !out.includes(path.basename(folder)), out);
      }
    });
  });

  it('complains of what it was asked in words', async () => {
    for (const args of [
      ['\u001B[2Jx\ny'],
      ['check', 'no\u001B[2Jne\nfile'],
      ['check', '--format', '\u001B[2J'],
      ['check', '--severity', '\u202E'],
      ['check', '--\u001B[2J'],
    ]) {
      const { code, out, complaints } = await run(args);
      assert.equal(code, 2);
      assert.doesNotMatch(out + complaints, ACTS, JSON.stringify(args));
      assert.equal(complaints.trimEnd().split('\n').length, 1, complaints);
    }
  });

  it('whatever it is', () => {
    const check = (text: string) => {
      assert.doesNotMatch(printable(text), /\n/);
      assert.doesNotMatch(printable(text), ACTS);
      assert.doesNotMatch(printableJson({ [text]: text }), ACTS);
      assert.deepEqual(
        JSON.parse(printableJson({ [text]: text })),
        JSON.parse(JSON.stringify({ [text]: text })),
      );
    };
    HOSTILE.forEach(check);
    check('\u{E0041}\u0085\u007F');
    fc.assert(fc.property(compositions, check), { numRuns: runs(1000) });
  });
});
