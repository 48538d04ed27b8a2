/**
 * Measures the project on generated libraries, with its peers in the same run, and writes `bench/RESULTS.md` and
 * `bench/growth.svg`: `npm run bench [-- SIZE…]`, sizes in documents, by default 100, 1,000 and 10,000. Figures are
 * medians with the 95th percentile; the machine's load is given with them.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { article, articlePath, random, writeLibrary } from './support/library.ts';
import { markdownServerTimes, type ServerTimes } from './support/markdown-server.ts';
import { measureInTurn } from './support/measured.ts';
import { costOf, type Cost } from './support/programs.ts';
import { pushedTimes, type PushedTimes } from './support/pushing-server.ts';
import { growthFigure, report, type Row } from './support/report.ts';
import { serverMemory } from './support/server-memory.ts';
import { startTimes } from './support/starts.ts';
import { Typist } from './support/typist.ts';

const FOLDER = path.resolve('dist/bench');
/** The largest library for peers that read everything into memory. */
const MOST_FOR_SLOW_PEERS = 1000;
const PATIENCE = 300;
/** How often the service is measured on each library. */
const ROUNDS = 3;
/** The number of starts of each kind. */
const STARTS = 5;
/** The time limit for servers in seconds: that of the slowest in the comparison that set the goals. */
const PATIENCE_WITH_SERVERS = 170;

const asked = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = asked.length > 0 ? asked : [100, 1000, 10_000];

await build({
  entryPoints: {
    measure: 'bench/measure.ts',
    start: 'bench/start.ts',
    cli: 'server/src/cli.ts',
    server: 'server/src/node.ts',
    'digest-worker': 'server/src/digest-worker.ts',
    'printing-worker': 'server/src/printing-worker.ts',
  },
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

// Threads load their programs from the folder of the main program, under the names of the package.
for (const program of ['digest-worker', 'printing-worker'])
  copyFileSync(path.join(FOLDER, `${program}.mjs`), path.join(FOLDER, `${program}.js`));
writeFileSync(path.join(FOLDER, 'package.json'), '{"type": "module"}');
/** The caches of command line and server, removed at the end of the run. */
const memory = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-bench-'));
process.env['XDG_CACHE_HOME'] = memory;
process.on('exit', () => rmSync(memory, { recursive: true, force: true }));

const folders = new Map(sizes.map((size) => [size, path.join(FOLDER, `library-${size}`)]));
for (const [size, folder] of folders) {
  if (existsSync(folder)) continue;
  mkdirSync(folder, { recursive: true });
  writeLibrary(folder, size);
}
console.log('The service');
const services = measureInTurn(FOLDER, folders, ROUNDS);
const rows: Row[] = [];
for (const [size, folder] of folders) {
  const load = os.loadavg()[0]!;
  console.log(`${size} documents: starts`);
  const starts = startTimes(FOLDER, folder, STARTS);
  console.log(`${size} documents: the memory of the server`);
  const resident = await memories(folder, path.join(memory, `server-${size}`));
  console.log(`${size} documents: command lines`);
  const few = size <= MOST_FOR_SLOW_PEERS;
  const check = checks(folder, few);
  console.log(`${size} documents: VS Code's Markdown server`);
  const server = await markdownServer(folder, size);
  console.log(`${size} documents: other servers`);
  const service = services.get(size)!;
  rows.push({ load, service, starts, resident, check, server, pushing: await pushingServers(folder, size) });
}
writeFileSync('bench/RESULTS.md', report(rows, article(0, 1000).length, PATIENCE_WITH_SERVERS));
writeFileSync('bench/growth.svg', growthFigure(rows));
console.log('bench/RESULTS.md is written.');
process.exit();

/** The server's memory after reading everything, and after a start from its cache. */
async function memories(folder: string, cache: string): Promise<Row['resident']> {
  const cold = await serverMemory(FOLDER, folder, cache);
  const warm = await serverMemory(FOLDER, folder, cache);
  rmSync(cache, { recursive: true });
  const plainCold = await serverMemory(FOLDER, folder, cache, true);
  return { cold, warm, plainCold, plainWarm: await serverMemory(FOLDER, folder, cache, true) };
}

function checks(folder: string, few: boolean): Row['check'] {
  const cost = (name: string, command: readonly string[], hasRead: RegExp): [string, Cost | null] => [
    name,
    costOf(command, folder, PATIENCE, hasRead),
  ];
  const ours = /"path":/;
  const bin = (name: string) => path.resolve('node_modules/.bin', name);
  const links = path.resolve('node_modules/remark-validate-links/index.js');
  const own = [process.execPath, path.join(FOLDER, 'cli.mjs'), 'check', '.', '--format', 'json'];
  costOf(own, folder, PATIENCE, ours);
  return new Map([
    cost('sicetnon', [...own, '--no-cache'], ours),
    cost('sicetnon, warm', own, ours),
    cost('rumdl', [bin('rumdl'), 'check', '--no-cache', 'articles'], /in (?:\d+\/)?[1-9]\d* files?/),
    ...(few ? [cost('remark', [bin('remark'), '--use', links, 'articles'], /articles\/\S+\.md/)] : []),
  ]);
}

async function markdownServer(folder: string, size: number): Promise<ServerTimes | null> {
  const typist = new Typist(article(0, size), random(5));
  return markdownServerTimes(folder, articlePath(0), typist, 100, PATIENCE_WITH_SERVERS);
}

/** The installed servers, with their measurements. */
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
