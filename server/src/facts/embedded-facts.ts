/** Facts of texts inside other texts, moved to their places there. */
import { originOf, type Origins } from '../syntax/excerpt.ts';
import type { Block, PlacedBlock } from '../syntax/reading.ts';
import { parseOnce } from '../syntax/tree.ts';
import type { TextRange } from '../text/range.ts';
import { and, type BlockFacts, type Building } from './block-facts.ts';
import type { EmbeddedText } from './metadata-texts.ts';
import type { PandocCitation, Quotation, Token } from './model.ts';

/**
 * Adds the facts of a text inside a block: its citations, note calls and note definitions. Its origins count
 * from `base`; `read` gives its facts in its own offsets.
 */
export function addEmbedded(
  building: Building,
  { excerpt, counts }: EmbeddedText,
  base: number,
  read: (text: string, blocks: Iterable<Block>) => BlockFacts,
): void {
  const { text } = excerpt;
  if (!/[@^]/.test(text)) return;
  const facts = read(text, allBlocks(parseOnce(text).blocks));
  const place = placer(excerpt, base);
  const before = building.groups;
  for (const citation of facts.citations)
    // Outside brackets `@name` may be a handle.
    if (counts === 'all' || citation.mode !== 'AuthorInText')
      building.citations = and(building.citations, placedCitation(citation, place, before));
  building.groups += facts.groups;
  for (const { label, range, inNote } of facts.markers)
    building.markers = and(building.markers, { label, range: place(range), inNote });
  for (const { label, labelRange, range, bodyRange } of facts.definitions)
    building.definitions = and(building.definitions, {
      label,
      labelRange: place(labelRange),
      range: place(range),
      bodyRange: place(bodyRange),
    });
  for (const { range, bodyRange } of facts.inlineNotes)
    building.inlineNotes = and(building.inlineNotes, { range: place(range), bodyRange: place(bodyRange) });
  if (counts === 'all')
    for (const quotation of facts.quotations)
      building.quotations = and(building.quotations, placedQuotation(quotation, place));
}

function placedQuotation(one: Quotation, place: (range: TextRange) => TextRange): Quotation {
  const token = (word: Token | null) => word && { text: word.text, range: place(word.range) };
  return {
    kind: one.kind,
    range: place(one.range),
    contentRange: place(one.contentRange),
    from: token(one.from),
    at: token(one.at),
    attributions: one.attributions.map((each) => ({ ...each, range: place(each.range), at: token(each.at) })),
    disclaimer: one.disclaimer,
  };
}

function placedCitation(
  one: PandocCitation,
  place: (range: TextRange) => TextRange,
  groups: number,
): PandocCitation {
  return {
    mode: one.mode,
    key: one.key,
    keyRange: place(one.keyRange),
    intent: one.intent,
    range: place(one.range),
    prefixRange: place(one.prefixRange),
    suffixRange: place(one.suffixRange),
    ...(one.doubt && { doubt: one.doubt }),
    locator: one.locator && { ...one.locator, range: place(one.locator.range) },
    group: one.group + groups,
    inNote: one.inNote,
  };
}

/** Maps ranges of an excerpt to the text that it was taken from. */
function placer(origins: Origins, base: number): (range: TextRange) => TextRange {
  return ({ from, to }) => {
    const start = base + originOf(origins, from);
    return { from: start, to: to > from ? base + originOf(origins, to - 1) + 1 : start };
  };
}

/** Blocks with nodes, each before those inside it. */
function* allBlocks(blocks: readonly PlacedBlock[]): Generator<Block> {
  for (const { block } of blocks) {
    if (block.nodes.length > 0) yield block;
    if (block.children.length > 0) yield* allBlocks(block.children);
  }
}
