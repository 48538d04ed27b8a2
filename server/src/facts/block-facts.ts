/** The facts of one block, in offsets that count from its start; worked out once while the block stands. */
import type { TextRange } from '../text/range.ts';
import { encloses, firstFrom } from '../text/range.ts';
import type { BlockQuoteNode, CiteNode, PartNode, ProseNode, SyntaxNode } from '../syntax/nodes.ts';
import { citationsOf } from './citations.ts';
import { hasClass, readActorMark, readClaim } from './claims.ts';
import type {
  ActorMark,
  AttributedPart,
  Claim,
  Heading,
  InlineNote,
  NoteDefinition,
  NoteMarker,
  PandocCitation,
  Placeholder,
  Quotation,
  Suppression,
  Token,
} from './model.ts';
import { plainText } from './plain-text.ts';
import {
  OPENS_QUOTATION,
  blockQuotation,
  endsBlockQuote,
  inlineQuotations,
  markedQuotation,
} from './quotations.ts';
import { endsWithStop, sentenceEnd } from './sentences.ts';
import { readSuppression } from './suppressions.ts';

export interface BlockFacts {
  readonly headings: readonly Heading[];
  readonly markers: readonly NoteMarker[];
  readonly definitions: readonly NoteDefinition[];
  readonly inlineNotes: readonly InlineNote[];
  /** With groups that count from 0 in this block, unless others were counted before. */
  readonly citations: readonly PandocCitation[];
  readonly groups: number;
  readonly parts: readonly AttributedPart[];
  readonly claims: readonly Claim[];
  readonly claimNames: readonly Token[];
  readonly actorMarks: readonly ActorMark[];
  readonly quotations: readonly Quotation[];
  readonly placeholders: readonly Placeholder[];
  readonly suppressions: readonly Suppression[];
  readonly opaque: readonly TextRange[];
  /** Labels that links are known by in this block: definitions, headings. */
  readonly linkLabels: readonly string[];
  readonly exampleLabels: readonly string[];
  /** Of groups `@key [words]`: the words, in case they are the label of a link. */
  readonly linkLike: readonly { readonly group: number; readonly label: string }[];
  /** A block quotation at the end of the block that no citation ends. */
  readonly openQuote: BlockQuoteNode | null;
  /** The citation that the block begins with, if it does. */
  readonly leadingCitation: PandocCitation | null;
  readonly blank: boolean;
}

type Building = { -readonly [Name in keyof BlockFacts]: BlockFacts[Name] };

/** Most lists of most blocks are empty: they all are this one. */
const NONE: readonly never[] = [];

/** A list of a block with one more at its end. */
function and<One>(list: readonly One[], one: One): readonly One[] {
  if (list === NONE) return [one];
  (list as One[]).push(one);
  return list;
}

function nothing(blank: boolean): Building {
  return {
    headings: NONE,
    markers: NONE,
    definitions: NONE,
    inlineNotes: NONE,
    citations: NONE,
    groups: 0,
    parts: NONE,
    claims: NONE,
    claimNames: NONE,
    actorMarks: NONE,
    quotations: NONE,
    placeholders: NONE,
    suppressions: NONE,
    opaque: NONE,
    linkLabels: NONE,
    exampleLabels: NONE,
    linkLike: NONE,
    openQuote: null,
    leadingCitation: null,
    blank,
  };
}

/** The facts of a block without nodes of its own. */
export const NO_FACTS: BlockFacts = nothing(true);
/** The facts of a block that has prose alone. */
export const PROSE_ONLY: BlockFacts = nothing(false);

/**
 * Reads the facts of a block from its nodes; the block is `[from, to)` of `text`. `groups` groups of citations count as
 * those before it.
 */
export function readBlockFacts(
  text: string,
  nodes: readonly SyntaxNode[],
  from = 0,
  to = text.length,
  groups = 0,
): BlockFacts {
  if (nodes.length === 0) return NO_FACTS;
  if (nodes.length === 1 && nodes[0]!.kind === 'prose') return PROSE_ONLY;
  return new BlockReader(text, nodes, from, to, groups).read();
}

const PLACEHOLDER_LABELS: ReadonlySet<string> = new Set(['?', '@', 'citation needed', '@todo']);

class BlockReader {
  private readonly facts = nothing(false);
  /** The notes that are open at the node being read, innermost last. */
  private readonly notes: { to: number; label: string }[] = [];
  private prose: readonly ProseNode[] = NONE;
  private quotes: readonly BlockQuoteNode[] = NONE;
  private claims: readonly { node: PartNode; inNote: string | null }[] = NONE;
  /** What sentences pass over: opaque stretches, citations, notes. */
  private readonly skipped: TextRange[] = [];

  constructor(
    private readonly text: string,
    private readonly nodes: readonly SyntaxNode[],
    private readonly from: number,
    private readonly to: number,
    private readonly groupsBefore: number,
  ) {}

  read(): BlockFacts {
    for (const node of this.nodes) this.take(node);
    for (const { node, inNote } of this.claims) {
      const claim = readClaim(this.text, node, this.sentenceOf(node), inNote);
      this.facts.claims = and(this.facts.claims, claim);
      if (claim.id) this.facts.claimNames = and(this.facts.claimNames, claim.id);
    }
    this.readQuotations();
    return this.facts;
  }

  private noteAt(at: number): string | null {
    if (this.notes.length === 0) return null;
    while (this.notes.length && this.notes.at(-1)!.to <= at) this.notes.pop();
    return this.notes.at(-1)?.label ?? null;
  }

  private take(node: SyntaxNode): void {
    const { facts, text } = this;
    const inNote = this.noteAt(node.range.from);
    switch (node.kind) {
      case 'cite':
        return this.takeCitation(node, inNote);
      case 'marker':
        facts.markers = and(facts.markers, { label: node.label, range: node.range, inNote });
        this.skipped.push(node.range);
        return;
      case 'inlineNote':
        facts.inlineNotes = and(facts.inlineNotes, { range: node.range, bodyRange: node.bodyRange });
        this.notes.push({ to: node.range.to, label: '' });
        this.skipped.push(node.range);
        return;
      case 'definition':
        facts.definitions = and(facts.definitions, {
          label: node.label,
          labelRange: node.labelRange,
          range: node.range,
          bodyRange: node.bodyRange,
        });
        this.notes.push({ to: node.range.to, label: node.label });
        return;
      case 'span':
      case 'div':
        return this.takePart(node, inNote);
      case 'heading':
        facts.headings = and(facts.headings, {
          level: node.level,
          range: node.range,
          text: plainText(text, node.contentRange),
          id: node.attributes?.id?.text ?? null,
        });
        facts.linkLabels = and(
          facts.linkLabels,
          text.slice(node.contentRange.from, node.contentRange.to).replace(/\s+/g, ' ').toLowerCase(),
        );
        this.prose = and(this.prose, { kind: 'prose', range: node.contentRange });
        return;
      case 'comment': {
        const suppression = readSuppression(text, node.range);
        if (suppression) facts.suppressions = and(facts.suppressions, suppression);
        this.hide(node.range);
        return;
      }
      case 'opaque':
      case 'frontMatter':
        this.hide(node.range);
        return;
      case 'bracket':
        if (PLACEHOLDER_LABELS.has(node.label))
          facts.placeholders = and(facts.placeholders, { range: node.range });
        return;
      case 'linkDefinition':
        facts.linkLabels = and(facts.linkLabels, node.label);
        return;
      case 'example':
        facts.exampleLabels = and(facts.exampleLabels, node.label);
        return;
      case 'link':
      case 'mark':
        return;
      case 'prose':
        this.prose = and(this.prose, node);
        return;
      case 'blockQuote':
        this.quotes = and(this.quotes, node);
        return;
    }
  }

  /** Opaque stretches come in order; one within another says nothing new. */
  private hide(range: TextRange): void {
    const last = this.facts.opaque.at(-1);
    if (last && range.to <= last.to) return;
    this.facts.opaque = and(this.facts.opaque, range);
    this.skipped.push(range);
  }

  private takeCitation(node: CiteNode, inNote: string | null): void {
    const { facts, text } = this;
    const first = facts.groups === 0;
    const group = this.groupsBefore + facts.groups++;
    const citations = citationsOf(text, node, group, inNote);
    for (const citation of citations) facts.citations = and(facts.citations, citation);
    this.skipped.push(node.range);
    if (node.linkLabel !== null) facts.linkLike = and(facts.linkLike, { group, label: node.linkLabel });
    const [only] = citations;
    if (
      only &&
      node.items.length === 1 &&
      only.key.toLowerCase() === 'todo' &&
      /^\[@todo\]$/i.test(text.slice(node.range.from, node.range.to))
    )
      facts.placeholders = and(facts.placeholders, { range: node.range });
    const [prose] = this.nodes;
    if (first && only && prose?.kind === 'prose' && node.range.from <= leadEnd(text, prose.range.from))
      facts.leadingCitation = only;
  }

  private takePart(node: PartNode, inNote: string | null): void {
    const { facts, text } = this;
    const { attributes, contentRange, range, kind } = node;
    if (isTypographic(node)) return;
    facts.parts = and(facts.parts, { kind, range, contentRange, attributes });
    if (hasClass(attributes, 'claim')) this.claims = and(this.claims, { node, inNote });
    if (hasClass(attributes, 'actor')) facts.actorMarks = and(facts.actorMarks, readActorMark(text, node));
    if (hasClass(attributes, 'quote')) facts.quotations = and(facts.quotations, markedQuotation(text, node));
  }

  /** The smallest stretch of prose that holds `at`, a position behind its first character. */
  private proseAround(at: number): TextRange | null {
    let best: TextRange | null = null;
    for (const { range } of this.prose)
      if (range.from < at && at <= range.to && (!best || range.to - range.from < best.to - best.from))
        best = range;
    return best;
  }

  private sentenceOf(node: PartNode): TextRange {
    const { range, contentRange } = node;
    const prose = node.kind === 'span' ? this.proseAround(range.to) : null;
    if (!prose) return range;
    const whole = endsWithStop(this.text, contentRange.from, contentRange.to);
    const limit = Math.min(prose.to, range.to + LONGEST_SENTENCE);
    const { skipped } = this;
    const behind = skipped.slice(firstFrom(skipped, range.to), firstFrom(skipped, limit));
    const end = whole ? range.to : sentenceEnd(this.text, range.to, limit, behind);
    return { from: range.from, to: this.withFollowing(end, limit, behind) };
  }

  /** A citation in brackets or a note's marker right behind a sentence belongs to it. */
  private withFollowing(end: number, limit: number, behind: readonly TextRange[]): number {
    let at = end;
    for (const range of behind) {
      if (range.from < at) continue;
      const between = this.text.slice(at, range.from);
      const opener = this.text.charAt(range.from);
      if (!/^[ \n]?$/.test(between) || (opener !== '[' && opener !== '^') || range.to > limit) break;
      at = range.to;
      if (/[.!?。]/.test(this.text.charAt(at)) && at < limit) at++;
    }
    return at;
  }

  private readQuotations(): void {
    const { facts, text, from, to } = this;
    const taken = facts.quotations === NONE ? NONE : facts.quotations.map(({ range }) => range);
    if (facts.citations.length > 0 && OPENS_QUOTATION.test(text.slice(from, to)))
      for (const prose of this.prose) {
        const within = facts.citations.filter((citation) => encloses(prose.range, citation.range));
        if (within.length === 0) continue;
        const skipped = this.skipped.filter((range) => encloses(prose.range, range));
        for (const quotation of inlineQuotations(text, prose, within, skipped, taken))
          facts.quotations = and(facts.quotations, quotation);
      }
    for (const quote of this.quotes) {
      const citation = facts.citations.find((one) => endsBlockQuote(text, quote, one));
      const marked = taken.some((range) => encloses(quote.range, range) || encloses(range, quote.range));
      if (marked) continue;
      if (citation) facts.quotations = and(facts.quotations, blockQuotation(text, quote, citation));
      else if (text.slice(quote.range.to, to).trim() === '') facts.openQuote = quote;
    }
    if (facts.quotations.length > 1)
      facts.quotations = [...facts.quotations].sort((a, b) => a.range.from - b.range.from);
  }
}

/** No sentence goes on for longer than this behind a claim. */
const LONGEST_SENTENCE = 10_000;

/** Up to where a citation at the head of a paragraph may begin: dashes and parentheses may stand before it. */
function leadEnd(text: string, from: number): number {
  let at = from;
  while (/[\s—–(-]/.test(text.charAt(at))) at++;
  return at;
}

/** Spans that Pandoc turns into small capitals or underlining are no annotation. */
function isTypographic(node: PartNode): boolean {
  const { id, classes, pairs } = node.attributes;
  if (node.kind !== 'span' || id || pairs.length > 0 || classes.length !== 1) return false;
  return ['smallcaps', 'ul', 'underline'].includes(classes[0]!.text);
}
