/** The state of one reading of Markdown, and the two recursions (inline, block) that its parts call back. */
import type { Sliceable } from '../text/pieces.ts';
import type { TextRange } from '../text/range.ts';
import type { OutlinedBlock, SyntaxNode, UnreadNode } from './nodes.ts';
import { Excerpt, originOf, type Origins } from './excerpt.ts';
import { Search } from './search.ts';
import { Signs } from './signs.ts';

/** A block as it was read, to be kept while its text and its surroundings stand. */
export interface Block {
  /** Where it begins, as its offsets count: 0, unless they are those of a text that is read only once. */
  readonly from: number;
  readonly length: number;
  /** How far reading it looked, from its start; an edit before that may change it. */
  readonly examined: number;
  /** What it stands in, as far as that bears on its reading. */
  readonly context: string;
  readonly nodes: readonly SyntaxNode[];
  /** Blocks within it that stand in the text as they are: the children of a div, not those of a list. */
  readonly children: readonly PlacedBlock[];
  /** What others have worked out about it; it goes along from edit to edit as the block does. */
  memory: unknown;
}

export interface PlacedBlock {
  /** Where its offsets count from. */
  readonly offset: number;
  readonly block: Block;
}

/** The blocks of a text in order, without gaps. */
export interface BlocksOfText {
  /** The text, with `\n` line ends. */
  readonly words: Sliceable;
  readonly blocks: readonly PlacedBlock[];
}

/** Where earlier readings of the same stretch of text can be asked for. */
export interface BlockStore {
  /** The block that began at `at` in the same context, when its text still stands. */
  find(at: number, context: string): Block | null;
}

/** Keeps the work of backtracking in proportion to the text, whatever is written. */
export class Effort {
  private spent = 0;

  constructor(private allowance: number) {}

  /** Notes that `count` characters were looked at once more; false when patience is at its end. */
  spend(count: number): boolean {
    this.spent += count;
    return this.spent <= this.allowance;
  }

  get exhausted(): boolean {
    return this.spent > this.allowance;
  }
}

/** Brackets, quotation marks and divs nest no deeper than this for us; deeper ones are plain text. */
export const MAX_DEPTH = 48;

/** What the parts of the reader call back: they are mutually recursive, their files are not. */
export interface Grammar {
  /** Reads one inline element at `at`; its end, or -1 where Pandoc's paragraph would break off. */
  inline(reading: Reading, at: number, limit: number): number;
  /** After the plain words and the spaces between them at `at`: what `inline` would read one after another. */
  words(reading: Reading, at: number, limit: number): number;
  /** Reads one block at `at`; always after `at`, except at `limit`. */
  block(reading: Reading, at: number, limit: number): number;
  /** Reads the paragraph at `at`, whatever it looks like: the offset after it and its blank lines, or `at` where it is none. */
  paragraph(reading: Reading, at: number, limit: number): number;
}

export type QuoteContext = 'none' | 'single' | 'double';

/** What is attempted, by number; there may be 16. */
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

/** What an attempt came to, kept by its place as a packrat parser does (Ford 2002); `end` is -1 where it failed. */
interface Memo {
  readonly limit: number;
  readonly end: number;
  readonly nodes: readonly SyntaxNode[];
  readonly lastWord: number;
  /** The same at another limit. */
  readonly other: Memo | undefined;
}

const NO_NODES: readonly SyntaxNode[] = [];

/** One pass over one text: the document, or an excerpt of it. Offsets are those of that text. */
export class Reading {
  nodes: SyntaxNode[] = [];
  children: PlacedBlock[] = [];
  /** Document offset that the offsets of new nodes count from. */
  base = 0;
  /** Where the document ends: what follows in `text` is ours, not the writer's. */
  documentEnd = Infinity;
  /** How far into the document this block's reading has looked. */
  examined = 0;
  /** Where the last word ended: a quotation mark, `_` or `@` right there is inside a word. */
  lastWord = -1;
  inList = false;
  divLevel = 0;
  /** The HTML element whose content is being read. */
  htmlTag: string | null = null;
  linksAllowed = true;
  breaksAllowed = true;
  quotes: QuoteContext = 'none';
  depth = 0;
  /** Attempts at this depth are not made again once they succeed: a paragraph is what nothing else was. */
  settledDepth = -1;
  /** Whether markup is to be noted, with what a reader sees in its place. */
  detailed = false;
  /** Whether blocks of all kinds are to be noted. */
  outlined = false;
  /** Closing brackets by their opening one; -1 for none. Filled by the scan of balanced brackets, made when first wanted. */
  closers: Map<number, number> | null = null;
  /** What earlier attempts at the same place and in the same state came to. */
  private memos: Map<number, Memo> | null = null;
  /** Where attempts at citations came by that failed: the limit of their text, by place and state; see `Walk`. */
  deadEnds: Map<number, number> | null = null;
  /** Where divs begin that are never closed. */
  failedDivs: Set<number> | null = null;
  /** The last place noted that was not read, and its number among the nodes. */
  private unread: { readonly node: UnreadNode; readonly index: number } | null = null;
  /** What is known of the text as a whole, by what it is. */
  private readonly tables = new Map<new (text: string) => object, object>();
  /** What was searched for by `find`. */
  private searches: Map<string, Search> | null = null;
  readonly pipes: Search;
  readonly signs: Signs;

  constructor(
    readonly text: string,
    readonly origins: Origins | null,
    readonly grammar: Grammar,
    readonly effort: Effort,
    readonly store: BlockStore | null,
    /** Whether no block will be kept for another text: then all offsets are the text's own. */
    readonly once = false,
  ) {
    this.pipes = new Search(text, '|');
    this.signs = new Signs(text);
  }

  /**
   * Makes an attempt that may fail, at most once for a place and a state: what `read` found is kept, a failed
   * attempt leaves no nodes behind.
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
    // What was read within it has been counted as it was read.
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

  /** Whether what may begin at `at` is not to be read, for its depth or for want of patience; that is noted. */
  refuses(at: number): boolean {
    return this.refusesDepth(at) || this.refusesEffort(at);
  }

  /** Whether what may begin at `at` would nest too deep; that is noted. */
  refusesDepth(at: number): boolean {
    if (this.depth < MAX_DEPTH) return false;
    this.noteUnread('depth', this.place(at));
    return true;
  }

  /** Whether patience is at its end; that `at` was not read is noted. */
  refusesEffort(at: number): boolean {
    if (!this.effort.exhausted) return false;
    this.noteUnread('effort', this.place(at));
    return true;
  }

  /** Notes where something was not read; once for all that follows, unless the note is dropped with its surroundings. */
  private noteUnread(reason: UnreadNode['reason'], place: number): void {
    const { unread, nodes } = this;
    if (unread && unread.node.reason === reason && nodes[unread.index] === unread.node) return;
    const last = this.documentEnd - this.base;
    const from = Math.min(place, last);
    const node: UnreadNode = { kind: 'unread', range: { from, to: Math.min(from + 1, last) }, reason };
    this.unread = { node, index: nodes.length };
    nodes.push(node);
  }

  /** What the outcome of an attempt at `at` depends on besides its place: five bits. */
  state(at: number): number {
    const quotes = this.quotes === 'none' ? 0 : this.quotes === 'single' ? 1 : 2;
    return (
      quotes * 8 + (this.linksAllowed ? 4 : 0) + (this.breaksAllowed ? 2 : 0) + (this.lastWord === at ? 1 : 0)
    );
  }

  /** Forgets what earlier attempts came to: another block begins. */
  forgetAttempts(): void {
    this.memos = null;
    this.deadEnds = null;
    this.signs.forget();
  }

  /** One step through running text: over plain words, else over the element at `at`; -1 as `inline` has it. */
  step(at: number, limit: number): number {
    const behind = this.grammar.words(this, at, limit);
    return behind > at ? behind : this.grammar.inline(this, at, limit);
  }

  /** Reads inline elements until one fails or `limit` comes; the position after the last. */
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

  /** The same for a text of its own (`[…]`, a cell): words before it do not count as joined to it. */
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

  /** Reads an excerpt of this text as blocks of their own, in the same context. */
  excerptBlocks(excerpt: Excerpt): void {
    const inner = this.within(excerpt);
    if (inner) inner.blocks(0, inner.text.length);
  }

  /** Reads an excerpt of this text as inline text. */
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

  /** Where a position of this text stands, counted from the block's start. */
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

  /** What `read` finds at `at`; where that is nothing, nothing is left behind. Unlike an attempt it is not remembered. */
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

  /** Drops the nodes that came when there were `kept`. */
  dropNodes(kept: number): void {
    // Setting a length costs something even where it is the same.
    if (this.nodes.length > kept) this.nodes.length = kept;
  }

  opaque(from: number, to: number): void {
    while (to > from && this.text.charCodeAt(to - 1) === 10) to--;
    if (from < to) this.nodes.push({ kind: 'opaque', range: this.range(from, to) });
  }

  /** Notes that a reader sees `text` in place of `[from, to)`. */
  mark(from: number, to: number, text: string, raw = false): void {
    if (this.detailed) this.nodes.push({ kind: 'mark', range: this.range(from, to), text, raw });
  }

  /** Notes the block of a kind that facts do not need. */
  outline(block: OutlinedBlock, from: number, to: number): void {
    if (this.outlined) this.nodes.push({ kind: 'block', block, range: this.range(from, to) });
  }

  /** The one table of that kind for this text. */
  table<T extends object>(kind: new (text: string) => T): T {
    let table = this.tables.get(kind);
    if (!table) this.tables.set(kind, (table = new kind(this.text)));
    return table as T;
  }

  /** The next place of `wanted` at or after `from`, or -1; a search that was made is remembered. */
  find(wanted: string, from: number): number {
    const searches = (this.searches ??= new Map<string, Search>());
    const known = searches.get(wanted);
    if (known) return known.from(from);
    const search = new Search(this.text, wanted, from);
    searches.set(wanted, search);
    return search.from(from);
  }

  /** Notes that what stands before `at` bore on how this block was read. */
  lookedTo(at: number): void {
    if (!this.origins && at > this.examined) this.examined = at;
  }
}
