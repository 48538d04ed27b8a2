/** What the words of a quotation reveal: how strong the evidence is, and whether it is a quotation at all. */
import type { PreparedSource } from './model.ts';
import { SPACELESS, WORD } from './words.ts';

/** Prepositions that English titles write small, however long they are. */
const SMALL =
  /^(?:from|with|into|upon|onto|over|than|that|until|under|about|after|against|among|before|beneath|between|beyond|during|through|toward|towards|without|within)$/;

/** Whether words in quotation marks may be a title: the first word and nearly all longer ones have capitals. */
export function looksLikeTitle(words: string): boolean {
  const long = (words.match(WORD) ?? []).filter(
    (word) => word.length > 3 && /^\p{L}/u.test(word) && !SMALL.test(word),
  );
  if (long.length === 0 || !/^[^\p{L}]*\p{Lu}/u.test(words)) return false;
  const capital = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital / long.length >= 0.75 && (long.length > 1 || capital === 1);
}

/** Texts with fewer words are no sample of their language. */
const LEAST_TEXT = 400;
/** How many of the most frequent words of a text represent its language. */
const FREQUENT = 150;
/** The share of a quotation's words that must be among these. In the right language it is about a half. */
const SHARE = 0.35;
/** How much of a text is examined for frequent words, in UTF-16 units. */
const SAMPLE = 120_000;

/** Tells whether words are in the language of a text, by the most frequent words of the text. */
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

  /** Whether `words` may be in the same language: the text has some of them. Works for short texts too. */
  mayHave(words: string): boolean {
    const own = words.toLowerCase().match(WORD) ?? [];
    if (this.isSpaceless) return isSpaceless(words, own.length);
    const shared = new Set(own.filter((word) => this.vocabulary.has(word)));
    return shared.size >= Math.max(2, own.length / 6);
  }

  /** Whether `words` are certainly in the same language; false where it is uncertain. */
  speaks(words: string): boolean {
    if (!this.known) return false;
    const all = words.toLowerCase().match(WORD) ?? [];
    if (all.length < 5) return false;
    return all.filter((word) => this.frequent.has(word)).length >= SHARE * all.length;
  }
}

/** Whether a text with that number of `words` is in a script without spaces between words. */
function isSpaceless(text: string, words: number): boolean {
  return (text.match(SPACELESS)?.length ?? 0) >= words / 4 && words > 0;
}
