import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { commandLine } from './command-line.ts';

describe('check --since', () => {
  const { run, write, folder } = commandLine();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder(),
      stdio: 'pipe',
    });
  const files = async (...args: string[]) => {
    const { out, complaints } = await run(['check', '--format', 'json', ...args]);
    assert.doesNotMatch(complaints, /^git/im);
    return (JSON.parse(out) as { files: { path: string }[] }).files.map((file) => file.path);
  };

  beforeEach(() => {
    write('notes/old.md', 'Old [@nobody].\n');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
  });

  it('checks the files that changed, and those that git does not know yet', async () => {
    assert.deepEqual(await files('--since', 'HEAD'), []);
    write('notes/good.md', 'Good [@meyer2011].\n');
    write('notes/new é.md', 'New [@nobody].\n');
    assert.deepEqual(await files('--since', 'HEAD'), ['notes/good.md', 'notes/new é.md']);
    git('add', '.');
    git('commit', '-q', '-m', 'second');
    assert.deepEqual(await files('--since', 'HEAD'), []);
    assert.deepEqual(await files('--since', 'main~1', 'notes'), ['notes/good.md', 'notes/new é.md']);
  });

  it('counts from the folder that is checked, where that is not the top of the repository', async () => {
    write('notes/sicetnon.yaml', 'bibliography: [../works.bib]\n');
    write('notes/good.md', 'Good.\n');
    assert.deepEqual(await files('--since', 'HEAD', 'notes'), ['notes/good.md', 'notes/sicetnon.yaml']);
  });

  it('says when there is nothing to compare with', async () => {
    const said = async (revision: string) => (await run(['check', '--since', revision])).complaints;
    assert.equal(await said('nowhere'), 'Git knows no revision “nowhere” here.\n');
    assert.equal(await said('--output=x'), 'Git knows no revision “--output=x” here.\n');
  });

  it('starts no program that the repository names', async () => {
    const program = path.join(folder(), 'program.sh');
    const mark = path.join(folder(), 'started');
    write('program.sh', `#!/bin/sh\ntouch '${mark}'\ncat\n`);
    chmodSync(program, 0o755);
    git('config', 'core.fsmonitor', program);
    git('config', 'diff.external', program);
    for (const name of ['own', 'a=b']) {
      for (const kind of ['clean', 'smudge', 'process']) git('config', `filter.${name}.${kind}`, program);
      git('config', `filter.${name}.required`, 'true');
    }
    write('.gitattributes', '*.md filter=own\n*.txt filter=a=b\n');
    write('notes/good.md', 'Changed.\n');
    await files('--since', 'HEAD');
    assert.ok(!existsSync(mark));
  });
});

describe('check --since outside of a repository', () => {
  const { run, folder } = commandLine();

  it('says so', async () => {
    const { complaints, code } = await run(['check', '--since', 'HEAD'], false, folder());
    assert.match(complaints, /^This folder is in no repository of git|^Git knows no revision/);
    assert.equal(code, 2);
  });
});
