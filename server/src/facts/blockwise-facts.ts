/** The facts of a document as those of its blocks, from which lists are put together when somebody asks for them. */
import { encloses, type TextRange } from '../text/range.ts';
import type { BlockFacts } from './block-facts.ts';
import type { DocumentFacts, FrontMatter, Quotation } from './model.ts';
import { MOVES, type FactLists, type ListName } from './shift.ts';

/**
 * The facts of some blocks in the order of their text. A class, since a getter that each object has of its own would
 * live on, with all that it holds, until the next great collection of garbage.
 */
export class BlockwiseFacts implements DocumentFacts {
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

  get headings(): FactLists['headings'] {
    return (this.known.headings ??= placedList(this.blocks, this.starts, 'headings'));
  }

  get markers(): FactLists['markers'] {
    return (this.known.markers ??= placedList(this.blocks, this.starts, 'markers'));
  }

  get definitions(): FactLists['definitions'] {
    return (this.known.definitions ??= placedList(this.blocks, this.starts, 'definitions'));
  }

  get inlineNotes(): FactLists['inlineNotes'] {
    return (this.known.inlineNotes ??= placedList(this.blocks, this.starts, 'inlineNotes'));
  }

  get citations(): FactLists['citations'] {
    return (this.known.citations ??= placedList(this.blocks, this.starts, 'citations'));
  }

  get parts(): FactLists['parts'] {
    return (this.known.parts ??= inOrder(placedList(this.blocks, this.starts, 'parts')));
  }

  get claims(): FactLists['claims'] {
    return (this.known.claims ??= inOrder(placedList(this.blocks, this.starts, 'claims')));
  }

  get claimNames(): FactLists['claimNames'] {
    return (this.known.claimNames ??= placedList(this.blocks, this.starts, 'claimNames'));
  }

  get actorMarks(): FactLists['actorMarks'] {
    return (this.known.actorMarks ??= placedList(this.blocks, this.starts, 'actorMarks'));
  }

  get quotations(): FactLists['quotations'] {
    return (this.known.quotations ??= inOrder(
      withLong(placedList(this.blocks, this.starts, 'quotations'), this.longQuotations),
    ));
  }

  get placeholders(): FactLists['placeholders'] {
    return (this.known.placeholders ??= placedList(this.blocks, this.starts, 'placeholders'));
  }

  get suppressions(): FactLists['suppressions'] {
    return (this.known.suppressions ??= placedList(this.blocks, this.starts, 'suppressions'));
  }

  get unread(): FactLists['unread'] {
    return (this.known.unread ??= placedList(this.blocks, this.starts, 'unread'));
  }

  get opaque(): FactLists['opaque'] {
    return (this.known.opaque ??= [...placedList(this.blocks, this.starts, 'opaque')].sort(outerFirst));
  }
}

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
