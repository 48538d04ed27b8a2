/**
 * Measures how the work grows with texts, bibliographies, registers and project files that are all of one kind, some of
 * which nobody would write: `npm run bench:growth [-- --only PATTERN] [--quick] [--budget MILLISECONDS]
 * [--minutes M] [--together COUNT]`. Each family is measured in a process of its own, or with others in one, at n, 2n, 4n
 * and 8n letters or lines, as far as they take about the budget; a table says how fast the time on processors grows,
 * worst first. A run of all writes `bench/GROWTH.md`; one that ends after
 * `--minutes` does as well, and says how many it measured: it takes them from all areas alike.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { allFamilies, titleOf } from './families/all.ts';
import { measureAll } from './families/processes.ts';
import { GOAL, rowOf, tableOf, worstOf, type Row } from './families/report.ts';
import { shortNumber } from './support/statistics.ts';

const FOLDER = path.resolve('dist/bench-growth');
/** The work of one run of the largest size, in milliseconds. */
const BUDGET = { usual: 1500, quick: 250 };

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean' },
    budget: { type: 'string' },
    minutes: { type: 'string' },
    sift: { type: 'boolean' },
    together: { type: 'string', default: '1' },
  },
});
const budget = Number(values.budget ?? (values.quick ? BUDGET.quick : BUDGET.usual));
const deadline = values.minutes ? Date.now() + Number(values.minutes) * 60_000 : Infinity;
const wanted = new RegExp(values.only ?? '', 'i');

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

const rows: Row[] = [];
const measuring = {
  program: path.join(FOLDER, 'measure.mjs'),
  how: values.sift ? ('sift' as const) : ('fully' as const),
  budget,
  together: Number(values.together),
};
const numbers = spread(allFamilies.length).filter((number) => wanted.test(titleOf(allFamilies[number]!)));
await measureAll(numbers, measuring, (number, measured) => {
  const row = rowOf(titleOf(allFamilies[number]!), measured);
  rows.push(row);
  console.log(`${worstOf(row) > GOAL ? '!' : ' '} ${row.title}: ${lineOf(row)}`);
  return Date.now() < deadline;
});

const table = tableOf(rows);
console.log(`\n${table}`);
if (!values.only) {
  writeFileSync('bench/GROWTH.md', report(table));
  console.log('bench/GROWTH.md is written.');
}
process.exitCode = rows.some((row) => worstOf(row) > GOAL) ? 1 : 0;

/** The numbers below `count`: in their order, or, where time may run out, in strides that pass all areas each time. */
function spread(count: number): number[] {
  const numbers = Array.from({ length: count }, (_, number) => number);
  if (deadline === Infinity) return numbers;
  const STRIDE = 17;
  return numbers.sort((a, b) => (a % STRIDE) - (b % STRIDE) || a - b);
}

/** What a run prints of a family as it goes on. */
function lineOf({ exponent, step, stepExponent, measured }: Row): string {
  if (!measured) return 'too slow';
  const { total, megabytes } = measured;
  const memory = megabytes === null ? '' : `  ${megabytes.toFixed(0)} MB`;
  return `${shortNumber(exponent)}  ${step ?? ''} ${step ? shortNumber(stepExponent) : ''}  ${total.map(shortNumber).join(' ')} ms${memory}`;
}

function report(rendered: string): string {
  const above = rows.filter((row) => worstOf(row) > GOAL).length;
  return `# How the work grows

${rows.length} ${rows.length < allFamilies.length ? `of ${allFamilies.length} ` : ''}families of texts, bibliographies, registers and project files, each one thing written again and again, measured through the service: read, opened, checked, its quotations compared, inspected, asked about at five places, edited at three. The exponent is that of processor time over four sizes that double (least squares over logarithms, median of three runs); 1 is twice the time for twice the text. The goal is ${GOAL}; ${above === 0 ? 'all families keep it' : `${above} of them are above it`}. “Fastest step” is the step that grows fastest among those that take a tenth of the whole or more. The largest size takes about ${budget} ms of work or is 8 million letters long; MB is the most memory taken above what the program takes by itself.

Made by \`npm run bench:growth\`; \`-- --only PATTERN\` measures some, \`--quick\` less of each.${cautions()}

${rendered}`;
}

/** What is to be held against the figures, if anything. */
function cautions(): string {
  const said: string[] = [];
  if (rows.length < allFamilies.length)
    said.push(
      `This run ended after ${values.minutes ?? 'some'} minutes; the other families were not measured in it.`,
    );
  if (budget < BUDGET.usual)
    said.push(
      'At so small a budget the collector of garbage and the compiler weigh as much as the work: an exponent a little above the goal says that the family is to be measured by itself, not that it grows.',
    );
  return said.length > 0 ? `\n\n${said.join(' ')}` : '';
}
