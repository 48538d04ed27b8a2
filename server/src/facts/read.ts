import type { Syntax } from '../syntax/tree.ts';
import type { Block, PlacedBlock } from '../syntax/reading.ts';
import { NO_FACTS, PROSE_ONLY, readBlockFacts, type BlockFacts } from './block-facts.ts';
import { readFrontMatter } from './front-matter.ts';
import type { DocumentFacts, FrontMatter, PandocCitation, Quotation } from './model.ts';
import { blockQuotation } from './quotations.ts';
import { shiftFacts } from './shift.ts';

/** What is kept of a block from one edit to the next. */
interface Remembered {
  /** Counted from the block's start. */
  readonly own: BlockFacts;
  /** Where the block stood when its facts were last put in place, and after how many groups. */
  start: number;
  groups: number;
  placed: BlockFacts;
  frontMatter?: FrontMatter | null;
}

/**
 * What a document says, from its syntax. Facts are worked out block by block and kept with the blocks: after
 * an edit only the blocks that changed are read again, and those behind them moved. Offsets in the result are
 * those of `syntax.text`. Never throws.
 */
export function readFacts(syntax: Syntax): DocumentFacts {
  const assembly = new Assembly(syntax);
  assembly.addAll(syntax.blocks, 0);
  return assembly.finish();
}

type Lists = { -readonly [Name in keyof Omit<DocumentFacts, 'frontMatter'>]: DocumentFacts[Name][number][] };

class Assembly {
  private readonly lists: Lists = {
    headings: [],
    markers: [],
    definitions: [],
    inlineNotes: [],
    citations: [],
    parts: [],
    claims: [],
    actorMarks: [],
    quotations: [],
    placeholders: [],
    suppressions: [],
    opaque: [],
  };
  private groups = 0;
  private readonly linkLabels = new Set<string>();
  private readonly exampleLabels = new Set<string>();
  private readonly linkLike: { group: number; label: string }[] = [];
  private openQuote: BlockFacts['openQuote'] = null;

  constructor(private readonly syntax: Syntax) {}

  addAll(blocks: readonly PlacedBlock[], base: number): void {
    for (const { offset, block } of blocks) {
      this.add(block, base + offset);
      if (block.children.length > 0) this.addAll(block.children, base + offset);
    }
  }

  private add(block: Block, start: number): void {
    const { nodes } = block;
    if (nodes.length === 0) return;
    if (nodes.length === 1 && nodes[0]!.kind === 'prose') {
      this.openQuote = null;
      return;
    }
    const facts = this.placed(block, start);
    const { lists } = this;
    append(lists.headings, facts.headings);
    append(lists.markers, facts.markers);
    append(lists.definitions, facts.definitions);
    append(lists.inlineNotes, facts.inlineNotes);
    append(lists.citations, facts.citations);
    append(lists.parts, facts.parts);
    append(lists.claims, facts.claims);
    append(lists.actorMarks, facts.actorMarks);
    append(lists.quotations, facts.quotations);
    append(lists.placeholders, facts.placeholders);
    append(lists.suppressions, facts.suppressions);
    append(lists.opaque, facts.opaque);
    for (const label of facts.linkLabels) this.linkLabels.add(label);
    for (const label of facts.exampleLabels) this.exampleLabels.add(label);
    for (const { group, label } of facts.linkLike) this.linkLike.push({ group: group + this.groups, label });
    this.groups += facts.groups;
    if (this.openQuote && facts.leadingCitation) this.closeQuote(facts.leadingCitation);
    this.openQuote = facts.openQuote;
  }

  private closeQuote(citation: PandocCitation): void {
    const quotation: Quotation = blockQuotation(this.syntax.text, this.openQuote!, citation);
    this.lists.quotations.push(quotation);
  }

  /** The block's facts where they stand: those of last time when it has not moved. */
  private placed(block: Block, start: number): BlockFacts {
    let kept = block.memory as Remembered | null;
    if (!kept) {
      const own = readBlockFacts(this.syntax.text.slice(start, start + block.length), block.nodes);
      kept = { own, start: -1, groups: -1, placed: own };
      block.memory = kept;
    }
    if (kept.own === NO_FACTS || kept.own === PROSE_ONLY) return kept.own;
    if (kept.start !== start || kept.groups !== this.groups) {
      kept.placed = start === 0 && this.groups === 0 ? kept.own : shiftFacts(kept.own, start, this.groups);
      kept.start = start;
      kept.groups = this.groups;
    }
    return kept.placed;
  }

  finish(): DocumentFacts {
    const { lists } = this;
    sortByPlace(lists.parts);
    sortByPlace(lists.claims);
    sortByPlace(lists.quotations);
    lists.opaque.sort((a, b) => a.from - b.from || b.to - a.to);
    return { frontMatter: this.frontMatter(), ...lists, citations: this.citations() };
  }

  /** Citations, less what turned out to be the number of an example or a link behind a bare citation. */
  private citations(): readonly PandocCitation[] {
    const { lists, exampleLabels, linkLabels } = this;
    const links = new Set(
      this.linkLike.filter(({ label }) => linkLabels.has(label)).map(({ group }) => group),
    );
    if (exampleLabels.size === 0 && links.size === 0) return lists.citations;
    let last = -1;
    return lists.citations.flatMap((citation) => {
      const first = citation.group !== last;
      last = citation.group;
      if (citation.mode === 'AuthorInText' && exampleLabels.has(citation.key)) return [];
      if (!links.has(citation.group)) return [citation];
      const { to } = citation.keyRange;
      const range = { from: citation.range.from, to };
      return first ? [{ ...citation, range, suffixRange: { from: to, to }, locator: null }] : [];
    });
  }

  private frontMatter(): FrontMatter | null {
    const first = this.syntax.blocks[0]?.block;
    if (first?.nodes[0]?.kind !== 'frontMatter') return null;
    const kept = first.memory as Remembered;
    return (kept.frontMatter ??= readFrontMatter(this.syntax.text.slice(0, first.length)));
  }
}

function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

function sortByPlace(list: { readonly range: { readonly from: number; readonly to: number } }[]): void {
  for (let i = 1; i < list.length; i++) {
    if (list[i - 1]!.range.from > list[i]!.range.from) {
      list.sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
      return;
    }
  }
}
