/** Scans of old type: blackletter, and roman type with the long s. */

import { languageOf } from './language.ts';

/** The minimum of letters, and of letters f and s, that tell anything. */
const FEW_LETTERS = 300;
const FEW_OF_BOTH = 20;
/** How many of a hundred letters are a long s where it is set and was told from f; in German, five to seven. */
const LONG_S = 0.8;
/** No language has more f than s. Where a scan has, a long s was read as f. */
const MORE_F = 1.2;
/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 200_000;
/** A word that no sign stands at which a letter may have been read as. */
const WORD = /(?<![\p{L}\p{M}<>{}|\\$£€¥©])\p{L}[\p{L}\p{M}]*(?![\p{L}\p{M}<>{}|\\$£€¥©])/gu;
/** How often a word is read in a scan that is no misreading. */
const OFTEN = 2;

/** The text of a scan of old type. */
export class OldPrint {
  /** Null where it is not certain. */
  readonly language: string | null;
  private counts: ReadonlyMap<string, number> | null = null;

  private constructor(
    private readonly text: string,
    /** Whether the long s was read as f: by a program that knows the type of today only, and misreads most words likewise. */
    private readonly isMistaken: boolean,
  ) {
    this.language = languageOf(text.slice(0, SAMPLE).replaceAll('ſ', 's'));
  }

  /** Null for a text that was set in the type of today. */
  static of(text: string): OldPrint | null {
    const sample = text.slice(0, SAMPLE);
    const letters = countOf(sample, /\p{L}/gu);
    if (letters < FEW_LETTERS) return null;
    if (countOf(sample, /ſ/g) * 100 >= LONG_S * letters) return new OldPrint(text, false);
    const [f, s] = [countOf(sample, /[fF]/g), countOf(sample, /[sS]/g)];
    return f + s >= FEW_OF_BOTH && f > MORE_F * s ? new OldPrint(text, true) : null;
  }

  /** Whether a word, in lower case and without accents, was read more than once, by a program that knows the type. */
  hasOften(word: string): boolean {
    if (this.isMistaken) return false;
    this.counts ??= countWords(this.text);
    return (this.counts.get(word) ?? 0) >= OFTEN;
  }
}

function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text.toLowerCase().replaceAll('ſ', 's').normalize('NFKD').replace(/\p{M}/gu, '');
  for (const [word] of plain.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
