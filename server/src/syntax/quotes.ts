/** Quotation marks. They are read because a `;` or `]` inside them ends no citation. */
import { isSpaceCharacter, wordLengthAt } from './characters.ts';
import { Attempt, type Reading } from './reading.ts';

const isDoubleOpening = (code: number) => code === 34 || code === 0x201c || code === 147;
const isDoubleClosing = (code: number) => code === 34 || code === 0x201d || code === 148;
const isSingleOpening = (code: number) => code === 39 || code === 0x2018 || code === 145;
const isSingleClosing = (code: number) => code === 39 || code === 0x2019 || code === 146;

/**
 * A quoted stretch at `at`, or its mark alone where it is not closed: the end. Pandoc’s `singleQuoted` and
 * `doubleQuoted`.
 */
export function quotedAt(reading: Reading, at: number, limit: number): number {
  const code = reading.text.charCodeAt(at);
  const double = isDoubleOpening(code);
  const context = double ? 'double' : 'single';
  if (!opensAt(reading, at, limit, context)) {
    reading.mark(at, at + 1, code === 34 ? '”' : code === 39 ? '’' : reading.text.charAt(at));
    return at + 1;
  }
  const end = reading.attempt(Attempt[context], at, limit, () => {
    const outer = reading.quotes;
    reading.quotes = context;
    const found = quotedEnd(reading, at + 1, limit, double);
    reading.quotes = outer;
    return found;
  });
  if (end < 0) reading.mark(at, at + 1, double ? '“' : '’');
  return end < 0 ? at + 1 : end;
}

function opensAt(reading: Reading, at: number, limit: number, context: 'single' | 'double'): boolean {
  if (context === 'single' && !isSingleOpening(reading.text.charCodeAt(at))) return false;
  if (reading.quotes === context || reading.lastWord === at) return false;
  return at + 1 < limit && !isSpaceCharacter(reading.text.charCodeAt(at + 1));
}

function quotedEnd(reading: Reading, from: number, limit: number, double: boolean): number {
  const { text } = reading;
  const ends = (at: number) =>
    double
      ? isDoubleClosing(text.charCodeAt(at))
      : isSingleClosing(text.charCodeAt(at)) && (at + 1 >= limit || wordLengthAt(text, at + 1) === 0);
  if (ends(from)) return -1;
  for (let at = from; at < limit;) {
    if (ends(at)) {
      reading.mark(from - 1, from, double ? '"' : "'");
      reading.mark(at, at + 1, double ? '"' : "'");
      return at + 1;
    }
    const end = reading.step(at, limit);
    if (end < 0) return -1;
    at = end;
  }
  return -1;
}
