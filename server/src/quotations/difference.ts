import { diffArrays } from 'diff';
import type { TextRange } from '../text/range.ts';
import { MOST_WORDS_REPLACED } from './exact.ts';
import { foldText } from './fold.ts';
import { denies } from './negation.ts';
import { wordCount } from './words.ts';
import type { Difference, DifferenceKind, DifferencePart } from './model.ts';
import { deferred, say } from '../words/say.ts';

interface Word {
  /** As written, without white space before it. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The folded form for comparison. */
  readonly key: string;
  /** Whether it is an ellipsis, or words in brackets that only the quotation has. */
  readonly editorial: boolean;
}

const WORD =
  /\[(?!\p{L}\]\p{Ll})[^\]]{0,300}\]|\u2026|\.{3,9}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:\[\p{L}\])?[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u00ad]|['’‐‑-](?=[\p{L}\p{N}])|\[\p{L}{1,12}\])*|[^\s\p{L}\p{M}\p{N}]/gu;
/** Beyond this edit distance two passages are unrelated. */
const MOST_EDITS = 600;
/** How many differences are described one by one. */
const MOST_TOLD = 3;
const ELLIPSIS = /^\[?\s?(?:\u2026|\.{3})/;
/** How many words of a difference are quoted in full. */
const MOST_WORDS = 14;

/**
 * How a quotation differs from a passage of its source, word by word. Case, forms of quotation marks and
 * dashes, ligatures and white space do not count. An ellipsis or an interpolation in brackets may stand for
 * words of the source. Uses Myers' algorithm from the `diff` package.
 */
export function describeDifference(quoted: string, passage: string): Difference {
  const ours = withoutOuterBrackets(words(quoted, true));
  const theirs = words(passage, false);
  const changes = diffArrays([...ours], [...theirs], {
    comparator: (a, b) => a.key === b.key && !a.editorial && !b.editorial,
    maxEditLength: MOST_EDITS,
  });
  const parts = changes
    ? collect(quoted, passage, changes)
    : [
        {
          kind: 'changed' as const,
          quoted: oneLine(quoted),
          source: oneLine(passage),
          quotedRange: { from: 0, to: quoted.length },
          sourceRange: { from: 0, to: passage.length },
        },
      ];
  return { summary: summaryOf(parts, quoted), parts };
}

/** Whether there is a difference that an editor may not make. */
export function differs({ parts }: Difference): boolean {
  return parts.some(({ kind }) => kind !== 'same' && kind !== 'licensed');
}

function words(text: string, bracketsAreEditorial: boolean): Word[] {
  return [...text.matchAll(WORD)]
    .map((match) => {
      const word = match[0];
      const isGap =
        /^(?:\u2026|\.{3,9}|\[[\s\S]*\])$/u.test(word) && (bracketsAreEditorial || word[0] !== '[');
      return {
        text: word,
        from: match.index,
        to: match.index + word.length,
        key: wordKey(word),
        editorial: bracketsAreEditorial && isGap,
      };
    })
    .filter(({ key, editorial }) => key !== '' || editorial);
}

/** Inner quotation marks are no words: they may be left out, in pairs or singly. */
const QUOTATION_MARKS = /^["“”„«»‹›]$/;

/** Brackets that open before a quotation or close after it belong to the surrounding text. */
function withoutOuterBrackets(list: Word[]): Word[] {
  const isClosed = (open: string, close: string): boolean =>
    list.filter(({ text }) => text === open).length === list.filter(({ text }) => text === close).length;
  let [from, to] = [0, list.length];
  if (
    (list[to - 1]?.text === ']' && !isClosed('[', ']')) ||
    (list[to - 1]?.text === ')' && !isClosed('(', ')'))
  )
    to--;
  if ((list[0]?.text === '[' && !isClosed('[', ']')) || (list[0]?.text === '(' && !isClosed('(', ')')))
    from++;
  return list.slice(from, to);
}

/** A word in the form in which words are compared; its hyphens are kept. */
export function wordKey(word: string): string {
  const pieces = word.replace(/[[\]](?=\p{L})|(?<=\p{L})[[\]]/gu, '').split(/[-‐‑–—]/u);
  return pieces
    .map((piece) => foldText(piece, [{ from: 0, to: piece.length, barrier: false }], []).key)
    .join('-')
    .replace(/^-+$/u, '');
}

/** Merges adjacent removals and additions, and marks those that an editor may make. */
function collect(
  quoted: string,
  passage: string,
  changes: readonly { added?: boolean; removed?: boolean; value: readonly Word[] }[],
): DifferencePart[] {
  const parts: DifferencePart[] = [];
  let ours: Word[] = [];
  let theirs: Word[] = [];
  const settle = (): void => {
    for (const [own, other] of aboutEllipses(ours, theirs))
      parts.push(differencePart(quoted, passage, own, other));
    ours = [];
    theirs = [];
  };
  let at = 0;
  const own = withoutOuterBrackets(words(quoted, true));
  for (const { added, removed, value } of changes) {
    if (added) theirs = [...theirs, ...value];
    else if (removed) {
      ours = [...ours, ...value];
      at += value.length;
    } else {
      settle();
      // Words that both have are given with the quotation's and the source's spelling.
      const same = own.slice(at, at + value.length);
      parts.push({ kind: 'same', ...stretches(quoted, passage, same, value) });
      at += value.length;
    }
  }
  settle();
  return parts;
}

/**
 * Differing words with an ellipsis among them, aligned around it: those before it with as many of the
 * source’s first words, those after it with as many of the last.
 */
function aboutEllipses(ours: readonly Word[], theirs: readonly Word[]): [readonly Word[], readonly Word[]][] {
  if (ours.length + theirs.length === 0) return [];
  const first = ours.findIndex(isEllipsis);
  const last = ours.findLastIndex(isEllipsis);
  if (first < 0 || ours.length === 1 || ours.every(({ editorial }) => editorial)) return [[ours, theirs]];
  const head = Math.min(first, theirs.length);
  const tail = Math.max(head, theirs.length - (ours.length - 1 - last));
  const pieces: [readonly Word[], readonly Word[]][] = [
    [ours.slice(0, first), theirs.slice(0, head)],
    [ours.slice(first, last + 1), theirs.slice(head, tail)],
    [ours.slice(last + 1), theirs.slice(tail)],
  ];
  return pieces.filter(([own, other]) => own.length + other.length > 0);
}

function isEllipsis({ text }: Word): boolean {
  return ELLIPSIS.test(text);
}

function differencePart(
  quoted: string,
  passage: string,
  ours: readonly Word[],
  theirs: readonly Word[],
): DifferencePart {
  // An ellipsis may stand for many words, words in brackets for a phrase.
  const isLicensed =
    isSpeaker(quoted, passage, ours, theirs) ||
    [...ours, ...theirs].every(({ text }) => QUOTATION_MARKS.test(text)) ||
    (ours.length > 0 &&
      ours.every(({ editorial }) => editorial) &&
      (ours.some(isEllipsis) || mayStandFor(ours, theirs)));
  const kind: DifferenceKind = isLicensed
    ? 'licensed'
    : ours.length === 0
      ? 'missing'
      : theirs.length === 0
        ? 'added'
        : 'changed';
  return { kind, ...stretches(quoted, passage, ours, theirs) };
}

/** Whether the name of who speaks in a play is cut short, or written out: `Macb.` for `MACBETH.` */
function isSpeaker(quoted: string, passage: string, ours: readonly Word[], theirs: readonly Word[]): boolean {
  const [own, other] = [ours.at(-1), theirs.at(-1)];
  if (!own || !other || ours.length !== theirs.length || ours.length > 2) return false;
  const follows = (text: string, { to }: Word): boolean => /^[*_\s]*[.:]/.test(text.slice(to, to + 6));
  if (!follows(quoted, own) || !follows(passage, other)) return false;
  const begins = (text: string, { from }: Word): boolean => {
    const before = text.slice(Math.max(0, from - 40), from).replace(/(?<!\p{L})\p{Lu}\p{L}{0,12} $/u, '');
    return /^[\s*_]*$/.test(before) ? from <= 40 : /(?:[.?!:]['"’”*_\s]*|\n\s*)$/.test(before);
  };
  if (!begins(quoted, ours[0]!) || !begins(passage, theirs[0]!)) return false;
  return ours.every(({ text, key }, i) => {
    const [long, short] =
      key.length < theirs[i]!.key.length ? [theirs[i]!, { text, key }] : [{ text, key }, theirs[i]!];
    return (
      long.text === long.text.toUpperCase() && /^\p{Lu}/u.test(short.text) && long.key.startsWith(short.key)
    );
  });
}

/** Whether words in brackets may stand for those of the source: a few, without a negation. */
function mayStandFor(ours: readonly Word[], theirs: readonly Word[]): boolean {
  const words = theirs.map(({ text }) => text).join(' ');
  if (wordCount(words) > MOST_WORDS_REPLACED) return false;
  return !denies(words, null) || ours.some(({ text }) => denies(text, null));
}

function stretches(
  quoted: string,
  passage: string,
  ours: readonly Word[],
  theirs: readonly Word[],
): Omit<DifferencePart, 'kind'> {
  const [quotedRange, sourceRange] = [extent(ours), extent(theirs)];
  return {
    quoted: quotedRange ? oneLine(quoted.slice(quotedRange.from, quotedRange.to)) : '',
    source: sourceRange ? oneLine(passage.slice(sourceRange.from, sourceRange.to)) : '',
    quotedRange,
    sourceRange,
  };
}

function extent(run: readonly Word[]): TextRange | null {
  const [first, last] = [run[0], run.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function summaryOf(parts: readonly DifferencePart[], quoted: string): string {
  const pieces = piecesIn(quoted);
  const told: string[] = [];
  let more = 0;
  parts.forEach((part, index) => {
    if (part.kind === 'same' || part.kind === 'licensed') return;
    if (told.length === MOST_TOLD) more++;
    else {
      const [before, after] = [parts[index - 1], parts[index + 1]];
      const at = part.quotedRange?.from ?? before?.quotedRange?.to ?? 0;
      told.push(sentence(part, pieceAt(at, pieces), before, after));
    }
  });
  if (more > 0)
    told.push(
      say('There {more, plural, one {is one more difference} other {are # more differences}}.', { more }),
    );
  return told.join(' ');
}

/** The pieces of a quotation between its ellipses. */
function piecesIn(quoted: string): { readonly from: number; readonly words: string }[] {
  const pieces: { from: number; words: string }[] = [];
  let from = 0;
  for (const gap of [...quoted.matchAll(GAP), null]) {
    const to = gap?.index ?? quoted.length;
    const words = oneLine(quoted.slice(from, to)).replace(/[\s,;:]+$/, '');
    if (/[\p{L}\p{N}]/u.test(words)) pieces.push({ from, words });
    from = to + (gap?.[0].length ?? 0);
  }
  return pieces;
}

const GAP = /[[(]\s?(?:\u2026|\.{3,9})\s?[\])]|\u2026|\.{3,9}/gu;

/** The piece of the quotation at an offset; null where it is of one piece. */
function pieceAt(
  at: number,
  pieces: readonly { readonly from: number; readonly words: string }[],
): string | null {
  if (pieces.length < 2) return null;
  return (pieces.findLast(({ from }) => from <= at) ?? pieces[0]!).words;
}

/** What differs, by the kind of difference, where it is, and whether it is said in which piece of the quotation. */
const SAID = {
  changed: {
    whole: deferred('The source has {source} where the quotation has {quoted}.'),
    piece: deferred('In {piece}, the source has {source} where the quotation has {quoted}.'),
  },
  missing: {
    whole: deferred(
      'The quotation leaves out {source}{where, select, after {, after {beside}} before {, before {beside}} other {}}.',
    ),
    piece: deferred(
      'In {piece}, the quotation leaves out {source}{where, select, after {, after {beside}} before {, before {beside}} other {}}.',
    ),
  },
  added: {
    whole: deferred(
      'The source does not have {quoted}{where, select, after {, after {beside}} before {, before {beside}} other {}}.',
    ),
    piece: deferred(
      'In {piece}, the source does not have {quoted}{where, select, after {, after {beside}} before {, before {beside}} other {}}.',
    ),
  },
} as const;

function sentence(
  part: DifferencePart,
  piece: string | null,
  before?: DifferencePart,
  after?: DifferencePart,
): string {
  const kind = part.kind === 'changed' || part.kind === 'missing' ? part.kind : 'added';
  const [where, beside] = kind === 'changed' ? ['', ''] : place(before, after);
  return say(SAID[kind][piece === null ? 'whole' : 'piece'], {
    source: marked(part.source),
    quoted: marked(part.quoted),
    piece: piece === null ? '' : marked(piece),
    where,
    beside: beside && marked(beside),
  });
}

/** The word next to a difference. */
function place(before?: DifferencePart, after?: DifferencePart): [where: string, beside: string] {
  const last = before?.source.split(' ').at(-1);
  if (last) return ['after', last];
  const first = after?.source.split(' ')[0];
  return first ? ['before', first] : ['', ''];
}

function marked(words: string): string {
  const list = words.split(' ');
  if (list.length <= MOST_WORDS) return say('“{words}”', { words });
  const half = MOST_WORDS / 2;
  return say('“{words}”', {
    words: `${list.slice(0, half).join(' ')} … ${list.slice(-half).join(' ')}`,
  });
}
