import type { TextRange } from '../../server/src/text/range.ts';

/** Opaque ranges of an annotated text by a simple scan: front matter, attributes of spans, tags and link targets. */
export function opaqueOf(text: string): TextRange[] {
  const found = text.matchAll(
    /^---\n[^]*?\n---\n|(?<=\])\{[^{}\n]*\}|<\/?[a-z][^>\n]*>|(?<=\]\()[^()\s]+(?=\))/g,
  );
  return [...found].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
