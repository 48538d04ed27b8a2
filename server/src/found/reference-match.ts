import { distance } from 'fastest-levenshtein';
import { folded, foldedWords } from './folding.ts';
import type { FoundName, PageSpan } from './model.ts';
import { comparable, isFirstOfTwo, sameName } from './names.ts';
import type { ComparableName } from './names.ts';

/** The part of a work that matching needs: of an entry in the text's own list, or in a bibliography. */
export interface Citable {
  readonly names: readonly FoundName[];
  /** Four digits. */
  readonly year: string | null;
  readonly yearSuffix: string;
  /** Further years that may be cited instead. */
  readonly otherYears?: readonly string[];
  readonly title?: string | null;
  /** Pages of an article or chapter. */
  readonly pages?: PageSpan | null;
}

export interface NameMatch {
  /** Works with the cited names, year and letter. */
  readonly exact: readonly number[];
  /** Similar works: by the first author, with another year or other co-authors. */
  readonly near: readonly number[];
}

/** The maximum number of similar works. */
const MOST_NEAR = 12;
const NOTHING: NameMatch = { exact: [], near: [] };

/** Finds works by the names, year and letter of a citation. Results are cached. */
export class ReferenceIndex {
  private readonly names: readonly (readonly ComparableName[])[];
  /** Word of the first author's name → works. */
  private readonly byWord = new Map<string, number[]>();
  private readonly known = new Map<string, number[]>();
  private readonly words = new Map<string, readonly string[]>();
  private readonly works_ = new Map<string, readonly number[]>();
  private readonly companies = new Map<string, readonly number[]>();
  private readonly matches = new Map<string, NameMatch>();
  private readonly shorter = new Map<string, readonly number[]>();
  private readonly led = new Map<string, readonly number[]>();
  private readonly onlyLed = new Map<string, readonly number[]>();
  private readonly dated = new WeakMap<readonly number[], Map<string, readonly number[]>>();
  private readonly years = new WeakMap<readonly number[], ReadonlyMap<string, readonly number[]>>();

  private speltOut: ReferenceIndex | undefined;
  private byYear: ReadonlyMap<string, readonly number[]> | undefined;

  /** @param isSpeltOut whether the names were prepared by `withoutUmlauts` */
  constructor(
    readonly works: readonly Citable[],
    private readonly isSpeltOut = false,
  ) {
    this.names = works.map((work) => work.names.map(comparable));
    this.names.forEach((names, work) => {
      const [first] = names;
      if (!first) return;
      for (const word of new Set([...edges(first.family), ...first.acronyms, ...first.ends]))
        add(this.byWord, word, work);
      for (const name of names)
        for (const word of new Set([...edges(name.family), ...name.ends])) add(this.known, word, work);
      // ‘BauerKaase’: a hyphen was lost at a line end.
      for (const name of names) {
        if (name.isBody || name.family.length < 2) continue;
        add(this.known, name.family.join(''), work);
        if (name === first) add(this.byWord, name.family.join(''), work);
      }
    });
  }

  /** Whether the name of any first author begins or ends with a word of this name. */
  knows(word: string): boolean {
    return this.wordsOf(word).some((part) => this.byWord.has(part));
  }

  /** Works of which this person or organisation is an author. */
  worksOf(name: string): readonly number[] {
    return remembered(this.works_, name, () => {
      const cited = this.wordsOf(name);
      return this.at(this.known, cited).filter((work) =>
        this.names[work]!.some((other) => sameName(cited, other)),
      );
    });
  }

  /** Works by exactly these authors, of any year. */
  worksBy(names: readonly string[], etAl: boolean): readonly number[] {
    return remembered(this.companies, `${etAl}|${names.join('|')}`, () => {
      const cited = names.map((name) => this.wordsOf(name));
      const first = cited[0];
      if (!first) return [];
      const works = this.at(this.byWord, [...first, ...(cited[1] ?? [])]);
      const exact = works.filter((work) => this.sameCompany(cited, etAl, work, sameName));
      return exact.length > 0
        ? exact
        : works.filter((work) => this.sameCompany(cited, etAl, work, isNamedShorter));
    });
  }

  /** As `worksBy`, where at least one author is cited by one of several family names. */
  private worksByShorter(names: readonly string[], etAl: boolean): readonly number[] {
    return remembered(this.shorter, `${etAl}|${names.join('|')}`, () => {
      const cited = names.map((name) => this.wordsOf(name));
      if (!cited[0]) return [];
      const works = this.at(this.byWord, [...cited[0], ...(cited[1] ?? [])]);
      const shorter = works.filter((work) => this.sameCompany(cited, etAl, work, isNamedShorter));
      if (shorter.length > 0 || cited.length < 2) return shorter;
      // The last of several family names is enough if another author is named in full.
      return works.filter(
        (work) =>
          this.sameCompany(cited, etAl, work, isNamedByLast) &&
          cited.some((words) => this.names[work]!.some((own) => sameName(words, own))),
      );
    });
  }

  /** Filters `works` by `year`, and by the letter `suffix` if there is one. */
  ofYear(works: readonly number[], year: string | null, suffix: string): readonly number[] {
    let years = this.dated.get(works);
    if (!years) this.dated.set(works, (years = new Map<string, readonly number[]>()));
    return remembered(years, `${year}${suffix}`, () => {
      const ofIt = this.inYear(works, year).filter((work) => this.sameYear(work, year, suffix));
      if (suffix !== '' || ofIt.length < 2) return ofIt;
      // A year without a letter cites the work without one.
      const plain = ofIt.filter(
        (work) => this.works[work]!.yearSuffix === '' && this.works[work]!.year === year,
      );
      return plain.length > 0 ? plain : ofIt;
    });
  }

  /** The works of a list that may be cited with this year, with any letter. Of one list object any year takes one pass. */
  private inYear(works: readonly number[], year: string | null): readonly number[] {
    let years = this.years.get(works);
    if (!years) {
      const grouped = new Map<string, number[]>();
      for (const work of works) {
        const { year: own, otherYears = [] } = this.works[work]!;
        for (const one of new Set([own ?? '', ...otherYears])) add(grouped, one, work);
      }
      this.years.set(works, (years = grouped));
    }
    return years.get(year ?? '') ?? [];
  }

  /** Works that a citation may mean. `suffix` is the letter after the year, or empty. */
  match(names: readonly string[], etAl: boolean, year: string | null, suffix: string): NameMatch {
    const [name] = names;
    if (name === undefined || this.wordsOf(name).length === 0) return NOTHING;
    return remembered(this.matches, `${etAl}|${year}${suffix}|${names.join('|')}`, () => {
      const company = this.worksBy(names, etAl);
      const exact = this.likest(names, etAl, this.ofYear(company, year, suffix));
      if (exact.length > 0) return { exact, near: [] };
      const joined = this.joinedNames(names, year, suffix);
      if (joined.length > 0) return { exact: joined, near: [] };
      const speltOut = this.otherwiseSpelt()?.match(names.map(withoutUmlauts), etAl, year, suffix);
      if (speltOut && speltOut.exact.length > 0) return speltOut;
      const shorter = this.ofYear(this.worksByShorter(names, etAl), year, suffix);
      if (shorter.length > 0) return { exact: this.likest(names, etAl, shorter), near: [] };
      const abbreviated = this.abbreviated(names, year, suffix);
      if (abbreviated.length === 1) return { exact: abbreviated, near: [] };
      const ofYear = (work: number): boolean => this.works[work]!.year === year;
      const of = this.inYear(this.worksOf(name), year);
      const near = new Set([
        ...firsts(this.inYear(company, year), ofYear),
        ...firsts(company, (work) => !ofYear(work)),
        ...firsts(of, ofYear),
        ...firsts(of, (work) => !ofYear(work)),
      ]);
      if (![...near].some(ofYear)) for (const work of this.misspelt(name, year)) near.add(work);
      if (near.size === 0 && etAl) for (const work of this.onlyLedBy(name)) near.add(work);
      const sorted = [...near].sort(ascending);
      // A letter’s difference is likelier than another year.
      const likely = [...sorted.filter(ofYear), ...sorted.filter((work) => !ofYear(work))];
      return { exact: [], near: likely.slice(0, MOST_NEAR) };
    });
  }

  /**
   * Works of that year and letter by this first author and others. If there is no work by that author alone, such a
   * work is meant even if the others are not named.
   */
  ledBy(name: string, year: string | null, suffix: string): readonly number[] {
    if (year === null) return [];
    return remembered(this.led, `${year}${suffix}|${name}`, () => {
      const cited = this.wordsOf(name);
      return this.inYear(this.worksOf(name), year).filter(
        (work) => this.sameYear(work, year, suffix) && sameName(cited, this.names[work]![0]!),
      );
    });
  }

  /** The work of this first author, if there is one only. */
  private onlyLedBy(name: string): readonly number[] {
    return remembered(this.onlyLed, name, () => {
      const cited = this.wordsOf(name);
      const works = this.worksOf(name).filter((work) => sameName(cited, this.names[work]![0]!));
      return works.length === 1 ? works : [];
    });
  }

  /** ‘Fajen-Warren (2003)’: works of two authors whose names are joined by a hyphen. */
  private joinedNames(names: readonly string[], year: string | null, suffix: string): readonly number[] {
    const [name] = names;
    const parts = name?.split(/[-–]/) ?? [];
    if (year === null || names.length > 1 || parts.length !== 2) return [];
    return this.ofYear(this.worksBy(parts, false), year, suffix);
  }

  /** ‘HGA (2003)’: works of that year by a body whose name has these letters: *Hafengewerbeamt*. */
  private abbreviated(names: readonly string[], year: string | null, suffix: string): readonly number[] {
    const [name] = names;
    if (name === undefined || names.length > 1 || year === null || !/^\p{Lu}{2,6}$/u.test(name)) return [];
    this.byYear ??= groupedByYear(this.works);
    return (this.byYear.get(year) ?? []).filter((work) => {
      const own = this.works[work]!.names;
      return (
        own.length === 1 &&
        own[0]!.given === null &&
        this.sameYear(work, year, suffix) &&
        isAcronymOf(folded(name), foldedWords(own[0]!.family))
      );
    });
  }

  /** Of works that all match: those that name the authors in the order cited, and of `et al.` those by three or more. */
  private likest(names: readonly string[], etAl: boolean, works: readonly number[]): readonly number[] {
    if (works.length < 2) return works;
    const cited = names.map((name) => this.wordsOf(name));
    const liker = works.filter((work) => {
      const own = this.names[work]!;
      return (
        (!etAl || own.length > 2) && cited.every((name, i) => own[i] !== undefined && sameName(name, own[i]))
      );
    });
    return liker.length > 0 ? liker : works;
  }

  /** An index of the same works, with umlauts not spelt out; null if no name has any. */
  private otherwiseSpelt(): ReferenceIndex | null {
    if (this.isSpeltOut) return null;
    return (this.speltOut ??= new ReferenceIndex(
      this.works.map((work) => ({
        ...work,
        names: work.names.map((name) => ({ ...name, family: withoutUmlauts(name.family) })),
      })),
      true,
    ));
  }

  /** Works of that year whose first author's name differs by one letter, or two in a long name. */
  private misspelt(name: string, year: string | null): number[] {
    // With or without a given name before it.
    const cited = this.wordsOf(name).at(-1) ?? '';
    if (year === null || cited.length < 5) return [];
    this.byYear ??= groupedByYear(this.works);
    return (this.byYear.get(year) ?? []).filter((work) => {
      const own = this.names[work]![0]?.family.at(-1) ?? '';
      if (own.length < 5 || Math.abs(own.length - cited.length) > 2) return false;
      return distance(own, cited) <= (Math.min(own.length, cited.length) < 8 ? 1 : 2);
    });
  }

  private wordsOf(name: string): readonly string[] {
    return remembered(this.words, name, () => foldedWords(name));
  }

  private sameYear(work: number, year: string | null, suffix: string): boolean {
    const other = this.works[work]!;
    if (other.year === year) return suffix === '' || other.yearSuffix === suffix;
    return year !== null && suffix === '' && other.otherYears?.includes(year) === true;
  }

  private sameCompany(
    cited: readonly (readonly string[])[],
    etAl: boolean,
    work: number,
    isSame: (cited: readonly string[], entry: ComparableName) => boolean,
  ): boolean {
    const names = this.names[work]!;
    if (etAl ? names.length < 2 || names.length < cited.length : names.length !== cited.length) return false;
    if (cited.every((name, i) => isSame(name, names[i]!))) return true;
    return !etAl && cited.length > 1 && cited.every((name) => names.some((other) => isSame(name, other)));
  }

  private at(map: ReadonlyMap<string, readonly number[]>, words: readonly string[]): readonly number[] {
    if (words.length === 1) return map.get(words[0]!) ?? [];
    const found = new Set<number>();
    for (const word of words) for (const work of map.get(word) ?? []) found.add(work);
    return [...found].sort(ascending);
  }
}

/** Words that an acronym passes over. */
const PASSED_OVER = new Set(
  'of the and for in der die das des und fur de la le les du et da do dos e del y'.split(' '),
);

/** Whether letters are those with which words begin, or are within the one word that there is, in their order. */
function isAcronymOf(letters: string, words: readonly string[]): boolean {
  const own = words.filter((word) => !PASSED_OVER.has(word));
  if (own.length === 0 || own.join('') === letters) return false;
  if (own.length > 2) return own.map(([first]) => first).join('') === letters;
  if (letters.length < 3 || own[0]!.length < 8 || !own.every(([first]) => letters.includes(first!)))
    return false;
  let at = 0;
  for (const letter of own.join('')) if (letter === letters[at]) at++;
  return own[0]!.startsWith(letters[0]!) && at === letters.length;
}

/** Whether a name is that of an entry, or the first of its two family names. */
function isNamedShorter(cited: readonly string[], entry: ComparableName): boolean {
  return sameName(cited, entry) || isFirstOfTwo(cited, entry);
}

/** As `isNamedShorter`, or the last of several family names: ‘Araújo’ of Silva de Araújo. */
function isNamedByLast(cited: readonly string[], entry: ComparableName): boolean {
  if (isNamedShorter(cited, entry)) return true;
  const [last] = cited;
  return cited.length === 1 && !entry.isBody && entry.family.length > 1 && entry.family.at(-1) === last;
}

/** A name without the second letter of `ae`, `oe`, `ue`, `aa`, the spelt-out forms of umlauts. */
function withoutUmlauts(name: string): string {
  return folded(name).replace(
    /(?<![aeiou])(?:([aou])e|aa)(?![aeiou])/g,
    (_, vowel: string | undefined) => vowel ?? 'a',
  );
}

function groupedByYear(works: readonly Citable[]): Map<string, number[]> {
  const grouped = new Map<string, number[]>();
  works.forEach(({ year }, work) => {
    if (year !== null) add(grouped, year, work);
  });
  return grouped;
}

function remembered<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The first works of a list that fulfil a condition, as many as count as similar. */
function firsts(works: readonly number[], holds: (work: number) => boolean): number[] {
  const found: number[] = [];
  for (const work of works) {
    if (holds(work)) found.push(work);
    if (found.length === MOST_NEAR) break;
  }
  return found;
}

function edges(words: readonly string[]): string[] {
  const first = words[0];
  const last = words[words.length - 1];
  if (first === undefined || last === undefined) return [];
  return first === last ? [first] : [first, last];
}

function add(map: Map<string, number[]>, word: string, work: number): void {
  const works = map.get(word);
  if (!works) map.set(word, [work]);
  else if (works[works.length - 1] !== work) works.push(work);
}

function ascending(a: number, b: number): number {
  return a - b;
}
