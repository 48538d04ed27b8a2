/** The state of one reading of Markdown, and the two recursive entry points (inline, block). */
import type { Sliceable } from '../text/pieces.ts';
import type { TextRange } from '../text/range.ts';
import type { OutlinedBlock, SyntaxNode, UnreadNode } from './nodes.ts';
import { Excerpt, originOf, type Origins } from './excerpt.ts';
import { Search } from './search.ts';
import { Signs } from './signs.ts';

/** A block with its nodes, reusable while its text and context are unchanged. */
export interface Block {
  /** Where it begins in its own offsets: 0, except in a text that is read only once. */
  readonly from: number;
  readonly length: number;
  /** How far reading it looked, from its start: an edit before that may change it. */
  readonly examined: number;
  /** The context as far as it affects the reading. */
  readonly context: string;
  readonly nodes: readonly SyntaxNode[];
  /** Blocks inside it that are contiguous in the text: the children of a div, but not those of a list. */
  readonly children: readonly PlacedBlock[];
  /** A cache for others, which lives as long as the block. */
  memory: unknown;
}

export interface PlacedBlock {
  /** The base of its offsets. */
  readonly offset: number;
  readonly block: Block;
}

/** The blocks of a text, in order and without gaps. */
export interface BlocksOfText {
  /** The text, with LF line ends. */
  readonly words: Sliceable;
  readonly blocks: readonly PlacedBlock[];
}

/** Blocks of an earlier reading of the text. */
export interface BlockStore {
  /** The block that began at `at` in the same context, if its text is unchanged. */
  find(at: number, context: string): Block | null;
}

/** A budget for backtracking, proportional to the text. */
export class Effort {
  private spent = 0;

  constructor(private allowance: number) {}

  /** Charges `count` characters; false when the budget is used up. */
  spend(count: number): boolean {
    this.spent += count;
    return this.spent <= this.allowance;
  }

  get exhausted(): boolean {
    return this.spent > this.allowance;
  }
}

/** The maximal nesting of brackets, quotation marks and divs; deeper ones are plain text. */
export const MAX_DEPTH = 48;

/** Callbacks that break import cycles: the functions are mutually recursive, their files are not. */
export interface Grammar {
  /** Reads one inline element at `at`: its end, or -1 where Pandoc's paragraph would end. */
  inline(reading: Reading, at: number, limit: number): number;
  /** The offset after the plain words and spaces at `at`: the same as repeated calls of `inline`. */
  words(reading: Reading, at: number, limit: number): number;
  /** Reads one block at `at`. The result is greater than `at`, except at `limit`. */
  block(reading: Reading, at: number, limit: number): number;
  /**
   * Reads a paragraph at `at` without trying other blocks: the offset after it and its blank lines, or `at`
   * where there is none.
   */
  paragraph(reading: Reading, at: number, limit: number): number;
}

export type QuoteContext = 'none' | 'single' | 'double';

/** Kinds of attempts, by number; at most 16. */
export const Attempt = {
  bracket: 0,
  image: 1,
  note: 2,
  citation: 3,
  span: 4,
  struckOut: 5,
  lowered: 6,
  raised: 7,
  single: 8,
  double: 9,
} as const;
export type Attempt = (typeof Attempt)[keyof typeof Attempt];

/** The result of an attempt, as a packrat parser keeps it (Ford 2002); `end` is -1 for a failure. */
interface Memo {
  readonly limit: number;
  readonly end: number;
  readonly nodes: readonly SyntaxNode[];
  readonly lastWord: number;
  /** The entry for another limit. */
  readonly other: Memo | undefined;
}

const NO_NODES: readonly SyntaxNode[] = [];

/** One pass over one text: the document, or an excerpt of it. Offsets are in that text. */
export class Reading {
  nodes: SyntaxNode[] = [];
  children: PlacedBlock[] = [];
  /** The base of the offsets of new nodes, as an offset in the document. */
  base = 0;
  /** Where the document ends in `text`; what follows was added by us. */
  documentEnd = Infinity;
  /** How far into the document the reading of this block has looked. */
  examined = 0;
  /** The end of the last word: a quotation mark, `_` or `@` at that offset is inside a word. */
  lastWord = -1;
  inList = false;
  divLevel = 0;
  /** The HTML element whose content is being read. */
  htmlTag: string | null = null;
  linksAllowed = true;
  breaksAllowed = true;
  quotes: QuoteContext = 'none';
  depth = 0;
  /** Attempts at this depth are final if they succeed: a paragraph is tried last. */
  settledDepth = -1;
  /** Whether to record markup with the text printed in its place. */
  detailed = false;
  /** Whether to record blocks of all kinds. */
  outlined = false;
  /** Closing brackets by their opening one, -1 for none. Created by the first scan of balanced brackets. */
  closers: Map<number, number> | null = null;
  /** Results of earlier attempts by offset and state. */
  private memos: Map<number, Memo> | null = null;
  /** Where attempts at citations failed, by offset and state, with the limit of their text; see `Walk`. */
  deadEnds: Map<number, number> | null = null;
  /** Offsets of divs that are never closed. */
  failedDivs: Set<number> | null = null;
  /** The last recorded place that was not read, and its index among the nodes. */
  private unread: { readonly node: UnreadNode; readonly index: number } | null = null;
  /** Cached scans of the whole text, by class. */
  private readonly tables = new Map<new (text: string) => object, object>();
  /** Cached searches of `find`. */
  private searches: Map<string, Search> | null = null;
  readonly pipes: Search;
  readonly signs: Signs;

  constructor(
    readonly text: string,
    readonly origins: Origins | null,
    readonly grammar: Grammar,
    readonly effort: Effort,
    readonly store: BlockStore | null,
    /** Whether no block will be reused for another text: then all offsets are those of the text. */
    readonly once = false,
  ) {
    this.pipes = new Search(text, '|');
    this.signs = new Signs(text);
  }

  /**
   * Makes an attempt that may fail, at most once for an offset and state. Its result is cached; a failed
   * attempt leaves no nodes.
   */
  attempt(
    kind: Attempt,
    at: number,
    limit: number,
    read: (reading: Reading, at: number, limit: number) => number,
  ): number {
    const key = (at * 16 + kind) * 32 + this.state(at);
    const last = this.memos?.get(key);
    let memo = last;
    while (memo && memo.limit !== limit) memo = memo.other;
    if (memo) {
      if (memo.end < 0) return -1;
      for (const node of memo.nodes) this.nodes.push(node);
      this.lastWord = memo.lastWord;
      return memo.end;
    }
    if (this.refuses(at)) return -1;
    const { nodes, lastWord } = this;
    const kept = nodes.length;
    this.depth++;
    const end = read(this, at, limit);
    this.depth--;
    // The cost of nested attempts was charged when they were made.
    this.effort.spend(20);
    if (end < 0) {
      this.dropNodes(kept);
      this.lastWord = lastWord;
    } else if (this.depth === this.settledDepth) return end;
    const found = nodes.length === kept ? NO_NODES : nodes.slice(kept);
    this.memos ??= new Map();
    this.memos.set(key, { limit, end, nodes: found, lastWord: this.lastWord, other: last });
    return end;
  }

  /**
   * Whether to read nothing at `at`, because of its depth or because the budget is used up. If so, records
   * that.
   */
  refuses(at: number): boolean {
    return this.refusesDepth(at) || this.refusesEffort(at);
  }

  /** Whether what may begin at `at` would be nested too deeply. If so, records that. */
  refusesDepth(at: number): boolean {
    if (this.depth < MAX_DEPTH) return false;
    this.noteUnread('depth', this.place(at));
    return true;
  }

  /** Whether the budget is used up. If so, records that `at` was not read. */
  refusesEffort(at: number): boolean {
    if (!this.effort.exhausted) return false;
    this.noteUnread('effort', this.place(at));
    return true;
  }

  /**
   * Records where something was not read, once for all that follows; again if the first record is dropped by
   * backtracking.
   */
  private noteUnread(reason: UnreadNode['reason'], place: number): void {
    const { unread, nodes } = this;
    if (unread && unread.node.reason === reason && nodes[unread.index] === unread.node) return;
    const last = this.documentEnd - this.base;
    const from = Math.min(place, last);
    const node: UnreadNode = { kind: 'unread', range: { from, to: Math.min(from + 1, last) }, reason };
    this.unread = { node, index: nodes.length };
    nodes.push(node);
  }

  /** What the result of an attempt at `at` depends on besides its offset: five bits. */
  state(at: number): number {
    const quotes = this.quotes === 'none' ? 0 : this.quotes === 'single' ? 1 : 2;
    return (
      quotes * 8 + (this.linksAllowed ? 4 : 0) + (this.breaksAllowed ? 2 : 0) + (this.lastWord === at ? 1 : 0)
    );
  }

  /** Drops cached attempts at the start of another block. */
  forgetAttempts(): void {
    this.memos = null;
    this.deadEnds = null;
    this.signs.forget();
  }

  /** One step through running text: plain words, else the element at `at`; -1 as for `inline`. */
  step(at: number, limit: number): number {
    const behind = this.grammar.words(this, at, limit);
    return behind > at ? behind : this.grammar.inline(this, at, limit);
  }

  /** Reads inline elements until one fails or `limit` is reached. Returns the offset after the last. */
  inlines(at: number, limit: number): number {
    while (at < limit) {
      const behind = this.grammar.words(this, at, limit);
      if (behind >= limit) return behind;
      const end = this.grammar.inline(this, behind, limit);
      if (end < 0) return behind;
      at = end;
    }
    return at;
  }

  /** The same for text that stands apart (`[…]`, a cell): it does not continue a word before it. */
  inlinesApart(from: number, limit: number): number {
    const lastWord = this.lastWord;
    this.lastWord = -1;
    const end = this.inlines(from, limit);
    this.lastWord = lastWord;
    return end;
  }

  /** Reads blocks up to `limit`. */
  blocks(at: number, limit: number): void {
    while (at < limit) {
      const end = this.grammar.block(this, at, limit);
      at = end > at ? end : at + 1;
    }
  }

  /** Reads an excerpt of this text as blocks, in the same context. */
  excerptBlocks(excerpt: Excerpt): void {
    const inner = this.within(excerpt);
    if (inner) inner.blocks(0, inner.text.length);
  }

  /** Reads an excerpt of this text as running text. */
  excerptInlines(excerpt: Excerpt): void {
    const inner = this.within(excerpt);
    if (inner) inner.inlines(0, inner.text.length);
  }

  excerpt(): Excerpt {
    return new Excerpt(this.text, this.origins);
  }

  private within(excerpt: Excerpt): Reading | null {
    const { text } = excerpt;
    if (text === '') return null;
    if (this.depth >= MAX_DEPTH) {
      this.noteUnread('depth', originOf(excerpt, 0) - this.base);
      return null;
    }
    const inner = new Reading(text, excerpt, this.grammar, this.effort, null);
    inner.nodes = this.nodes;
    inner.base = this.base;
    inner.documentEnd = this.documentEnd;
    inner.inList = this.inList;
    inner.divLevel = this.divLevel;
    inner.htmlTag = this.htmlTag;
    inner.linksAllowed = this.linksAllowed;
    inner.quotes = this.quotes;
    inner.depth = this.depth + 1;
    inner.outlined = this.outlined;
    return inner;
  }

  /** Converts an offset of this text to one relative to the block. */
  place(at: number): number {
    return (this.origins ? originOf(this.origins, at) : at) - this.base;
  }

  range(from: number, to: number): TextRange {
    const { base, documentEnd } = this;
    if (this.origins === null && from <= documentEnd && to <= documentEnd)
      return { from: from - base, to: (to > from ? to : from) - base };
    const last = this.documentEnd - this.base;
    const start = Math.min(this.place(from), last);
    return { from: start, to: to > from ? Math.min(this.place(to - 1) + 1, last) : start };
  }

  add(node: SyntaxNode): void {
    this.nodes.push(node);
  }

  /** Runs `read` at `at`, and drops its nodes if it fails. Unlike an attempt it is not cached. */
  undoing(read: (reading: Reading, at: number, limit: number) => number, at: number, limit: number): number {
    const kept = this.nodes.length;
    const { lastWord } = this;
    const end = read(this, at, limit);
    if (end < 0) {
      this.dropNodes(kept);
      this.lastWord = lastWord;
    }
    return end;
  }

  /** Drops all nodes after the first `kept`. */
  dropNodes(kept: number): void {
    // Assigning the length costs time even where it is the same.
    if (this.nodes.length > kept) this.nodes.length = kept;
  }

  opaque(from: number, to: number): void {
    while (to > from && this.text.charCodeAt(to - 1) === 10) to--;
    if (from < to) this.nodes.push({ kind: 'opaque', range: this.range(from, to) });
  }

  /** Records that `[from, to)` is printed as `text`. */
  mark(from: number, to: number, text: string, raw = false): void {
    if (this.detailed) this.nodes.push({ kind: 'mark', range: this.range(from, to), text, raw });
  }

  /** Records a block of a kind that no facts are made from. */
  outline(block: OutlinedBlock, from: number, to: number): void {
    if (this.outlined) this.nodes.push({ kind: 'block', block, range: this.range(from, to) });
  }

  /** The scan of the whole text by that class, created on first use. */
  table<T extends object>(kind: new (text: string) => T): T {
    let table = this.tables.get(kind);
    if (!table) this.tables.set(kind, (table = new kind(this.text)));
    return table as T;
  }

  /** The next occurrence of `wanted` at or after `from`, or -1, with a cached search. */
  find(wanted: string, from: number): number {
    const searches = (this.searches ??= new Map<string, Search>());
    const known = searches.get(wanted);
    if (known) return known.from(from);
    const search = new Search(this.text, wanted, from);
    searches.set(wanted, search);
    return search.from(from);
  }

  /** Records that the reading of this block depends on the text up to `at`. */
  lookedTo(at: number): void {
    if (!this.origins && at > this.examined) this.examined = at;
  }
}
