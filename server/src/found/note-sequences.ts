/** What arrangements of notes have in common. Offsets are those of the document. */
import type { NumberedLine } from './numbered-lines.ts';
import { longestIncreasing } from './sequences.ts';
import type { TextRange } from '../text/range.ts';

/** Where the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Those of some lines whose numbers rise, the most of them: a list of notes. */
export function rising(lines: readonly NumberedLine[]): NumberedLine[] {
  const chosen = longestIncreasing(lines.map((line) => line.number)).map((i) => lines[i]!);
  // A year or a quantity that begins a continuation line can only stand at the end of the sequence.
  while (chosen.length > 1 && chosen[chosen.length - 1]!.number > chosen[chosen.length - 2]!.number + 5)
    chosen.pop();
  return chosen;
}

const LIST_BULLET_ALONE = /(?:\n[ \t]*(?:[-*•+_=—–]+[ \t]*)?)+$/;

/**
 * The words of each note of a list: up to the next, of the last up to a blank line. White space and bullets that stand
 * alone are left out.
 * @param listTo where the list ends at the latest
 */
export function bodiesOf(text: string, lines: readonly NumberedLine[], listTo: number): TextRange[] {
  return lines.map((line, i) => {
    const next = lines[i + 1];
    let to = next ? lineStart(text, next.labelRange.from) : listTo;
    if (!next) {
      const blank = /\n[ \t]*\n/g;
      blank.lastIndex = line.bodyFrom;
      const found = blank.exec(text);
      if (found && found.index < to) to = found.index;
    }
    const body = text.slice(line.bodyFrom, to);
    const trimmed = body.trimEnd();
    const tail = LIST_BULLET_ALONE.exec(trimmed.slice(-12));
    const cut = tail ? trimmed.slice(0, trimmed.length - tail[0].length).trimEnd() : trimmed;
    return { from: line.bodyFrom, to: line.bodyFrom + cut.length };
  });
}
