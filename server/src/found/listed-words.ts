/** The words of lists of references in their order, however they were cut into entries. */

/** So many places of a word are looked at; more say no more. */
const MOST_PLACES = 500;
/** The distance of a year from the first name of its entry, at most, in UTF-16 units. */
const HEAD = 300;
/** The same of each further name from the one before. */
const NEAR = 60;
const YEAR = /(?<= )(?:1[4-9]|20)\d\d(?= )/g;
/** The first number after names, if it has too few digits for a year. */
const SPOILT = /^[^\d]*?\s([\dloi]?\d[\dloi]?)\s/;

/** Words with an index of where each stands. What was asked once is remembered. */
export class ListedWords {
  private text = ' ';
  private readonly places = new Map<string, number[]>();
  private readonly years = new Map<string, ReadonlySet<string>>();
  private readonly spoilt = new Map<string, readonly string[]>();

  /** Adds the folded words of a list. Add all before the first question. */
  add(words: readonly string[]): void {
    const parts: string[] = [];
    let at = this.text.length - 1;
    for (const word of words) {
      const places = this.places.get(word);
      if (!places) this.places.set(word, [at]);
      else if (places.length < MOST_PLACES) places.push(at);
      parts.push(word);
      at += word.length + 1;
    }
    if (parts.length > 0) this.text += `${parts.join(' ')} `;
  }

  /** The years that follow a phrase within an entry. */
  yearsAfter(words: readonly string[]): ReadonlySet<string> {
    const phrase = ` ${words.join(' ')} `;
    let years = this.years.get(phrase);
    if (!years) {
      const after = this.placesOf(words[0])
        .filter((at) => this.text.startsWith(phrase, at))
        .flatMap((at) => this.text.slice(at, at + HEAD).match(YEAR) ?? []);
      this.years.set(phrase, (years = new Set(after)));
    }
    return years;
  }

  /** The digits that follow a word where a year should, and are too few: `016`, `199`, `203` of 2o3. */
  spoiltYearsAfter(word: string): readonly string[] {
    let spoilt = this.spoilt.get(word);
    if (!spoilt) {
      const after = this.placesOf(word).flatMap((at) => {
        const [, digits] = SPOILT.exec(this.text.slice(at, at + HEAD)) ?? [];
        return digits === undefined ? [] : [digits.replace(/o/g, '0').replace(/[li]/g, '1')];
      });
      this.spoilt.set(word, (spoilt = [...new Set(after)]));
    }
    return spoilt;
  }

  /** Whether other words follow one soon, in any order. */
  areTogether(first: string, others: readonly string[]): boolean {
    return this.placesOf(first).some((at) => {
      const after = this.text.slice(at, at + others.length * NEAR);
      return others.every((other) => after.includes(` ${other} `));
    });
  }

  private placesOf(word: string | undefined): readonly number[] {
    return (word !== undefined && this.places.get(word)) || [];
  }
}
