/** The numbers printed on pages: believed only where they run on from page to page. */
import { romanValue } from '../../pages/roman.ts';
import type { Row } from './rows.ts';

/** A number in a running head or foot that may be that of its page. */
interface Candidate {
  readonly series: 'arabic' | 'roman';
  readonly value: number;
  readonly row: Row;
  /** The row says nothing else. */
  readonly alone: boolean;
}

export interface Folios {
  /** By page: the number as it is printed, or follows from those before and after it; null where nothing tells. */
  readonly labels: readonly (string | null)[];
  /** By page: the row that has its number. */
  readonly rows: readonly (Row | null)[];
}

/** Pages one after another whose numbers run on, before they are believed; of a file with fewer pages two are enough. */
const FEWEST = 3;
const FEW_PAGES = 4;
/** Pages without a number that may stand within such a run, or before it: title pages, plates. */
const MOST_MISSING = 3;

const NUMBER =
  /^(?:[-–—|[(\s]|(?:p|page|seite|s)\b\.?)*(\d{1,4}|[ivxlc]{1,8})(?=[-–—|\])\s.]*$|\s{2,}|\s*[|•·–—]\s|\s+of\s+\d+\s*$)/i;
const LAST = /(?:\s{2,}|[|•·–—]\s*|(?:^|\s)(?:p|page|seite)\.?\s*)(\d{1,4}|[ivxlc]{1,8})[-–—|\])\s.]*$/i;
/** A head of one stretch with its number after a single space. */
const CLOSE_FIRST = /^(\d{1,4})\s+\p{L}/u;
const CLOSE_LAST = /\p{L}[\p{L}\p{P}]*\s+(\d{1,4})$/u;

/** What the heads and feet of pages tell of their numbers; `rows` are those of each page. */
export function foliosOf(rows: readonly (readonly Row[])[]): Folios {
  const candidates = rows.map((each) => each.flatMap(candidatesIn));
  const labels: (string | null)[] = rows.map(() => null);
  const itsRow: (Row | null)[] = rows.map(() => null);
  for (const run of runsOf(candidates, rows.length)) {
    for (let page = run.first; page <= run.last; page++) {
      if (labels[page] !== null) continue;
      labels[page] = written(page + run.offset, run.series);
      itsRow[page] =
        candidates[page]!.find((one) => one.series === run.series && one.value === page + run.offset)?.row ??
        null;
    }
  }
  return { labels, rows: itsRow };
}

function candidatesIn(row: Row): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const pattern of [NUMBER, LAST, CLOSE_FIRST, CLOSE_LAST]) {
    const number = pattern.exec(row.text)?.[1];
    if (number === undefined) continue;
    const isArabic = /^\d/.test(number);
    const value = isArabic ? Number(number) : romanValue(number);
    if (value === null || value === 0) continue;
    const alone = row.text.replace(/[^\p{L}\p{N}]/gu, '').length === number.length;
    // A single letter among words is a word.
    if (!isArabic && !alone && number.length < 2) continue;
    found.set(number, { series: isArabic ? 'arabic' : 'roman', value, row, alone });
  }
  return [...found.values()];
}

interface Run {
  readonly series: Candidate['series'];
  /** What is added to the index of a page. */
  readonly offset: number;
  readonly first: number;
  readonly last: number;
  readonly shown: number;
}

/** The runs of pages whose numbers run on, those that most pages show first; none overlaps one before it. */
function runsOf(candidates: readonly (readonly Candidate[])[], count: number): Run[] {
  const pagesOf = new Map<string, number[]>();
  candidates.forEach((each, page) => {
    for (const { series, value } of each) {
      const key = `${series} ${value - page}`;
      const pages = pagesOf.get(key);
      if (!pages) pagesOf.set(key, [page]);
      else if (pages.at(-1) !== page) pages.push(page);
    }
  });
  const runs: Run[] = [];
  for (const [key, pages] of pagesOf) {
    const [series, offset] = key.split(' ') as [Candidate['series'], string];
    let begin = 0;
    for (let i = 1; i <= pages.length; i++) {
      if (i < pages.length && pages[i]! - pages[i - 1]! <= MOST_MISSING + 1) continue;
      const [first, last] = [pages[begin]!, pages[i - 1]!];
      runs.push({ series, offset: Number(offset), first, last, shown: i - begin });
      begin = i;
    }
  }
  const needed = count <= FEW_PAGES ? 2 : FEWEST;
  const kept: Run[] = [];
  for (const run of runs.sort((a, b) => b.shown - a.shown)) {
    if (run.shown < needed || 2 * run.shown < run.last - run.first + 1) continue;
    if (kept.every(({ first, last }) => run.last < first || run.first > last)) kept.push(run);
  }
  return kept.map((run) => withOpening(run, kept));
}

/** A run reaches back to the first page of the file, or the page after another run: opening pages show no number. */
function withOpening(run: Run, others: readonly Run[]): Run {
  const before = Math.max(-1, ...others.filter(({ last }) => last < run.first).map(({ last }) => last));
  const gap = run.first - before - 1;
  const positive = before + 1 + run.offset >= 1;
  return gap > 0 && gap <= 1 && positive && before === -1 ? { ...run, first: before + 1 } : run;
}

function written(value: number, series: Candidate['series']): string {
  return series === 'arabic' ? `${value}` : romanOf(value);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function romanOf(value: number): string {
  let rest = value;
  let roman = '';
  for (const [worth, letters] of ROMAN) for (; rest >= worth; rest -= worth) roman += letters;
  return roman;
}
