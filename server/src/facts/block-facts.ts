/** The facts of one block, with offsets relative to it; derived once while the block is unchanged. */
import type { BlockQuoteNode } from '../syntax/nodes.ts';
import type { Attribution } from './model.ts';
import type { FactLists } from './shift.ts';

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

/** Most lists of most blocks are empty, and share this object. */
export const NONE: readonly never[] = [];

/** The list with one more item. */
export function and<One>(list: readonly One[], one: One): readonly One[] {
  if (list === NONE) return [one];
  (list as One[]).push(one);
  return list;
}

/** Empty facts, to be filled. */
export function nothing(): Building {
  // A literal, so that V8 gives the object a hidden class; one built from a list of names would be in
  // dictionary mode, and so would every copy.
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
