import type { TextRange } from '../text/range.ts';
import { BLANK, BREAK, type ShortLine, type ShortLines } from './short-lines.ts';
import type { Numbered } from './model.ts';

/** Running heads, page numbers and rules, which are no part of the work's text; and the pages that they indicate. */
export interface PageFurniture {
  readonly cuts: readonly TextRange[];
  readonly pages: readonly Numbered[];
}

/** A line with a page number. */
interface NumberedLine {
  readonly line: ShortLine;
  readonly number: number;
  /** The rest of the line; '' for a lone number. */
  readonly head: string;
}

const LONE_NUMBER =
  /^[-–—[(|\s]{0,4}(?:p|pp|page|seite|s)?\.?\s?(\d{1,4})(?:\s?(?:\/|of|de|von)\s?\d{1,4})?[-–—\])|\s]{0,4}$/i;
const NUMBER_FIRST = /^(\d{1,4})\s{1,20}(\D.{2,80})$/;
const NUMBER_LAST = /^(.{2,80}\D)\s{1,20}(\d{1,4})$/;
/** The largest step from one page number to the next found: a few pages may be without one. */
const LONGEST_STEP = 4;
/** Minimal characters per page: with fewer, the numbers are those of stanzas, chapters or list items. */
const SHORTEST_PAGE = 800;
const LONGEST_PAGE = 12_000;

/** Finds running heads, and page numbers alone between blank lines, rules and form feeds. */
export function pageFurniture(text: string, { lines, rules }: ShortLines): PageFurniture {
  const standing = lines.filter(stands);
  const chain = longestRise(numberedLines(standing));
  const evident = chain.filter(({ line }) => line.before === BREAK || line.after === BREAK).length;
  const isNumbering = chain.length >= 3 || (chain.length === 2 && evident === 2);
  const furniture = new Set<ShortLine>(isNumbering ? chain.map(({ line }) => line) : []);
  for (const line of runningHeads(standing, furniture)) furniture.add(line);
  const cuts = [...rules, ...[...furniture].map(({ from, to }) => ({ from, to }))];
  return { cuts, pages: isNumbering ? pagesOf(text, chain, evident) : [] };
}

function stands({ before, after }: ShortLine): boolean {
  return (before >= BLANK && after >= BLANK) || before === BREAK || after === BREAK;
}

function numberedLines(lines: readonly ShortLine[]): NumberedLine[] {
  const numbered: NumberedLine[] = [];
  for (const line of lines) {
    const lone = LONE_NUMBER.exec(line.text);
    if (lone) {
      if (line.before >= BLANK || line.after >= BLANK)
        numbered.push({ line, number: Number(lone[1]), head: '' });
      continue;
    }
    const first = NUMBER_FIRST.exec(line.text);
    const last = first ? null : NUMBER_LAST.exec(line.text);
    if (first) numbered.push({ line, number: Number(first[1]), head: plain(first[2]!) });
    else if (last) numbered.push({ line, number: Number(last[2]), head: plain(last[1]!) });
  }
  const times = count(numbered.map(({ head }) => head));
  return numbered.filter(({ head }) => head === '' || times.get(head)! >= 2);
}

function plain(head: string): string {
  return head
    .toLowerCase()
    .replace(/[\d\W_]+/gu, ' ')
    .trim();
}

function count(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** The longest chain of numbers that ascend by one to four in the order of the text (dynamic programming). */
function longestRise(lines: readonly NumberedLine[]): NumberedLine[] {
  const bestAt = new Map<number, { length: number; index: number }>();
  const previous: number[] = [];
  let best = { length: 0, index: -1 };
  lines.forEach(({ number }, index) => {
    let before = { length: 0, index: -1 };
    for (let step = 1; step <= LONGEST_STEP; step++) {
      const candidate = bestAt.get(number - step);
      if (candidate && candidate.length > before.length) before = candidate;
    }
    previous[index] = before.index;
    const here = { length: before.length + 1, index };
    if (here.length > (bestAt.get(number)?.length ?? 0)) bestAt.set(number, here);
    if (here.length > best.length) best = here;
  });
  const chain: NumberedLine[] = [];
  for (let index = best.index; index >= 0; index = previous[index]!) chain.push(lines[index]!);
  return chain.reverse();
}

/** Lines that are repeated next to page numbers, page breaks or rules. */
function runningHeads(standing: readonly ShortLine[], numbers: ReadonlySet<ShortLine>): ShortLine[] {
  const orders = new Set([...numbers].map(({ order }) => order));
  const groups = new Map<string, ShortLine[]>();
  for (const line of standing) {
    if (numbers.has(line)) continue;
    const head = plain(line.text);
    if (head.length < 2) continue;
    const group = groups.get(head);
    if (group) group.push(line);
    else groups.set(head, [line]);
  }
  return [...groups.values()].flatMap((group) => {
    const beside = group.filter(
      ({ order, before, after }) =>
        orders.has(order - 1) || orders.has(order + 1) || before === BREAK || after === BREAK,
    );
    return beside.length >= 3 || (beside.length === 2 && orders.size > 0) ? beside : [];
  });
}

/** The pages that a chain of numbers indicates; empty when headers and footers cannot be told apart. */
function pagesOf(text: string, chain: readonly NumberedLine[], evident: number): Numbered[] {
  const first = chain[0]!;
  const last = chain.at(-1)!;
  const sizes = chain.slice(1).map(({ line, number }, i) => {
    const before = chain[i]!;
    return (line.from - before.line.from) / (number - before.number);
  });
  const size = median(sizes);
  if (size > LONGEST_PAGE || (size < SHORTEST_PAGE && evident * 2 < chain.length)) return [];
  const lead = first.line.from;
  const rest = text.length - last.line.to;
  const side = sideOfNumbers(chain, lead / size, rest / size);
  if (side === null) return [];
  const pages: Numbered[] = [];
  if (side === 'foot' && lead < 2 * size)
    pages.push({ from: 0, to: first.line.to, label: `${first.number}` });
  for (let i = 1; i < chain.length; i++) {
    const [before, here] = [chain[i - 1]!, chain[i]!];
    const from = side === 'head' ? before.line.from : before.line.to;
    const to = side === 'head' ? here.line.from : here.line.to;
    const low = side === 'head' ? before.number : before.number + 1;
    const high = side === 'head' ? here.number - 1 : here.number;
    pages.push({ from, to, label: low === high ? `${low}` : `${low}-${high}` });
  }
  if (side === 'head' && rest < 2 * size)
    pages.push({ from: last.line.from, to: text.length, label: `${last.number}` });
  return pages;
}

/** Whether the numbers are in headers or footers; null when the text cannot tell. */
function sideOfNumbers(chain: readonly NumberedLine[], lead: number, rest: number): 'head' | 'foot' | null {
  let heads = 0;
  let feet = 0;
  for (const { line } of chain) {
    // The start and end of the text are no page breaks.
    if (line.before === BREAK && line.from > 0 && line.after !== BREAK) heads++;
    if (line.after === BREAK && line.before !== BREAK) feet++;
  }
  if (heads > 2 * feet && heads * 2 >= chain.length) return 'head';
  if (feet > 2 * heads && feet * 2 >= chain.length) return 'foot';
  if (heads + feet > 2) return null;
  if (lead < 0.1 && rest > 0.15) return 'head';
  if (rest < 0.1 && lead > 0.15) return 'foot';
  return null;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
