/** The facts of a document as those of its blocks, from which lists are put together when somebody asks for them. */
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
    /** Whether all offsets count from the document's start, whatever `starts` says. */
    private readonly arePlaced = false,
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
    return this.placed('parts', sortByPlace);
  }

  get claims(): FactLists['claims'] {
    return this.placed('claims', sortByPlace);
  }

  get claimNames(): FactLists['claimNames'] {
    return this.placed('claimNames');
  }

  get actorMarks(): FactLists['actorMarks'] {
    return this.placed('actorMarks');
  }

  get quotations(): FactLists['quotations'] {
    return this.placed('quotations', (list) => {
      list.push(...this.longQuotations);
      sortByPlace(list);
    });
  }

  get placeholders(): FactLists['placeholders'] {
    return this.placed('placeholders');
  }

  get suppressions(): FactLists['suppressions'] {
    return this.placed('suppressions');
  }

  get opaque(): FactLists['opaque'] {
    return this.placed('opaque', (list) => list.sort((a, b) => a.from - b.from || b.to - a.to));
  }

  private placed<Name extends ListName>(
    name: Name,
    finish?: (list: FactLists[Name][number][]) => void,
  ): FactLists[Name] {
    return (this.known[name] ??= placedList(
      this.blocks,
      this.arePlaced ? null : this.starts,
      name,
      finish,
    ) as FactLists[Name]);
  }
}

function placedList<Name extends ListName>(
  blocks: readonly BlockFacts[],
  starts: readonly number[] | null,
  name: Name,
  finish?: (list: FactLists[Name][number][]) => void,
): FactLists[Name][number][] {
  type One = FactLists[Name][number];
  const move = MOVES[name] as (one: One, by: number, groups: number) => One;
  const list: One[] = [];
  let groups = 0;
  for (let i = 0; i < blocks.length; i++) {
    const facts = blocks[i]!;
    if (starts) for (const one of facts[name] as readonly One[]) list.push(move(one, starts[i]!, groups));
    else for (const one of facts[name] as readonly One[]) list.push(one);
    groups += facts.groups;
  }
  finish?.(list);
  return list;
}

function sortByPlace(list: { readonly range: { readonly from: number; readonly to: number } }[]): void {
  for (let i = 1; i < list.length; i++) {
    if (list[i - 1]!.range.from > list[i]!.range.from) {
      list.sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
      return;
    }
  }
}
