/** Runs programs to completion and measures them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Cost {
  /** Wall-clock and processor time in seconds. */
  readonly wall: number;
  readonly cpu: number;
}

/**
 * Runs a checker; exit codes 0 and 1 are valid. Null where it is absent, ends otherwise or not within `limit`
 * seconds, or has no output that satisfies `hasRead`: a program that did not work has no cost. Needs bash for the
 * times.
 */
export function costOf(
  command: readonly string[],
  folder: string,
  limit: number,
  hasRead: RegExp,
): Cost | null {
  const place = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-cost-'));
  const said = path.join(place, 'said');
  try {
    const begun = performance.now();
    const { stderr, status } = spawnSync(
      'bash',
      [
        '-c',
        'out=$1; shift; TIMEFORMAT="%U %S"; time timeout "$@" >"$out" 2>&1',
        'bash',
        said,
        `${limit}`,
        ...command,
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    const wall = (performance.now() - begun) / 1000;
    const [user, system] = stderr.trim().split(/\s+/).slice(-2).map(Number);
    if ((status !== 0 && status !== 1) || user === undefined || system === undefined) return null;
    return hasRead.test(readFileSync(said, 'utf8')) ? { wall, cpu: user + system } : null;
  } finally {
    rmSync(place, { recursive: true });
  }
}
