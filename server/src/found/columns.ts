/** Finds pages that stand in two columns side by side, as `pdftotext -layout` writes them. */

/** A stretch of a line, `[from, to)` of the document. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A page in the order in which it is read; null where its columns could not be told apart. */
export interface ColumnPage {
  readonly from: number;
  readonly to: number;
  /** The lines of its columns, one after another; an empty piece is a blank line, null the end of a column. */
  readonly pieces: readonly (Piece | null)[] | null;
}

/** A line of a page, without its white space at the end. */
interface Line extends Piece {
  readonly text: string;
  /** The column of its first character; its length if it is blank. */
  readonly indent: number;
  /** Where text begins after two blanks or more, within the line. */
  readonly starts: readonly number[];
}

/** A text without form feeds is judged in stretches of so many lines. */
const LINES_OF_PAGE = 80;
/** The share of its pages from which on a text stands in columns. */
const LEAST_OF_PAGES = 1 / 3;
/** A longer line is a paragraph of one column. */
const LONGEST_LINE = 400;
/** The second column begins at this character at least, for there is a column before it. */
const LEAST_START = 18;
/** How far a line of the second column may begin before and after the others. */
const BEFORE = 3;
const AFTER = 9;
/** The minimum number of lines that have text in both columns, of a page and of lines that follow one another. */
const FEWEST_DOUBLE = 8;
const FEWEST_OF_BLOCK = 4;
/** The share of single lines across both columns that a page may have whose columns are told apart. */
const MOST_STRAY = 0.1;
/** The share of its column that half of the lines fill at least; cells of a table do not. */
const LEAST_FILLED = 0.6;
/** The minimum number of characters of a line in a column; han characters count twice. */
const SHORTEST = 22;
/** The minimum number of lines that go on in the midst of a sentence, of one such line in each column. */
const LEAST_GOING = 0.4;
/** Blank lines in a row that part paragraphs: lines of two columns need not stand at the same height. */
const PARTING = 2;
/** The line under the head of a table in plain text, `---- ------`: no page in columns has one. */
const RULED = /^ *-{3,}(?: +-{3,})+ *$/m;

/**
 * The pages of `text` that stand in columns, in order; empty for most texts. Linear in the length of the text. A few
 * pages of a text that is not in columns are tables, where their columns cannot be told apart.
 */
export function columnPages(text: string): ColumnPage[] {
  if (!/\S {2,}\S/.test(text)) return [];
  const all = pagesOf(text);
  const pages = all.flatMap((lines) => {
    const page = readPage(lines);
    return page === undefined ? [] : [{ from: lines[0]!.from, to: lines.at(-1)!.to, pieces: page }];
  });
  const filled = all.filter((lines) => lines.some((line) => line.text !== '')).length;
  const areTables = pages.length < filled * LEAST_OF_PAGES || RULED.test(text);
  return areTables ? pages.filter(({ pieces }) => pieces !== null) : pages;
}

function pagesOf(text: string): Line[][] {
  const pages: Line[][] = [];
  let page: Line[] = [];
  const hasFeeds = text.includes('\f');
  for (let from = 0; from <= text.length;) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const start = text[from] === '\f' ? from + 1 : from;
    if (page.length > 0 && (start > from || (!hasFeeds && page.length >= LINES_OF_PAGE))) {
      pages.push(page);
      page = [];
    }
    page.push(lineOf(text.slice(start, to), start));
    from = to + 1;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

function lineOf(whole: string, from: number): Line {
  const text = whole.trimEnd();
  const starts: number[] = [];
  const isLine = text.length <= LONGEST_LINE;
  for (let at = text.indexOf('  '); isLine && at >= 0; at = text.indexOf('  ', at)) {
    while (text.charCodeAt(at) === 32) at++;
    starts.push(at);
  }
  return { text, from, to: from + text.length, indent: text.length - text.trimStart().length, starts };
}

/** The pieces of a page in columns; null if they cannot be told apart; undefined if it is not in columns. */
function readPage(lines: readonly Line[]): (Piece | null)[] | null | undefined {
  const filled = lines.filter(({ text }) => text !== '');
  if (filled.length < FEWEST_DOUBLE || filled.every(({ starts }) => starts.length === 0)) return undefined;
  const gutter = gutterOf(filled);
  const columns = gutter === null ? null : { gutter, blocks: blocksOf(lines, gutter) };
  const doubles = columns?.blocks.flatMap(({ doubles: own }) => own) ?? [];
  if (columns === null || doubles.length < FEWEST_DOUBLE || !areFilled(doubles, columns.gutter))
    return areAlongside(filled) ? null : undefined;
  const stray = columns.blocks.filter(({ isStray }) => isStray).length;
  return stray > doubles.length * MOST_STRAY ? null : inOrder(columns.blocks, columns.gutter);
}

/** Lines that follow one another, all of columns or all across them. */
interface Block {
  readonly lines: Line[];
  /** The lines with text in both columns; empty for lines across. */
  readonly doubles: { readonly line: Line; readonly at: number }[];
  /** A single line across within columns: it was cut wrongly, perhaps. */
  readonly isStray: boolean;
}

function blocksOf(lines: readonly Line[], gutter: number): Block[] {
  const blocks: { lines: Line[]; doubles: Block['doubles']; isAcross: boolean }[] = [];
  for (const line of lines) {
    const at = splitAt(line, gutter);
    const isAcross = line.text !== '' && at === null && line.text.length > gutter;
    let block = blocks.at(-1);
    if (!block || (block.isAcross !== isAcross && line.text !== ''))
      blocks.push((block = { lines: [], doubles: [], isAcross }));
    block.lines.push(line);
    if (at !== null && at > line.indent) block.doubles.push({ line, at });
  }
  return blocks.map((block, i) => ({
    lines: block.lines,
    // A few lines with a gap at the same place are no columns.
    doubles: block.doubles.length < FEWEST_OF_BLOCK ? [] : block.doubles,
    isStray:
      block.isAcross &&
      block.lines.filter(({ text }) => text !== '').length === 1 &&
      (blocks[i - 1]?.doubles.length ?? 0) > 0 &&
      (blocks[i + 1]?.doubles.length ?? 0) > 0,
  }));
}

/** Whether text fills both columns. */
function areFilled(doubles: Block['doubles'], gutter: number): boolean {
  const left = doubles.map(({ line, at }) => line.text.slice(0, at).trim());
  const right = doubles.map(({ line, at }) => line.text.slice(at));
  // Lines of prose go on in the next, which cells and entries of a list do not.
  const going = [...left, ...right].filter((each) => /^[\p{Ll}\p{Lo}]/u.test(each)).length;
  return going >= doubles.length * LEAST_GOING && isFilled(left, gutter) && isFilled(right, 0);
}

/** The column in which the second text of most lines begins; null if there is none. */
function gutterOf(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  for (const { starts } of lines)
    for (const start of starts) if (start >= LEAST_START) counts.set(start, (counts.get(start) ?? 0) + 1);
  let best: number | null = null;
  for (const [start, count] of counts)
    if (best === null || count > counts.get(best)! || (count === counts.get(best)! && start < best))
      best = start;
  return best;
}

/** Where the second column begins in this line; null if it has none. */
function splitAt({ starts }: Line, gutter: number): number | null {
  return starts.find((start) => start >= gutter - BEFORE && start <= gutter + AFTER) ?? null;
}

/** Whether half of the texts are as long as lines of a column are. */
function isFilled(texts: readonly string[], width: number): boolean {
  const lengths = texts.map(lengthOf).sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)]!;
  const letters = texts.join('').replace(/[^\p{L}]/gu, '').length;
  return (
    middle >= Math.max(SHORTEST, width * LEAST_FILLED) &&
    letters * 2 >= texts.join('').replace(/\s/g, '').length
  );
}

function lengthOf(text: string): number {
  return text.length + (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0);
}

/** Words on both sides of a wide gap, in many lines: columns whose gutter is not the same in all lines. */
function areAlongside(lines: readonly Line[]): boolean {
  const alongside = lines.filter(({ text, starts }) =>
    starts.some((start) => {
      const before = text.slice(0, start).trim();
      return (
        lengthOf(before) >= SHORTEST &&
        lengthOf(text) - start >= SHORTEST &&
        !/ {2}/.test(before) &&
        isWords(before) &&
        isWords(text.slice(start))
      );
    }),
  );
  return alongside.length >= FEWEST_DOUBLE * 1.5 && alongside.length * 2 >= lines.length;
}

function isWords(text: string): boolean {
  return text.replace(/[^\p{Ll}\p{Lo}]/gu, '').length * 2 >= text.length;
}

/** The lines of each column after those of the column before; lines across stand between. */
function inOrder(blocks: readonly Block[], gutter: number): (Piece | null)[] {
  return blocks.flatMap(({ lines, doubles }): (Piece | null)[] => {
    if (doubles.length === 0) return lines.map(({ from, to }) => ({ from, to }));
    const left: Piece[] = [];
    const right: Piece[] = [];
    for (const line of lines) {
      const { text, from, to } = line;
      const at = splitAt(line, gutter) ?? text.length;
      const leftTo = text.slice(0, at).trimEnd().length;
      const start = Math.min(at, Math.max(gutter, leftTo));
      left.push({ from, to: from + leftTo });
      right.push({ from: from + start, to });
    }
    return [...withoutGaps(left), null, ...withoutGaps(right), null];
  });
}

/** The pieces without single blank lines. */
function withoutGaps(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let blank = 0;
  for (const piece of pieces) {
    blank = piece.to > piece.from ? 0 : blank + 1;
    if (blank === 0 || blank === PARTING) kept.push(piece);
  }
  return kept;
}
