/** Derives the facts of blocks from their syntax nodes. */
import { inOneLine } from '../text/in-one-line.ts';
import type { TextRange } from '../text/range.ts';
import type { BlockQuoteNode, CiteNode, LinkNode, PartNode, SyntaxNode } from '../syntax/nodes.ts';
import { and, nothing, type BlockFacts } from './block-facts.ts';
import { NONE } from './fact-lists.ts';
import { citationAnchor, leadEnd } from './anchors.ts';
import { attributeTexts } from './attribute-texts.ts';
import { chunkTexts, isChunk } from './chunk-texts.ts';
import { aliasAt, labelsIn } from './cross-reference-labels.ts';
import { citationOf, isCrossReference, isToDo } from './citations.ts';
import { claimedSentence } from './claimed-sentence.ts';
import { endsOfWords, hasClass, readActorMark, readClaim } from './claims.ts';
import { addEmbedded } from './embedded-facts.ts';
import { metadataTexts, type EmbeddedText } from './metadata-texts.ts';
import { bibliographiesIn, includedByCode, includedByShortcode } from './inclusions.ts';
import type { Inclusion, PandocCitation } from './model.ts';
import { plainText } from './plain-text.ts';
import { citedAlone, mayAttributeInPrint, QuotationReader } from './quotation-reader.ts';
import { lostIn } from './lost-citations.ts';
import { lostWordsIn, type LosingBlock } from './lost-words.ts';
import { noteSlipsIn } from './note-slips.ts';
import { markedQuotation } from './quotations.ts';
import { SignFinder } from './sign-finder.ts';
import { slipsIn } from './slips.ts';
import { readSuppression } from './suppressions.ts';

/** Reads the facts of a block from its nodes, of which there must be at least one; `text` is the block's. */
export function readBlockFacts(text: string, nodes: readonly SyntaxNode[]): BlockFacts {
  const reader = new BlockReader(text);
  reader.read(nodes, text.length);
  return reader.facts;
}

const PLACEHOLDER_LABELS: ReadonlySet<string> = new Set(['?', '@', 'citation needed', '@todo']);

/** Signs without which nothing is a slip of a part. */
const SIGNS_OF_PARTS = ['{', ':::', '｛', '：：：', '](.', ']( .', '][.', ']<.'] as const;

/** Reads the facts of blocks of `text`, one block after the other, into the same lists. */
export class BlockReader {
  private readonly building = nothing();
  /** A stack of the notes around the current node. */
  private readonly notes: { to: number; label: string }[] = [];
  private readonly prose: TextRange[] = [];
  private readonly quotes: BlockQuoteNode[] = [];
  private readonly claims: { node: PartNode; inNote: string | null }[] = [];
  /** Ranges that sentences skip: opaque ranges, citations, notes. */
  private readonly skipped: TextRange[] = [];
  /** The length of each list before the current block. */
  private readonly before = {
    groups: 0,
    citations: 0,
    markers: 0,
    parts: 0,
    inlineNotes: 0,
    quotations: 0,
    opaque: 0,
    prose: 0,
    quotes: 0,
    claims: 0,
    skipped: 0,
  };

  /** Where the current block begins. */
  private start = 0;
  private end = 0;
  /** Whether it is a single paragraph. */
  private isParagraph = false;
  /** Its links with a target, and the labels of its examples. */
  private links: LinkNode[] = [];
  private examples: TextRange[] = [];
  /** Headings, definitions of links and lost cells in that block. */
  private losing: LosingBlock['nodes'][number][] = [];
  private quotationReader: QuotationReader | null = null;
  private lines: string | null = null;
  private readonly signs: SignFinder;

  constructor(
    private readonly text: string,
    /** Whether this reads a text inside another. */
    private readonly isEmbedded = false,
  ) {
    this.signs = new SignFinder(text);
  }

  /** The facts so far; `openQuote` and `leadingCitation` are those of the last block. */
  get facts(): BlockFacts {
    return this.building;
  }

  /** Reads a block that ends at `to` from its nodes, whose offsets are those of the text. */
  read(nodes: readonly SyntaxNode[], to: number): void {
    this.begin();
    this.start = nodes[0]!.range.from;
    this.end = to;
    const head = nodes[0]!.kind === 'prose' ? nodes[0].range.from : null;
    this.isParagraph = head !== null;
    for (const node of nodes) this.take(node, head);
    this.takeClaims();
    this.readQuotations(to);
    if (nodes[0]!.kind !== 'prose' || !nodes[0].isPlain) this.readSlips(to);
  }

  private begin(): void {
    const { building, before } = this;
    before.groups = building.groups;
    before.citations = building.citations.length;
    before.markers = building.markers.length;
    before.parts = building.parts.length;
    before.inlineNotes = building.inlineNotes.length;
    before.quotations = building.quotations.length;
    before.opaque = building.opaque.length;
    before.prose = this.prose.length;
    before.quotes = this.quotes.length;
    before.claims = this.claims.length;
    before.skipped = this.skipped.length;
    building.openQuote = null;
    building.leadIn = NONE;
    building.leadingCitation = null;
    while (this.notes.length > 0) this.notes.pop();
    if (this.links.length > 0) this.links = [];
    if (this.examples.length > 0) this.examples = [];
    if (this.losing.length > 0) this.losing = [];
  }

  private noteAt(at: number): string | null {
    if (this.notes.length === 0) return null;
    while (this.notes.length && this.notes.at(-1)!.to <= at) this.notes.pop();
    return this.notes.at(-1)?.label ?? null;
  }

  /**
   * The label of the note `[^label]: …` around an offset. Pandoc resolves no marker there, not even in an inline note
   * within it; in an inline note of the text it does.
   */
  private writtenNoteAt(at: number): string | null {
    return this.noteAt(at) === null ? null : (this.notes.find(({ label }) => label !== '')?.label ?? null);
  }

  /** Reads a node. `head` is the start of the paragraph if the block is a single one. */
  private take(node: SyntaxNode, head: number | null): void {
    const { building: facts, text } = this;
    switch (node.kind) {
      case 'cite':
        return this.takeCitation(node, head);
      case 'marker':
        facts.markers = and(facts.markers, {
          label: node.label,
          range: node.range,
          inNote: this.writtenNoteAt(node.range.from),
        });
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
        return this.takePart(node);
      case 'heading':
        facts.headings = and(facts.headings, {
          level: node.level,
          range: node.range,
          text: plainText(text, node.contentRange),
          id: node.attributes?.id?.text ?? null,
        });
        facts.linkLabels = and(facts.linkLabels, text.slice(node.contentRange.from, node.contentRange.to));
        this.prose.push(node.contentRange);
        this.losing.push(node);
        return;
      case 'surplus':
        this.losing.push(node);
        return;
      case 'comment': {
        const suppression = readSuppression(text, node.range);
        if (suppression) facts.suppressions = and(facts.suppressions, suppression);
        this.hide(node.range);
        return;
      }
      case 'opaque':
        this.hide(node.range);
        this.takeCode(node.range);
        return;
      case 'frontMatter':
        this.hide(node.range);
        this.embed(metadataTexts(text.slice(node.range.from, node.range.to)), node.range.from);
        return;
      case 'bracket':
        if (PLACEHOLDER_LABELS.has(node.label))
          facts.placeholders = and(facts.placeholders, { range: node.range });
        return;
      case 'linkDefinition':
        facts.linkLabels = and(facts.linkLabels, node.label);
        this.losing.push(node);
        return;
      case 'example':
        facts.exampleLabels = and(facts.exampleLabels, node.label);
        this.examples.push(node.range);
        return;
      case 'unread':
        facts.unread = and(facts.unread, { range: node.range, reason: node.reason });
        return;
      case 'link':
        this.links.push(node);
        return;
      case 'mark':
      case 'block':
        return;
      case 'prose':
        this.prose.push(node.range);
        return;
      case 'blockQuote':
        this.quotes.push(node);
        return;
    }
  }

  /** Code may contain texts of its own, and include files. */
  private takeCode(range: TextRange): void {
    const { building: facts, text } = this;
    const first = text.charCodeAt(range.from);
    let inclusions: readonly Inclusion[] = NONE;
    if (first === 60) {
      if (text.startsWith('{{', range.from - 2)) inclusions = includedByShortcode(text, range);
    } else if (isChunk(text, range)) {
      this.embed(chunkTexts(text.slice(range.from, range.to)), range.from);
      inclusions = includedByCode(text, range);
      for (const path of bibliographiesIn(text, range)) facts.built = and(facts.built, path);
    } else if (first === 96 && text.startsWith('r ', range.from + 1))
      inclusions = includedByCode(text, range);
    for (const inclusion of inclusions) facts.inclusions = and(facts.inclusions, inclusion);
  }

  /** Reads texts inside this one, whose origins count from `base`; texts inside those are ignored. */
  private embed(texts: readonly EmbeddedText[], base: number): void {
    if (this.isEmbedded) return;
    for (const each of texts)
      addEmbedded(this.building, each, base, (words, blocks) => {
        const reader = new BlockReader(words, true);
        for (const { nodes, from, length } of blocks) reader.read(nodes, from + length);
        return reader.facts;
      });
  }

  /** Opaque ranges come in order; one inside another is redundant. */
  private hide(range: TextRange): void {
    const { building: facts } = this;
    const { length } = facts.opaque;
    if (length > this.before.opaque && range.to <= facts.opaque[length - 1]!.to) return;
    facts.opaque = and(facts.opaque, range);
    this.skipped.push(range);
  }

  private takeCitation(node: CiteNode, head: number | null): void {
    const { building: facts, text } = this;
    const inNote = this.noteAt(node.range.from);
    const first = facts.groups === this.before.groups;
    const group = facts.groups++;
    const before = facts.citations.length;
    for (const item of node.items)
      if (!isCrossReference(item.key))
        facts.citations = and(facts.citations, citationOf(text, item, group, inNote));
    const alias = aliasAt(text, node.range);
    if (alias) facts.labels = and(facts.labels, alias);
    this.skipped.push(node.range);
    if (node.linkLabel !== null) facts.linkLike = and(facts.linkLike, { group, label: node.linkLabel });
    const only = facts.citations[before];
    if (only === undefined) return;
    if (node.items.length === 1 && isToDo(text, node.range))
      facts.placeholders = and(facts.placeholders, { range: node.range });
    if (first && head !== null && node.range.from <= leadEnd(text, head))
      facts.leadingCitation = {
        ...citationAnchor(text, only),
        loose: opensSentence(text, { from: node.range.to, to: this.end }, only),
      };
  }

  private takePart(node: PartNode): void {
    const { building: facts, text } = this;
    const { attributes, contentRange, range, kind } = node;
    if (isTypographic(node)) return;
    if (kind === 'div' && attributes.pairs.length > 0) this.embed(attributeTexts(text, attributes), 0);
    facts.parts = and(facts.parts, { kind, range, contentRange, attributes });
    if (hasClass(attributes, 'claim')) this.claims.push({ node, inNote: this.noteAt(range.from) });
    if (hasClass(attributes, 'actor')) facts.actorMarks = and(facts.actorMarks, readActorMark(text, node));
    if (hasClass(attributes, 'quote')) facts.quotations = and(facts.quotations, markedQuotation(text, node));
  }

  /** Claims are read at the end of the block, since their sentences may contain later nodes. */
  private takeClaims(): void {
    const claims = from(this.claims, this.before.claims);
    const ends = endsOfWords(claims.map(({ node }) => node.contentRange));
    claims.forEach(({ node, inNote }, i) => this.takeClaim(node, inNote, ends[i]!));
  }

  /** Reads a claim, and its words up to an offset. */
  private takeClaim(node: PartNode, inNote: string | null, wordsTo: number): void {
    const { building: facts } = this;
    const { text, before } = this;
    const prose = from(this.prose, before.prose);
    const skipped = { ranges: this.skipped, first: before.skipped };
    const claim = readClaim(text, node, claimedSentence(text, node, prose, skipped), inNote, wordsTo);
    facts.claims = and(facts.claims, claim);
    if (claim.id) facts.claimNames = and(facts.claimNames, claim.id);
  }

  /** Looks for failed markup in the block, which ends at `to`. */
  private readSlips(to: number): void {
    const { building: facts, before, text, start, signs } = this;
    const prose = from(this.prose, before.prose);
    const opaque = from(facts.opaque, before.opaque);
    const { examples, links } = this;
    const first = Math.min(signs.next('{', start), signs.next('<', start));
    if (first < to) for (const label of labelsIn(text, first, to)) facts.labels = and(facts.labels, label);
    if (SIGNS_OF_PARTS.some((sign) => signs.next(sign, start) < to)) {
      for (const slip of slipsIn({ text, prose, parts: from(facts.parts, before.parts), opaque }))
        facts.slips = and(facts.slips, slip);
    }
    if (signs.next('^', start) < to) {
      const notes = [...from(facts.markers, before.markers), ...from(facts.inlineNotes, before.inlineNotes)]
        .map(({ range }) => range)
        .sort((a, b) => a.from - b.from);
      const { isParagraph } = this;
      for (const slip of noteSlipsIn({ text, prose, opaque, notes, links, isParagraph }))
        facts.slips = and(facts.slips, slip);
    }
    if (this.losing.length > 0)
      for (const slip of lostWordsIn({ text, nodes: this.losing, opaque }))
        facts.slips = and(facts.slips, slip);
    if (examples.length > 0 || signs.next('@', start) < to) {
      const citations = from(facts.citations, before.citations);
      for (const one of lostIn({ text, from: start, to, prose, opaque, citations, examples, links }))
        facts.lost = and(facts.lost, one);
    }
  }

  /** The text with its paragraphs in one line each. */
  private get flowing(): string {
    return (this.lines ??= inOneLine(this.text));
  }

  /** Looks for quotations in the block, which ends at `to`. */
  private readQuotations(to: number): void {
    const { building: facts, before, skipped } = this;
    const callers = {
      citations: from(facts.citations, before.citations),
      markers: from(facts.markers, before.markers),
      inlineNotes: from(facts.inlineNotes, before.inlineNotes),
    };
    const isCited = callers.citations.length + callers.markers.length + callers.inlineNotes.length > 0;
    if (
      isCited ||
      this.quotes.length > before.quotes ||
      mayAttributeInPrint(inOneLine(this.text.slice(this.start, to)))
    ) {
      const reader = (this.quotationReader ??= new QuotationReader(this.flowing));
      const read = reader.read({
        from: this.start,
        to,
        callers,
        prose: from(this.prose, before.prose),
        quotes: from(this.quotes, before.quotes),
        skipped: from(skipped, before.skipped),
        taken: from(facts.quotations, before.quotations).map(({ range }) => range),
      });
      for (const quotation of read.quotations) facts.quotations = and(facts.quotations, quotation);
      facts.openQuote = read.openQuote;
      facts.leadIn = read.leadIn;
    }
    if (facts.quotations.length > before.quotations + 1) this.sortQuotations();
    const [only] = from(this.prose, before.prose);
    if (!isCited && only) facts.leadingCitation ??= citedAlone(this.flowing, only);
  }

  private sortQuotations(): void {
    const { quotations } = this.building;
    const sorted = quotations.slice(this.before.quotations).sort((a, b) => a.range.from - b.range.from);
    this.building.quotations = [...quotations.slice(0, this.before.quotations), ...sorted];
  }
}

/** The least number of words after a name that make it the subject of a sentence. */
const LEAST_SAID = 4;

/** Whether a citation in the text begins what a paragraph says of its own; the range is the rest of its block. */
function opensSentence(text: string, { from, to }: TextRange, { mode, range }: PandocCitation): boolean {
  if (mode !== 'AuthorInText' || /[([—–-]\s?$/.test(text.slice(Math.max(0, range.from - 2), range.from)))
    return false;
  const [rest = ''] = text.slice(from, Math.min(to, from + 200)).split(/\n\s*\n/);
  return (rest.match(/\p{L}{2,}/gu)?.length ?? 0) >= LEAST_SAID;
}

/** The items of a list from index `first` on. */
function from<One>(list: readonly One[], first: number): readonly One[] {
  return first === 0 ? list : list.length > first ? list.slice(first) : NONE;
}

/** Spans that Pandoc renders as small capitals or underlining are no annotation. */
function isTypographic(node: PartNode): boolean {
  const { id, classes, pairs } = node.attributes;
  if (node.kind !== 'span' || id || pairs.length > 0 || classes.length !== 1) return false;
  return ['smallcaps', 'ul', 'underline'].includes(classes[0]!.text);
}
