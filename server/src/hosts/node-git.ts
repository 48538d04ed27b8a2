import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { say } from '../words/say.ts';

const run = promisify(execFile);

/** Settings that keep git from starting programs that a repository's own configuration names. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-optional-locks'];
/** The same by the environment: objects that are missing are fetched from nowhere. */
const ENVIRONMENT = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };

/**
 * The files below `folder` that differ from a revision of git, or that git does not track and does not ignore:
 * relative to the folder, with `/`. Deleted ones are not among them. Rejects with a sentence where git is missing, the
 * folder is in no repository, or there is no such revision.
 */
export async function changedSince(revision: string, folder: string): Promise<Set<string>> {
  const commit = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  const harmless = await withoutFilters(folder);
  const [changed, untracked] = await Promise.all([
    git(
      folder,
      [
        ...['diff', '--name-only', '-z', '--relative', '--diff-filter=d', '--no-ext-diff', '--no-textconv'],
        // Within a submodule its own configuration would count.
        '--ignore-submodules=all',
        commit.trim(),
        '--',
      ],
      harmless,
    ),
    git(folder, ['ls-files', '-z', '--others', '--exclude-standard'], harmless),
  ]);
  return new Set(`${changed}${untracked}`.split('\0').filter(Boolean));
}

/**
 * The environment that switches off the filters which the repository's own configuration names; those of the person and
 * the machine stay. A file that such a filter would have made equal counts as changed.
 */
async function withoutFilters(folder: string): Promise<Record<string, string>> {
  let listed = '';
  try {
    listed = await git(folder, ['config', '--show-scope', '--name-only', '-z', '--get-regexp', '^filter[.]']);
  } catch {
    // There are none.
  }
  const words = listed.split('\0');
  const settings: Record<string, string> = {};
  // Git reads further settings from numbered variables; a name may hold “=”, which no option could give.
  let count = Number(process.env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  for (let i = 0; i + 1 < words.length; i += 2) {
    const [scope, key] = [words[i]!, words[i + 1]!];
    if (scope !== 'local' && scope !== 'worktree') continue;
    settings[`GIT_CONFIG_KEY_${count}`] = key;
    settings[`GIT_CONFIG_VALUE_${count}`] = key.endsWith('.required') ? 'false' : '';
    count++;
  }
  return count === 0 ? settings : { ...settings, GIT_CONFIG_COUNT: String(count) };
}

async function git(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const { stdout } = await run('git', [...HARMLESS, ...args], {
      cwd: folder,
      maxBuffer: 2 ** 28,
      env: { ...process.env, ...ENVIRONMENT, ...settings },
    });
    return stdout;
  } catch (cause) {
    const { code, stderr = '' } = cause as { code?: string | number; stderr?: string };
    if (code === 'ENOENT') throw new Error(say('--since needs git, which is not installed here.'), { cause });
    if (args[0] === 'rev-parse' && code === 1)
      throw new Error(
        say('Git knows no revision “{revision}” here.', {
          revision: args.at(-1)!.replace(/\^\{commit\}$/, ''),
        }),
        { cause },
      );
    const said = stderr.trim().split('\n')[0] ?? '';
    throw new Error(
      /not a git repository/.test(said)
        ? say('This folder is in no repository of git, so --since has nothing to compare with.')
        : say('Git could not say what changed: {said}', { said }),
      { cause },
    );
  }
}
