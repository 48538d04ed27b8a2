/**
 * The syntax of a document: blocks as Pandoc's Markdown has them, kept from one edit to the next wherever
 * neither their own text nor the text that decided about them has changed.
 */
import type { Splice } from '../text/document-text.ts';
import { blockAt } from './blocks.ts';
import { inlineAt, wordsEnd } from './inline.ts';
import type { SyntaxNode } from './nodes.ts';
import { Effort, Reading, type Block, type BlockStore, type Grammar, type PlacedBlock } from './reading.ts';

const GRAMMAR: Grammar = { inline: inlineAt, words: wordsEnd, block: blockAt };

/** Pandoc ends every text with blank lines; so do we, so that no construct need ask for the text's end. */
const ENDING = '\n\n\n';

/** The blocks of one text; immutable. */
export class Syntax {
  private constructor(
    /** The text that was parsed, with `\n` line ends. */
    readonly text: string,
    /** The blocks in order, without gaps; offsets are those of the text. */
    readonly blocks: readonly PlacedBlock[],
  ) {}

  /** Parses `text` (line ends `\n`) as a whole. Never throws; any text is Markdown. */
  static of(text: string): Syntax {
    return new Syntax(text, read(text, null));
  }

  /**
   * The syntax of `text`, which came out of this one's text by `splices`, each counted in the text that the
   * one before it left. Blocks that no splice bears on are the same objects as before.
   */
  apply(text: string, splices: readonly Splice[]): Syntax {
    const change = changeOf(this.text.length, splices);
    if (!change || change.newTo - change.oldTo !== text.length - this.text.length) return Syntax.of(text);
    return new Syntax(text, read(text, new OldBlocks(this.blocks, change)));
  }
}

/** Parses `text` (line ends `\n`). Never throws. */
export function parseTree(text: string): Syntax {
  return Syntax.of(text);
}

function read(text: string, store: BlockStore | null): readonly PlacedBlock[] {
  // Joined, not added: a sum would be two strings behind a pointer, and each look at a character take it.
  const padded = [text, ENDING].join('');
  const reading = new Reading(padded, null, GRAMMAR, new Effort(100_000 + padded.length * 12), store);
  reading.documentEnd = text.length;
  reading.blocks(0, padded.length);
  return reading.children;
}

/**
 * The nodes of a stretch of running text by itself, in order, with the marks that a reader sees in place of
 * its markup; offsets are those of `text`. It is read as one paragraph, whatever it looks like.
 */
export function readInline(text: string): readonly SyntaxNode[] {
  const reading = new Reading(text, null, GRAMMAR, new Effort(20_000 + text.length * 12), null);
  reading.detailed = true;
  for (let at = 0; at < text.length; at++) at = reading.inlines(at, text.length);
  return reading.nodes.sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
}

/** What several splices come to: `[from, oldTo)` of the old text became `[from, newTo)` of the new. */
interface Change {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

function changeOf(length: number, splices: readonly Splice[]): Change | null {
  if (splices.length === 0) return { from: length, oldTo: length, newTo: length };
  let from = Infinity;
  let oldTo = 0;
  let newTo = 0;
  let started = false;
  for (const splice of splices) {
    const inserted = splice.insert.length - (splice.to - splice.from);
    if (!started) {
      from = splice.from;
      oldTo = splice.to;
      newTo = splice.from + splice.insert.length;
      started = true;
      continue;
    }
    // What lies behind the changed stretch so far has moved; count back to the old text.
    if (splice.to > newTo) {
      oldTo += splice.to - newTo;
      newTo = splice.to;
    }
    newTo += inserted;
    from = Math.min(from, splice.from);
  }
  return from <= oldTo && from <= newTo ? { from, oldTo, newTo } : null;
}

/** The blocks of the text before an edit, found by where they stand after it. */
class OldBlocks implements BlockStore {
  constructor(
    private readonly blocks: readonly PlacedBlock[],
    private readonly change: Change,
  ) {}

  find(at: number, context: string): Block | null {
    const { from, oldTo, newTo } = this.change;
    if (at >= newTo && at - newTo + oldTo >= oldTo) {
      const behind = this.beginningAt(at - newTo + oldTo, context);
      if (behind) return behind;
    }
    if (at >= from) return null;
    const before = this.beginningAt(at, context);
    return before && at + before.examined <= from ? before : null;
  }

  private beginningAt(at: number, context: string): Block | null {
    let blocks = this.blocks;
    let offset = at;
    for (;;) {
      let low = 0;
      let high = blocks.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (blocks[middle]!.offset <= offset) low = middle;
        else high = middle - 1;
      }
      const found = blocks[low];
      if (!found || offset < found.offset || offset >= found.offset + found.block.length) return null;
      if (found.offset === offset && found.block.context === context) return found.block;
      offset -= found.offset;
      blocks = found.block.children;
    }
  }
}
