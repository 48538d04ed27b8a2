/** The facts of one block, with offsets relative to it; derived once while the block is unchanged. */
import type { BlockQuoteNode } from '../syntax/nodes.ts';
import type { Attribution } from './model.ts';
import { NO_LISTS, NONE, type FactLists } from './fact-lists.ts';

/** A block quotation that may be attributed by text outside it. */
export interface OpenQuote {
  readonly node: BlockQuoteNode;
  /** The attributions from the paragraph before it in its block. */
  readonly leadIn: readonly Attribution[];
  /** Whether nothing precedes it in its block, so that the block before may lead in. */
  readonly isFirst: boolean;
}

/** The fact lists of a block, whose citation groups count from 0, and data for joining it with its neighbours. */
export interface BlockFacts extends FactLists {
  readonly groups: number;
  /** Labels by which links may refer to this block, as written: of link definitions and headings. */
  readonly linkLabels: readonly string[];
  readonly exampleLabels: readonly string[];
  /** For groups `@key [words]`: the words, which may be the label of a link. */
  readonly linkLike: readonly { readonly group: number; readonly label: string }[];
  /** A block quotation at the end of the block that no citation ends. */
  readonly openQuote: OpenQuote | null;
  /** The attributions that the block's last paragraph gives to a block quotation after it. */
  readonly leadIn: readonly Attribution[];
  /** The citation at the start of the block, if any. */
  readonly leadingCitation: Attribution | null;
}

/** Mutable facts. */
export type Building = { -readonly [Name in keyof BlockFacts]: BlockFacts[Name] };

/** The list with one more item. */
export function and<One>(list: readonly One[], one: One): readonly One[] {
  if (list === NONE) return [one];
  (list as One[]).push(one);
  return list;
}

/** The facts of a block without nodes of its own. */
export const NO_FACTS: BlockFacts = {
  ...NO_LISTS,
  groups: 0,
  linkLabels: NONE,
  exampleLabels: NONE,
  linkLike: NONE,
  openQuote: null,
  leadIn: NONE,
  leadingCitation: null,
};

/** Empty facts, to be filled. */
export function nothing(): Building {
  return { ...NO_FACTS };
}
