/** The facts of a document as those of its blocks; lists of the whole document are joined on demand. */
import { encloses, type TextRange } from '../text/range.ts';
import type { BlockFacts } from './block-facts.ts';
import type { FrontMatter, Quotation } from './model.ts';
import { type DocumentFacts, LIST_NAMES, FACT_LISTS, type FactLists, type ListName } from './fact-lists.ts';

/**
 * Lazy lists over blocks. A class, since a getter closure per object would be retained until the next major
 * garbage collection, with all it refers to.
 */
class ListsOfBlocks {
  private readonly known: { -readonly [Name in ListName]?: FactLists[Name] } = {};

  constructor(
    /** The blocks with facts, in order; unchanged blocks are the same objects. */
    readonly blocks: readonly BlockFacts[],
    /** The base of the offsets in each of `blocks`. */
    readonly starts: readonly number[],
    readonly frontMatter: FrontMatter | null = null,
    /** Quotations that span several blocks. */
    private readonly longQuotations: readonly Quotation[] = [],
  ) {}

  /** The list of that name, joined on first use. */
  list<Name extends ListName>(name: Name): FactLists[Name] {
    const known = this.known[name];
    if (known) return known;
    const placed = placedList(this.blocks, this.starts, name);
    const whole = WHOLE[name];
    const list = whole ? whole(placed, this.longQuotations) : placed;
    this.known[name] = list;
    return list;
  }
}

/** How to join lists where that is more than concatenation. */
const WHOLE: {
  readonly [Name in ListName]?: (placed: FactLists[Name], long: readonly Quotation[]) => FactLists[Name];
} = {
  parts: inOrder,
  claims: inOrder,
  quotations: (placed, long) => inOrder(withLong(placed, long)),
  opaque: (placed) => [...placed].sort(outerFirst),
};

// The getters are on the prototype.
for (const name of LIST_NAMES)
  Object.defineProperty(ListsOfBlocks.prototype, name, {
    get(this: ListsOfBlocks) {
      return this.list(name);
    },
  });

/** `ListsOfBlocks` with a getter for each fact list. */
export type BlockwiseFacts = ListsOfBlocks & DocumentFacts;
export const BlockwiseFacts = ListsOfBlocks as new (
  ...given: ConstructorParameters<typeof ListsOfBlocks>
) => BlockwiseFacts;

function placedList<Name extends ListName>(
  blocks: readonly BlockFacts[],
  starts: readonly number[],
  name: Name,
): FactLists[Name] {
  type One = FactLists[Name][number];
  if (blocks.length === 1 && starts[0] === 0) return blocks[0]![name];
  const move = FACT_LISTS[name] as (one: One, by: number, groups: number) => One;
  const list: One[] = [];
  let groups = 0;
  for (let i = 0; i < blocks.length; i++) {
    const facts = blocks[i]!;
    for (const one of facts[name] as readonly One[]) list.push(move(one, starts[i]!, groups));
    groups += facts.groups;
  }
  return list as unknown as FactLists[Name];
}

/** Adds quotations that are attributed as a whole, and drops quotations inside them. */
function withLong(list: readonly Quotation[], long: readonly Quotation[]): readonly Quotation[] {
  if (long.length === 0) return list;
  const kept = list.filter(
    ({ kind, range }) => kind === 'marked' || !long.some((whole) => encloses(whole.range, range)),
  );
  return [...kept, ...long];
}

/** The list, sorted if it is not in the order of the text. */
function inOrder<One extends { readonly range: TextRange }>(list: readonly One[]): readonly One[] {
  for (let i = 1; i < list.length; i++)
    if (list[i - 1]!.range.from > list[i]!.range.from)
      return [...list].sort((a, b) => outerFirst(a.range, b.range));
  return list;
}

function outerFirst(a: TextRange, b: TextRange): number {
  return a.from - b.from || b.to - a.to;
}
