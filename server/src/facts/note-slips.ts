/** Failed notes, and images that are no figures because of a note. */
import { encloses, firstFrom, type TextRange } from '../text/range.ts';
import type { Slip } from './model.ts';
import { OpenBrackets } from './open-brackets.ts';
import { SignFinder } from './sign-finder.ts';
import { slip } from './slip.ts';

/** A block with the ranges of what was recognised in it, sorted. */
export interface NotedBlock {
  readonly text: string;
  readonly prose: readonly TextRange[];
  readonly opaque: readonly TextRange[];
  /** Notes and note calls. */
  readonly notes: readonly TextRange[];
  /** Links and images with a target, and their text. */
  readonly links: readonly { readonly range: TextRange; readonly contentRange: TextRange }[];
  /** Whether the block is a single paragraph. */
  readonly isParagraph: boolean;
}

/** How far the end of a note is searched for, in UTF-16 units. */
const LONGEST_NOTE = 5000;

/** The slips in a block, in order. */
export function noteSlipsIn(block: NotedBlock): Slip[] {
  const slips: Slip[] = [];
  const signs = new SignFinder(block.text);
  const brackets = new OpenBrackets(block.text);
  slips.push(...together(block));
  for (const prose of block.prose) {
    for (let at = block.text.indexOf('^', prose.from); at >= 0 && at < prose.to;) {
      const found = isHidden(block, at)
        ? null
        : (labelAt(block.text, at, Math.min(prose.to, signs.next(']', at))) ??
          openNoteAt(block, at, prose, brackets) ??
          takenNoteAt(block, at, prose));
      if (found) slips.push(found);
      at = block.text.indexOf('^', found ? found.range.to : at + 1);
    }
    const figure = block.isParagraph ? figureOf(block, prose) : null;
    if (figure) slips.push(figure);
  }
  return slips.sort((a, b) => a.range.from - b.range.from);
}

function isHidden({ opaque }: NotedBlock, at: number): boolean {
  const before = opaque[firstFrom(opaque, at + 1) - 1];
  return before !== undefined && at < before.to;
}

/** `[^a whole sentence]`, which ends at `close`: with spaces it is no label. */
function labelAt(text: string, at: number, close: number): Slip | null {
  const open = at - 1;
  if (text.charAt(open) !== '[' || text.charAt(open - 1) === '\\' || text.charAt(open - 1) === '^')
    return null;
  if (close - at > LONGEST_NOTE || text.charAt(close) !== ']' || text.charAt(close - 1) === '\\') return null;
  if (/[:({]/.test(text.charAt(close + 1))) return null;
  const words = text.slice(at + 1, close);
  if (!/^[“"'‘(]?\p{L}/u.test(words) || !isSentence(words)) return null;
  return {
    kind: 'note-label',
    range: { from: open, to: close + 1 },
    fixes: [[{ range: { from: open, to: at + 1 }, insert: '^[' }]],
  };
}

/** `^[a note` whose bracket is not closed before the paragraph ends. */
function openNoteAt(
  { text, notes }: NotedBlock,
  at: number,
  prose: TextRange,
  brackets: OpenBrackets,
): Slip | null {
  if (text.charAt(at + 1) !== '[' || text.charAt(at - 1) === '\\' || text.charAt(at - 1) === '[') return null;
  if (prose.to - at > LONGEST_NOTE || notes[firstFrom(notes, at)]?.from === at) return null;
  if (!brackets.isOpen(at + 1, prose)) return null;
  const words = text.slice(at + 2, prose.to);
  if (!/^\s*\S*\p{L}/u.test(words) || (words.match(/\p{L}{2,}/gu)?.length ?? 0) < 2) return null;
  const end = at + 2 + words.trimEnd().length;
  return {
    kind: 'note-open',
    range: { from: at, to: at + 2 },
    fixes: [[{ range: { from: end, to: end }, insert: ']' }]],
  };
}

/** `^[a note](target)`, `^[a note][words]`: the bracket after it makes a link of the words, or of nothing. */
function takenNoteAt({ text, notes }: NotedBlock, at: number, prose: TextRange): Slip | null {
  if (text.charAt(at + 1) !== '[' || text.charAt(at - 1) === '\\' || text.charAt(at - 1) === '[') return null;
  if (notes[firstFrom(notes, at)]?.from === at) return null;
  const close = closing(text, at + 1, Math.min(prose.to, at + LONGEST_NOTE));
  if (close === null || !/[[({]/.test(text.charAt(close + 1))) return null;
  const words = text.slice(at + 2, close);
  if ((words.match(/\p{L}{2,}/gu)?.length ?? 0) < 2) return null;
  // A link or a span that is raised: `^[words](target)^`, `^[words]{.class}^`.
  const behind = text.slice(close + 1, Math.min(prose.to, close + LONGEST_NOTE));
  const raised = /^(?:\([^()\s]*\)|\{[^{}\n]*\})\^/.exec(behind);
  if (raised) return raisedWords({ from: at, to: close + 1 + raised[0].length }, words);
  return slip('note-taken', { from: at, to: close + 1 }, [
    { range: { from: close + 1, to: close + 1 }, insert: ' ' },
  ]);
}

/** Raised words in brackets, in `range` with their carets: with a blank in them they are not raised. */
function raisedWords(range: TextRange, words: string): Slip | null {
  const blanks = [...words.matchAll(/(?<!\\) /g)];
  if (blanks.length === 0) return null;
  const from = range.from + 2;
  return slip(
    'raised',
    range,
    blanks.map(({ index }) => ({ range: { from: from + index, to: from + index }, insert: '\\' })),
  );
}

/** Where the bracket that opens at `open` is closed; null where it is not. */
function closing(text: string, open: number, to: number): number | null {
  let depth = 0;
  for (let at = open; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 91) depth++;
    else if (code === 93 && --depth === 0) return at;
  }
  return null;
}

/** Notes with nothing between them, whose numbers are printed as one. */
function together({ notes }: NotedBlock): Slip[] {
  return notes.flatMap((note, i) => {
    if (notes[i - 1]?.to !== note.from) return [];
    const between = { from: note.from, to: note.from };
    return [slip('notes-together', note, [{ range: between, insert: '^,^' }])];
  });
}

/** Whether these are three words and more: a class of characters or an exponent has none. */
function isSentence(words: string): boolean {
  const long = words.match(/(?<!\S)[^\s\p{L}]*\p{L}{2,}/gu) ?? [];
  return long.length >= 3 && long.join('').length >= 12;
}

/**
 * An image with a caption and a note after it, alone in its paragraph. Pandoc makes a figure only of an image
 * that is entirely alone (`implicit_figures`); otherwise the caption is not printed.
 */
function figureOf({ text, notes, links }: NotedBlock, prose: TextRange): Slip | null {
  if (text.charAt(prose.from) !== '!') return null;
  const image = links.find(({ range }) => range.from === prose.from + 1);
  if (!image) return null;
  if (text.slice(image.contentRange.from, image.contentRange.to).trim() === '') return null;
  let at = image.range.to;
  const moved: TextRange[] = [];
  for (;;) {
    while (at < prose.to && /[\s.,;]/.test(text.charAt(at))) at++;
    if (at >= prose.to) break;
    const note = notes[firstFrom(notes, at)];
    if (note?.from !== at) return null;
    moved.push(note);
    at = note.to;
  }
  const [first] = moved;
  if (!first || !encloses(prose, first)) return null;
  const words = moved.map(({ from, to }) => text.slice(from, to)).join('');
  const end = image.contentRange.to;
  return {
    kind: 'figure',
    range: { from: first.from, to: moved.at(-1)!.to },
    fixes: [
      [{ range: { from: end, to: end }, insert: words }, ...moved.map((range) => ({ range, insert: '' }))],
    ],
  };
}
