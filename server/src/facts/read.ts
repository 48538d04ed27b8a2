import type { Block, BlocksOfText, PlacedBlock } from '../syntax/reading.ts';
import type { Sliceable } from '../text/pieces.ts';
import type { BlockQuoteNode } from '../syntax/nodes.ts';
import type { TextRange } from '../text/range.ts';
import type { Callers } from './anchors.ts';
import type { BlockFacts } from './block-facts.ts';
import { BlockReader, readBlockFacts } from './block-reader.ts';
import { BlockwiseFacts } from './blockwise-facts.ts';
import { inLanguage } from './locator-language.ts';
import { joinedFrontMatter, readFrontMatter, shiftFrontMatter } from './front-matter.ts';
import type { Attribution, FrontMatter, PandocCitation, Quotation } from './model.ts';
import { blockQuotation, endedBlockQuotation, pagedBlockQuotation } from './block-quotations.ts';
import { mayAttributeInPrint } from './quotation-reader.ts';
import { inOneLine } from '../text/in-one-line.ts';
import { NONE, shiftAttribution, shiftQuotation } from './fact-lists.ts';

/** Cached facts of a block, which survive edits. */
interface Remembered {
  readonly facts: BlockFacts;
  /** The facts without citations that labels elsewhere in the document rule out, and these labels. */
  adjusted?: { readonly labels: string; readonly facts: BlockFacts };
  frontMatter?: FrontMatter | null;
}

/**
 * The facts of a document, from its syntax. They are derived block by block and cached with the blocks: after
 * an edit only changed blocks are read again. Lists of the whole document, in offsets of `syntax.words`, are
 * joined on demand. Never throws.
 */
export function readFacts(syntax: BlocksOfText): BlockwiseFacts {
  const kept: Remembered[] = [];
  const starts: number[] = [];
  let hasLabels = false;
  const assembly = new Assembly(syntax, (block, start) => {
    const one = (block.memory ??= { facts: factsOf(syntax.words, block, start) }) as Remembered;
    kept.push(one);
    starts.push(start);
    hasLabels ||= holdsLabels(one.facts);
    return one.facts;
  });
  const blocks = hasLabels ? withoutLabels(kept) : kept.map(({ facts }) => facts);
  const frontMatter = frontMatterOf(syntax, assembly.metadata);
  const read = inLanguage(blocks, starts, syntax.words, frontMatter?.lang ?? null);
  return new BlockwiseFacts(read, starts, frontMatter, assembly.quotations);
}

/** The facts of a text that `parseOnce` read, as those of a single block. */
export function readFactsOnce(parsed: BlocksOfText): BlockwiseFacts {
  const reader = new BlockReader(parsed.words.toString());
  const assembly = new Assembly(parsed, ({ nodes, from, length }) => {
    reader.read(nodes, from + length);
    return reader.facts;
  });
  const { facts } = reader;
  const whole = holdsLabels(facts) ? withoutLabels([{ facts }]) : [facts];
  const frontMatter = frontMatterOf(parsed, assembly.metadata);
  const read = inLanguage(whole, [0], parsed.words, frontMatter?.lang ?? null);
  return new BlockwiseFacts(read, [0], frontMatter, assembly.quotations);
}

function factsOf(text: Sliceable, { nodes, length }: Block, start: number): BlockFacts {
  // A copy, since facts outlive the text, and a slice would keep all of it in memory.
  return readBlockFacts(` ${text.slice(start, start + length)}`.slice(1), nodes);
}

/** The cache entry of a paragraph without facts. */
const PLAIN = {};

type LastBlock = PlacedBlock & { readonly facts: BlockFacts | null };

/** What signs a quotation, and where it begins. */
interface Signature {
  readonly attribution: Attribution;
  readonly from: number;
}

const NOBODY: Callers = { citations: NONE, markers: NONE, inlineNotes: NONE };

/** Visits the blocks of a text and finds what spans several of them. */
class Assembly {
  readonly quotations: Quotation[] = [];
  /** Metadata blocks further down. */
  readonly metadata: PlacedBlock[] = [];
  private openQuote: {
    readonly node: BlockQuoteNode;
    readonly start: number;
    readonly leadIn: readonly Attribution[];
  } | null = null;
  /** The last block with words, and what was read of it. */
  private last: LastBlock | null = null;
  /** The last caption of HTML. */
  private caption: Signature | null = null;
  /** The attributions that the last block gives to a block quotation after it. */
  private leadIn: readonly Attribution[] = [];

  constructor(
    private readonly syntax: BlocksOfText,
    /** Reads the facts of a block that begins at `start`. */
    private readonly read: (block: Block, start: number) => BlockFacts,
  ) {
    this.addAll(syntax.blocks, 0);
    this.closeQuote(null);
  }

  private addAll(blocks: readonly PlacedBlock[], base: number): void {
    const { words } = this.syntax;
    for (const { offset, block } of blocks) {
      const { leadIn } = this;
      const start = base + offset;
      if (isCaption(words, block, start)) {
        this.addCaption(block, start);
        continue;
      }
      this.add(block, start);
      if (block.children.length === 0) {
        const inner = quoteOfTex(words, block, start);
        if (inner) this.addQuoteOfTex(inner, leadIn);
        continue;
      }
      this.addAll(block.children, start);
      if (isQuoteOfHtml(words, block, start) || isQuoteInDiv(block))
        this.addQuoteOfBlocks(block, start, leadIn);
    }
  }

  /** What signs the quotation of HTML around it or before it: a `<footer>` in it, a `<figcaption>` after it. */
  private addCaption(block: Block, start: number): void {
    const { openQuote } = this;
    this.openQuote = null;
    this.add(block, start);
    this.addAll(block.children, start);
    const { last } = this;
    const from = firstWords(block, start);
    if (from === null || !last || last.offset + last.block.from < from) {
      this.openQuote = openQuote;
      return this.closeQuote(null);
    }
    const { offset, facts } = last;
    const end = offset + last.block.from + last.block.length;
    const cited = facts?.citations.length === 1 ? facts.leadingCitation : null;
    const range = { from, to: from + this.syntax.words.slice(from, end).trimEnd().length };
    const attribution = cited
      ? shiftAttribution(cited, offset)
      : ({ kind: 'printed', name: '', range, at: null, loose: false } as const);
    this.caption = { attribution, from: start + block.from };
    this.openQuote = openQuote;
    this.closeQuote(attribution);
  }

  /** The quotation that an environment of TeX is, from the command at its end or the words around it. */
  private addQuoteOfTex(range: TextRange, leadIn: readonly Attribution[]): void {
    const words = this.syntax.words.slice(range.from, range.to);
    const node = { kind: 'blockQuote', range: { from: 0, to: words.length } } as const;
    const ended = endedBlockQuotation(words, node, NOBODY, NONE);
    if (ended) this.quotations.push(shiftQuotation(ended, range.from));
    else this.openQuote = { node: { kind: 'blockQuote', range }, start: 0, leadIn };
  }

  private add(block: Block, start: number): void {
    const { nodes } = block;
    if (nodes.length === 0) return;
    if (nodes[0]!.kind === 'frontMatter' && start + block.from > 0)
      this.metadata.push({ offset: start, block });
    const isPlain = nodes.length === 1 && nodes[0]!.kind === 'prose' && !this.mayTell(block, start);
    const facts = isPlain ? null : this.read(block, start);
    if (nodes.some(({ kind }) => kind === 'prose')) this.last = { offset: start, block, facts };
    const leading = facts?.leadingCitation ?? null;
    this.closeQuote(leading && shiftAttribution(leading, start));
    const quote = facts?.openQuote ?? null;
    const moved = (list: readonly Attribution[]) => list.map((one) => shiftAttribution(one, start));
    if (quote)
      this.openQuote = {
        node: quote.node,
        start,
        leadIn: [...moved(quote.leadIn), ...(quote.isFirst ? this.leadIn : [])],
      };
    this.leadIn = facts && facts.leadIn.length > 0 ? moved(facts.leadIn) : [];
  }

  /** The quotation that a `<blockquote>` or a div is, from the facts of its last paragraph or the words around it. */
  private addQuoteOfBlocks(block: Block, start: number, leadIn: readonly Attribution[]): void {
    const from = firstWords(block, start);
    const { last } = this;
    if (from === null || !last || last.offset + last.block.from < from) return;
    const sign = this.signatureOf(from, last);
    if (sign) {
      const range = { from, to: from + withoutTagsAtEnd(this.syntax.words.slice(from, sign.from)).length };
      const node = { kind: 'blockQuote', range } as const;
      const words = this.syntax.words.slice(from, range.to);
      this.quotations.push(blockQuotation(words, node, [sign.attribution], from));
      return;
    }
    const begin = this.syntax.words.slice(from, from + 1);
    // In marks it is read like any other.
    if (/["“„«「]/.test(begin)) return;
    const { offset, facts } = last;
    const end = last.block.from + last.block.length;
    const words = this.syntax.words.slice(offset, offset + end);
    const to = last.block.from + words.slice(last.block.from).trimEnd().length;
    const range = { from: last.block.from, to };
    const node = { kind: 'blockQuote', range } as const;
    const ended = facts && endedBlockQuotation(words, node, facts, NONE);
    const whole = { from, to: offset + to };
    if (ended) {
      const quotation = shiftQuotation(ended, offset);
      const contentRange = { from, to: quotation.contentRange.to };
      this.quotations.push({ ...quotation, range: whole, contentRange });
    } else {
      this.closeQuote(null);
      this.openQuote = { node: { kind: 'blockQuote', range: whole }, start: 0, leadIn };
    }
  }

  /** What signs the words from `from` on in the last of their blocks, or in a caption among them; null for nothing. */
  private signatureOf(from: number, { offset, block, facts }: LastBlock): Signature | null {
    const { caption } = this;
    if (caption && caption.from > from) return caption;
    const begin = offset + block.from;
    const leading = facts?.leadingCitation;
    if (begin <= from || !leading || leading.loose) return null;
    return { attribution: shiftAttribution(leading, offset), from: begin };
  }

  /** Whether a paragraph without nodes may contain a failed span or div, or a printed citation. */
  private mayTell(block: Block, start: number): boolean {
    if (block.memory !== undefined) return block.memory !== PLAIN;
    const words = this.syntax.words.slice(start, start + block.length);
    if (words.includes('{') || mayAttributeInPrint(inOneLine(words))) return true;
    block.memory = PLAIN;
    return false;
  }

  /** Ends an open quotation before a block that begins with the citation `behind`, if any. */
  private closeQuote(behind: Attribution | null): void {
    if (!this.openQuote) return;
    const { node, start, leadIn } = this.openQuote;
    this.openQuote = null;
    const attributions = behind ? [...leadIn, behind] : leadIn;
    const range = { from: node.range.from + start, to: node.range.to + start };
    const words = this.syntax.words.slice(range.from, range.to);
    const block = { kind: 'blockQuote', range } as const;
    const quotation =
      attributions.length > 0
        ? blockQuotation(words, block, attributions, range.from)
        : pagedBlockQuotation(words, block, range.from);
    if (quotation) this.quotations.push(quotation);
  }
}

const QUOTE_OF_HTML = /^\s*<blockquote[\s>]/i;

function isQuoteOfHtml(words: Sliceable, { from, nodes }: Block, start: number): boolean {
  const at = start + from;
  return nodes[0]?.kind === 'opaque' && QUOTE_OF_HTML.test(words.slice(at, at + 16));
}

/** Classes of divs that are block quotations; `quote` is an annotation. */
const QUOTING: ReadonlySet<string> = new Set(['epigraph', 'blockquote', 'block-quote', 'quotation']);

/** Whether a div is a quotation whose words are not set off as such again within it. */
function isQuoteInDiv({ nodes: [node], children }: Block): boolean {
  return (
    node?.kind === 'div' &&
    node.attributes.classes.some(({ text }) => QUOTING.has(text)) &&
    !children.some(({ block }) => block.nodes.some(({ kind }) => kind === 'blockQuote'))
  );
}

function isCaption(words: Sliceable, { from, nodes }: Block, start: number): boolean {
  const at = start + from;
  return nodes[0]?.kind === 'opaque' && /^\s*<(?:figcaption|footer)[\s>]/i.test(words.slice(at, at + 20));
}

const QUOTE_OF_TEX =
  /^\s*\\begin\{(quote|quotation|displayquote|quoting)\}(?:\[[^\]\n]*\])?\s*(?=\S)([^]*?)\s*\\end\{\1\}\s*$/;
const LONGEST_OF_TEX = 10_000;

/** The words in a block that is an environment of TeX for quotations; null for another block. */
function quoteOfTex(words: Sliceable, { from, length, nodes }: Block, start: number): TextRange | null {
  const at = start + from;
  if (nodes.length !== 1 || nodes[0]!.kind !== 'opaque' || length > LONGEST_OF_TEX) return null;
  if (!/^\s*\\begin\{/.test(words.slice(at, at + 20))) return null;
  const all = words.slice(at, at + length);
  const inner = QUOTE_OF_TEX.exec(all)?.[2];
  if (!inner) return null;
  const begin = at + all.indexOf(inner, all.indexOf('}'));
  return { from: begin, to: begin + inner.length };
}

function withoutTagsAtEnd(words: string): string {
  let rest = words.trimEnd();
  for (let tag; (tag = TAG_LAST.exec(rest.slice(-LONGEST_TAG)));)
    rest = rest.slice(0, -tag[0].length).trimEnd();
  return rest;
}
const LONGEST_TAG = 90;
const TAG_LAST = /<\/?\w[^<>]*>$/;

/** Where the first words in a block begin; null for none. */
function firstWords({ children }: Block, start: number): number | null {
  for (const { offset, block } of children) {
    if (block.nodes.some(({ kind }) => kind === 'prose')) return start + offset + block.from;
    const within = firstWords(block, start + offset);
    if (within !== null) return within;
  }
  return null;
}

/** The metadata of a text with its further blocks. */
function frontMatterOf({ words, blocks }: BlocksOfText, further: readonly PlacedBlock[]): FrontMatter | null {
  const first = blocks[0];
  const head =
    first?.block.nodes[0]?.kind === 'frontMatter' ? metadataOf(words, first.block, first.offset) : null;
  const parts = further.flatMap(({ block, offset }) => {
    const start = offset + block.from;
    const read = metadataOf(words, block, start);
    return read ? [{ read, offset: start }] : [];
  });
  const last = parts.at(-1);
  if (!last || (head && isDeck(words.slice(0, head.range.to)))) return head;
  const basis = [head, ...parts.flatMap(({ read, offset }) => [read, offset])];
  const known = JOINED.get(last.read);
  if (known?.basis.length === basis.length && known.basis.every((one, i) => one === basis[i]))
    return known.joined;
  const joined = joinedFrontMatter(
    head,
    parts.map(({ read, offset }) => shiftFrontMatter(read, offset)),
  );
  JOINED.set(last.read, { basis, joined });
  return joined;
}

/** Whether a program reads the text that takes `---` for the end of a slide wherever it stands: xaringan, Marp. */
function isDeck(head: string): boolean {
  return /\bmoon_reader\b|^marp:\s*true/m.test(head);
}

/** What was joined last, by its last block, and out of what: the same one for as long as nothing changes. */
const JOINED = new WeakMap<
  FrontMatter,
  { readonly basis: readonly unknown[]; readonly joined: FrontMatter }
>();

function metadataOf(words: Sliceable, block: Block, start: number): FrontMatter | null {
  const read = () => readFrontMatter(words.slice(start, start + block.length));
  const kept = block.memory as Remembered | null;
  return kept ? (kept.frontMatter ??= read()) : read();
}

function holdsLabels({ linkLike, exampleLabels }: BlockFacts): boolean {
  return linkLike.length > 0 || exampleLabels.length > 0;
}

/** Drops citations that are example numbers, or bare citations whose bracket is a link. */
function withoutLabels(kept: readonly Remembered[]): BlockFacts[] {
  const linkLabels = new Set<string>();
  const exampleLabels = new Set<string>();
  for (const { facts } of kept) {
    for (const label of facts.linkLabels) linkLabels.add(label.replace(/\s+/g, ' ').toLowerCase());
    for (const label of facts.exampleLabels) exampleLabels.add(label);
  }
  return kept.map((one) => {
    const { facts } = one;
    const links = facts.linkLike.filter(({ label }) => linkLabels.has(label)).map(({ group }) => group);
    const examples =
      exampleLabels.size > 0
        ? facts.citations.filter(({ mode, key }) => mode === 'AuthorInText' && exampleLabels.has(key))
        : [];
    if (links.length === 0 && examples.length === 0) return facts;
    const labels = JSON.stringify([links, examples.map(({ keyRange }) => keyRange.from)]);
    if (one.adjusted?.labels !== labels)
      one.adjusted = {
        labels,
        facts: { ...facts, citations: remaining(facts.citations, new Set(links), new Set(examples)) },
      };
    return one.adjusted.facts;
  });
}

function remaining(
  citations: readonly PandocCitation[],
  links: ReadonlySet<number>,
  examples: ReadonlySet<PandocCitation>,
): readonly PandocCitation[] {
  let last = -1;
  return citations.flatMap((citation) => {
    const first = citation.group !== last;
    last = citation.group;
    if (examples.has(citation)) return [];
    if (!links.has(citation.group)) return [citation];
    const { to } = citation.keyRange;
    const range = { from: citation.range.from, to };
    return first ? [{ ...citation, range, suffixRange: { from: to, to }, locator: null }] : [];
  });
}
