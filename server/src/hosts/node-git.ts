import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Settings that keep git from starting programs that a repository's own configuration names. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-optional-locks'];

/**
 * The files below `folder` that differ from a revision of git, or that git does not track and does not ignore:
 * relative to the folder, with `/`. Deleted ones are not among them. Rejects with a sentence where git is missing, the
 * folder is in no repository, or there is no such revision.
 */
export async function changedSince(revision: string, folder: string): Promise<Set<string>> {
  const commit = await git(
    folder,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  );
  const [changed, untracked] = await Promise.all([
    git(
      folder,
      ...['diff', '--name-only', '-z', '--relative', '--diff-filter=d', '--no-ext-diff', '--no-textconv'],
      commit.trim(),
      '--',
    ),
    git(folder, 'ls-files', '-z', '--others', '--exclude-standard'),
  ]);
  return new Set(`${changed}${untracked}`.split('\0').filter(Boolean));
}

async function git(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', [...HARMLESS, ...args], { cwd: folder, maxBuffer: 2 ** 28 });
    return stdout;
  } catch (cause) {
    const { code, stderr = '' } = cause as { code?: string | number; stderr?: string };
    if (code === 'ENOENT') throw new Error('--since needs git, which is not installed here.', { cause });
    if (args[0] === 'rev-parse' && code === 1)
      throw new Error(`Git knows no revision “${args.at(-1)!.replace(/\^\{commit\}$/, '')}” here.`, {
        cause,
      });
    const said = stderr.trim().split('\n')[0] ?? '';
    throw new Error(
      /not a git repository/.test(said)
        ? 'This folder is in no repository of git, so --since has nothing to compare with.'
        : `Git could not say what changed: ${said}`,
      { cause },
    );
  }
}
