/** The nodes of the syntax: what our facts are made from, and no more. Offsets count from the block's start. */
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
   * Of `@key [words]`: the words, lower case, spaces folded. Where they are the label of a link, Pandoc reads
   * a link after a bare citation.
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

/** A bracketed span, a fenced div, or their HTML forms. */
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

/** A paragraph, cell or line that holds running text. */
export interface ProseNode {
  readonly kind: 'prose';
  readonly range: TextRange;
}

export interface BlockQuoteNode {
  readonly kind: 'blockQuote';
  readonly range: TextRange;
}

/** What is no prose: code, TeX, raw HTML, link targets, attributes. Comments are told apart. */
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

/** A bracket that is neither note, citation, span nor link with a target: `[words]`, `[words][label]`. */
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

/** Markup and what a reader sees in its place; only where plain text is asked for. */
export interface MarkNode {
  readonly kind: 'mark';
  readonly range: TextRange;
  readonly text: string;
  /** Raw text of another format, of which a reader sees nothing. */
  readonly raw: boolean;
}

/** The kinds of Pandoc's blocks that our facts do not need; the others have nodes of their own. */
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

/** A block of such a kind; only where the structure of a text is asked for. */
export interface OutlineNode {
  readonly kind: 'block';
  readonly block: OutlinedBlock;
  readonly range: TextRange;
}

/** Why something was not read: it nests too deep, or reading the text as a whole would take too long. */
export type UnreadReason = 'depth' | 'effort';

/** Where something may begin that was not read, and stands in the tree as plain text. */
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
  | UnreadNode;
