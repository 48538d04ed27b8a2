/** The report in Markdown. */
import os from 'node:os';
import { growthPlot, type Curve } from './growth.ts';
import type { Measurements } from './measurements.ts';
import type { Cost } from './programs.ts';
import type { PushedTimes } from './pushing-server.ts';
import type { ServerMemory } from './server-memory.ts';
import type { Starts } from './starts.ts';
import type { ServerTimes } from './markdown-server.ts';
import { quantile, shortNumber } from './statistics.ts';

/** The measurements of one library. */
export interface Row {
  /** The load average when measuring began; about zero on an idle machine. */
  readonly load: number;
  readonly service: Measurements;
  readonly starts: Starts;
  /** Null where the system does not provide it. */
  readonly resident: {
    readonly cold: ServerMemory | null;
    readonly warm: ServerMemory | null;
    /** Started without the extension's options. */
    readonly plainCold: ServerMemory | null;
    readonly plainWarm: ServerMemory | null;
  };
  readonly check: ReadonlyMap<string, Cost | null>;
  /** Null where it did not finish in time. */
  readonly server: ServerTimes | null;
  /** Servers that push diagnostics, if they are installed. */
  readonly pushing: ReadonlyMap<string, PushedTimes | null>;
}

/** The figures in the table and plot of growth. */
function curves(rows: readonly Row[]): readonly Curve[] {
  const of = (name: string, unit: string, colour: string, value: (row: Row) => number): Curve => ({
    name,
    unit,
    colour,
    values: rows.map(value),
  });
  return [
    of('cold index', 's', '#c0504d', ({ starts }) => quantile(starts.oneThread.cpu, 0.5) / 1000),
    of('memory kept', 'MB', '#4f81bd', ({ service: { memory } }) => memory.heap + memory.buffers),
    of('one letter', 'ms', '#3f9b4f', ({ service: { keystroke } }) => quantile(keystroke.cpu, 0.5)),
  ];
}

/** The plot of growth as SVG. */
export function growthFigure(rows: readonly Row[]): string {
  return growthPlot(
    rows.map(({ service }) => service.documents),
    curves(rows),
  );
}

/** `articleBytes` is the size of an article, `patience` the time limit for servers in seconds. */
export function report(rows: readonly Row[], articleBytes: number, patience: number): string {
  const megabytes = ({ service }: Row) => (service.documents * articleBytes) / 1e6;
  const table = (lines: readonly (readonly [string, (row: Row) => string])[]) =>
    [
      `| | ${rows.map(({ service }) => `${service.documents.toLocaleString('en')} documents`).join(' | ')} |`,
      `|---|${rows.map(() => '--:|').join('')}`,
      ...lines.map(([name, cell]) => `| ${name} | ${rows.map(cell).join(' | ')} |`),
    ].join('\n');
  const times = (values: readonly number[]) =>
    `${shortNumber(quantile(values, 0.5))} (${shortNumber(quantile(values, 0.95))})`;
  const seconds = (values: readonly number[]) => times(values.map((value) => value / 1000));
  const rate = (row: Row, wall: readonly number[]) =>
    shortNumber((megabytes(row) * 1000) / quantile(wall, 0.5));
  const megabytesOf = (memory: ServerMemory | null) =>
    memory ? `${shortNumber(memory.ready)}, then ${shortNumber(memory.rested)}` : '–';
  const cost = (name: string) => (row: Row) => {
    const found = row.check.get(name);
    return found ? `${shortNumber(found.wall)} s, ${shortNumber(found.cpu)} s` : '–';
  };
  const ratio = (ours: string, name: string) => (row: Row) => {
    const [own, peer] = [row.check.get(ours), row.check.get(name)];
    return own && peer ? `${shortNumber(own.cpu / peer.cpu)}×` : '–';
  };
  const pushed = (name: string, cell: (times: PushedTimes) => string) => (row: Row) => {
    const found = row.pushing.get(name);
    return found ? cell(found) : found === null ? 'no answer' : 'not installed';
  };
  const served =
    (cell: (times: ServerTimes) => string) =>
    ({ server }: Row) =>
      server ? cell(server) : `not finished in ${patience} s`;
  const grown =
    ({ values }: Curve) =>
    (row: Row) => {
      const i = rows.indexOf(row);
      const ratio = i > 0 ? `, ${shortNumber(values[i]! / values[i - 1]!)}×` : '';
      return `${shortNumber(values[i]!)}${ratio}`;
    };
  const [cpu] = os.cpus();
  return `# Measurements

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.version}.

Libraries are made up (\`support/library.ts\`): articles of ${Math.round(articleBytes / 1000)} KB with 50 notes, 90 citations and 40 claims each, conflicts among them; the larger the library, the more works and actors it speaks of. Times are medians, with the 95th percentile in brackets. “Clock” is the time that went by, “processor” what the process itself used, its garbage collector and compiler included: on a busy machine the first says more of the others.

## The service

${table([
  ['load of the machine', ({ load }) => shortNumber(load)],
  ['one letter in an article → findings, ms, clock', ({ service }) => times(service.keystroke.wall)],
  ['… processor', ({ service }) => times(service.keystroke.cpu)],
  ['one letter in 2 MB → findings, ms, clock', ({ service }) => times(service.keystroke2MB.wall)],
  ['… processor', ({ service }) => times(service.keystroke2MB.cpu)],
  [
    'renaming a claim that others seek: documents that seek it',
    ({ service }) => `${service.claimId.seekers}`,
  ],
  ['… the edit and two open documents, ms, clock', ({ service }) => times(service.claimId.open.wall)],
  ['… longest check among the others, ms, clock', ({ service }) => times(service.claimId.longest)],
  ['… all others, ms, clock', ({ service }) => times(service.claimId.rest)],
])}

## Starts

From a folder on disk to a service that answers: everything read anew on one thread, with a thread for each core beside it, and out of the cache when nothing has changed.

${table([
  ['one thread, s, clock', ({ starts }) => seconds(starts.oneThread.wall)],
  ['… MB/s, clock', (row) => rate(row, row.starts.oneThread.wall)],
  ['all cores, s, clock', ({ starts }) => seconds(starts.allCores.wall)],
  ['… MB/s, clock', (row) => rate(row, row.starts.allCores.wall)],
  ['out of the cache, s, clock', ({ starts }) => seconds(starts.warm.wall)],
  ['… processor', ({ starts }) => seconds(starts.warm.cpu)],
])}

## Memory

What the library keeps in memory, and what the language server’s process takes of the machine (all that is resident, the program itself with it): as soon as all is read, and half a minute after all findings were published. The extension for VS Code starts the server with the options in \`client/src/server-process.ts\`; “plain” is the same server without them, as an editor starts it that was told of none.

${table([
  ['objects, MB', ({ service }) => shortNumber(service.memory.heap)],
  ['bytes beside them, MB', ({ service }) => shortNumber(service.memory.buffers)],
  ['the server after reading everything, MB', ({ resident }) => megabytesOf(resident.cold)],
  ['the server after a start out of the cache, MB', ({ resident }) => megabytesOf(resident.warm)],
  ['plain, after reading everything, MB', ({ resident }) => megabytesOf(resident.plainCold)],
  ['plain, after a start out of the cache, MB', ({ resident }) => megabytesOf(resident.plainWarm)],
])}

## The whole library asked

Medians by the clock, with the 95th percentile, in ms; then the number of answers.

${table(
  (rows[0]?.service.features ?? []).map(({ name }, i) => [
    name,
    ({ service: { features } }) => `${times(features[i]!.wall)}; ${features[i]!.count.toLocaleString('en')}`,
  ]),
)}

## Growth

The processor’s time for the index and for one letter (median), the memory that objects and bytes take; each with its ratio to the library before.

${table(curves(rows).map((curve) => [`${curve.name}, ${curve.unit}`, grown(curve)]))}

![Costs by the size of the library, both axes logarithmic](growth.svg)

## The command line

Clock, then processor; ratios of the processor’s time.

${table([
  ['`sicetnon check --no-cache`', cost('sicetnon')],
  ['`sicetnon check`, nothing changed since the last', cost('sicetnon, warm')],
  ['`rumdl check --no-cache` (Rust)', cost('rumdl')],
  ['`remark` with `remark-validate-links`', cost('remark')],
  ['sicetnon, cold : rumdl', ratio('sicetnon', 'rumdl')],
  ['sicetnon, warm : rumdl', ratio('sicetnon, warm', 'rumdl')],
  ['sicetnon, cold : remark', ratio('sicetnon', 'remark')],
  ['sicetnon, warm : remark', ratio('sicetnon, warm', 'remark')],
])}

rumdl and remark check the form of the Markdown, and remark its links; neither reads citations or claims.

## VS Code’s Markdown server

\`vscode-markdown-languageserver\` 0.5, over its protocol, as far as it runs on this Node.

${table([
  ['first references in the workspace, ms', served((server) => shortNumber(server.firstReferences))],
  ['one letter in an article → diagnostics, ms, clock', served((server) => times(server.keystroke.wall))],
])}

## Other servers

\`rumdl server\` (\`npm install --no-save rumdl\`), and \`remark\` with \`remark-validate-links\` through \`unified-language-server\` (\`npm install --no-save unified-language-server\`). They look at the open document alone.

${table([
  ['rumdl: opening an article → diagnostics, ms', pushed('rumdl', ({ first }) => shortNumber(first))],
  ['… one letter → diagnostics, ms, clock', pushed('rumdl', ({ keystroke }) => times(keystroke.wall))],
  ['remark: opening an article → diagnostics, ms', pushed('remark', ({ first }) => shortNumber(first))],
  ['… one letter → diagnostics, ms, clock', pushed('remark', ({ keystroke }) => times(keystroke.wall))],
])}
`;
}
