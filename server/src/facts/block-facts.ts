/** The facts of one block, in offsets that count from its start; worked out once while the block stands. */
import type { BlockQuoteNode } from '../syntax/nodes.ts';
import type { Attribution } from './model.ts';
import type { FactLists } from './shift.ts';

/** A block quotation that something outside of it may attribute. */
export interface OpenQuote {
  readonly node: BlockQuoteNode;
  /** What the paragraph before it in its block tells. */
  readonly leadIn: readonly Attribution[];
  /** Nothing stands before it in its block: then the block before may lead in. */
  readonly isFirst: boolean;
}

/** Lists of facts, with groups of citations that count from 0 in this block, and what else the document asks of it. */
export interface BlockFacts extends FactLists {
  readonly groups: number;
  /** What links are known by in this block, as it is written: labels of definitions, headings. */
  readonly linkLabels: readonly string[];
  readonly exampleLabels: readonly string[];
  /** Of groups `@key [words]`: the words, in case they are the label of a link. */
  readonly linkLike: readonly { readonly group: number; readonly label: string }[];
  /** A block quotation at the end of the block that no citation ends. */
  readonly openQuote: OpenQuote | null;
  /** What the paragraph that the block ends with tells of a block quotation after it. */
  readonly leadIn: readonly Attribution[];
  /** The citation that the block begins with, if it does. */
  readonly leadingCitation: Attribution | null;
}

/** Facts in the making. */
export type Building = { -readonly [Name in keyof BlockFacts]: BlockFacts[Name] };

/** Most lists of most blocks are empty: they all are this one. */
export const NONE: readonly never[] = [];

/** A list of a block with one more at its end. */
export function and<One>(list: readonly One[], one: One): readonly One[] {
  if (list === NONE) return [one];
  (list as One[]).push(one);
  return list;
}

/** Facts to which others may be added. */
export function nothing(): Building {
  // Written out, for the engine: one made of a list of names has its members in a hash table, and so has every copy.
  return {
    headings: NONE,
    markers: NONE,
    definitions: NONE,
    inlineNotes: NONE,
    citations: NONE,
    parts: NONE,
    claims: NONE,
    claimNames: NONE,
    actorMarks: NONE,
    quotations: NONE,
    placeholders: NONE,
    slips: NONE,
    lost: NONE,
    suppressions: NONE,
    inclusions: NONE,
    built: NONE,
    labels: NONE,
    unread: NONE,
    opaque: NONE,
    groups: 0,
    linkLabels: NONE,
    exampleLabels: NONE,
    linkLike: NONE,
    openQuote: null,
    leadIn: NONE,
    leadingCitation: null,
  };
}

/** The facts of a block without nodes of its own. */
export const NO_FACTS: BlockFacts = nothing();
