/** The bundled program `start.ts`, and the library of 10,000 documents that it starts on. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { writeLibrary } from './library.ts';
import { quantile, shortNumber } from './statistics.ts';

const DOCUMENTS = 10_000;
const FOLDER = path.resolve('dist/bench');

/** The cost of one start: milliseconds of processor time, megabytes. */
export interface StartCost {
  readonly cpu: number;
  readonly heap: number;
  readonly buffers: number;
  readonly resident: number;
  readonly checks: number;
  readonly searches: number;
}

/** Bundles the program and generates the library if they do not exist. */
export async function buildStart(): Promise<void> {
  await build({
    entryPoints: { start: 'bench/start.ts', 'digest-worker': 'server/src/digest-worker.ts' },
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
  copyFileSync(path.join(FOLDER, 'digest-worker.mjs'), path.join(FOLDER, 'digest-worker.js'));
  writeFileSync(path.join(FOLDER, 'package.json'), '{"type": "module"}');
  const library = libraryFolder();
  if (existsSync(library)) return;
  mkdirSync(library, { recursive: true });
  writeLibrary(library, DOCUMENTS);
}

function libraryFolder(): string {
  return path.join(FOLDER, `library-${DOCUMENTS}`);
}

/** Starts once in a new process; `cache` is the cache folder, '' for a start without cache. */
export function startOnce(
  threads: number,
  cache: string,
  options: readonly string[],
  env: Record<string, string>,
): StartCost {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', ...options, path.join(FOLDER, 'start.mjs'), libraryFolder(), `${threads}`, cache],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  );
  if (status !== 0) throw new Error('A start failed.');
  return JSON.parse(stdout) as StartCost;
}

/** The cache folder of starts. */
export function cacheFolder(): string {
  return path.join(FOLDER, `cache-${DOCUMENTS}`);
}

export type Column = readonly [title: string, of: (cost: StartCost) => number];

/**
 * Interleaves the starts of all variants, so that changes of the machine's speed affect all. Prints medians, absolute
 * and relative to the first variant.
 */
export function compareStarts(
  rounds: number,
  variants: ReadonlyMap<string, () => StartCost>,
  columns: readonly Column[],
): void {
  const costs = new Map<string, StartCost[]>([...variants.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, start] of variants) {
      const cost = start();
      costs.get(name)!.push(cost);
      console.error(name, JSON.stringify(cost));
    }
  const [first = ''] = variants.keys();
  console.log(`| | ${columns.map(([title]) => title).join(' | ')} |\n|---|${'--:|'.repeat(columns.length)}`);
  for (const [name, some] of costs) {
    const cells = columns.map(([, of]) => {
      const [value, usual] = [quantile(some.map(of), 0.5), quantile(costs.get(first)!.map(of), 0.5)];
      const by = Math.round((value / usual - 1) * 100);
      return shortNumber(value) + (name === first ? '' : ` (${by < 0 ? '−' : '+'}${Math.abs(by)} %)`);
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
