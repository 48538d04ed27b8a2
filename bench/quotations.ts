/**
 * Measures the verification of quotations: 200 of them, some misquoted, some in no source, against 50 MB of sources;
 * one against one article; and the same with diff-match-patch. `npx tsx --expose-gc bench/quotations.ts`
 */
import DiffMatchPatch from 'diff-match-patch';
import { findQuotation } from '../server/src/quotations/find-quotation.ts';
import { findQuotations } from '../server/src/quotations/find-quotations.ts';
import { prepareQuotation } from '../server/src/quotations/prepare-quotation.ts';
import type { PreparedSource } from '../server/src/quotations/model.ts';
import { prepareSource } from '../server/src/quotations/prepare-source.ts';

const MEGABYTES = 50;
const ARTICLE = 60_000;
const QUOTATIONS = 200;
const RUNS = 7;

/** A generator with a fixed seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const COMMON =
  'the of and to in a that is was for on with as by at from they this which or were not are'.split(' ');

/** Words with a Zipf distribution, as in natural language. */
function vocabulary(roll: () => number): () => string {
  const syllables =
    'mi gra tion la bour re form wa ge un ion or gan con sul ta fac to ry po li cy den so ci al'.split(' ');
  const words = Array.from({ length: 20_000 }, () =>
    Array.from(
      { length: 1 + Math.floor(roll() * 4) },
      () => syllables[Math.floor(roll() * syllables.length)],
    ).join(''),
  );
  const all = [...COMMON, ...words];
  return () => all[Math.floor(all.length ** roll() - 1)] ?? 'the';
}

function article(roll: () => number, word: () => string, size: number): string {
  const lines: string[] = [];
  let length = 0;
  let note = 1;
  while (length < size) {
    let line = '';
    while (line.length < 90)
      line += `${line ? ' ' : ''}${word()}${roll() < 0.06 ? ',' : roll() < 0.05 ? '.' : ''}`;
    if (roll() < 0.05) line += `[^${note++}]`;
    if (roll() < 0.02) line += '\n';
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

function timed<T>(run: () => T): { result: T; ms: number } {
  const begun = performance.now();
  const result = run();
  return { result, ms: performance.now() - begun };
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const round = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  return `${round(sorted[sorted.length >> 1]!)} (${round(sorted[0]!)}–${round(sorted.at(-1)!)})`;
}

const roll = dice(20241);
const word = vocabulary(roll);
const texts = Array.from({ length: Math.ceil((MEGABYTES * 1e6) / ARTICLE) }, () =>
  article(roll, word, ARTICLE),
);

/** A third exact, a third with a word or two changed, a third from nowhere. */
const quotations = Array.from({ length: QUOTATIONS }, (_, i) => {
  if (i % 3 === 2) return { text: article(roll, word, 150).slice(0, 150), home: 0 };
  const home = Math.floor(roll() * texts.length);
  const at = texts[home]!.indexOf(' ', Math.floor(roll() * (ARTICLE - 400))) + 1;
  const words = texts[home]!.slice(at, texts[home]!.indexOf(' ', at + 80 + Math.floor(roll() * 200))).split(
    ' ',
  );
  if (i % 3 === 1) words[words.length >> 1] = 'miswritten';
  return { text: words.join(' '), home };
});

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
const memoryBefore = process.memoryUsage();
const preparing: number[] = [];
let sources: PreparedSource[] = [];
for (let run = 0; run < 5; run++) {
  const prepared = timed(() => texts.map((text) => prepareSource(text, [])));
  preparing.push(prepared.ms);
  sources = prepared.result;
}
collect();
const memoryAfter = process.memoryUsage();

const many: number[] = [];
const single: number[] = [];
const exactOnly: number[] = [];
const own: number[] = [];
const peer: number[] = [];
let verdicts = '';
let agreed = 0;
for (let run = 0; run < RUNS; run++) {
  const all = timed(() =>
    findQuotations(
      sources,
      quotations.map(({ text }) => prepareQuotation(text)),
    ),
  );
  many.push(all.ms);
  const exact = all.result.filter((found) => found.exact.length > 0).length;
  const near = all.result.filter(({ nearest }) => nearest).length;
  verdicts = `${exact} exact, ${near} different, ${QUOTATIONS - exact - near} absent`;
  exactOnly.push(
    timed(() =>
      findQuotations(
        sources,
        quotations.map(({ text }) => prepareQuotation(text)),
        { nearest: false },
      ),
    ).ms,
  );
  single.push(timed(() => findQuotations(sources, [prepareQuotation(quotations[1]!.text)])).ms);
  own.push(
    timed(() => quotations.map(({ text, home }) => findQuotation(sources[home]!, text))).ms / QUOTATIONS,
  );
  const bitap = new DiffMatchPatch();
  bitap.Match_Distance = ARTICLE * 10;
  const sample = quotations.slice(0, 12);
  const found = timed(() =>
    sample.map(({ text, home }) => bitap.match_main(texts[home]!, text.slice(0, 32), ARTICLE / 2)),
  );
  agreed = found.result.filter((at) => at >= 0).length;
  peer.push(found.ms / sample.length);
}

console.log(
  `| ${QUOTATIONS} quotations, ${MEGABYTES} MB in ${texts.length} sources | ms: median (least–most) |`,
);
console.log('|---|---|');
console.log(`| preparing all sources, once | ${spread(preparing)} |`);
console.log(`| all quotations against all sources, nearest passages too (${verdicts}) | ${spread(many)} |`);
console.log(`| the same, word for word only | ${spread(exactOnly)} |`);
console.log(`| one quotation against all sources | ${spread(single)} |`);
console.log(`| a quotation against its own source (60 KB), mean | ${spread(own)} |`);
console.log(
  `| diff-match-patch: its first 32 letters against the same, mean (finds ${agreed} of 12) | ${spread(peer)} |`,
);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
console.log(
  `| memory of all sources prepared, beside their text | ${megabytes(
    memoryAfter.heapUsed + memoryAfter.arrayBuffers - memoryBefore.heapUsed - memoryBefore.arrayBuffers,
  )} |`,
);
console.log(`\nNode ${process.version}, ${process.arch}, one thread.`);
