/** How long a service takes to know a library: from nothing on one thread and on all, and from what it remembers. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Sample } from './statistics.ts';

export interface Starts {
  readonly oneThread: Sample;
  readonly allCores: Sample;
  readonly warm: Sample;
}

/** Measures starts on `folder` with the programs built into `programs`, each so many times. */
export function startTimes(programs: string, folder: string, times: number): Starts {
  const cache = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-bench-'));
  const start = (threads: number, remembering: boolean) => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [path.join(programs, 'start.mjs'), folder, `${threads}`, remembering ? cache : ''],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (status !== 0) throw new Error('A start failed.');
    return JSON.parse(stdout) as { wall: number; cpu: number };
  };
  const sampled = (threads: number, remembering: boolean): Sample => {
    const runs = Array.from({ length: times }, () => start(threads, remembering));
    return { wall: runs.map(({ wall }) => wall), cpu: runs.map(({ cpu }) => cpu) };
  };
  try {
    const cores = os.availableParallelism();
    const oneThread = sampled(0, false);
    const allCores = sampled(cores, false);
    start(cores, true);
    return { oneThread, allCores, warm: sampled(cores, true) };
  } finally {
    rmSync(cache, { recursive: true });
  }
}
