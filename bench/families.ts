/**
 * Measures how time grows with texts, bibliographies, registers and project files of a single repeated construct,
 * many of them hostile:
 * `npm run bench:growth [-- --only PATTERN] [--fully] [--quick] [--budget MILLISECONDS] [--sift MILLISECONDS]
 * [--minutes M] [--together COUNT] [--report]`.
 * First all are sifted: run once at n, 2n, 4n and 8n characters or lines. Those that grow, or all with `--fully`, are
 * measured: three times at each size, the largest of which takes about the budget. A table gives the exponent of processor time, worst first. A
 * run of all writes `bench/GROWTH.md`. With `--minutes` it may end early: then it samples all areas evenly, and says
 * how many it measured. Each result is also added to `test-output/growth.jsonl` at once; `--report` writes
 * `bench/GROWTH.md` from the newest result of each family there, so that a run of all can be made in parts.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { allFamilies, titleOf } from './families/all.ts';
import { keep, keptRows } from './families/kept-results.ts';
import { measureAll } from './families/processes.ts';
import { GOAL, lineOf, reportOf, rowOf, SUSPECT, tableOf, type Row } from './families/report.ts';

const FOLDER = path.resolve('dist/bench-growth');
/** The time of one run of the largest size, in milliseconds. */
const BUDGET = { usual: 1500, quick: 250, sift: 100 };

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    fully: { type: 'boolean' },
    quick: { type: 'boolean' },
    budget: { type: 'string' },
    sift: { type: 'string' },
    minutes: { type: 'string' },
    together: { type: 'string', default: '25' },
    report: { type: 'boolean' },
  },
});
const budget = Number(values.budget ?? (values.quick ? BUDGET.quick : BUDGET.usual));
const sift = Number(values.sift ?? BUDGET.sift);
const deadline = values.minutes ? Date.now() + Number(values.minutes) * 60_000 : Infinity;
const wanted = new RegExp(values.only ?? '', 'i');
const KEPT = path.resolve('test-output/growth.jsonl');

if (values.report) {
  const { measured, sifted } = keptRows(KEPT, allFamilies.map(titleOf));
  write(measured, sifted);
  process.exit(0);
}

await build({
  entryPoints: { measure: 'bench/families/measure.ts' },
  outdir: FOLDER,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
  banner: {
    js: `import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);`,
  },
});

const numbers = spread(allFamilies.length).filter((number) => wanted.test(titleOf(allFamilies[number]!)));
const sifted = values.fully ? new Map<number, Row>() : await run('sift', numbers, sift);
const suspects = values.fully
  ? numbers
  : [...sifted].filter(([, { exponent }]) => exponent > SUSPECT).map(([number]) => number);
const measured = await run('fully', suspects, budget);

const rows = [...measured.values()];
console.log(`\n${tableOf(rows)}`);
if (!values.only) {
  const known = [...sifted].filter(([number]) => !measured.has(number)).map(([, row]) => row);
  write(rows, known);
}
process.exitCode = rows.some(({ exponent }) => exponent > GOAL) ? 1 : 0;

async function run(how: 'sift' | 'fully', some: readonly number[], spent: number): Promise<Map<number, Row>> {
  const found = new Map<number, Row>();
  const measuring = {
    program: path.join(FOLDER, 'measure.mjs'),
    how,
    budget: spent,
    together: Number(values.together),
  };
  await measureAll(some, measuring, (number, what) => {
    const row = rowOf(titleOf(allFamilies[number]!), what);
    found.set(number, row);
    const mark = row.exponent > (how === 'sift' ? SUSPECT : GOAL) ? '!' : ' ';
    console.log(`${how} ${mark} ${row.title}: ${lineOf(row)}`);
    keep(KEPT, { title: row.title, how, budget: spent, measured: what });
    return Date.now() < deadline;
  });
  return found;
}

function write(measured: readonly Row[], sifted: readonly Row[]): void {
  writeFileSync(
    'bench/GROWTH.md',
    reportOf({ measured, sifted, families: allFamilies.map(titleOf), where: whereAndWhen(), budget, sift }),
  );
  console.log('bench/GROWTH.md is written.');
}

function whereAndWhen(): string {
  const [cpu] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `on ${day}, ${cpu?.model ?? 'an unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
}

/** The numbers below `count`: in order, or, where time may run out, in strides that cover all areas each time. */
function spread(count: number): number[] {
  const all = Array.from({ length: count }, (_, number) => number);
  if (deadline === Infinity) return all;
  const STRIDE = 17;
  return all.sort((a, b) => (a % STRIDE) - (b % STRIDE) || a - b);
}
