// Breaks lines of the source, one at a time, and tells which of these mutants no unit test notices.
//   npm run mutants -- [--sample 1500] [--seed 1] [--processes 2] [--rooms reasoning,rules] [--out FILE]
// Nothing in the checkout is changed: a copy of it is.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { instrument, shuffled } from './instrument.ts';
import type { ChosenMutant, Coverage, Fate } from './mutant.ts';
import { TestProcess } from './test-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '2' },
    rooms: { type: 'string', default: 'reasoning,rules,found,bibliography,quotations,workspace' },
    out: { type: 'string', default: 'test-output/mutants.json' },
  },
});

/** Left out: they run programs of their own, look at the source itself, or walk for minutes. */
const NOT_RUN =
  /\/(?:architecture|cli|docs|hosts|scripts|snippets|syntaxes|schemas|examples)\/|(?:walk|reading-from-disk)\.test\.ts$/;

const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
copyTo(folder);

const random = mulberry32(Number(values.seed));
const rooms = new Map(values.rooms.split(',').map((room) => [room, sourcesOf(room)]));
console.log(`Seed ${values.seed}, ${values.sample} mutants of ${[...rooms.keys()].join(', ')}`);
const mutants = await instrument(folder, rooms, Number(values.sample), random);

const specs = execFileSync('git', ['ls-files', 'test/unit/**/*.test.ts', 'test/walks/*.test.ts'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && !NOT_RUN.test(file));
const first = await TestProcess.start(folder, specs, null);
const coverage = await first.cover();
first.end();
if (coverage.failed.length)
  console.log(`These tests fail before anything is broken, and do not count: ${coverage.failed.join('; ')}`);

// In an order that mixes the rooms: what is known early stands for all.
const plans = shuffled(
  mutants.map((mutant) => planFor(mutant, coverage)),
  random,
);
const fates = new Map<ChosenMutant, { fate: Fate; killedBy: string | null }>();
let next = 0;
await Promise.all(Array.from({ length: Number(values.processes) }, work));
report();

interface Plan {
  readonly mutant: ChosenMutant;
  /** Titles of the tests that run the line; null: it runs while modules are loaded, so all of its room may see it. */
  readonly tests: readonly string[] | null;
  readonly hits: number;
}

function planFor(mutant: ChosenMutant, { static: loaded, perTest, failed }: Coverage): Plan {
  const tests: string[] = [];
  let hits = 0;
  for (const [title, counts] of Object.entries(perTest))
    if (counts[mutant.id] && !failed.includes(title)) {
      tests.push(title);
      hits += counts[mutant.id]!;
    }
  return { mutant, tests: loaded[mutant.id] ? null : tests, hits };
}

async function work(): Promise<void> {
  let process: TestProcess | null = null;
  while (next < plans.length) {
    const { mutant, tests, hits } = plans[next++]!;
    if (tests?.length === 0) fates.set(mutant, { fate: 'uncovered', killedBy: null });
    else if (tests === null) {
      const own = await TestProcess.start(folder, testsOfRoom(mutant), mutant.id);
      const killedBy = own
        ? await own.attempt(mutant.id, null, Number.MAX_SAFE_INTEGER)
        : 'the modules do not load';
      own?.end();
      fates.set(mutant, {
        fate: killedBy === undefined ? 'slow' : killedBy ? 'killed' : 'survived',
        killedBy: killedBy ?? null,
      });
    } else {
      process ??= await TestProcess.start(folder, specs, null);
      const killedBy: string | null | undefined = await process.attempt(mutant.id, tests, 100 * hits + 1000);
      if (killedBy === undefined) process = null;
      fates.set(mutant, {
        fate: killedBy === undefined ? 'slow' : killedBy ? 'killed' : 'survived',
        killedBy: killedBy ?? null,
      });
    }
    if (fates.size % 50 === 0) {
      console.log(`  ${fates.size} of ${plans.length}, ${noticed(known())} noticed`);
      write();
    }
  }
  process?.end();
}

/** The tests that a mutant is tried on whose line runs but once, while modules are loaded: those of its room. */
function testsOfRoom({ file }: ChosenMutant): string[] {
  const room = file.split('/')[2]!;
  return specs.filter((spec) => spec.startsWith(`test/unit/${room}/`));
}

type Judged = ChosenMutant & { readonly fate: Fate; readonly killedBy: string | null };

function known(): Judged[] {
  return [...fates].map(([mutant, fate]) => ({ ...mutant, ...fate }));
}

function noticed(mutants: readonly Judged[]): number {
  return mutants.filter(({ fate }) => fate === 'killed' || fate === 'slow').length;
}

/** Prints a line for each room and each mutant that lives, and writes all that is known. */
function report(): void {
  const all = known();
  for (const room of rooms.keys()) {
    const here = all.filter(({ file }) => file.startsWith(`server/src/${room}/`));
    console.log(
      `${room.padEnd(14)} ${noticed(here)} of ${here.length} noticed, ${percent(noticed(here), here.length)}`,
    );
  }
  for (const { file, line, mutator, replacement, fate } of all.sort((a, b) => (a.file < b.file ? -1 : 1)))
    if (fate === 'survived' || fate === 'uncovered')
      console.log(
        `  ${fate.padEnd(9)} ${file}:${line} ${mutator} → ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`,
      );
  const dead = noticed(all);
  console.log(`${dead} of ${all.length} mutants noticed, ${percent(dead, all.length)} (seed ${values.seed})`);
  write();
}

function write(): void {
  const out = path.resolve(root, values.out);
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(known(), null, 1)}\n`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}

function copyTo(target: string): void {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter(Boolean))
    cpSync(path.join(root, file), path.join(target, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(target, 'node_modules'));
}

function sourcesOf(room: string): string[] {
  return readdirSync(path.join(root, 'server/src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => path.posix.join('server/src', room, file));
}

/** A small generator of random numbers (mulberry32, Tommy Ettinger), the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
