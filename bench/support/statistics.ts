/** Medians and spreads, and processor time beside wall-clock time. */

/** The measurements of one thing, in milliseconds. */
export interface Sample {
  readonly wall: readonly number[];
  /** Processor time, including garbage collection and compilation on other threads. */
  readonly cpu: readonly number[];
}

/** The quantile `share` of some values; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The processor time of this process in milliseconds. */
export function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs `step` `times` times and measures each run. */
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

/** `1.2`, `34`, `0.08`: only significant digits. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
