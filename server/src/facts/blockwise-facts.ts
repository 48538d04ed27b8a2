/** The facts of a document as those of its blocks, from which lists are put together when somebody asks for them. */
import type { BlockFacts } from './block-facts.ts';
import type { DocumentFacts, FrontMatter, Quotation } from './model.ts';
import { MOVES, type FactLists, type ListName } from './shift.ts';

/** The facts of a document, with those of its blocks. */
export interface BlockwiseFacts extends DocumentFacts {
  /** Of the blocks that have any, in order: the same objects for as long as they say the same. */
  readonly blocks: readonly BlockFacts[];
  /** Where the offsets in each of `blocks` count from. */
  readonly starts: readonly number[];
}

/**
 * The facts of some blocks in the order of their text; offsets in `blocks[i]` count from `starts[i]`. `quotations`
 * are those that reach over several blocks.
 */
export function blockwiseFacts(
  blocks: readonly BlockFacts[],
  starts: readonly number[],
  frontMatter: FrontMatter | null = null,
  quotations: readonly Quotation[] = [],
): BlockwiseFacts {
  const known: { -readonly [Name in ListName]?: FactLists[Name] } = {};
  const placed = <Name extends ListName>(name: Name, finish?: (list: FactLists[Name][number][]) => void) =>
    (known[name] ??= placedList(blocks, starts, name, finish) as FactLists[Name]);
  return {
    frontMatter,
    blocks,
    starts,
    get headings() {
      return placed('headings');
    },
    get markers() {
      return placed('markers');
    },
    get definitions() {
      return placed('definitions');
    },
    get inlineNotes() {
      return placed('inlineNotes');
    },
    get citations() {
      return placed('citations');
    },
    get parts() {
      return placed('parts', sortByPlace);
    },
    get claims() {
      return placed('claims', sortByPlace);
    },
    get claimNames() {
      return placed('claimNames');
    },
    get actorMarks() {
      return placed('actorMarks');
    },
    get quotations() {
      return placed('quotations', (list) => {
        list.push(...quotations);
        sortByPlace(list);
      });
    },
    get placeholders() {
      return placed('placeholders');
    },
    get suppressions() {
      return placed('suppressions');
    },
    get opaque() {
      return placed('opaque', (list) => list.sort((a, b) => a.from - b.from || b.to - a.to));
    },
  };
}

function placedList<Name extends ListName>(
  blocks: readonly BlockFacts[],
  starts: readonly number[],
  name: Name,
  finish?: (list: FactLists[Name][number][]) => void,
): FactLists[Name][number][] {
  type One = FactLists[Name][number];
  const move = MOVES[name] as (one: One, by: number, groups: number) => One;
  const list: One[] = [];
  let groups = 0;
  for (let i = 0; i < blocks.length; i++) {
    const facts = blocks[i]!;
    const start = starts[i]!;
    for (const one of facts[name] as readonly One[]) list.push(move(one, start, groups));
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
