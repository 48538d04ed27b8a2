/** The figures as a page of Markdown. */
import os from 'node:os';
import { growthPlot, type Curve } from './growth.ts';
import type { Measurements } from './measurements.ts';
import type { Cost } from './programs.ts';
import type { PushedTimes } from './pushing-server.ts';
import type { ServerTimes } from './markdown-server.ts';
import { quantile, shortNumber } from './statistics.ts';

/** All that was measured on one library. */
export interface Row {
  /** Processes that wanted to run when measuring began; about none on a machine at rest. */
  readonly load: number;
  readonly service: Measurements;
  readonly check: ReadonlyMap<string, Cost | null>;
  /** Null where it did not come to an end in time. */
  readonly server: ServerTimes | null;
  /** Servers that publish by themselves; of those that are not installed there is nothing. */
  readonly pushing: ReadonlyMap<string, PushedTimes | null>;
}

/** The figures whose growth is told and drawn. */
function curves(rows: readonly Row[]): readonly Curve[] {
  const of = (
    name: string,
    unit: string,
    colour: string,
    value: (service: Measurements) => number,
  ): Curve => ({
    name,
    unit,
    colour,
    values: rows.map(({ service }) => value(service)),
  });
  return [
    of('cold index', 's', '#c0504d', ({ index }) => index.cpu / 1000),
    of('memory kept', 'MB', '#4f81bd', ({ memory }) => memory.heap + memory.buffers),
    of('one letter', 'ms', '#3f9b4f', ({ keystroke }) => quantile(keystroke.cpu, 0.5)),
  ];
}

/** The plot of the same growth, as SVG. */
export function growthFigure(rows: readonly Row[]): string {
  return growthPlot(
    rows.map(({ service }) => service.documents),
    curves(rows),
  );
}

/** `articleBytes` is the size of an article; `patience` the seconds that a server is waited for. */
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
  const cost = (name: string) => (row: Row) => {
    const found = row.check.get(name);
    return found ? `${shortNumber(found.wall)} s, ${shortNumber(found.cpu)} s` : '–';
  };
  const ratio = (name: string) => (row: Row) => {
    const [own, peer] = [row.check.get('sicetnon'), row.check.get(name)];
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
  ['cold index, MB/s by the clock', (row) => shortNumber((megabytes(row) * 1000) / row.service.index.wall)],
  ['cold index, MB/s of processor', (row) => shortNumber((megabytes(row) * 1000) / row.service.index.cpu)],
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
  ['memory: objects, MB', ({ service }) => shortNumber(service.memory.heap)],
  ['memory: bytes beside them, MB', ({ service }) => shortNumber(service.memory.buffers)],
  ['memory of the process after indexing, MB', ({ service }) => shortNumber(service.memory.resident)],
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

## The command line, cold

Clock, then processor.

${table([
  ['`sicetnon check`', cost('sicetnon')],
  ['`rumdl check --no-cache` (Rust)', cost('rumdl')],
  ['`remark` with `remark-validate-links`', cost('remark')],
  ['sicetnon : rumdl, processor', ratio('rumdl')],
  ['sicetnon : remark, processor', ratio('remark')],
])}

rumdl and remark check the form of the Markdown, and remark its links; neither reads citations or claims.

## VS Code’s Markdown server

\`vscode-markdown-languageserver\` 0.3, over its protocol, as far as it runs on this Node.

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
