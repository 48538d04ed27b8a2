/**
 * Measures a library of 30,000 entries: completion of citekeys at each character typed, and memory compared with a
 * library of ten. Medians and spread over several processes. Run: npx tsx bench/great-library.ts [entries]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggestionsAt } from '../server/src/features/completion/completion.ts';
import { choicesOf } from '../server/src/features/gestures/choices.ts';
import { Service } from '../server/src/service.ts';
import { LineIndex } from '../server/src/text/line-index.ts';
import { NodeFileSystem } from '../server/src/hosts/node-file-system.ts';
import { cpuNow, quantile } from './support/statistics.ts';

const ENTRIES = Number(process.argv[2] ?? 30_000);
const FEW = 10;
const PROCESSES = 5;
/** The goals: milliseconds at the 95th percentile, and megabytes more than for a library of ten. */
const LIMITS = { completion: 50, memory: 150 };

const FAMILIES = [
  'Hallam',
  'Osei',
  'Lindqvist',
  'M{\\"u}ller',
  'van der Berg',
  "Garc{\\'i}a",
  'Lee',
  'Chan',
  'Tull',
  'Pryce',
];
const WORDS = [
  'Bread',
  'Tides',
  'Carters',
  'Quays',
  'Chapels',
  'Strikers',
  'Ledgers',
  'Guilds',
  'Tolls',
  'Fairs',
];

/** Entries as a reference manager exports them, an abstract in every third. */
function library(count: number): string {
  const entries: string[] = [];
  for (let i = 0; i < count; i++) {
    const [one, other] = [FAMILIES[i % 10]!, FAMILIES[(i * 7 + 3) % 10]!];
    const [first, second] = [WORDS[(i * 3) % 10]!, WORDS[(i >> 3) % 10]!];
    const key = `${one.replace(/[^A-Za-z]/g, '').toLowerCase()}${1900 + (i % 120)}${second.toLowerCase()}${i}`;
    const abstract =
      i % 3 === 0 ? `,\n  abstract = {${'Words of an abstract that nobody reads twice. '.repeat(12)}}` : '';
    entries.push(
      `@article{${key},\n  author = {${one}, Jan and ${other}, Ada},\n  title = {${first} and ${second} in the Year ${i}},\n  journal = {Journal of Port History},\n  volume = {${i % 90}},\n  pages = {${i % 400}--${(i % 400) + 20}},\n  year = {${1900 + (i % 120)}},\n  doi = {10.1000/port.${i}}${abstract}\n}\n`,
    );
  }
  return entries.join('\n');
}

/** What is typed after `@`, character by character. */
const TYPED = [
  'hallam1987',
  'lindqvist tides',
  'osei2003',
  'fairs',
  'garcia',
  'xyz',
  'muller1955',
  'strikers in the year 12',
];

interface Measured {
  readonly memory: number;
  /** Processor time per character, and wall-clock time, which other programs lengthen. */
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
  readonly ready: number;
  /** Processor time of the choices of *Cite…*, and of *Who Holds This…*, per character. */
  readonly cite: readonly number[];
  readonly holder: readonly number[];
}

async function measure(folder: string): Promise<Measured> {
  const ignore = () => undefined;
  const logger = { info: ignore, warn: ignore, error: ignore };
  const service = new Service({ fileSystem: new NodeFileSystem(folder), logger });
  const begun = cpuNow();
  await service.start(ignore, new AbortController().signal);
  service.open('a.md', 'See [@].\n');
  await service.settle();
  await service.prepareWorks('a.md', () => Promise.resolve());
  const ready = cpuNow() - begun;
  const cpu: number[] = [];
  const wall: number[] = [];
  for (const words of TYPED)
    for (let length = 0; length <= words.length; length++) {
      const text = `See [@${words.slice(0, length)}].\n`;
      service.open('a.md', text);
      await service.settle();
      const position = LineIndex.of(text).positionAt(6 + length);
      const [clock, processor] = [performance.now(), cpuNow()];
      const request = service.request('a.md', position);
      if (request) suggestionsAt(request);
      wall.push(performance.now() - clock);
      cpu.push(cpuNow() - processor);
    }
  const text = 'So it was.\n\n[It was so]{.claim #so}.\n';
  service.open('a.md', text);
  await service.settle();
  const within = { line: 2, character: 3 };
  const choosing = (subject: 'work' | 'holder') =>
    TYPED.flatMap((words) =>
      Array.from({ length: words.length + 1 }, (_, length) => {
        const processor = cpuNow();
        const request = service.actionRequest('a.md', { start: within, end: within });
        if (!request) throw new Error('Nothing can be chosen here.');
        const steps = choicesOf(request, { subject, filter: words.slice(0, length) });
        while (!steps.next().done);
        return cpuNow() - processor;
      }),
    );
  const [cite, holder] = [choosing('work'), choosing('holder')];
  globalThis.gc?.();
  return { memory: process.memoryUsage().rss / 1e6, cpu, wall, ready, cite, holder };
}

/** `12 (10 to 15)`: the median of several processes, with their range. */
function spread(values: readonly number[], digits = 1): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${quantile(values, 0.5).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

const child = process.env['SICETNON_BENCH_CHILD'];
if (child) {
  console.log(JSON.stringify(await measure(child)));
} else {
  const run = (entries: number) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-library-'));
    writeFileSync(path.join(folder, 'library.bib'), library(entries));
    writeFileSync(path.join(folder, 'a.md'), 'See [@].\n');
    try {
      return Array.from({ length: PROCESSES }, () => {
        const program = [...process.execArgv, '--expose-gc', fileURLToPath(import.meta.url)];
        const env = { ...process.env, SICETNON_BENCH_CHILD: folder };
        const { stdout, stderr, status } = spawnSync(process.execPath, program, { env, encoding: 'utf8' });
        if (status !== 0) throw new Error(stderr);
        return JSON.parse(stdout) as Measured;
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const [few, great] = [run(FEW), run(ENTRIES)];
  const of = (kind: 'cpu' | 'wall' | 'cite' | 'holder', share: number) =>
    great.map((each) => quantile(each[kind], share));
  const before = quantile(
    few.map(({ memory }) => memory),
    0.5,
  );
  const more = great.map(({ memory }) => memory - before);
  const ready = great.map((each) => each.ready);
  console.log(
    `${ENTRIES} entries, Node ${process.version}, ${PROCESSES} processes: median (least to most)\n`,
  );
  console.log(`completion at a letter, processor, median        ${spread(of('cpu', 0.5))} ms`);
  console.log(`completion at a letter, processor, 95th of 100   ${spread(of('cpu', 0.95))} ms, at most ${LIMITS.completion}`); // prettier-ignore
  console.log(`completion at a letter, clock, 95th of 100       ${spread(of('wall', 0.95))} ms`);
  console.log(`Cite… at a letter, processor, 95th of 100        ${spread(of('cite', 0.95))} ms`);
  console.log(`Who Holds This… at a letter, processor, 95th     ${spread(of('holder', 0.95))} ms`);
  console.log(
    `memory beside a library of ${FEW}                    ${spread(more, 0)} MB, at most ${LIMITS.memory}`,
  );
  console.log(`read and made ready to be searched, processor    ${spread(ready, 0)} ms`);
}
