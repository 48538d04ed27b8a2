/** Breaks text into lines. */

/** The width of a text in pixels. */
export type Measure = (text: string) => number;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The text in at most `most` lines no wider than `width`, truncated with an ellipsis. Lines break between words, also
 * in scripts without spaces; inside a word only if it is wider than a line.
 */
export function wrapped(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, width, measure)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      if (lines.length > most) break;
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  shown[most - 1] = cut(shown[most - 1]!, width, measure);
  return shown;
}

/** Words with adjacent punctuation; words wider than a line are split. */
function* pieces(text: string, width: number, measure: Measure): Generator<string> {
  let held = '';
  for (const { segment, isWordLike } of segmenter.segment(text.replace(/\s+/g, ' '))) {
    const opens = /^[\p{Ps}\p{Pi}]+$/u.test(segment);
    if (isWordLike || opens || segment === ' ') {
      if (held !== '' && !/[\p{Ps}\p{Pi}]$/u.test(held)) {
        yield* parts(held, width, measure);
        held = '';
      }
      held += segment;
    } else held += segment; // punctuation stays with the word before it
  }
  if (held !== '') yield* parts(held, width, measure);
}

function* parts(piece: string, width: number, measure: Measure): Generator<string> {
  let rest = piece;
  while (measure(rest.trimEnd()) > width) {
    let length = Math.max(1, Math.floor((rest.length * width) / measure(rest)));
    while (length > 1 && measure(rest.slice(0, length)) > width) length--;
    yield rest.slice(0, length);
    rest = rest.slice(length);
  }
  if (rest !== '') yield rest;
}

function cut(line: string, width: number, measure: Measure): string {
  let kept = line;
  while (kept !== '' && measure(`${kept}…`) > width) kept = kept.slice(0, -1);
  // Truncates at a word boundary, if at least one word remains.
  const space = kept.length < line.length && line[kept.length] !== ' ' ? kept.lastIndexOf(' ') : -1;
  if (space > kept.length / 3) kept = kept.slice(0, space);
  return `${kept.replace(/[\s,;:·(]+$/, '')}…`;
}
