/**
 * Measures the project on made-up libraries, with its peers in the same run, and writes `bench/RESULTS.md` and `bench/growth.svg`:
 * `npm run bench [-- SIZE…]`, sizes in documents, 100, 1,000 and 10,000 without any. Figures are medians with the
 * 95th percentile; how busy the machine was is told beside them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { article, articlePath, random, writeLibrary } from './support/library.ts';
import { markdownServerTimes, type ServerTimes } from './support/markdown-server.ts';
import type { Measurements } from './support/measurements.ts';
import { costOf, type Cost } from './support/programs.ts';
import { pushedTimes, type PushedTimes } from './support/pushing-server.ts';
import { growthFigure, report, type Row } from './support/report.ts';
import { Typist } from './support/typist.ts';

const FOLDER = path.resolve('dist/bench');
/** The peers that read everything into memory are asked about no more documents than this. */
const MOST_FOR_SLOW_PEERS = 1000;
const PATIENCE = 300;
/** A server is waited for as long as the slowest was in the comparison that set the goals. */
const PATIENCE_WITH_SERVERS = 170;

const asked = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = asked.length > 0 ? asked : [100, 1000, 10_000];

await build({
  entryPoints: { measure: 'bench/measure.ts', cli: 'server/src/cli.ts' },
  outdir: FOLDER,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
  banner: {
    js: `import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);`,
  },
});

const rows: Row[] = [];
for (const size of sizes) {
  const folder = path.join(FOLDER, `library-${size}`);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    writeLibrary(folder, size);
  }
  console.log(`${size} documents: the service`);
  const load = os.loadavg()[0]!;
  const service = measured(folder, size);
  console.log(`${size} documents: command lines`);
  const few = size <= MOST_FOR_SLOW_PEERS;
  const check = checks(folder, few);
  console.log(`${size} documents: VS Code's Markdown server`);
  const server = await markdownServer(folder, size);
  console.log(`${size} documents: other servers`);
  rows.push({ load, service, check, server, pushing: await pushingServers(folder, size) });
}
writeFileSync('bench/RESULTS.md', report(rows, article(0, 1000).length, PATIENCE_WITH_SERVERS));
writeFileSync('bench/growth.svg', growthFigure(rows));
console.log('bench/RESULTS.md is written.');
process.exit();

function measured(folder: string, size: number): Measurements {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', path.join(FOLDER, 'measure.mjs'), folder, `${size}`],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error(`Measuring ${size} documents failed.`);
  return JSON.parse(stdout) as Measurements;
}

function checks(folder: string, few: boolean): Row['check'] {
  const cost = (name: string, command: readonly string[]): [string, Cost | null] => [
    name,
    costOf(command, folder, PATIENCE),
  ];
  const bin = (name: string) => path.resolve('node_modules/.bin', name);
  const links = path.resolve('node_modules/remark-validate-links/index.js');
  return new Map([
    cost('sicetnon', [process.execPath, path.join(FOLDER, 'cli.mjs'), 'check', '.', '--format', 'json']),
    cost('rumdl', [bin('rumdl'), 'check', '--no-cache', '--silent', 'articles']),
    ...(few ? [cost('remark', [bin('remark'), '--quiet', '--use', links, 'articles'])] : []),
  ]);
}

async function markdownServer(folder: string, size: number): Promise<ServerTimes | null> {
  const typist = new Typist(article(0, size), random(5));
  return markdownServerTimes(folder, articlePath(0), typist, 100, PATIENCE_WITH_SERVERS);
}

/** The servers that are installed, with what they take. */
async function pushingServers(folder: string, size: number): Promise<Map<string, PushedTimes | null>> {
  const rumdl = path.resolve('node_modules/.bin/rumdl');
  const remark = path.resolve('bench/support/remark-server.js');
  const servers: [name: string, needs: string, command: [string, ...string[]]][] = [
    ['rumdl', rumdl, [rumdl, 'server']],
    ['remark', path.resolve('node_modules/unified-language-server'), [process.execPath, remark, '--stdio']],
  ];
  const times = new Map<string, PushedTimes | null>();
  for (const [name, needs, command] of servers) {
    const typist = new Typist(article(0, size), random(5));
    if (existsSync(needs))
      times.set(name, await pushedTimes(command, folder, articlePath(0), typist, 100, PATIENCE_WITH_SERVERS));
  }
  return times;
}
