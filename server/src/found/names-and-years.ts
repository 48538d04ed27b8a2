import { lastAtMost } from '../text/bisect.ts';

const YEAR = /(?:1[4-9]|20)(?=\d\d)/g;
const CAPITAL_OR_LINE_END = /\p{Lu}(?=\p{L})|[\n\r\u2028\u2029]/gu;

/** The offsets at which a global regular expression matches, in order. */
export function startsOf(text: string, expression: RegExp): number[] {
  return Array.from(text.matchAll(expression), ({ index }) => index);
}

/** The years of a text after a capitalised word in their line. Found in one pass, queried by binary search. */
export class NamesAndYears {
  private readonly years: number[] = [];
  /** For each year the last such word before it. */
  private readonly names: number[] = [];

  constructor(text: string) {
    const years = startsOf(text, YEAR);
    let name = -1;
    let next = 0;
    const takeYears = (to: number): void => {
      for (; next < years.length && years[next]! < to; next++) {
        if (name < 0 || years[next]! < name + 2) continue;
        this.years.push(years[next]!);
        this.names.push(name);
      }
    };
    for (const { 0: found, index } of text.matchAll(CAPITAL_OR_LINE_END)) {
      takeYears(index);
      name = /\p{Lu}/u.test(found) ? index : -1;
    }
    takeYears(text.length);
  }

  /** Whether a name and a year after it in its line are in `[from, to)`. */
  areIn(from: number, to: number): boolean {
    const last = lastAtMost(this.years, to - 4);
    return last >= 0 && this.names[last]! >= from;
  }
}
