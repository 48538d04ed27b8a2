/** The facts of a document as those of its blocks, from which lists are put together when somebody asks for them. */
import { encloses, type TextRange } from '../text/range.ts';
import type { BlockFacts } from './block-facts.ts';
import type { DocumentFacts, FrontMatter, Quotation } from './model.ts';
import { LIST_NAMES, MOVES, type FactLists, type ListName } from './shift.ts';

/**
 * The facts of some blocks in the order of their text. A class, since a getter that each object has of its own would
 * live on, with all that it holds, until the next great collection of garbage.
 */
class ListsOfBlocks {
  private readonly known: { -readonly [Name in ListName]?: FactLists[Name] } = {};

  constructor(
    /** Of the blocks that have any, in order: the same objects for as long as they say the same. */
    readonly blocks: readonly BlockFacts[],
    /** Where the offsets in each of `blocks` count from. */
    readonly starts: readonly number[],
    readonly frontMatter: FrontMatter | null = null,
    /** Those that reach over several blocks. */
    private readonly longQuotations: readonly Quotation[] = [],
  ) {}

  /** A list, put together when it is first asked for. */
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

/** What the lists of the blocks come to in the document, where that is more than one after another. */
const WHOLE: {
  readonly [Name in ListName]?: (placed: FactLists[Name], long: readonly Quotation[]) => FactLists[Name];
} = {
  parts: inOrder,
  claims: inOrder,
  quotations: (placed, long) => inOrder(withLong(placed, long)),
  opaque: (placed) => [...placed].sort(outerFirst),
};

// A getter for each list stands on the prototype.
for (const name of LIST_NAMES)
  Object.defineProperty(ListsOfBlocks.prototype, name, {
    get(this: ListsOfBlocks) {
      return this.list(name);
    },
  });

/** As `ListsOfBlocks`, with a getter for each list of facts. */
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
  const move = MOVES[name] as (one: One, by: number, groups: number) => One;
  const list: One[] = [];
  let groups = 0;
  for (let i = 0; i < blocks.length; i++) {
    const facts = blocks[i]!;
    for (const one of facts[name] as readonly One[]) list.push(move(one, starts[i]!, groups));
    groups += facts.groups;
  }
  return list as unknown as FactLists[Name];
}

/** With the quotations that are attributed as a whole; what is quoted within them is theirs. */
function withLong(list: readonly Quotation[], long: readonly Quotation[]): readonly Quotation[] {
  if (long.length === 0) return list;
  const kept = list.filter(
    ({ kind, range }) => kind === 'marked' || !long.some((whole) => encloses(whole.range, range)),
  );
  return [...kept, ...long];
}

/** The list itself where it is in the order of the text, else one that is. */
function inOrder<One extends { readonly range: TextRange }>(list: readonly One[]): readonly One[] {
  for (let i = 1; i < list.length; i++)
    if (list[i - 1]!.range.from > list[i]!.range.from)
      return [...list].sort((a, b) => outerFirst(a.range, b.range));
  return list;
}

function outerFirst(a: TextRange, b: TextRange): number {
  return a.from - b.from || b.to - a.to;
}
