/** Random cases by their seeds. */
import { Chance } from '../walks/walk/chance.ts';
import { runs } from './runs.ts';

const FIRST = Number(process.env['SEED'] ?? 1);
/** With `HANGS=2000` a case that takes more milliseconds of processor time fails: for whoever looks for such. */
const LIMIT = Number(process.env['HANGS'] ?? Infinity);

/**
 * Tries cases, `DRAWS` times as many as usual, from the seed `SEED` on. One that fails says its seed, which
 * `SEED=… DRAWS=0.001` repeats alone.
 */
export async function eachSeed(
  usual: number,
  attempt: (chance: Chance, seed: number) => void | Promise<void>,
): Promise<void> {
  for (let seed = FIRST; seed < FIRST + runs(usual); seed++) {
    const begun = process.cpuUsage();
    try {
      await attempt(new Chance(seed), seed);
    } catch (cause) {
      throw new Error(`Seed ${seed} fails`, { cause });
    }
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1000 > LIMIT) throw new Error(`Seed ${seed} takes ${(user + system) / 1000} ms`);
  }
}
