/**
 * Quotations whose marks are written as entities, tags or commands, `&ldquo;…&rdquo;`, `<q>…</q>`, `\enquote{…}`, or with
 * two signs each: TeX’s two apostrophes, and `,,…''` and `<<…>>` where a keyboard has no better.
 */
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
  String.raw`&(?:${ENTITIES.map(([opening]) => opening).join('|')});|<q(?:\s[^<>]{0,200})?>|\\enquote\*?\{|(?<!\x60)\x60\x60(?=[\p{L}[(…])|(?<![<\p{L}\p{N}])<<[ \xa0]?(?=[\p{L}[(…])|(?<![,\p{L}\p{N}]),,(?=[\p{L}[(…])`,
  'giu',
);
const CLOSING = ENTITIES.map(
  ([opening, closing]) => [new RegExp(`^&(?:${opening});$`, 'i'), `&(?:${closing});`] as const,
);
/** Entities that may as well close, or be no mark at all. */
const EITHER_END = /^&(?:quot|#34|#x22|raquo|#187|#xBB);$/i;
/** The longest quotation, in UTF-16 units. */
const LONGEST = 10_000;

/** A quick test whether words may have such marks. */
export function mayBeMarkedUp(words: string): boolean {
  return /[&<\\`]|,,/.test(words) && words.search(OPENING) >= 0;
}

/** The quotations within `prose` with such marks, in order. Those inside code, which `skipped` has, do not count. */
export function* stretchesInMarkup(
  text: string,
  prose: TextRange,
  skipped: readonly TextRange[],
): Generator<QuotedStretch> {
  const words = text.slice(prose.from, prose.to);
  if (!mayBeMarkedUp(words)) return;
  const closers = new Closers(words);
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
    const closing = closers.of(mark, from);
    if (!closing || closing.from - from < 2 || closing.from - from > LONGEST) continue;
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

/** The closing marks of `words`. Each kind is looked for once, however many opening marks are not closed. */
class Closers {
  private braces: ReadonlyMap<number, TextRange> | null = null;
  /** Pattern → the last match that was looked for; null where nothing follows any more. */
  private readonly next = new Map<string, TextRange | null>();

  constructor(private readonly words: string) {}

  /** The mark that closes the opening `mark`, which ends at `from`; null where there is none. */
  of(mark: string, from: number): TextRange | null {
    if (mark.startsWith('`')) return this.first(`(?<=[\\p{L}\\p{N}.,;!?…])''(?!['\\p{L}])`, from);
    if (mark === ',,') return this.first(`(?<=[\\p{L}\\p{N}.,;!?…])(?:''|[“”"])(?!['\\p{L}])`, from);
    if (mark.startsWith('<<')) return this.first('(?<=\\S)[ \\xa0]?>>(?!>)', from);
    if (mark.startsWith('\\')) return (this.braces ??= closingBraces(this.words)).get(from - 1) ?? null;
    return this.first(
      mark.startsWith('<') ? '</q\\s*>' : CLOSING.find(([opening]) => opening.test(mark))![1],
      from,
    );
  }

  /** The first match of `pattern` from `from` on; offsets only grow. */
  private first(pattern: string, from: number): TextRange | null {
    const known = this.next.get(pattern);
    if (known === null || (known && known.from >= from)) return known;
    const search = new RegExp(pattern, 'giu');
    search.lastIndex = from;
    const found = search.exec(this.words);
    const match = found && { from: found.index, to: found.index + found[0].length };
    this.next.set(pattern, match);
    return match;
  }
}

/** The offsets of opening braces, with the braces that close them. */
function closingBraces(words: string): ReadonlyMap<number, TextRange> {
  const closing = new Map<number, TextRange>();
  const open: number[] = [];
  for (const { 0: sign, index } of words.matchAll(/\\.|[{}]/gs)) {
    if (sign === '{') open.push(index);
    else if (sign === '}' && open.length > 0) closing.set(open.pop()!, { from: index, to: index + 1 });
  }
  return closing;
}
