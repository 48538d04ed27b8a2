/** Aliases that notes give works: ‘[hereinafter Borders Report]’. */

/** An alias, and the start of the words that introduce it. */
export interface WorkAlias {
  readonly at: number;
  readonly alias: string;
}

const GIVEN =
  /[([]\s?(?:hereinafter|hereafter|henceforth|(?:im )?folgenden?d?|künftig|fortan|ci-après|désormais|en adelante|d['’]ora in (?:poi|avanti)|doravante)\s?[:,]?\s(?:referred to as\s|cited as\s|zit(?:iert|\.)? als\s|abrégé\s|citado como\s)?(?:the\s)?["“”‘’«»„*_\s]*(\p{Lu}[^"“”«»)\]*_;]{1,60}?)["“”‘’«»*_.\s]*[)\]]/giu;

/** The aliases in `[from, to)` of a text, in order. */
export function aliasesIn(text: string, from: number, to: number): WorkAlias[] {
  return [...text.slice(from, to).matchAll(GIVEN)].map(({ index, 1: alias }) => ({
    at: from + index,
    alias: alias!.trim(),
  }));
}
