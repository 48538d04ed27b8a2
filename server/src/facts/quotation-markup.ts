/** Quotations whose marks are written as entities, tags or commands: `&ldquo;…&rdquo;`, `<q>…</q>`, `\enquote{…}`. */
import { firstFrom, type TextRange } from '../text/range.ts';

/** A quotation with its marks, and the words alone. */
export interface QuotedStretch {
  readonly range: TextRange;
  readonly contentRange: TextRange;
}

/** Opening entities and those that close them. */
const ENTITIES: readonly (readonly [opening: string, closing: string])[] = [
  ['ldquo|#8220|#x201C', 'rdquo|#8221|#x201D'],
  ['bdquo|#8222|#x201E', 'ldquo|rdquo|#8220|#8221|#x201C|#x201D'],
  ['laquo|#171|#xAB', 'raquo|#187|#xBB'],
  ['raquo|#187|#xBB', 'laquo|#171|#xAB'],
  ['quot|#34|#x22', 'quot|#34|#x22'],
];
const OPENING = new RegExp(
  String.raw`&(?:${ENTITIES.map(([opening]) => opening).join('|')});|<q(?:\s[^<>]{0,200})?>|\\enquote\*?\{`,
  'gi',
);
const CLOSING = ENTITIES.map(
  ([opening, closing]) =>
    [new RegExp(`^&(?:${opening});$`, 'i'), new RegExp(`&(?:${closing});`, 'gi')] as const,
);
/** Entities that may as well close, or be no mark at all. */
const EITHER_END = /^&(?:quot|#34|#x22|raquo|#187|#xBB);$/i;
/** The longest quotation, in UTF-16 units. */
const LONGEST = 10_000;

/** A quick test whether words may have such marks. */
export function mayBeMarkedUp(words: string): boolean {
  return /[&<\\]/.test(words) && words.search(OPENING) >= 0;
}

/** The quotations within `prose` with such marks, in order. Those inside code, which `skipped` has, do not count. */
export function* stretchesInMarkup(
  text: string,
  prose: TextRange,
  skipped: readonly TextRange[],
): Generator<QuotedStretch> {
  const words = text.slice(prose.from, prose.to);
  if (!mayBeMarkedUp(words)) return;
  let done = 0;
  for (const { 0: mark, index } of words.matchAll(OPENING)) {
    if (index < done || isWithin(skipped, prose.from + index)) continue;
    const from = index + mark.length;
    // `5&quot; wide`, `Home &raquo; Books`: a measure, or a step.
    if (
      EITHER_END.test(mark) &&
      (/[\p{L}\p{N}]/u.test(words.charAt(index - 1)) || /\s/.test(words.charAt(from)))
    )
      continue;
    const closing = closedAt(words, mark, from);
    if (!closing || closing.from - from < 2) continue;
    done = closing.to;
    yield {
      range: { from: prose.from + index, to: prose.from + closing.to },
      contentRange: { from: prose.from + from, to: prose.from + closing.from },
    };
  }
}

/** Whether `at` is inside a range; what begins there is the mark itself, which Pandoc takes for TeX or HTML. */
function isWithin(ranges: readonly TextRange[], at: number): boolean {
  const before = ranges[firstFrom(ranges, at) - 1];
  return before !== undefined && before.to > at;
}

function closedAt(words: string, mark: string, from: number): TextRange | null {
  const limit = from + LONGEST;
  if (mark.startsWith('\\')) return closingBrace(words, from, limit);
  const closing = mark.startsWith('<') ? /<\/q\s*>/gi : CLOSING.find(([opening]) => opening.test(mark))![1];
  closing.lastIndex = from;
  // No further than a quotation reaches: where many are not closed, each would be looked for to the end.
  const match = closing.exec(words.length > limit ? words.slice(0, limit) : words);
  return match && { from: match.index, to: match.index + match[0].length };
}

function closingBrace(words: string, from: number, limit: number): TextRange | null {
  let depth = 1;
  for (let at = from; at < Math.min(words.length, limit); at++) {
    const letter = words.charAt(at);
    if (letter === '\\') at++;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return { from: at, to: at + 1 };
  }
  return null;
}
