/** A word, punctuation character or space of a citation suffix. */
export interface SuffixToken {
  readonly text: string;
  readonly isSpace: boolean;
  /** Offsets in the suffix. */
  readonly from: number;
  readonly to: number;
}

/** White space in all its Markdown forms, `--`, escapes, punctuation, words. Asterisks are emphasis. */
const TOKEN =
  /(?:\s|\\ |&nbsp;)+|---?|\\[^\p{L}\p{N}\s]|\*+|[^\p{L}\p{N}\p{M}\s*\\&]|(?:[\p{L}\p{N}\p{M}\p{Lm}]|(?<=\p{N})[+])+|[\\&]/gu;

/**
 * The tokens in which Pandoc searches a suffix for its locator (`splitInp`): words, single punctuation
 * characters, spaces. Emphasis marks are dropped.
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
