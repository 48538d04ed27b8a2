/** A stretch of the text of a work as it is quoted: verbatim, on one line, as its reader understands it. */
import type { TextRange } from '../text/range.ts';
import type { WorkText } from './model.ts';
import { hyphenated, unbroken } from './take-text.ts';

/** Numbers of notes, which are no part of the sentence that they stand in. */
const MARKERS = /[⁰¹²³⁴-⁹]{1,3}/g;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Longer ones are no quotations. */
const LONGEST = 20_000;

export interface Quotable {
  /** What is quoted: the stretch that was meant, and the rest of the words that it begins and ends within. */
  readonly range: TextRange;
  readonly words: string;
}

/** What can be quoted of a stretch; null where it holds no words, signs that could not be read, or far too much. */
export function quotableAt(work: WorkText, meant: TextRange): Quotable | null {
  const range = wholeWords(work, meant);
  if (range.to - range.from > LONGEST) return null;
  const written = work.text.slice(range.from, range.to).replace(MARKERS, '');
  if (written.includes('\ufffd') || !LETTER.test(written)) return null;
  const words = unbroken(written, hyphenated(work.text)).replace(/\s+/g, ' ').trim();
  return { range, words };
}

/** A stretch without white space at its ends that breaks no word off, and does not run from the text into its notes. */
function wholeWords({ text, notesFrom }: WorkText, meant: TextRange): TextRange {
  let from = Math.max(0, Math.min(meant.from, text.length));
  let to = Math.max(from, Math.min(meant.to, from < notesFrom ? notesFrom : text.length));
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  if (from === to) return { from, to };
  while (from > 0 && isWithinWord(text, from)) from--;
  while (to < text.length && isWithinWord(text, to)) to++;
  return { from, to };
}

/** Whether a word goes on from before `at` to after it, over the end of a line where a hyphen says so. */
function isWithinWord(text: string, at: number): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at)];
  if (LETTER.test(before)) {
    if (LETTER.test(behind)) return true;
    return behind === '-' && text.charAt(at + 1) === '\n' && LETTER.test(text.charAt(at + 2));
  }
  if (before === '-' && LETTER.test(text.charAt(at - 2)))
    return LETTER.test(behind) || (behind === '\n' && LETTER.test(text.charAt(at + 1)));
  return (
    before === '\n' && text.charAt(at - 2) === '-' && LETTER.test(text.charAt(at - 3)) && LETTER.test(behind)
  );
}
