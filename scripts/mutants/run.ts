// Mutation testing: lists mutants that no test detects.
// npm run mutants -- [--sample 1500] [--seed 1] [--processes 2] [--rooms reasoning,rules] [--words]
// [--files FILE,FILE] [--only ROOM,ROOM] [--again FILE] [--tests unit|walks|ROOM,SPEC] [--quick] [--out FILE] [--coverage FILE]
// --files: draws in these files only, given relative to server/src.
// --only: tries the drawn mutants of these rooms only.
// --again: draws none, and tries the survivors in the results FILE of an earlier run on the current state; they are
// identified by their line.
// --quick: does not repeat the tests of survivors in a fresh process, so that what is computed once counts as surviving.
// Mutants are tried in random order and results are written at once: an interrupted run (Ctrl+C prints its results)
// is a fair sample, and the same command continues it.
// Works on a copy; the checkout is not changed.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CoverageFile, hashOf } from './coverage-file.ts';
import { instrument, shuffled } from './instrument.ts';
import { LeftOutMutants, mutantKey } from './left-out.ts';
import type { Coverage, Judged } from './mutant.ts';
import { Results } from './results.ts';
import { roomOf, Specs } from './specs.ts';
import { TestProcess } from './test-process.ts';
import { Trial } from './trial.ts';

/** How many files of tests are covered before the result is written. */
const GROUP = 20;

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '2' },
    rooms: { type: 'string', default: 'reasoning,rules,found,bibliography,quotations,workspace' },
    words: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    files: { type: 'string' },
    only: { type: 'string' },
    again: { type: 'string' },
    tests: { type: 'string', default: 'unit' },
    out: { type: 'string', default: 'test-output/mutants.jsonl' },
    coverage: { type: 'string', default: 'test-output/mutants-coverage.json' },
  },
});
const { sample, seed, tests, words, only, again } = values;
const among = values.files?.split(',');
const rooms = among ? [...new Set(among.map((file) => file.split('/')[0]!))] : values.rooms.split(',');

const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const files = filesBelow('.');
copyTo(folder);

console.log(
  `${again ? `Survivors of ${again}` : `Seed ${seed}, ${sample} mutants`} of ${rooms.join(', ')}; tests: ${tests}`,
);
const random = mulberry32(Number(seed));
const drawn = await instrument(folder, new Map(rooms.map((room) => [room, sourcesOf(room)])), {
  size: Number(sample),
  words,
  random,
  chosen: again === undefined ? null : survivorsIn(path.resolve(root, again)),
});
console.log(
  `Drawn among ${drawn.among}${words ? '' : `; ${drawn.words} more empty words, and are not drawn`}`,
);
const mutants = shuffled([...drawn.mutants], random);

const specs = new Specs(root, files, tests);
const sources = hashOf(
  root,
  filesBelow('server/src', 'package-lock.json'),
  seed,
  sample,
  values.rooms,
  values.files ?? '',
  String(words),
  ...(again === undefined ? [] : [readFileSync(path.resolve(root, again), 'utf8')]),
);
// The shared helpers and fixtures.
const shared = hashOf(root, filesBelow('test/support', 'test/fixtures', 'schemas', 'docs'));
const specHashes = new Map(specs.all.map((spec) => [spec, hashOf(root, [spec], shared)]));
const coverage = await covered();
if (coverage.failed.length)
  console.log(`These tests fail before anything is broken, and do not count: ${coverage.failed.join('; ')}`);

const leftOut = new LeftOutMutants(root);
const results = new Results(path.resolve(root, values.out), {
  sources,
  tests: hashOf(root, [], ...specHashes.values(), tests),
});
for (const mutant of mutants) {
  const by = leftOut.reasonFor(mutant);
  if (by !== null) results.add({ ...mutant, code: leftOut.lineOf(mutant), fate: 'left-out', by });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.prependListener(signal, () => console.log(report()));
const waiting = mutants.filter(
  (mutant) => !results.has(mutant) && (only?.split(',').includes(roomOf(mutant.file)) ?? true),
);
console.log(`${mutants.length} mutants, ${waiting.length} to be tried`);
await Promise.all(Array.from({ length: Number(values.processes) }, work));
console.log(report());

async function work(): Promise<void> {
  const trial = new Trial(folder, specs, coverage, values.quick);
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    results.add({ ...mutant, code: leftOut.lineOf(mutant), ...(await trial.judge(mutant)) });
    if (results.size % 25 === 0) console.log(`  ${results.size} of ${mutants.length}, ${results.score()}`);
  }
  trial.end();
}

function report(): string {
  return `${results.report(rooms, mutants.length, (mutant) => leftOut.lineOf(mutant))} (seed ${seed})`;
}

/** The coverage of the tests, from the cache as far as it is valid. */
async function covered(): Promise<Coverage> {
  const file = new CoverageFile(path.resolve(root, values.coverage), sources, specHashes);
  const stale = file.stale();
  if (stale.length === 0) return file.coverage;
  console.log(`Running ${stale.length} files of tests with nothing broken`);
  // In groups, so that what was covered is kept if the run is stopped.
  const groups: string[][] = [];
  while (stale.length > 0) groups.push(stale.splice(0, GROUP));
  const cover = async (): Promise<void> => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      const process = await TestProcess.start(folder, group, null);
      if (!process) throw new Error('The tests cannot be loaded.');
      file.add(group, await process.cover());
      process.end();
    }
  };
  await Promise.all(Array.from({ length: Number(values.processes) }, cover));
  return file.coverage;
}

/** The keys of the mutants that no test noticed in a file of results. */
function survivorsIn(file: string): ReadonlySet<string> {
  const [, ...lines] = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const last = new Map(lines.map((line) => JSON.parse(line) as Judged).map((one) => [one.id, one]));
  return new Set(
    [...last.values()]
      .filter(({ fate }) => fate === 'survived' || fate === 'uncovered')
      .map((one) => mutantKey(one.file, one.code, one.original, one.replacement)),
  );
}

function copyTo(target: string): void {
  for (const file of files) cpSync(path.join(root, file), path.join(target, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(target, 'node_modules'));
}

/** Tracked and untracked files that exist and are not ignored by Git. */
function filesBelow(...places: string[]): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', ...places];
  return execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\n')
    .filter((file) => file && existsSync(path.join(root, file)));
}

function sourcesOf(room: string): string[] {
  return readdirSync(path.join(root, 'server/src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => path.posix.join('server/src', room, file))
    .filter((file) => among === undefined || among.includes(file.slice('server/src/'.length)));
}

/** A pseudorandom number generator (mulberry32, Tommy Ettinger); deterministic for a seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
