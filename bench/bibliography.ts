/**
 * Measures a bibliography of 10,000 entries: scanning (entries, keys, ranges, faults), sketching, decoding. Run: npx
 * tsx bench/bibliography.ts
 */
import { BibtexLibrary } from '../server/src/bibliography/bibtex-library.ts';
import { describeEntry } from '../server/src/bibliography/describe-entry.ts';
import { loadFormatter } from '../server/src/bibliography/load-formatter.ts';
import { readBibliography } from '../server/src/bibliography/read-bibliography.ts';

const ENTRIES = 10_000;
const NAMES = [
  'M{\\"u}ller',
  'van der Berg',
  "O'Neil",
  "Garc{\\'i}a",
  '{World Bank}',
  'Lee',
  'Chan',
  'Froissart',
];

/** Entries as a reference manager exports them: accents, protected capitals, abstracts in every third. */
function generated(count: number): string {
  const entries: string[] = ['@string{jx = {Journal of Examples}}\n'];
  for (let i = 0; i < count; i++) {
    const name = (n: number): string => NAMES[(i * 7 + n * 3) % NAMES.length]!;
    const abstract =
      i % 3 === 0
        ? `,\n  abstract = {${'Words of an abstract with {Braces} and \\emph{emphasis}. '.repeat(12)}}`
        : '';
    entries.push(
      `@article{author${1950 + (i % 70)}:${i},\n  author = {${name(0)}, Jan and ${name(1)}, A. B. and ${name(2)}},\n  title = {A {Title} about the Things of Number ${i}: {{NGOs}} and \\'Etudes},\n  journal = jx,\n  volume = {${i % 90}},\n  number = {${i % 6}},\n  pages = {${i % 400}--${(i % 400) + 20}},\n  year = ${1950 + (i % 70)},\n  doi = {10.1000/xyz.${i}},\n  url = {https://example.org/articles/${i}}${abstract}\n}\n`,
    );
  }
  return entries.join('\n');
}

function report(what: string, unit: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2);
  console.log(
    `${what.padEnd(62)} median ${at(0.5).padStart(9)} ${unit}   (10th ${at(0.1)}, 90th ${at(0.9)}, of ${times.length})`,
  );
}

function repeat(times: number, run: () => void): number[] {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

const text = generated(ENTRIES);
console.log(`${ENTRIES} entries, ${(text.length / 1e6).toFixed(1)} MB, Node ${process.version}\n`);

const first = repeat(1, () => readBibliography('x.bib', text));
report('index, the first time in a process', 'ms', first);
report(
  'index, warm',
  'ms',
  repeat(25, () => readBibliography('x.bib', text)),
);
const broken = text.replaceAll('number = {3}', 'number = {3');
report(
  'index with one entry in six broken',
  'ms',
  repeat(10, () => readBibliography('x.bib', broken)),
);

const sketchTimes = repeat(5, () => {
  for (const entry of readBibliography('x.bib', text).entries) entry.sketch();
});
report(
  'index and sketch all, per entry',
  'µs',
  sketchTimes.map((ms) => (ms * 1000) / ENTRIES),
);

const loadTimes: number[] = [];
const library = new BibtexLibrary();
const light = readBibliography('x.bib', text, library).entries.slice(0, 1000);
report(
  'decode lightly, per entry',
  'µs',
  light.map((entry) => repeat(1, () => entry.decode())[0]! * 1000),
);
const start = performance.now();
await library.load();
loadTimes.push(performance.now() - start);
report('load the library', 'ms', loadTimes);
report(
  'decode by the library, per entry',
  'ms',
  light.map((entry) => repeat(1, () => entry.decode())[0]!),
);

// Imported late, so that the time to load it is part of the measurement above.
const { parse } = await import('@retorquere/bibtex-parser');
const thousand = generated(1000);
report(
  '@retorquere/bibtex-parser, all at once, per entry',
  'ms',
  repeat(3, () => parse(thousand)).map((ms) => ms / 1000),
);

const items = light.slice(0, 200).map((entry) => entry.decode()!);
const loading = performance.now();
const formatter = await loadFormatter({});
report('load citeproc, style and locale', 'ms', [performance.now() - loading]);
report(
  'start its engine and format the first entry',
  'ms',
  repeat(1, () => formatter.reference(items[0]!)),
);
report(
  'format, per entry',
  'ms',
  items.slice(1).map((item) => repeat(1, () => formatter.reference(item))[0]!),
);
report(
  'format again, per entry',
  'µs',
  items.map((item) => repeat(1, () => formatter.reference(item))[0]! * 1000),
);
report(
  'describe without style, per entry',
  'µs',
  items.map((item) => repeat(1, () => describeEntry(item))[0]! * 1000),
);

const json = JSON.stringify(
  Array.from({ length: ENTRIES }, (_, i) => ({ ...items[i % items.length], id: `k${i}` })),
  null,
  1,
);
report(
  `index CSL-JSON of ${ENTRIES} entries, ${(json.length / 1e6).toFixed(1)} MB`,
  'ms',
  repeat(5, () => readBibliography('x.json', json)),
);
const yaml = items.map(
  (item) =>
    `- id: "${item.id}"\n  type: book\n  title: "${item.title}"\n  author:\n  - family: X\n    given: Y\n`,
);
report(
  'index CSL-YAML, per entry',
  'ms',
  repeat(5, () => readBibliography('x.yaml', yaml.join(''))).map((ms) => ms / yaml.length),
);
