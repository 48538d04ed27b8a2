/**
 * Compares the checker with the oracle on made-up workspaces, and prints each kind of difference once, on the smallest
 * workspace that shows it.
 *
 *     npx tsx test/oracle/run.ts --workspaces 5000 --seed 1 [--ordinary] [--only NUMBER] [--out FILE]
 */
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { differencesOf, told } from './trial.ts';

const { values } = parseArgs({
  options: {
    workspaces: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    each: { type: 'string', default: '1' },
    out: { type: 'string' },
    ordinary: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const begun = Date.now();
const { workspaces, conflicts, kinds } = await differencesOf({
  seed,
  count: Number(values.workspaces),
  only: values.only === undefined ? null : Number(values.only),
  fresh: !values.ordinary,
  each: Number(values.each),
  heard: (difference) => {
    const words = told(difference);
    console.log(words);
    if (values.out) appendFileSync(values.out, words);
  },
  done: (so) => process.stderr.write(`${so} workspaces\r`),
});
const counts = [...kinds].map(([kind, count]) => `${count} × ${kind}`).join(', ') || 'no differences';
console.log(
  `seed ${seed}: ${workspaces} workspaces, ${conflicts} conflicts, ${counts}; ${Date.now() - begun} ms`,
);
process.exitCode = kinds.size ? 1 : 0;
