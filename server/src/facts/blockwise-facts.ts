/** The facts of a document as those of its blocks, from which lists are put together when somebody asks for them. */
import type { TextRange } from '../text/range.ts';
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
    return this.placed('headings');
  }

  get markers(): FactLists['markers'] {
    return this.placed('markers');
  }

  get definitions(): FactLists['definitions'] {
    return this.placed('definitions');
  }

  get inlineNotes(): FactLists['inlineNotes'] {
    return this.placed('inlineNotes');
  }

  get citations(): FactLists['citations'] {
    return this.placed('citations');
  }

  get parts(): FactLists['parts'] {
    return this.placed('parts', inOrder);
  }

  get claims(): FactLists['claims'] {
    return this.placed('claims', inOrder);
  }

  get claimNames(): FactLists['claimNames'] {
    return this.placed('claimNames');
  }

  get actorMarks(): FactLists['actorMarks'] {
    return this.placed('actorMarks');
  }

  get quotations(): FactLists['quotations'] {
    const { longQuotations } = this;
    return this.placed('quotations', (list) =>
      inOrder(longQuotations.length > 0 ? [...list, ...longQuotations] : list),
    );
  }

  get placeholders(): FactLists['placeholders'] {
    return this.placed('placeholders');
  }

  get suppressions(): FactLists['suppressions'] {
    return this.placed('suppressions');
  }

  get opaque(): FactLists['opaque'] {
    return this.placed('opaque', (list) => [...list].sort(outerFirst));
  }

  private placed<Name extends ListName>(
    name: Name,
    finish?: (list: FactLists[Name]) => FactLists[Name],
  ): FactLists[Name] {
    const known = this.known[name] as FactLists[Name] | undefined;
    if (known) return known;
    const list = placedList(this.blocks, this.starts, name);
    return (this.known[name] = finish ? finish(list) : list);
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
