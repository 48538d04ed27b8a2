/**
 * The speed of the Markdown reader: whole texts in MB/s (UTF-8), and one keystroke in texts of 60 KB and 2 MB in
 * milliseconds, median and spread. For representative figures bundle it, as the server is:
 * `npx esbuild bench/reading.ts --bundle --platform=node --outfile=dist/bench.cjs && node dist/bench.cjs [folder]`.
 * With a folder its Markdown files are read too.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readFacts } from '../server/src/facts/read.ts';
import { parseTree } from '../server/src/syntax/tree.ts';

const RUNS = 60;

function madeUp(size: number): string {
  let text = '---\ntitle: Guilds\n---\n\n# Guilds\n\n';
  let notes = '';
  for (let n = 0; text.length + notes.length < size; n++) {
    text +=
      `[Guilds answered to their towns]{.claim #c${n} about="guild${n % 9}" says="members = ${n}"} [@weaver${n % 40}, pp. ${n}-${n + 3}],` +
      ` and *never* to the crown.[^${n}] @dyer${n % 30} [ch. 2] doubts it: “no town kept them”, he writes [@dyer${n % 30}, 12].\n` +
      `Masters, journeymen and apprentices swore the same oath, year after year, before the same altar; the registers\n` +
      `of the town -- where they survive -- name some of them, and the court rolls name the rest (see \`MS ${n}\`).\n\n`;
    if (n % 12 === 0)
      text += `## Part ${n}\n\n> Words of another, at length,\n> over two lines [@carder, p. ${n}].\n\n- one\n- two\n\n`;
    notes += `[^${n}]: See @carder [vol. ${n % 7}], and the literature there.\n\n`;
  }
  return text + notes;
}

function spread(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2);
  return `median ${at(0.5)} (${at(0.1)} – ${at(0.9)})`;
}

function whole(name: string, texts: readonly string[]): void {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const parse: number[] = [];
  const both: number[] = [];
  for (let run = 0; run < Math.max(8, Math.min(RUNS, 40_000_000 / bytes)); run++) {
    const begun = performance.now();
    const trees = texts.map(parseTree);
    const parsed = performance.now();
    trees.forEach((tree) => readFacts(tree));
    const read = performance.now();
    parse.push(bytes / 1000 / (parsed - begun));
    both.push(bytes / 1000 / (read - begun));
  }
  console.log(
    `${name}, ${(bytes / 1000).toFixed(0)} KB: syntax ${spread(parse)} MB/s, with facts ${spread(both)} MB/s`,
  );
}

function keystrokes(name: string, start: string): void {
  let text = start;
  let syntax = parseTree(text);
  readFacts(syntax);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const at = text.indexOf(' ', Math.floor(text.length * ((run * 0.37) % 1)));
    text = Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`).toString();
    const begun = performance.now();
    syntax = syntax.apply(text, [{ from: at, to: at, insert: 'x' }]);
    readFacts(syntax);
    times.push(performance.now() - begun);
  }
  console.log(`keystroke in ${name}: ${spread(times.slice(5))} ms`);
}

const article = madeUp(60_000);
const long = madeUp(2_000_000);
whole('article', [article]);
whole('long text', [long]);
const [folder] = process.argv.slice(2);
if (folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.\w*md$/i.test(file),
  );
  whole(
    'folder',
    files.map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/\r\n?/g, '\n')),
  );
}
keystrokes('60 KB', article);
keystrokes('2 MB', long);
