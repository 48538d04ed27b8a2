import type { Token } from './model.ts';

/** Attributes, of which the label need not be the first, or the tag of a div or span. */
const LABEL =
  /(?:\{(?:[^{}\n]{0,200}[ \t])?#|<(?:div|span|figure)\b[^<>\n]{0,200}\bid=["']?)([a-z]{2,8}[-:][^\s{}<>"']+)/gi;

/** The labels for cross-references between two offsets. */
export function* labelsIn(text: string, from: number, to: number): Generator<Token> {
  for (const match of text.slice(from, to).matchAll(LABEL)) {
    const at = from + match.index + match[0].length - match[1]!.length;
    yield { text: match[1]!, range: { from: at, to: at + match[1]!.length } };
  }
}
