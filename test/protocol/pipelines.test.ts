import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = <T>(file: string) => parse(readFileSync(path.join(root, file), 'utf8')) as T;

/** Runs what pipelines run, with the built command line in the place of the one that npx would fetch. */
describe('in a pipeline', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-pipeline-'));
    mkdirSync(path.join(folder, 'bin'));
    const npx = path.join(folder, 'bin/npx');
    const program = path.join(root, 'dist/cli.js');
    writeFileSync(
      npx,
      `#!/bin/sh\n[ "$1" = --yes ] && shift\necho "$1" >&2\nshift\nexec '${process.execPath}' '${program}' "$@"\n`,
    );
    chmodSync(npx, 0o755);
    mkdirSync(path.join(folder, 'my texts'));
    write('my texts/works.bib', '@book{meyer2011, title = {Dockers}, date = {2011}}\n');
    write(
      'my texts/a.md',
      '---\nbibliography: works.bib\n---\n\nSo [@meyer2011].[^a]\n\n[^a]: A note.\n\n[^b]: Another.\n',
    );
    write('my texts/b.md', '---\nbibliography: works.bib\n---\n\nSo [@meyer2011], so [@nobody].\n');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  const bash = (script: string, env: Readonly<Record<string, string>> = {}, args: readonly string[] = []) =>
    spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script, 'bash', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env, PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}` },
    });

  describe('the action for GitHub', () => {
    interface Action {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>;
      readonly runs: {
        readonly steps: readonly { readonly run: string; readonly env: Record<string, string> }[];
      };
    }
    const { inputs, runs } = read<Action>('action.yml');

    /** What the runner does: puts inputs into the environment. */
    function step(given: Readonly<Record<string, string>>) {
      const [{ run, env }] = runs.steps as [Action['runs']['steps'][0]];
      const filled = Object.entries(env).map(([name, value]): [string, string] => [
        name,
        value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_all, input: string) => {
          assert.ok(inputs[input], input);
          return given[input] ?? inputs[input].default;
        }),
      ]);
      return bash(run, Object.fromEntries(filled));
    }

    it('annotates, and fails for what is severe enough', () => {
      const { stdout, stderr, status } = step({});
      assert.match(stdout, /^::warning file=my texts\/a\.md,line=9,.*title=footnote-unused::/m);
      assert.match(stdout, /^::error file=my texts\/b\.md,line=5,.*title=citation-undefined::/m);
      assert.match(stderr, /^sicetnon@latest\n/);
      assert.equal(status, 1);
      assert.equal(step({ paths: 'my texts/a.md', 'fail-on': 'error' }).status, 0);
    });

    it('takes several paths, a baseline, a version', () => {
      bash('npx sicetnon check --quiet --write-baseline');
      const { stdout, stderr, status } = step({
        paths: 'my texts/a.md\n\n  \nmy texts/b.md\n',
        baseline: 'sicetnon-baseline.json',
        version: '1.2.3',
      });
      assert.equal(stdout, '');
      assert.equal(status, 0);
      assert.match(stderr, /^sicetnon@1\.2\.3\n/);
    });

    it('runs nothing that an input says', () => {
      const { status } = step({
        paths: '$(touch hacked); `touch hacked` --fix',
        since: '"; touch hacked; "',
      });
      assert.equal(status, 2);
      assert.equal(bash('test -e hacked').status, 1);
    });
  });

  it('the hook before a commit checks the files that it is given', () => {
    const [hook] = read<[{ entry: string; files: string }]>('.pre-commit-hooks.yaml');
    const run = (...files: string[]) => bash(`${hook.entry} "$@"`, {}, files);
    const { stdout, status } = run('my texts/a.md', 'my texts/b.md');
    assert.match(stdout, /my texts\/b\.md:5:\d+ {2}error {2}citation-undefined/);
    assert.equal(status, 1);
    write('my texts/a.md', 'All is well.\n');
    assert.deepEqual([run('my texts/a.md').stdout, run('my texts/a.md').status], ['', 0]);
    for (const name of ['a.md', 'b/c.qmd', 'd.Rmd', 'e.txt']) assert.match(name, new RegExp(hook.files));
    assert.doesNotMatch('a.mdx', new RegExp(hook.files));
  });
});
