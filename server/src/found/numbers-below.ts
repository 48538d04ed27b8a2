/**
 * Notes at page feet whose raised number conversion of PDF has put below them, after the notes that follow: the block
 * of words without a number above ‘5 Id.’ is note 4, and ‘4’ stands alone at the foot.
 */
import { notesFrom, startsOf } from './numbers-apart.ts';
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
    const words = wordsAbove(text, lines, run[0]!, lines[i]!.number! + 1);
    // However it reads, the block is that one note.
    if (run.length === 1 && words.length > 0) {
      found.push(...notesFrom(text, lines, words, words.slice(0, 1), run));
      continue;
    }
    for (const isStrict of [false, true]) {
      const starts = startsOf(text, lines, words, isStrict);
      if (starts.length !== run.length || starts[0] !== words[0]) continue;
      found.push(...notesFrom(text, lines, words, starts, run));
      break;
    }
  }
  return found;
}

/** The lines without a number right above the note of the number `next`, which stands above the line `below` on its page. */
function wordsAbove(text: string, lines: readonly Line[], below: number, next: number): number[] {
  const head = new RegExp(String.raw`^[ \t]*${next}[.)]?[ \t]+\S`, 'u');
  const first = Math.max(0, below - MOST_LINES);
  for (let i = below - 1; i >= first; i--) {
    const line = lines[i]!;
    if (head.test(text.slice(line.from, Math.min(line.to, line.from + 40)))) return blockAbove(lines, i);
    if (line.opensPage) break;
  }
  return [];
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
