/** Medians and spreads, and the time that a process itself spent beside the time that went by. */

/** What measuring one thing many times gave, in milliseconds. */
export interface Sample {
  readonly wall: readonly number[];
  /** Time on processors, threads of the garbage collector and the compiler among it. */
  readonly cpu: readonly number[];
}

/** The value below which `share` of the others lie; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Milliseconds that this process has spent on processors. */
export function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs `step` as often as `times` says and notes how long each run takes. */
export async function sample(times: number, step: (run: number) => unknown): Promise<Sample> {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < times; run++) {
    const cpuBegun = cpuNow();
    const begun = performance.now();
    const awaited = step(run);
    if (awaited instanceof Promise) await awaited;
    wall.push(performance.now() - begun);
    cpu.push(cpuNow() - cpuBegun);
  }
  return { wall, cpu };
}

/** `1.2`, `34`, `0.08`: as many digits as mean something. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
