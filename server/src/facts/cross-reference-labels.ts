import type { Token } from './model.ts';

const LABEL = /\{#([a-z]{2,8}[-:][^\s{}]+)/gi;

/** The labels for cross-references between two offsets. */
export function* labelsIn(text: string, from: number, to: number): Generator<Token> {
  for (const match of text.slice(from, to).matchAll(LABEL)) {
    const at = from + match.index + 2;
    yield { text: match[1]!, range: { from: at, to: at + match[1]!.length } };
  }
}
