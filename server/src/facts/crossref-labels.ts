/** The labels that pandoc-crossref gives figures, tables, equations, sections and listings: `{#fig:harbour}`. */
import type { Token } from './model.ts';

const LABEL = /\{#((?:fig|tbl|eq|sec|lst):[^\s{}]+)/gi;

/** The labels of pandoc-crossref between two offsets of a text. */
export function* labelsIn(text: string, from: number, to: number): Generator<Token> {
  for (const match of text.slice(from, to).matchAll(LABEL)) {
    const at = from + match.index + 2;
    yield { text: match[1]!, range: { from: at, to: at + match[1]!.length } };
  }
}
