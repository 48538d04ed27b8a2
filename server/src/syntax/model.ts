import type { TextRange } from '../text/range.ts';

/** A piece of text and its range. */
export interface Token {
  readonly text: string;
  readonly range: TextRange;
}

/** The attributes of a bracketed span, fenced div, header, code span…: `{#id .class key="value"}`. */
export interface Attributes {
  /** From `{` to `}`. */
  readonly range: TextRange;
  readonly id: Token | null;
  readonly classes: readonly Token[];
  /** In order, with duplicates. `key` and `value` exclude the `=` and the quotation marks. */
  readonly pairs: readonly { readonly key: Token; readonly value: Token }[];
}

/** Pandoc's three ways of citing, under Pandoc's names. */
export type CitationMode = 'NormalCitation' | 'AuthorInText' | 'SuppressAuthor';
