/**
 * Measures each V8 flag that the server and the command line set (`hosts/node-engine.ts`, `server-process.ts`):
 * `nice npx tsx bench/switches.ts [ROUNDS] [SWITCH…]` starts like the server on 10,000 documents, without cache and
 * with two threads, each time with one flag at its default.
 */
import { nodeOptions } from '../client/src/server-process.ts';
import { buildStart, compareStarts, startOnce } from './support/built-start.ts';

const SWITCHES = [
  'no-allocation-site-pretenuring',
  'always-sparkplug',
  'max-inlined-bytecode-size-cumulative',
  'heap-growing-percent',
  'max-semi-space-size',
] as const;

const [rounds = '2', ...asked] = process.argv.slice(2);
await buildStart();
const start = (without: string) => () =>
  startOnce(
    2,
    '',
    nodeOptions.filter((option) => without === '' || !option.includes(without)),
    {
      SICETNON_AS_SERVER: '1',
      SICETNON_UNSET: without,
    },
  );
const variants = new Map([['all set', start('')]]);
for (const name of asked.length > 0 ? asked : SWITCHES) variants.set(`without ${name}`, start(name));
compareStarts(Number(rounds), variants, [
  ['start, ms', ({ cpu }) => cpu],
  ['heap and buffers, MB', ({ heap, buffers }) => heap + buffers],
  ['resident, MB', ({ resident }) => resident],
  ['500 checks, ms', ({ checks }) => checks],
]);
