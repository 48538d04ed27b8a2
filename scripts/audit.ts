// Asks the npm registry for vulnerabilities in shipped libraries, and fails for severe ones.
// npx tsx scripts/audit.ts
// A registry that cannot be reached, or does not support audits, is reported but is no failure.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface Answer {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

/** Judges the output of `npm audit --omit=dev --json`: one line, and whether to fail. */
export function judge(output: string): { readonly grave: boolean; readonly line: string } {
  let answer: Answer | null;
  try {
    answer = JSON.parse(output) as Answer | null;
  } catch {
    return { grave: false, line: 'Audit: not done, the registry did not answer.' };
  }
  const counts = answer?.metadata?.vulnerabilities;
  if (!counts) {
    const why = answer?.message ?? answer?.error?.summary ?? 'no reason was given';
    return {
      grave: false,
      line: `Audit: not done, the registry did not answer: ${why.split('\n')[0]}`,
    };
  }
  const { critical = 0, high = 0, moderate = 0, low = 0 } = counts;
  const said = `${critical} critical, ${high} high, ${moderate} moderate, ${low} low`;
  const grave = critical + high > 0;
  return { grave, line: `Audit: ${said} in what is shipped${grave ? '; see npm audit --omit=dev' : ''}.` };
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = spawnSync(npm, ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  });
  const { grave, line } = judge(stdout ?? '');
  console.log(line);
  process.exitCode = grave ? 1 : 0;
}
