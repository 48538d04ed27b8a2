/**
 * Notes at page feet whose raised numbers conversion of PDF has put below their words, after the notes that follow:
 * the block of words above note 5 is note 4, and ‘4’ stands alone at the foot; or the second half of what stands
 * after ‘4’ is note 5, and ‘5’ stands below note 6.
 */
import { notesFrom, startsFor } from './numbers-apart.ts';
import type { Line, NumberedWords } from './numbers-apart.ts';

/** How far above its number a note may begin, in lines, and how many numbers stand below one another. */
const MOST_LINES = 80;
const MOST_NUMBERS = 12;

/** The notes of numbers that stand below their words. `isTaken` tells which numbers belong to others. */
export function notesAbove(
  text: string,
  lines: readonly Line[],
  isTaken: (line: number) => boolean,
): NumberedWords[] {
  const found: NumberedWords[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.number === null) continue;
    const run = [i];
    while (lines[i + 1]?.number === lines[i]!.number! + 1 && !lines[i + 1]!.opensPage) run.push(++i);
    if (run.length > MOST_NUMBERS || run.some(isTaken) || lines[run[0]!]!.opensPage) continue;
    for (const note of notesOfRun(text, lines, run) ?? []) found.push(note);
  }
  return found;
}

function notesOfRun(text: string, lines: readonly Line[], run: readonly number[]): NumberedWords[] | null {
  // The number of the page, where the note of the same number stands above.
  if (headOf(text, lines, run[0]!, lines[run[0]!]!.number!) !== null) return null;
  const next = headOf(text, lines, run[0]!, lines[run.at(-1)!]!.number! + 1);
  const before = headOf(text, lines, run[0]!, lines[run[0]!]!.number! - 1);
  if (before !== null && before < (next ?? run[0]!)) {
    // Only after a number alone: the words on the line of a number are its own.
    if (lines[before]!.number === null) return null;
    if (next === null && standsAboveWords(lines, run)) return null;
    const words = wordsBetween(lines, before + 1, next ?? run[0]!);
    if (!words) return null;
    const starts = startsFor(text, lines, words, run.length + 1);
    return starts && notesFrom(text, lines, words, starts, [before, ...run]);
  }
  const words = next === null ? [] : blockAbove(lines, next);
  if (words.length === 0) return null;
  // However it reads, the block is that one note.
  const starts = run.length === 1 ? words.slice(0, 1) : startsFor(text, lines, words, run.length);
  return starts && notesFrom(text, lines, words, starts, run);
}

/** The line above another on its page on which a note begins: its number, with its words or alone above them. */
function headOf(text: string, lines: readonly Line[], below: number, number: number): number | null {
  const head = new RegExp(String.raw`^[ \t]*${number}[.)]?[ \t]+\S`, 'u');
  const first = Math.max(0, below - MOST_LINES);
  for (let i = below - 1; i >= first; i--) {
    const line = lines[i]!;
    if (line.number === number && hasWordsBelow(lines, i, below)) return i;
    if (head.test(text.slice(line.from, Math.min(line.to, line.from + 40)))) return i;
    if (line.opensPage) break;
  }
  return null;
}

/** Whether words follow a number, perhaps after a blank line. */
function hasWordsBelow(lines: readonly Line[], line: number, below: number): boolean {
  let next = line + 1;
  if (lines[next]?.isBlank) next++;
  return next < below && lines[next]!.number === null && !lines[next]!.isBlank;
}

/** Whether numbers stand in their place, with words of their own below them, and are not set apart by blank lines. */
function standsAboveWords(lines: readonly Line[], run: readonly number[]): boolean {
  const last = run.at(-1)!;
  const isApart = lines[run[0]! - 1]?.isBlank === true && lines[last + 1]?.isBlank === true;
  const isEndOfPage = lines[last + 1]?.opensPage !== false || lines[last + 2]?.opensPage === true;
  return !isApart && !isEndOfPage && hasWordsBelow(lines, last, lines.length);
}

/** The lines of words between two others; null if there are numbers among them. */
function wordsBetween(lines: readonly Line[], from: number, to: number): number[] | null {
  const words: number[] = [];
  for (let i = from; i < to; i++) {
    if (lines[i]!.number !== null) return null;
    if (!lines[i]!.isBlank) words.push(i);
  }
  return words;
}

/** The lines above another up to a blank one, or the top of the page. */
function blockAbove(lines: readonly Line[], line: number): number[] {
  const block: number[] = [];
  for (let i = line - 1; i >= 0 && line - i <= MOST_LINES; i--) {
    const { isBlank, number, opensPage } = lines[i]!;
    if (isBlank) return block;
    // A number above is that of another note.
    if (number !== null) return [];
    block.unshift(i);
    if (opensPage) return block;
  }
  return [];
}
