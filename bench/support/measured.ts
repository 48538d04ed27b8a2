/** Measures the service on libraries of several sizes in turn. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { FeatureTimes, Measurements } from './measurements.ts';
import type { Sample } from './statistics.ts';

/**
 * Measures the libraries in `folders`, by size, with the program bundled in `programs`. The runs of all sizes are
 * interleaved, so that changes of the machine's speed affect all.
 */
export function measureInTurn(
  programs: string,
  folders: ReadonlyMap<number, string>,
  times: number,
): Map<number, Measurements> {
  const runs = new Map<number, Measurements[]>([...folders.keys()].map((size) => [size, []]));
  for (let round = 0; round < times; round++)
    for (const [size, folder] of folders) runs.get(size)!.push(measure(programs, folder, size));
  return new Map([...runs].map(([size, some]) => [size, together(some)]));
}

function measure(programs: string, folder: string, size: number): Measurements {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', path.join(programs, 'measure.mjs'), folder, `${size}`],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`Measuring ${size} documents failed.`);
  return JSON.parse(stdout) as Measurements;
}

/** Merges several runs; values measured once per run are those of the last. */
function together(runs: readonly Measurements[]): Measurements {
  const last = runs.at(-1)!;
  const sampleOf = (sample: (run: Measurements) => Sample): Sample => ({
    wall: runs.flatMap((run) => sample(run).wall),
    cpu: runs.flatMap((run) => sample(run).cpu),
  });
  return {
    ...last,
    keystroke: sampleOf((run) => run.keystroke),
    keystroke2MB: sampleOf((run) => run.keystroke2MB),
    claimId: {
      ...last.claimId,
      open: sampleOf((run) => run.claimId.open),
      longest: runs.flatMap((run) => run.claimId.longest),
      rest: runs.flatMap((run) => run.claimId.rest),
    },
    features: last.features.map((feature, i): FeatureTimes => ({
      ...feature,
      wall: runs.flatMap((run) => run.features[i]!.wall),
    })),
  };
}
