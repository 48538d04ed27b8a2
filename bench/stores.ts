/**
 * Measures each part of the compact store against the same part in plain maps, in processor time and memory:
 * `nice npx tsx bench/stores.ts [ROUNDS] [PART…]`, on the library of 10,000 documents with a warm cache. Processor
 * time is little affected by a busy machine.
 */
import { buildStart, cacheFolder, compareStarts, startOnce } from './support/built-start.ts';
import { PARTS } from './support/stores.ts';

const [rounds = '3', ...asked] = process.argv.slice(2);
await buildStart();
const start = (plain: readonly string[]) => () =>
  startOnce(0, cacheFolder(), ['--max-old-space-size=4000'], { SICETNON_PLAIN: plain.join(',') });
start([])();
const variants = new Map([['nothing plain', start([])]]);
for (const part of asked.length > 0 ? asked : PARTS) variants.set(part, start([part]));
if (asked.length === 0) variants.set('everything plain', start(PARTS));
compareStarts(Number(rounds), variants, [
  ['start, ms', ({ cpu }) => cpu],
  ['memory, MB', ({ heap, buffers }) => heap + buffers],
  ['500 checks, ms', ({ checks }) => checks],
  ['4 searches, ms', ({ searches }) => searches],
]);
