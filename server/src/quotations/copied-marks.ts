/**
 * Numbers that are no part of what a source says, but come along when it is copied from a file: those of its notes, and of
 * its sections and paragraphs, which in the text of a law belong to it.
 */
import type { TextRange } from '../text/range.ts';
import { exactOccurrences } from './exact.ts';
import { foldText } from './fold.ts';
import { sourceRange } from './folded-text.ts';
import type { PreparedQuotation, PreparedSource } from './model.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** After a digit a raised one makes another number of it: 10⁵ is not 105. */
const RAISED_NUMBER = /(?<![\d²³¹⁰⁴-⁹])[²³¹⁰⁴-⁹]{1,4}/g;
/** Such a number may stand before the passage, or after it. */
const AROUND = 12;

/**
 * The range of a source that a quotation repeats to the letter, with the numbers that stand there: `1945.⁶ Before` as
 * `1945.6 Before`. `passage` is the one nearest to it. Null where it has anything otherwise.
 */
export function copiedWithMarks(
  { text }: PreparedSource,
  quotation: PreparedQuotation,
  passage: TextRange,
): TextRange | null {
  if (!/\d/.test(quotation.text)) return null;
  const from = Math.max(0, passage.from - AROUND);
  const around = text.slice(from, passage.to + AROUND);
  const written = around.replace(RAISED_NUMBER, (number) =>
    Array.from(number, (digit) => RAISED.indexOf(digit)).join(''),
  );
  if (written === around && !/[§¶]/.test(around)) return null;
  const folded = foldText(written, [{ from: 0, to: written.length, barrier: false }], []);
  const place = exactOccurrences(folded, quotation)[0];
  if (!place) return null;
  const within = sourceRange(written, folded, place[0]!.from, place.at(-1)!.to);
  return { from: from + within.from, to: from + within.to };
}
