/** The report on all families: a table, worst first, with notes. */
import { shortNumber } from '../support/statistics.ts';
import { exponent } from './growth.ts';
import type { Measured } from './measured.ts';
import { STEPS, type Step } from './steps.ts';

/** The goal for the exponent. */
export const GOAL = 1.15;
/** A family whose exponent exceeds this when sifted is measured in full. */
export const SUSPECT = 1.12;
/** A step counts on its own if it takes this share of the total, and this many milliseconds. */
const SHARE = 0.1;
const LEAST = 20;

export interface Row {
  readonly title: string;
  readonly exponent: number;
  /** The step with the largest exponent, of those that count. */
  readonly step: Step | null;
  readonly stepExponent: number;
  /** Null where it took too long. */
  readonly measured: Measured | null;
}

/** The row of a family: its exponents, overall and of its worst step. */
export function rowOf(title: string, measured: Measured | null): Row {
  if (!measured) return { title, exponent: Infinity, step: null, stepExponent: Infinity, measured };
  const { sizes, steps, total } = measured;
  let [worst, worstExponent]: [Step | null, number] = [null, -Infinity];
  for (const step of STEPS) {
    const times = steps[step];
    const largest = times.at(-1)!;
    if (largest < LEAST || largest < SHARE * total.at(-1)!) continue;
    const grown = exponent(
      sizes,
      times.map((time) => Math.max(time, 0.01)),
    );
    if (grown > worstExponent) [worst, worstExponent] = [step, grown];
  }
  return { title, exponent: exponent(sizes, total), step: worst, stepExponent: worstExponent, measured };
}

/** The line printed for a family during a run. */
export function lineOf({ exponent: grown, step, stepExponent, measured }: Row): string {
  if (!measured) return 'too slow';
  const { total, megabytes } = measured;
  const memory = megabytes === null ? '' : `  ${megabytes.toFixed(0)} MB`;
  return `${shortNumber(grown)}  ${step ?? ''} ${step ? shortNumber(stepExponent) : ''}  ${total.map(shortNumber).join(' ')} ms${memory}`;
}

const COLUMNS = ['family', 'exponent', 'fastest step', 'milliseconds'];

function cells({ title, exponent: grown, step, stepExponent, measured }: Row): string[] {
  if (!measured) return [title, 'too slow', '', ''];
  const fastest = step ? `${step} ${shortNumber(stepExponent)}` : '';
  return [title, shortNumber(grown), fastest, measured.total.map(shortNumber).join(', ')];
}

/** The table in Markdown, worst first. */
export function tableOf(rows: readonly Row[]): string {
  const sorted = [...rows].sort((a, b) => b.exponent - a.exponent || b.stepExponent - a.stepExponent);
  const lines = [COLUMNS, ['---', ...COLUMNS.slice(1).map(() => '---:')], ...sorted.map(cells)];
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}

/** ‘delimiters 12, ris 3’: titles counted by their areas. */
function byArea(titles: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const area = title.slice(0, title.indexOf(':'));
    counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return [...counts].map(([area, count]) => `${area} ${count}`).join(', ');
}

/** The results of a run of all families. */
export interface Run {
  /** At four sizes, three times each. */
  readonly measured: readonly Row[];
  /** Once at each of four sizes. */
  readonly sifted: readonly Row[];
  /** The titles of all families. */
  readonly families: readonly string[];
  /** The machine and the day. */
  readonly where: string;
  /** The time of the largest size in milliseconds, for full measurements and for sifting. */
  readonly budget: number;
  readonly sift: number;
}

/** The page about a run. */
export function reportOf({ measured, sifted, families, where, budget, sift }: Run): string {
  const above = measured.filter((row) => row.exponent > GOAL).length;
  const looked = measured.length + sifted.length;
  const seen = new Set([...measured, ...sifted].map(({ title }) => title));
  const missed = families.filter((title) => !seen.has(title));
  const calm = sifted.filter((row) => row.exponent <= SUSPECT).length;
  const rest = sifted.length - calm;
  return `# How the work grows

Families of texts, bibliographies, registers and project files, each one thing written again and again, measured through the service: read, opened, checked, its quotations compared, inspected, asked about at five places, edited at three. The exponent is that of processor time; 1 is twice the time for twice the text. The goal is ${GOAL}.

- **Looked at:** ${looked} of ${families.length} families, ${where}.${missed.length > 0 ? ` The other ${missed.length} were not measured: ${byArea(missed)}.` : ''}
- **Sifted:** ${missed.length > 0 ? 'these' : 'all'}, at four sizes that double, once each (where that grows, the better of two runs), the largest about ${sift} ms of work or 8 million letters long. ${calm} grow with an exponent of ${SUSPECT} or less there (second table)${rest > 0 ? `; ${rest} that seem to grow faster were not measured in full in this run` : ''}.
- **Measured:** ${measured.length}, at four sizes that double (least squares over logarithms, median of three runs), the largest about ${budget} ms of work or 8 million letters long (first table). ${measured.length === 0 ? 'None of those above was' : above === 0 ? 'All of them keep the goal' : `${above} of them ${above === 1 ? 'is' : 'are'} above the goal`}. “Fastest step” is the step that grows fastest among those that take a tenth of the whole or more.

At such budgets the collector of garbage and the compiler weigh as much as the work, though they run in the same thread: a small text needs none of the first. So an exponent a little above the goal says that a family is to be measured by itself with a larger budget (\`--only PATTERN --fully --budget 10000\`), and one below it is no promise for texts a hundred times as long.

Made by \`npm run bench:growth\`.

## Measured

${tableOf(measured)}
## Sifted

${tableOf(sifted)}`;
}
