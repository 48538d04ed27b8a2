/**
 * The syntax of a document as a list of blocks. Across edits a block is reused unless its text, or text that
 * its reading looked at, has changed.
 */
import type { Splice } from '../text/document-text.ts';
import type { Sliceable } from '../text/pieces.ts';
import { blockAt, paragraphAt } from './blocks.ts';
import { inlineAt, wordsEnd } from './inline.ts';
import { changesOf, type Change } from './changes.ts';
import type { SyntaxNode } from './nodes.ts';
import { comesToHoldMarkdown, holdsMarkdown, isPlainFile, PLAIN_PROSE } from './plain-prose.ts';
import {
  Effort,
  Reading,
  type Block,
  type BlocksOfText,
  type BlockStore,
  type Grammar,
  type PlacedBlock,
} from './reading.ts';
import { bisect } from '../text/bisect.ts';

const GRAMMAR: Grammar = { inline: inlineAt, words: wordsEnd, block: blockAt, paragraph: paragraphAt };

/**
 * Pandoc appends blank lines to every text. So do we, so that no construct needs a test for the text's end.
 */
const ENDING = '\n\n\n';

/** The blocks of one text; immutable. */
export class Syntax implements BlocksOfText {
  private constructor(
    /** The text that was parsed, with LF line ends. */
    readonly words: Sliceable,
    /** The blocks, in order and without gaps, with offsets in the text. */
    readonly blocks: readonly PlacedBlock[],
    /** Whether the effort was used up before the end of the text: a later edit may allow reading further. */
    private readonly exhausted: boolean,
    /** The file may be prose, and is where its text holds no sign of Markdown. */
    private readonly mayBePlain: boolean,
    private readonly grammar: Grammar,
  ) {}

  get text(): string {
    return this.words.toString();
  }

  /**
   * Parses `text` (line ends LF) as a whole. Never throws; any text is Markdown, but `mayBePlain` where nothing in it
   * says so.
   */
  static of(text: string, mayBePlain = false): Syntax {
    const grammar = grammarOf(text, mayBePlain);
    return Syntax.from(text, read(text, null, { grammar }), mayBePlain, grammar);
  }

  /**
   * The syntax of `text`, which results from applying `splices` to this one's text. Each splice is in the offsets of
   * the text that the one before it left. Blocks that no splice affects are the same objects.
   */
  apply(text: Sliceable, splices: readonly Splice[]): Syntax {
    const changes = this.exhausted ? [] : changesOf(splices);
    const last = changes.at(-1);
    const { mayBePlain, grammar } = this;
    if (!last || last.to - last.oldTo !== text.length - this.words.length)
      return splices.length === 0 && text.length === this.words.length
        ? this
        : Syntax.of(text.toString(), mayBePlain);
    if (mayBePlain && this.changesKind(text, changes)) return Syntax.of(text.toString(), true);
    const near = readAround(text, this.blocks, changes, grammar);
    if (near) return new Syntax(text, near, false, mayBePlain, grammar);
    const old = new OldBlocks(this.blocks, changes);
    return Syntax.from(text, read(text.toString(), old, { grammar }), mayBePlain, grammar);
  }

  /** Whether what was prose now holds a sign of Markdown, or the last of these has gone. */
  private changesKind(text: Sliceable, changes: readonly Change[]): boolean {
    if (this.grammar === PLAIN_PROSE)
      return changes.some(({ from, to }) => comesToHoldMarkdown(text, from, to));
    return !holdsMarkdown(text.toString());
  }

  private static from(
    words: Sliceable,
    { children, effort }: Reading,
    mayBePlain: boolean,
    grammar: Grammar,
  ): Syntax {
    return new Syntax(words, children, effort.exhausted, mayBePlain, grammar);
  }
}

function grammarOf(text: string, mayBePlain: boolean): Grammar {
  return mayBePlain && !holdsMarkdown(text) ? PLAIN_PROSE : GRAMMAR;
}

/** Parses `text` (line ends LF). Never throws. */
export function parseTree(text: string): Syntax {
  return Syntax.of(text);
}

/** Parses the text of a file: that of a plain text file is prose unless it holds signs of Markdown. Never throws. */
export function parseFile(path: string, text: string): Syntax {
  return Syntax.of(text, isPlainFile(path));
}

/**
 * Parses `text` (line ends LF) for one use: all offsets are those of the text, and no block can be reused.
 * Never throws.
 */
export function parseOnce(text: string): BlocksOfText {
  return { words: text, blocks: read(text, null, { once: true }).children };
}

/** As `parseOnce`, of the text of a file; see `parseFile`. */
export function parseFileOnce(path: string, text: string): BlocksOfText {
  const grammar = grammarOf(text, isPlainFile(path));
  return { words: text, blocks: read(text, null, { once: true, grammar }).children };
}

function read(
  text: string,
  store: BlockStore | null,
  { once = false, outlined = false, grammar = GRAMMAR } = {},
): Reading {
  // Joined, not concatenated: V8 makes a rope of a concatenation, which costs a pointer more at each
  // character.
  const padded = [text, ENDING].join('');
  const reading = new Reading(padded, null, grammar, new Effort(100_000 + padded.length * 12), store, once);
  reading.documentEnd = text.length;
  reading.outlined = outlined;
  reading.blocks(0, padded.length);
  return reading;
}

/** How far after an edit the text is read before falling back to the whole, in UTF-16 units. */
const NEAR = 16_000;

/**
 * Reads only the surroundings of a change; null where these do not suffice. So an edit of a long text costs
 * what it touches: the text is not copied to append our ending, and the unchanged blocks are not visited.
 */
function readAround(
  text: Sliceable,
  old: readonly PlacedBlock[],
  changes: readonly Change[],
  grammar: Grammar,
): readonly PlacedBlock[] | null {
  const { from } = changes[0]!;
  const { oldTo, to: newTo } = changes.at(-1)!;
  const by = newTo - oldTo;
  let head = 0;
  while (head < old.length && old[head]!.offset + old[head]!.block.examined <= from) head++;
  // Reading begins with the last unchanged block, so that nothing counts as the start of the text.
  const start = head > 0 ? old[head - 1]!.offset : 0;
  const end = newTo + NEAR;
  if (end >= text.length) return null;
  const stretch = [text.slice(start, end), ENDING].join('');
  const effort = new Effort(100_000 + text.length * 12);
  const reading = new Reading(stretch, null, grammar, effort, new OldBlocks(old, changes, start));
  let at = head > 0 ? old[head - 1]!.block.length : 0;
  let behind = head;
  while (start + at < end) {
    const before = start + at - by;
    if (start + at >= newTo) {
      while (behind < old.length && old[behind]!.offset < before) behind++;
      if (behind < old.length && old[behind]!.offset === before)
        return [
          ...old.slice(0, head),
          ...reading.children.map(({ offset, block }) => ({ offset: offset + start, block })),
          ...old.slice(behind).map(({ offset, block }) => ({ offset: offset + by, block })),
        ];
    }
    const next = grammar.block(reading, at, stretch.length);
    at = next > at ? next : at + 1;
    const last = reading.children.at(-1);
    // It may have looked at the ending that we appended.
    if (effort.exhausted || (last && start + last.offset + last.block.examined >= end)) return null;
  }
  return null;
}

/**
 * All blocks of `text` (line ends LF) as nodes in order, including kinds that no facts are made from. Sorted
 * by start; of two with the same start the longer comes first, and a list before its only item.
 */
export function outlineOf(text: string): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const walk = (blocks: readonly PlacedBlock[]) => {
    for (const { block } of blocks) {
      nodes.push(...block.nodes);
      walk(block.children);
    }
  };
  walk(read(text, null, { once: true, outlined: true }).children);
  const isItem = (node: SyntaxNode) => Number(node.kind === 'block' && node.block === 'item');
  return nodes.sort(
    (a, b) => a.range.from - b.range.from || b.range.to - a.range.to || isItem(a) - isItem(b),
  );
}

/**
 * The nodes of running text, in order, with marks for what is printed in place of markup; offsets are those
 * of `text`. It is read as one paragraph, without trying other blocks.
 */
export function readInline(text: string): readonly SyntaxNode[] {
  const reading = new Reading(text, null, GRAMMAR, new Effort(20_000 + text.length * 12), null);
  reading.detailed = true;
  for (let at = 0; at < text.length; at++) at = reading.inlines(at, text.length);
  return reading.nodes.sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
}

/** The blocks before an edit, found by their offsets after it. */
class OldBlocks implements BlockStore {
  constructor(
    private readonly blocks: readonly PlacedBlock[],
    private readonly changes: readonly Change[],
    /** The offset of the text that is read in the whole. */
    private readonly start = 0,
  ) {}

  find(place: number, context: string): Block | null {
    const { changes } = this;
    const at = place + this.start;
    const next = bisect(changes.length, (i) => changes[i]!.to > at);
    // A block is reusable if nothing changed in what its reading looked at.
    const end = changes[next]?.from ?? Infinity;
    if (at >= end) return null;
    const before = changes[next - 1];
    const block = this.beginningAt(before ? at - before.to + before.oldTo : at, context);
    return block && at + block.examined <= end ? block : null;
  }

  private beginningAt(at: number, context: string): Block | null {
    let blocks = this.blocks;
    let offset = at;
    for (;;) {
      const here = blocks;
      const found = here[bisect(here.length, (i) => here[i]!.offset > offset) - 1];
      if (!found || offset < found.offset || offset >= found.offset + found.block.length) return null;
      if (found.offset === offset && found.block.context === context) return found.block;
      offset -= found.offset;
      blocks = found.block.children;
    }
  }
}
