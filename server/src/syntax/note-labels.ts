/** The labels of notes, `[^label]`. */
import { isBlankCharacter } from './characters.ts';

const OPEN = 91;
const CLOSE = 93;
const CARET = 94;

/** A bound on labels, in UTF-16 units: otherwise unclosed brackets would be scanned again and again. */
const LONGEST_LABEL = 1000;

/** The offset of the `]` of a note label that begins at `at`; -1 otherwise. Pandoc’s `noteMarker`. */
export function noteLabelEnd(text: string, at: number, limit: number): number {
  if (text.charCodeAt(at) !== OPEN || text.charCodeAt(at + 1) !== 94) return -1;
  if (text.charCodeAt(at + 2) === CLOSE) return -1;
  const end = Math.min(limit, at + 2 + LONGEST_LABEL);
  for (let i = at + 2; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === CLOSE) return i;
    if (code === OPEN || code === CARET) return -1;
    if (code === 10 || isBlankCharacter(code)) return -1;
  }
  return -1;
}
