/** The measuring processes: each measures several families in order, and is ended if one hangs. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Measured } from './measured.ts';

/** A family may take this multiple of its budget, since the machine may be busy. */
const PATIENCE = 400;
/** Nor less than this, in milliseconds: on a machine shared by many, little work may take minutes. */
const LEAST_PATIENCE = 300_000;

/** How families are measured. */
export interface Measuring {
  /** The path of the bundled `measure.ts`. */
  readonly program: string;
  /** At four sizes, three times each; or once each. */
  readonly how: 'fully' | 'sift';
  /** The time of one run of the largest size, in milliseconds. */
  readonly budget: number;
  /**
   * How many families a process measures. Several take less time, since the engine is warm; a single one gives its
   * memory.
   */
  readonly together: number;
}

/**
 * Measures the families with these numbers, and reports each when it is done: null for one that takes too long, or
 * too much memory. `hear` returns whether to continue.
 */
export async function measureAll(
  numbers: readonly number[],
  measuring: Measuring,
  hear: (number: number, measured: Measured | null) => boolean,
): Promise<void> {
  const queue = [...numbers];
  while (queue.length > 0) {
    const batch = queue.slice(0, measuring.together);
    const { done, wanted } = await measureBatch(batch, measuring, hear);
    queue.splice(0, done);
    if (!wanted) return;
    if (done < batch.length && !hear(queue.shift()!, null)) return;
  }
}

/** How many of a batch were measured before its process ended, and whether to continue. */
function measureBatch(
  batch: readonly number[],
  { program, how, budget }: Measuring,
  hear: (number: number, measured: Measured | null) => boolean,
): Promise<{ readonly done: number; readonly wanted: boolean }> {
  const args = [
    '--expose-gc',
    '--single-threaded',
    '--max-old-space-size=3000',
    program,
    how,
    `${budget}`,
    ...batch.map(String),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let [done, wanted] = [0, true];
  const end = () => child.kill('SIGKILL');
  let patience = setTimeout(end, Math.max(LEAST_PATIENCE, PATIENCE * budget));
  createInterface(child.stdout).on('line', (line) => {
    clearTimeout(patience);
    wanted &&= hear(batch[done++]!, JSON.parse(line) as Measured);
    if (!wanted) end();
    else patience = setTimeout(end, Math.max(LEAST_PATIENCE, PATIENCE * budget));
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(patience);
      resolve({ done, wanted });
    });
  });
}
