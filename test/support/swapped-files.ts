import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const SECRET = 'secret words\n';

/** A workspace in a folder of its own, beside a file that must not be read. */
export function workspaceBesideSecret(): { home: string; root: string } {
  const home = mkdtempSync(path.join(tmpdir(), 'sicetnon-swap-'));
  const root = path.join(home, 'workspace');
  mkdirSync(path.join(root, 'chapters'), { recursive: true });
  mkdirSync(path.join(home, 'elsewhere'));
  writeFileSync(path.join(home, 'elsewhere', 'one.md'), SECRET);
  writeFileSync(path.join(root, 'one.md'), 'own words\n');
  writeFileSync(path.join(root, 'chapters', 'one.md'), 'own words\n');
  return { home, root };
}

/** Attacks that replace a file of the workspace between two system calls. */
export const swaps: Readonly<Record<string, (root: string) => void>> = {
  'a link out in the place of the file': (root) => {
    rmSync(path.join(root, 'chapters', 'one.md'));
    symlinkSync('../../elsewhere/one.md', path.join(root, 'chapters', 'one.md'));
  },
  'a link out in the place of its folder': (root) => {
    renameSync(path.join(root, 'chapters'), path.join(root, 'before'));
    symlinkSync('../elsewhere', path.join(root, 'chapters'));
  },
  'a pipe in the place of the file': (root) => {
    rmSync(path.join(root, 'chapters', 'one.md'));
    execFileSync('mkfifo', [path.join(root, 'chapters', 'one.md')]);
  },
  'a folder in the place of the file': (root) => {
    rmSync(path.join(root, 'chapters', 'one.md'));
    mkdirSync(path.join(root, 'chapters', 'one.md'));
  },
};
