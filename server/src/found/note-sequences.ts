/** Helpers for arrangements of notes. Offsets are those of the document. */
import { beginOf, type NumberedLine } from './numbered-lines.ts';
import { longestIncreasing } from './sequences.ts';
import type { TextRange } from '../text/range.ts';

/** Start of the line that contains `offset`. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The longest increasing subsequence of the lines, by number: the most likely list of notes. */
export function rising(lines: readonly NumberedLine[]): NumberedLine[] {
  const chosen = longestIncreasing(lines.map((line) => line.number)).map((i) => lines[i]!);
  // A year or quantity at the start of a continuation line is large, so it can only be at the end of the sequence.
  while (chosen.length > 1 && chosen[chosen.length - 1]!.number > chosen[chosen.length - 2]!.number + 5)
    chosen.pop();
  return chosen;
}

/** The longest note in brackets, in UTF-16 units. */
const LONGEST_IN_BRACKETS = 30_000;

/** Offset of the bracket that closes the one open at `from`; `to` if there is none. */
function closingOf(text: string, from: number, to: number): number {
  const brackets = /[[\]]/g;
  brackets.lastIndex = from;
  let depth = 1;
  for (let found = brackets.exec(text); found; found = brackets.exec(text)) {
    if (found.index >= Math.min(to, from + LONGEST_IN_BRACKETS)) break;
    depth += found[0] === '[' ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return to;
}

/** The arrow from a note of a web page back to its call. */
export const BACK = /\s*[↩⤴↵]\uFE0E?\uFE0F?\s*$/u;

const LIST_BULLET_ALONE = /(?:\n[ \t]*(?:[-*•+_=—–]+[ \t]*)?)+$/;

/**
 * The range of each note's text: up to the next note; for the last note, up to a blank line. Without trailing white
 * space and empty bullets.
 * @param listTo the latest end of the list
 */
export function bodiesOf(text: string, lines: readonly NumberedLine[], listTo: number): TextRange[] {
  const below = lines.filter(({ labelRange, bodyFrom }) => bodyFrom < labelRange.from);
  return lines.map((line, i) => {
    if (line.bodyTo !== undefined) return { from: line.bodyFrom, to: line.bodyTo };
    const next = lines[i + 1];
    let to = next ? lineStart(text, beginOf(next)) : listTo;
    if (line.closing !== null) to = closingOf(text, line.bodyFrom, to);
    else if (!next) {
      const blank = /\n[ \t]*\n/g;
      blank.lastIndex = line.bodyFrom;
      const found = blank.exec(text);
      if (found && found.index < to) to = found.index;
    }
    for (const { labelRange } of below)
      if (labelRange.from > line.bodyFrom && labelRange.from < to) to = lineStart(text, labelRange.from);
    const body = text.slice(line.bodyFrom, to);
    const trimmed = body.replace(BACK, '').trimEnd();
    const tail = LIST_BULLET_ALONE.exec(trimmed.slice(-12));
    const cut = tail ? trimmed.slice(0, trimmed.length - tail[0].length).trimEnd() : trimmed;
    return { from: line.bodyFrom, to: line.bodyFrom + cut.length };
  });
}

/** The most paragraphs, and UTF-16 units, of a note that another follows directly. */
const PARAGRAPHS_OF_NOTE = 4;
const LONGEST_NOTE = 12_000;

/**
 * Splits lines of one form into runs of consecutive notes, whose numbers grow by one to three.
 * @param isCalledBetween whether the text between two lines has a marker for the second, so that the two are not
 * consecutive
 */
export function runsOf(
  text: string,
  lines: readonly NumberedLine[],
  isCalledBetween: (before: NumberedLine, line: NumberedLine) => boolean,
): NumberedLine[][] {
  const runs: NumberedLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const step = before ? line.number - before.number : 0;
    const follows = before && step > 0 && step <= 3 && isNext(text, before, line);
    if (run && follows && !isCalledBetween(before, line)) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function isNext(text: string, before: NumberedLine, line: NumberedLine): boolean {
  const { bodyFrom: from, closing } = before;
  const to = lineStart(text, line.labelRange.from);
  if (closing !== null) return text.slice(closingOf(text, from, to) + 1, to).trim() === '';
  return to - from <= LONGEST_NOTE && paragraphsIn(text, from, to) <= PARAGRAPHS_OF_NOTE;
}

/** The number of paragraphs in `[from, to)`. */
export function paragraphsIn(text: string, from: number, to: number): number {
  let count = 1;
  for (let at = text.indexOf('\n\n', from); at >= 0 && at < to; at = text.indexOf('\n\n', at + 2)) count++;
  return count;
}
