import type { Block, BlocksOfText, PlacedBlock } from '../syntax/reading.ts';
import { readBlockFacts, type BlockFacts } from './block-facts.ts';
import { BlockwiseFacts } from './blockwise-facts.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FrontMatter, PandocCitation, Quotation } from './model.ts';
import { blockQuotation } from './quotations.ts';
import { shiftCitation } from './shift.ts';

/** What is kept of a block from one edit to the next. */
interface Remembered {
  readonly facts: BlockFacts;
  /** The facts with citations left out because of labels elsewhere in the document, and which these are. */
  adjusted?: { readonly labels: string; readonly facts: BlockFacts };
  frontMatter?: FrontMatter | null;
}

/**
 * What a document says, from its syntax. Facts are worked out block by block and kept with the blocks: after
 * an edit only the blocks that changed are read again. Lists of the whole document, with the offsets of
 * `syntax.text`, are put together when somebody asks for them. Never throws.
 */
export function readFacts(syntax: BlocksOfText): BlockwiseFacts {
  return new Assembly(syntax, false).whole();
}

/** The facts of a text that `parseOnce` read. */
export function readFactsOnce(parsed: BlocksOfText): BlockwiseFacts {
  return new Assembly(parsed, true).whole();
}

class Assembly {
  private readonly kept: Remembered[] = [];
  private readonly starts: number[] = [];
  private readonly quotations: Quotation[] = [];
  private hasLabels = false;
  private openQuote: { readonly node: NonNullable<BlockFacts['openQuote']>; readonly start: number } | null =
    null;

  /** Citations so far, by groups; counted where no block is kept. */
  private groups = 0;

  constructor(
    private readonly syntax: BlocksOfText,
    private readonly once: boolean,
  ) {}

  whole(): BlockwiseFacts {
    this.addAll(this.syntax.blocks, 0);
    const { kept, starts, quotations, once } = this;
    const blocks = this.hasLabels ? withoutLabels(kept) : kept.map(({ facts }) => facts);
    return new BlockwiseFacts(blocks, starts, this.frontMatter(), quotations, once);
  }

  private addAll(blocks: readonly PlacedBlock[], base: number): void {
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
    const kept = (block.memory ??= this.read(block, start)) as Remembered;
    const { facts } = kept;
    this.kept.push(kept);
    this.starts.push(start);
    if (facts.linkLike.length > 0 || facts.exampleLabels.length > 0) this.hasLabels = true;
    if (this.openQuote && facts.leadingCitation)
      this.closeQuote(shiftCitation(facts.leadingCitation, start, 0));
    this.openQuote = facts.openQuote && { node: facts.openQuote, start };
  }

  private read(block: Block, start: number): Remembered {
    const { from, length } = block;
    if (this.once) {
      const facts = readBlockFacts(this.syntax.text, block.nodes, from, from + length, this.groups);
      this.groups += facts.groups;
      return { facts };
    }
    const text = this.syntax.text.slice(start, start + length);
    // Facts outlive the text that they were read in; a part of it would keep all of it in memory.
    return { facts: readBlockFacts(` ${text}`.slice(1), block.nodes) };
  }

  private closeQuote(citation: PandocCitation): void {
    const { node, start } = this.openQuote!;
    const range = { from: node.range.from + start, to: node.range.to + start };
    this.quotations.push(blockQuotation(this.syntax.text, { kind: 'blockQuote', range }, citation));
  }

  private frontMatter(): FrontMatter | null {
    const first = this.syntax.blocks[0]?.block;
    if (first?.nodes[0]?.kind !== 'frontMatter') return null;
    const kept = first.memory as Remembered;
    return (kept.frontMatter ??= readFrontMatter(this.syntax.text.slice(0, first.length)));
  }
}

/** The facts less what turned out to be the number of an example or a link behind a bare citation. */
function withoutLabels(kept: readonly Remembered[]): BlockFacts[] {
  const linkLabels = new Set<string>();
  const exampleLabels = new Set<string>();
  for (const { facts } of kept) {
    for (const label of facts.linkLabels) linkLabels.add(label);
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
