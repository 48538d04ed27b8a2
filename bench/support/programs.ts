/** Runs programs to their end and says what they cost. */
import { spawnSync } from 'node:child_process';

export interface Cost {
  /** Seconds by the clock, and seconds on processors. */
  readonly wall: number;
  readonly cpu: number;
}

/** Runs a program, whatever it answers; null where it did not end within `limit` seconds. Wants bash for its times. */
export function costOf(command: readonly string[], folder: string, limit: number): Cost | null {
  const begun = performance.now();
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time timeout "$@" >/dev/null 2>&1', 'bash', `${limit}`, ...command],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const wall = (performance.now() - begun) / 1000;
  const [user, system] = stderr.trim().split(/\s+/).slice(-2).map(Number);
  if (status === null || wall >= limit || user === undefined || system === undefined) return null;
  return { wall, cpu: user + system };
}
