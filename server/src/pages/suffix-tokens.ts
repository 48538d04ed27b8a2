/** A word, a sign of punctuation or a space of a citation's suffix. */
export interface SuffixToken {
  readonly text: string;
  readonly isSpace: boolean;
  /** Offsets in the suffix. */
  readonly from: number;
  readonly to: number;
}

/** White space in all the ways that Markdown writes it, `--`, escaped signs, signs, words; asterisks only emphasize. */
const TOKEN =
  /(?:\s|\\ |&nbsp;)+|---?|\\[^\p{L}\p{N}\s]|\*+|[^\p{L}\p{N}\p{M}\s*\\&]|(?:[\p{L}\p{N}\p{M}\p{Lm}]|(?<=\p{N})[+])+|[\\&]/gu;

/**
 * The suffix of a citation in the pieces in which Pandoc looks for its locator (`splitInp`): words, single signs of
 * punctuation, spaces. Marks of emphasis are left out.
 */
export function suffixTokens(suffix: string): SuffixToken[] {
  const tokens: SuffixToken[] = [];
  for (const match of suffix.matchAll(TOKEN)) {
    const [written] = match;
    if (written.startsWith('*')) continue;
    const isSpace = /^(?:\s|\\ |&nbsp;)/.test(written);
    const text = isSpace
      ? ' '
      : written === '--'
        ? '–'
        : written === '---'
          ? '—'
          : written.replace(/^\\(?=.)/u, '');
    tokens.push({ text, isSpace, from: match.index, to: match.index + written.length });
  }
  return tokens;
}
