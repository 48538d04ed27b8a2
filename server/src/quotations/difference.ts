import { diffArrays } from 'diff';
import type { TextRange } from '../text/range.ts';
import { MOST_WORDS_REPLACED } from './exact.ts';
import { foldText } from './fold.ts';
import { denies } from './negation.ts';
import { wordCount } from './words.ts';
import type { Difference, DifferenceKind, DifferencePart } from './model.ts';

interface Word {
  /** As written, white space before it left out. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** By which it is compared. */
  readonly key: string;
  /** An ellipsis, or words in brackets that only the quotation has. */
  readonly editorial: boolean;
}

const WORD =
  /\[(?!\p{L}\]\p{Ll})[^\]]{0,300}\]|\u2026|\.{3,9}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:\[\p{L}\])?[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u00ad]|['’‐‑-](?=[\p{L}\p{N}])|\[\p{L}{1,12}\])*|[^\s\p{L}\p{M}\p{N}]/gu;
/** Beyond this many edits two passages have nothing to do with one another. */
const MOST_EDITS = 600;
/** Differences that are told one by one. */
const MOST_TOLD = 3;
const ELLIPSIS = /^\[?\s?(?:\u2026|\.{3})/;
/** Words of a difference that are given in full. */
const MOST_WORDS = 14;

/**
 * Says how a quotation departs from a passage of its source, word by word: case, the form of quotation marks
 * and dashes, ligatures and white space don't count; an ellipsis or an interpolation in brackets may stand
 * for words of the source. Compared with Myers' algorithm by the `diff` package.
 */
export function describeDifference(quoted: string, passage: string): Difference {
  const ours = words(quoted, true);
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
  return { summary: summaryOf(parts), parts };
}

/** Whether the parts hold a difference that an editor may not make. */
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

function wordKey(word: string): string {
  const pieces = word.replace(/[[\]](?=\p{L})|(?<=\p{L})[[\]]/gu, '').split(/[-‐‑–—]/u);
  return pieces
    .map((piece) => foldText(piece, [{ from: 0, to: piece.length, barrier: false }], []).key)
    .join('-')
    .replace(/^-+$/u, '');
}

/** Merges the removals and additions that stand side by side, and says which an editor may make. */
function collect(
  quoted: string,
  passage: string,
  changes: readonly { added?: boolean; removed?: boolean; value: readonly Word[] }[],
): DifferencePart[] {
  const parts: DifferencePart[] = [];
  let ours: Word[] = [];
  let theirs: Word[] = [];
  const settle = (): void => {
    if (ours.length + theirs.length > 0) parts.push(differencePart(quoted, passage, ours, theirs));
    ours = [];
    theirs = [];
  };
  let at = 0;
  const own = words(quoted, true);
  for (const { added, removed, value } of changes) {
    if (added) theirs = [...theirs, ...value];
    else if (removed) {
      ours = [...ours, ...value];
      at += value.length;
    } else {
      settle();
      // What both have is given as the quotation has it and as the source has it.
      const same = own.slice(at, at + value.length);
      parts.push({ kind: 'same', ...stretches(quoted, passage, same, value) });
      at += value.length;
    }
  }
  settle();
  return parts;
}

function differencePart(
  quoted: string,
  passage: string,
  ours: readonly Word[],
  theirs: readonly Word[],
): DifferencePart {
  // An ellipsis may stand for much, words in brackets for a phrase.
  const isEllipsis = ours.some(({ text }) => ELLIPSIS.test(text));
  const isEditorial =
    ours.length > 0 && ours.every(({ editorial }) => editorial) && (isEllipsis || mayStandFor(ours, theirs));
  const kind: DifferenceKind = isEditorial
    ? 'licensed'
    : ours.length === 0
      ? 'missing'
      : theirs.length === 0
        ? 'added'
        : 'changed';
  return { kind, ...stretches(quoted, passage, ours, theirs) };
}

/** Whether words in brackets may stand for those of the source: a few, and none that denies. */
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

function summaryOf(parts: readonly DifferencePart[]): string {
  const told: string[] = [];
  let more = 0;
  parts.forEach((part, index) => {
    if (part.kind === 'same' || part.kind === 'licensed') return;
    if (told.length === MOST_TOLD) more++;
    else told.push(sentence(part, parts[index - 1], parts[index + 1]));
  });
  if (more > 0) told.push(`There ${more === 1 ? 'is one more difference' : `are ${more} more differences`}.`);
  return told.join(' ');
}

function sentence(part: DifferencePart, before?: DifferencePart, after?: DifferencePart): string {
  if (part.kind === 'changed')
    return `The source has ${marked(part.source)} where the quotation has ${marked(part.quoted)}.`;
  const beside = place(before, after);
  return part.kind === 'missing'
    ? `The quotation leaves out ${marked(part.source)}${beside}.`
    : `The source does not have ${marked(part.quoted)}${beside}.`;
}

function place(before?: DifferencePart, after?: DifferencePart): string {
  const last = before?.source.split(' ').at(-1);
  if (last) return `, after ${marked(last)}`;
  const first = after?.source.split(' ')[0];
  return first ? `, before ${marked(first)}` : '';
}

function marked(words: string): string {
  const list = words.split(' ');
  if (list.length <= MOST_WORDS) return `“${words}”`;
  const half = MOST_WORDS / 2;
  return `“${list.slice(0, half).join(' ')} … ${list.slice(-half).join(' ')}”`;
}
