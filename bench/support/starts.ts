/** The time to read a library: without cache on one thread and on all, and from the cache. */
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

interface Growing {
  readonly wall: number[];
  readonly cpu: number[];
}

const none = (): Growing => ({ wall: [], cpu: [] });

function note(sample: Growing, { wall, cpu }: { readonly wall: number; readonly cpu: number }): void {
  sample.wall.push(wall);
  sample.cpu.push(cpu);
}

/** Measures starts on `folder` with the programs bundled in `programs`, each so many times. */
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
  try {
    const cores = os.availableParallelism();
    start(cores, true);
    const [oneThread, allCores, warm] = [none(), none(), none()];
    // Interleaved, so that changes of the machine's speed affect all.
    for (let run = 0; run < times; run++) {
      note(oneThread, start(0, false));
      note(allCores, start(cores, false));
      note(warm, start(cores, true));
    }
    return { oneThread, allCores, warm };
  } finally {
    rmSync(cache, { recursive: true });
  }
}
