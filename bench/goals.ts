/**
 * What somebody waits for at first, in processor time beside the clock, since a machine may be busy: `npm run build`, then
 * `npx tsx bench/goals.ts`. A check of a thesis of 20 pages on the command line; loading the extension's program and
 * calling `activate` (with a stand-in for the editor's API); and the service as the browser has it, on one thread without a cache, among 200
 * articles: until the first findings of one of them, and at each letter.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NodeFileSystem } from '../server/src/hosts/node-file-system.ts';
import { Service } from '../server/src/service.ts';
import { article, articlePath, random, sharedFiles, writeLibrary } from './support/library.ts';
import { cpuNow, quantile, sample } from './support/statistics.ts';
import { Typist } from './support/typist.ts';

const DOCUMENTS = 200;
const LETTERS = 300;
const RUNS = 5;

const folder = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

function told(what: string, wall: readonly number[], cpu: readonly number[], share = 0.5): void {
  const [clock, processor] = [wall, cpu].map((times) => quantile(times, share).toFixed(1));
  console.log(`${what}: ${clock} ms by the clock, ${processor} ms of the processor`);
}

/** Runs a program some times, with what its process and its threads took of the processor. */
function programTimes(what: string, args: readonly string[], cwd: string): void {
  const [wall, cpu]: [number[], number[]] = [[], []];
  for (let i = 0; i < RUNS; i++) {
    const begun = performance.now();
    const { stderr } = spawnSync(process.execPath, [...args], { cwd, encoding: 'utf8' });
    wall.push(performance.now() - begun);
    cpu.push(Number(/cpu=(\d+)/.exec(stderr)?.[1]));
  }
  told(what, wall, cpu);
}

/** Has a program say at its end what it took of the processor. */
const METER = path.join(folder, 'meter.cjs');
writeFileSync(
  METER,
  `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\ncpu=' + Math.round((user + system) / 1000)); });`,
);

const thesis = path.join(folder, 'thesis');
mkdirSync(thesis);
for (const [file, text] of Object.entries(sharedFiles(100))) writeFileSync(path.join(thesis, file), text);
writeFileSync(path.join(thesis, 'thesis.md'), article(1, 100));
const cli = path.resolve('dist/cli.js');
programTimes('check of a thesis of 20 pages', ['--require', METER, cli, 'check', '--no-cache', '.'], thesis);
programTimes('Node alone', ['--require', METER, '-e', '0'], thesis);

// The extension as its host runs it: the program is loaded, then `activate` is called, of which the host waits for what
// it does at once; the rest goes on while the server starts. The editor's API is a stand-in that costs next to nothing.
const host = path.join(folder, 'activate.cjs');
writeFileSync(
  host,
  `const Module = require('node:module');
const load = Module._load;
const any = () => new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === 'prototype' ? Object.prototype : key === 'then' ? undefined : any()),
  apply: () => any(),
  construct: () => any(),
  set: () => true,
});
const vscode = new Proxy({}, {
  get: (_, key) => key === 'env' ? { language: 'en' } : key === 'l10n' ? { bundle: undefined } : any(),
  ownKeys: () => [],
});
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
process.on('unhandledRejection', () => undefined);
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const begun = performance.now();
const cpuBegun = cpu();
const { activate } = require(${JSON.stringify(path.resolve('dist/client.cjs'))});
const loaded = performance.now();
const cpuLoaded = cpu();
const context = { subscriptions: [], extensionUri: any(), globalState: any(), globalStorageUri: any(), storageUri: any() };
const answer = activate(context);
const called = performance.now();
const cpuCalled = cpu();
console.log(JSON.stringify({ load: [loaded - begun, cpuLoaded - cpuBegun], activate: [called - loaded, cpuCalled - cpuLoaded], registered: context.subscriptions.length }));
process.exit();`,
);
interface Activation {
  readonly load: readonly [number, number];
  readonly activate: readonly [number, number];
  readonly registered: number;
}
const activations = Array.from({ length: 15 }, () => {
  const { stdout, stderr } = spawnSync(process.execPath, [host], { encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Activation;
});
if (activations.some(({ registered }) => registered < 20))
  throw new Error('The extension was not activated.');
for (const part of ['load', 'activate'] as const) {
  const times = activations.map((each) => each[part]);
  for (const [of, at] of [
    ['by the clock', 0],
    ['of the processor', 1],
  ] as const) {
    const all = times.map((each) => each[at]);
    const [low, middle, high] = [0, 0.5, 0.99].map((share) => quantile(all, share).toFixed(1));
    console.log(
      `${part === 'load' ? 'loading the extension' : 'activate()'}: ${middle} ms ${of} (${low} to ${high})`,
    );
  }
}

const library = path.join(folder, 'library');
writeLibrary(library, DOCUMENTS);
const service = new Service({
  fileSystem: new NodeFileSystem(library),
  logger: { info: () => undefined, warn: console.error, error: console.error },
});
const file = articlePath(0);
const [begun, cpuBegun] = [performance.now(), cpuNow()];
service.open(file, article(0, DOCUMENTS));
await service.start(() => undefined, new AbortController().signal);
service.check(file);
told(`first findings among ${DOCUMENTS} files`, [performance.now() - begun], [cpuNow() - cpuBegun]);

const typist = new Typist(article(0, DOCUMENTS), random(5));
const [wall, cpu]: [number[], number[]] = [[], []];
for (let i = 0; i < LETTERS; i++) {
  const change = typist.next();
  const one = await sample(1, () => {
    service.edit(file, [change]);
    service.check(file);
  });
  wall.push(...one.wall);
  cpu.push(...one.cpu);
  service.takeStale();
  service.takeMoved();
}
told('a letter, median', wall, cpu);
told('a letter, 95th percentile', wall, cpu, 0.95);
