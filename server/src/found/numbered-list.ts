/** Finds the entries of numbered lists of references. */
import type { TextRange } from '../text/range.ts';

/** An entry of a numbered list, in offsets of the prose. */
export interface NumberedPart extends TextRange {
  /** Decimal digits. */
  readonly label: string;
  /** After the number and its marks. */
  readonly bodyFrom: number;
}

interface Line extends NumberedPart {
  readonly number: number;
  readonly form: number;
}

const HEAD =
  /[ \t>]{0,40}(?:[-*•+]\s)?(?:\\?[[［]?(\d{1,4})\\?[\]］]|[(（](\d{1,4})[)）]|(\d{1,4})[.)．](?!\d)|(\d{1,4})(?=[ \t]{1,8}(?:[\p{Lu}“"«]|v[ao]n\s|d[aeiou]s?\s)|[ \t]{0,8}\p{Script=Han}{2}|\p{Lu}\p{Ll}{2}))\s{0,8}(?=\S)/uy;
/** A number in brackets within a line, after the end of an entry. */
const INNER_HEAD = /(?<=[.．。\]］」)）;；]\s{0,4})[[［](\d{1,4})[\]］]\s{0,8}(?=[\p{L}“"《])/gu;
/** A bare number within a line, after the number that ends an entry. */
const INNER_BARE = /(?<=\d\.?[ \t]{1,4})(\d{1,3})[ \t]{0,4}(?=\p{Lu}[\p{Ll}' ]|\p{Script=Han}{2})/gu;
/** The minimum number of consecutive numbers for a list; higher for bare numbers, which are ambiguous. */
const FEWEST = 2;
const FEWEST_BARE = 6;
const FEWEST_BARE_FURTHER = 3;
/** The minimum number of entries for a list whose first number was lost. */
const FEWEST_WITHOUT_FIRST = 8;
/** The maximum number of lines between a heading and the first number. */
const MOST_ABOVE = 8;
/** The maximum number of misread numbers. */
const MOST_MISSING = 3;

/**
 * The entries of a list whose lines are numbered consecutively, from 1 or from `last` + 1, where `last` ends the list
 * above; null if it is not numbered.
 */
export function numberedParts(text: string, range: TextRange, last = 0): NumberedPart[] | null {
  const { lines, counts } = numberedLines(text, range);
  let best: Line[] = [];
  for (let form = 0; form < 4; form++) {
    const row = inARow(
      lines.filter((line) => line.form === form),
      last,
    );
    if (
      row.length > best.length &&
      row.length >= (form < 3 ? FEWEST : last > 0 ? FEWEST_BARE_FURTHER : FEWEST_BARE)
    )
      best = row;
  }
  const [first] = best;
  // Numbers inside a list of another kind.
  const begins =
    first?.number === 1 ||
    (last > 0 && first && first.number > last && first.number <= last + 3) ||
    // The first number was lost.
    (first && first.number <= MOST_MISSING && best.length >= FEWEST_WITHOUT_FIRST && counts.get(first)! < 3);
  if (!first || !begins || best.length * 12 < counts.get(best.at(-1)!)!) return null;
  // Entries without numbers come first: numbers of pages or lines among them.
  if (last === 0 && counts.get(first)! > MOST_ABOVE) return null;
  const read = withColumns(best, lines);
  return read.map(({ label, from, bodyFrom }, i) => {
    const next = read[i + 1]?.from ?? range.to;
    return { label, from, bodyFrom, to: i + 1 < read.length ? next : lastEnd(text, bodyFrom, next) };
  });
}

/** So many numbers out of order show that the columns of a page were read across. */
const FEWEST_ACROSS = 2;

/**
 * The lines of a row, and those of the page's other column among them, in the order of the text: numbers that go on
 * from the row without a gap, or fill its gaps.
 */
function withColumns(row: Line[], lines: readonly Line[]): Line[] {
  const { form, number: lowest, from } = row[0]!;
  // Parentheses and bare numbers also number what stands within an entry.
  if (form === 1 || form === 3) return row;
  const known = new Set(row.map(({ number }) => number));
  const across: Line[] = [];
  for (const line of lines) {
    if (line.form !== form || line.from < from || line.number <= lowest || known.has(line.number)) continue;
    known.add(line.number);
    across.push(line);
  }
  let end = lowest;
  while (known.has(end + 1) || known.has(end + 2)) end++;
  const own = across.filter(({ number }) => number <= end);
  const isInARow = own.some(({ number }, i) => own[i + 1]?.number === number + 1);
  if (own.length < FEWEST_ACROSS || !isInARow) return row;
  return [...row, ...own].sort((one, other) => one.from - other.from);
}

/** Text after a blank line is not part of the last entry. */
function lastEnd(text: string, from: number, to: number): number {
  const blank = text.slice(from, to).search(/\n[ \t]*\n/);
  return blank < 0 ? to : from + blank;
}

function numberedLines(text: string, range: TextRange): { lines: Line[]; counts: Map<Line, number> } {
  const lines: Line[] = [];
  /** The number of lines before each. */
  const counts = new Map<Line, number>();
  let count = 0;
  const listed = text.slice(0, range.to);
  /** The first inner number from an offset on, given one found before; looked for again only once it is passed. */
  const innerFrom = (offset: number, known: RegExpExecArray | null | undefined): RegExpExecArray | null => {
    if (known === null || (known && known.index >= offset)) return known;
    INNER_HEAD.lastIndex = offset;
    return INNER_HEAD.exec(listed);
  };
  let inner: RegExpExecArray | null | undefined;
  for (let at = range.from; at < range.to;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline > range.to ? range.to : newline;
    HEAD.lastIndex = at;
    const match = HEAD.exec(text);
    if (match && HEAD.lastIndex <= range.to) {
      const form = [1, 2, 3, 4].findIndex((group) => match[group] !== undefined);
      const label = match[form + 1]!;
      const line = { label, number: Number(label), form, from: at, to: end, bodyFrom: HEAD.lastIndex };
      lines.push(line);
      counts.set(line, count);
    }
    // ‘… 2014: 5. [2] Weaver …’: conversion joined two entries.
    let bodyFrom = at + 1;
    for (inner = innerFrom(bodyFrom, inner); inner && inner.index < end; inner = innerFrom(bodyFrom, inner)) {
      bodyFrom = inner.index + inner[0].length;
      const label = inner[1]!;
      const line = { label, number: Number(label), form: 0, from: inner.index, to: end, bodyFrom };
      lines.push(line);
      counts.set(line, count);
    }
    // ‘… 2014: 5. 2 Weaver A …’, in a line of the entry before.
    const last = lines.at(-1);
    if (last?.form === 3) {
      let { number } = last;
      const start = Math.max(at, last.bodyFrom);
      for (const found of text.slice(start, end).matchAll(INNER_BARE)) {
        if (Number(found[1]) !== number + 1) continue;
        number++;
        const from = start + found.index;
        const line = { label: found[1]!, number, form: 3, from, to: end, bodyFrom: from + found[0].length };
        lines.push(line);
        counts.set(line, count);
      }
    }
    if (text.slice(at, end).trim() !== '') count++;
    at = end + 1;
  }
  return { lines, counts };
}

/** Consecutive numbers from the first line that is numbered `last` + 1, or else 1. */
function inARow(lines: readonly Line[], last: number): Line[] {
  const next =
    last > 0 ? lines.findIndex(({ number }) => number > last && number <= last + MOST_MISSING) : -1;
  const begun = next >= 0 ? next : lines.findIndex(({ number }) => number === 1);
  const row: Line[] = [];
  for (const line of lines.slice(Math.max(0, begun))) {
    const before = row.at(-1)?.number ?? line.number - 1;
    if (line.number > before && line.number <= before + 1 + MOST_MISSING) row.push(line);
  }
  return row;
}
