/** The nodes of the syntax tree: only what facts are made from. Offsets are relative to the block. */
import type { TextRange } from '../text/range.ts';
import type { Attributes, CitationMode } from './model.ts';

/** One work within a citation. */
export interface CitedItem {
  readonly mode: CitationMode;
  readonly key: string;
  readonly keyRange: TextRange;
  readonly range: TextRange;
  readonly prefixRange: TextRange;
  readonly suffixRange: TextRange;
}

export interface CiteNode {
  readonly kind: 'cite';
  readonly range: TextRange;
  readonly items: readonly CitedItem[];
  /**
   * For `@key [words]`: the words in lower case, with spaces folded. If they are the label of a link, Pandoc
   * reads a bare citation and a link.
   */
  readonly linkLabel: string | null;
}

export interface MarkerNode {
  readonly kind: 'marker';
  readonly range: TextRange;
  readonly label: string;
}

export interface InlineNoteNode {
  readonly kind: 'inlineNote';
  readonly range: TextRange;
  readonly bodyRange: TextRange;
}

export interface DefinitionNode {
  readonly kind: 'definition';
  readonly range: TextRange;
  readonly label: string;
  readonly labelRange: TextRange;
  readonly bodyRange: TextRange;
}

/** A bracketed span, a fenced div, or the HTML form of either. */
export interface PartNode {
  readonly kind: 'span' | 'div';
  readonly range: TextRange;
  readonly contentRange: TextRange;
  readonly attributes: Attributes;
}

export interface HeadingNode {
  readonly kind: 'heading';
  readonly range: TextRange;
  readonly contentRange: TextRange;
  readonly level: number;
  readonly attributes: Attributes | null;
}

/** A paragraph, cell or line of running text. */
export interface ProseNode {
  readonly kind: 'prose';
  readonly range: TextRange;
  /** In a plain text: no sign in it is markup, nor was meant as such. */
  readonly isPlain?: true;
}

export interface BlockQuoteNode {
  readonly kind: 'blockQuote';
  readonly range: TextRange;
}

/** What is no prose: code, TeX, raw HTML, link targets, attributes. Comments have a kind of their own. */
export interface OpaqueNode {
  readonly kind: 'opaque' | 'comment' | 'frontMatter';
  readonly range: TextRange;
}

/** `[words](target)` or `![words](target)`. */
export interface LinkNode {
  readonly kind: 'link';
  readonly range: TextRange;
  readonly contentRange: TextRange;
}

/** A bracket that is no note, citation, span or link with a target: `[words]`, `[words][label]`. */
export interface BracketNode {
  readonly kind: 'bracket';
  readonly range: TextRange;
  readonly label: string;
}

/** The definition of a link, `[label]: target`. */
export interface LinkDefinitionNode {
  readonly kind: 'linkDefinition';
  readonly range: TextRange;
  readonly label: string;
}

/** The label of an example, `(@label)`. */
export interface ExampleNode {
  readonly kind: 'example';
  readonly range: TextRange;
  readonly label: string;
}

/** Cells of a row that a pipe table has no columns for: Pandoc leaves them out. */
export interface SurplusNode {
  readonly kind: 'surplus';
  readonly range: TextRange;
}

/** Markup and the text printed in its place; only in detailed readings. */
export interface MarkNode {
  readonly kind: 'mark';
  readonly range: TextRange;
  readonly text: string;
  /** Raw text of another format, which is not printed. */
  readonly raw: boolean;
}

/** Kinds of Pandoc's blocks that no facts are made from. */
export type OutlinedBlock =
  | 'paragraph'
  | 'code'
  | 'rule'
  | 'table'
  | 'lineBlock'
  | 'bulletList'
  | 'numberedList'
  | 'definitionList'
  | 'item';

/** A block of such a kind; only in outlined readings. */
export interface OutlineNode {
  readonly kind: 'block';
  readonly block: OutlinedBlock;
  readonly range: TextRange;
}

/** Why something was not read: it is nested too deeply, or reading it would take too long. */
export type UnreadReason = 'depth' | 'effort';

/** The offset of something that was not read and counts as plain text. */
export interface UnreadNode {
  readonly kind: 'unread';
  readonly range: TextRange;
  readonly reason: UnreadReason;
}

export type SyntaxNode =
  | MarkNode
  | OutlineNode
  | CiteNode
  | MarkerNode
  | InlineNoteNode
  | DefinitionNode
  | PartNode
  | HeadingNode
  | ProseNode
  | BlockQuoteNode
  | OpaqueNode
  | LinkNode
  | BracketNode
  | LinkDefinitionNode
  | ExampleNode
  | SurplusNode
  | UnreadNode;
