/** What the words of a quotation tell of it: how much they prove, and whether they are a quotation at all. */
import type { PreparedSource } from './model.ts';
import { SPACELESS, WORD } from './words.ts';

/**
 * Whether words in quotation marks may well be a title: they begin with a capital, and so do nearly all of the
 * longer ones.
 */
export function looksLikeTitle(words: string): boolean {
  const long = (words.match(WORD) ?? []).filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  if (long.length === 0 || !/^[^\p{L}]*\p{Lu}/u.test(words)) return false;
  const capital = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital / long.length >= 0.75 && (long.length > 1 || capital === 1);
}

/** Texts of fewer words say little of their language. */
const LEAST_TEXT = 400;
/** Words of a text that stand for its language: this many of the most frequent. */
const FREQUENT = 150;
/** The share of a quotation's words that must be among them. In its own language it is about a half. */
const SHARE = 0.35;
/** How far a text is read for its frequent words. */
const SAMPLE = 120_000;

/** Tells whether words are in the language of a text, by the words that the text uses most. */
export class LanguageOfText {
  private readonly frequent: ReadonlySet<string>;
  private readonly known: boolean;
  private readonly vocabulary: ReadonlySet<string>;
  private readonly isSpaceless: boolean;

  constructor({ text, folded }: PreparedSource) {
    const counts = new Map<string, number>();
    let total = 0;
    for (const [word] of folded.key.slice(0, SAMPLE).matchAll(WORD)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      total++;
    }
    this.vocabulary = new Set(counts.keys());
    this.isSpaceless = isSpaceless(text.slice(0, SAMPLE), total);
    this.known = total >= LEAST_TEXT && !this.isSpaceless;
    this.frequent = new Set(
      [...counts]
        .filter(([word, count]) => count > 1 && !/\d/.test(word))
        .sort((a, b) => b[1] - a[1])
        .slice(0, FREQUENT)
        .map(([word]) => word),
    );
  }

  /** Whether `words` may well be in the same language: some of them are words of the text, be it short. */
  mayHave(words: string): boolean {
    const own = words.toLowerCase().match(WORD) ?? [];
    if (this.isSpaceless) return isSpaceless(words, own.length);
    const shared = new Set(own.filter((word) => this.vocabulary.has(word)));
    return shared.size >= Math.max(2, own.length / 6);
  }

  /** Whether `words` are certainly in the same language; false where it cannot be told. */
  speaks(words: string): boolean {
    if (!this.known) return false;
    const all = words.toLowerCase().match(WORD) ?? [];
    if (all.length < 5) return false;
    return all.filter((word) => this.frequent.has(word)).length >= SHARE * all.length;
  }
}

/** Whether a text of so many `words` is in a script that sets no spaces between them. */
function isSpaceless(text: string, words: number): boolean {
  return (text.match(SPACELESS)?.length ?? 0) >= words / 4 && words > 0;
}
