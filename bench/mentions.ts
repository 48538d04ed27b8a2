/**
 * Measures the search for actors in prose: 5,000 actors with 20,000 names in an article of 60 KB. Prints the time to
 * build the finder, its memory, and the time for an article (median and spread). Run:
 * `node --expose-gc --import tsx bench/mentions.ts [article…]`; without articles one is generated.
 */
import { readFileSync } from 'node:fs';
import { createMentionFinder } from '../server/src/actors/mentions.ts';

const ACTORS = 5_000;
const NAMES = 20_000;
const ARTICLE = 60_000;
const RUNS = 60;

/** A small generator with a fixed seed, so that runs are comparable (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(1);
const below = (limit: number): number => Math.floor(next() * limit);
const syllables = 'an be chi do en fu ga ho in ji ko lu ma ni or pu qi ro su ta un ve wa xi yo zhu'.split(
  ' ',
);
const word = (): string =>
  Array.from({ length: 1 + below(3) }, () => syllables[below(syllables.length)]).join('');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const letters = (first: number, range: number, least: number, most: number): string =>
  Array.from({ length: least + below(most - least) }, () => String.fromCharCode(first + below(range))).join(
    '',
  );

const common = Array.from({ length: 4_000 }, word);
const names = new Set<string>();
while (names.size < NAMES) {
  const kind = next();
  if (kind < 0.2) names.add(letters(0x41, 26, 3, 6));
  else if (kind < 0.3) names.add(letters(0x4e00, 3_000, 3, 9));
  else
    names.add(
      Array.from({ length: 2 + below(5) }, () => capital(next() < 0.5 ? word() : common[below(4_000)]!)).join(
        ' ',
      ),
    );
}
const all = [...names];
const actors = Array.from({ length: ACTORS }, (_, i) => ({
  id: `actor-${i}`,
  names: all.slice(i * (NAMES / ACTORS), (i + 1) * (NAMES / ACTORS)),
}));

function madeUpArticle(): string {
  let text = '';
  while (text.length < ARTICLE)
    text += (next() < 0.03 ? all[below(NAMES)]! : common[below(4_000)]!) + (next() < 0.1 ? '.\n' : ' ');
  return text.slice(0, ARTICLE);
}

const articles =
  process.argv.length > 2
    ? process.argv
        .slice(2)
        .map((path) => ({ name: path, text: readFileSync(path, 'utf8').replace(/\r\n?/g, '\n') }))
    : [{ name: 'made up', text: madeUpArticle() }];

const collect = globalThis.gc ?? (() => undefined);
collect();
const before = process.memoryUsage().heapUsed;
const start = performance.now();
const finder = createMentionFinder(actors);
const built = performance.now() - start;
collect();
const held = process.memoryUsage().heapUsed - before;
console.log(
  `${ACTORS} actors, ${names.size} names: built in ${built.toFixed(0)} ms, ${(held / 1e6).toFixed(1)} MB`,
);
if (!globalThis.gc) console.log('(run with --expose-gc for the memory to mean something)');

for (const { name, text } of articles) {
  const times: number[] = [];
  let found = 0;
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    found = finder.find(text).length;
    times.push(performance.now() - begun);
  }
  const first = times[0]!;
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.floor((RUNS - 1) * share)]!.toFixed(2);
  console.log(
    `${name}: ${(text.length / 1000).toFixed(0)} KB, ${found} mentions; first ${first.toFixed(2)} ms, ` +
      `median ${at(0.5)} ms, 10th to 90th percentile ${at(0.1)} to ${at(0.9)} ms, slowest ${at(1)} ms`,
  );
}
