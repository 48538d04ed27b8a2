import { Companies, type Company, worksOfAll } from './companies.ts';
import { folded, foldedWords } from './folding.ts';
import { NamesOfYears } from './names-of-years.ts';
import type { FoundName, PageSpan } from './model.ts';
import { comparable, isFirstOfTwo, sameName } from './comparable-names.ts';
import type { ComparableName } from './comparable-names.ts';
import { remembered } from '../text/remembered.ts';

/** The part of a work that matching needs: of an entry in the text's own list, or in a bibliography. */
export interface Citable {
  readonly names: readonly FoundName[];
  /** Whether it has further authors, whom it does not name. */
  readonly hasOthers?: boolean;
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
  private readonly allCompanies: Companies;
  private readonly words = new Map<string, readonly string[]>();
  private readonly works_ = new Map<string, readonly number[]>();
  private readonly companies = new Map<string, readonly number[]>();
  private readonly matches = new Map<string, NameMatch>();
  private readonly shorter = new Map<string, readonly number[]>();
  private readonly led = new Map<string, readonly number[]>();
  private readonly onlyLed = new Map<string, readonly number[]>();
  private readonly dated = new WeakMap<readonly number[], Map<string, readonly number[]>>();
  private readonly years = new WeakMap<readonly number[], ReadonlyMap<string, readonly number[]>>();

  private readonly byOne = new WeakMap<readonly number[], boolean>();

  private periods: ReadonlySet<string> | undefined;
  private speltOut: ReferenceIndex | undefined;
  private namesOfYears: NamesOfYears | undefined;

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
      // ‘BauerKaase’: a hyphen was lost at a line end.
      if (!first.isBody && first.family.length > 1) add(this.byWord, first.family.join(''), work);
    });
    this.allCompanies = new Companies(this.names);
  }

  /** Whether the name of any first author begins or ends with a word of this name. */
  knows(word: string): boolean {
    return this.wordsOf(word).some((part) => this.byWord.has(part));
  }

  /** The years of a citation, if some entry has both; else `year`, the first of them. */
  listedYear(year: string | null, period: string | null): string | null {
    if (period === null) return year;
    this.periods ??= new Set(this.works.flatMap(({ otherYears = [] }) => otherYears));
    return this.periods.has(period) ? period : year;
  }

  /** Works of which this person or organisation is an author. */
  worksOf(name: string): readonly number[] {
    return remembered(this.works_, name, () => {
      const cited = this.wordsOf(name);
      const companies = this.allCompanies.named(cited);
      return worksOfAll(companies.filter(({ names }) => names.some((other) => sameName(cited, other))));
    });
  }

  /** Works by exactly these authors, of any year. */
  worksBy(names: readonly string[], etAl: boolean): readonly number[] {
    return remembered(this.companies, `${etAl}|${names.join('|')}`, () => {
      const cited = names.map((name) => this.wordsOf(name));
      const companies = this.allCompanies.ofAll(cited);
      const exact = companies.filter((company) => isSameCompany(cited, etAl, company, sameName));
      return worksOfAll(
        exact.length > 0
          ? exact
          : companies.filter((company) => isSameCompany(cited, etAl, company, isNamedShorter)),
      );
    });
  }

  /** As `worksBy`, where at least one author is cited by one of several family names. */
  private worksByShorter(names: readonly string[], etAl: boolean): readonly number[] {
    return remembered(this.shorter, `${etAl}|${names.join('|')}`, () => {
      const cited = names.map((name) => this.wordsOf(name));
      const companies = this.allCompanies.ofAll(cited);
      const shorter = companies.filter((company) => isSameCompany(cited, etAl, company, isNamedShorter));
      if (shorter.length > 0 || cited.length < 2) return worksOfAll(shorter);
      // The last of several family names is enough if another author is named in full.
      return worksOfAll(
        companies.filter(
          (company) =>
            isSameCompany(cited, etAl, company, isNamedByLast) &&
            cited.some((words) => company.names.some((own) => sameName(words, own))),
        ),
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
      const plain = ofIt.filter((work) => {
        const { year: own, yearSuffix, otherYears = [] } = this.works[work]!;
        return yearSuffix === '' && own === year && !otherYears.some((other) => other.length > 4);
      });
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
      const unnamed = etAl && names.length === 1 ? this.ledWithOthers(name, year, suffix) : [];
      if (unnamed.length > 0) return { exact: unnamed, near: [] };
      const joined = this.joinedNames(names, year, suffix);
      if (joined.length > 0) return { exact: joined, near: [] };
      const speltOut = this.otherwiseSpelt()?.match(names.map(withoutUmlauts), etAl, year, suffix);
      if (speltOut && speltOut.exact.length > 0) return speltOut;
      const shorter = this.ofYear(this.worksByShorter(names, etAl), year, suffix);
      if (shorter.length > 0) return { exact: this.likest(names, etAl, shorter), near: [] };
      const abbreviated = this.abbreviated(names, year, suffix);
      if (abbreviated.length === 1) return { exact: abbreviated, near: [] };
      const squeezed = this.squeezed(names, etAl, year, suffix);
      if (squeezed.length === 1) return { exact: squeezed, near: [] };
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

  /** ‘Weaver et al. (2003)’ of ‘Weaver, A. et al. (2003)’, which does not name the others either. */
  private ledWithOthers(name: string, year: string | null, suffix: string): readonly number[] {
    return this.ledBy(name, year, suffix).filter((work) => this.works[work]!.hasOthers === true);
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
    return this.ofYears()
      .abbreviated(name, year)
      .filter((work) => this.sameYear(work, year, suffix));
  }

  /** ‘De Weaver and Dyer (2003)’ of ‘DeWeaver’, where a conversion lost or made a blank: works by them in that year. */
  private squeezed(
    names: readonly string[],
    etAl: boolean,
    year: string | null,
    suffix: string,
  ): readonly number[] {
    if (year === null) return [];
    const letters = names.map((name) => this.wordsOf(name).join(''));
    return this.ofYears()
      .squeezed(letters[0]!, year)
      .filter((work) => {
        const own = this.works[work]!.names.map(({ family }) => this.wordsOf(family).join(''));
        const areAsMany = etAl ? own.length > 1 : own.length === letters.length;
        return areAsMany && letters.every((name, i) => name === own[i]) && this.sameYear(work, year, suffix);
      });
  }

  /** Of works that all match: those that name the authors in the order cited, and of `et al.` those by three or more. */
  private likest(names: readonly string[], etAl: boolean, works: readonly number[]): readonly number[] {
    if (works.length < 2) return works;
    const asMany = this.withOthers(etAl, works);
    if (asMany.length < 2 || this.areByOne(asMany)) return asMany;
    const cited = names.map((name) => this.wordsOf(name));
    const liker = asMany.filter((work) => {
      const own = this.names[work]!;
      return (
        (!etAl || own.length > 2 || this.works[work]!.hasOthers === true) &&
        cited.every((name, i) => own[i] !== undefined && sameName(name, own[i]))
      );
    });
    return liker.length > 0 ? liker : asMany;
  }

  /** Of works that all match: of `et al.` those that name several or say that there are others, else those that do not say so. */
  private withOthers(etAl: boolean, works: readonly number[]): readonly number[] {
    if (works.length < 2 || works.every((work) => this.works[work]!.hasOthers !== true)) return works;
    const kept = works.filter((work) => {
      const { hasOthers = false, names } = this.works[work]!;
      return etAl ? hasOthers || names.length > 1 : !hasOthers;
    });
    return kept.length > 0 && kept.length < works.length ? kept : works;
  }

  /** Whether all works of a list have the same authors, so that names prefer none. Remembered of each list object. */
  private areByOne(works: readonly number[]): boolean {
    const known = this.byOne.get(works);
    if (known !== undefined) return known;
    const first = this.allCompanies.of[works[0]!];
    const are = works.every((work) => this.allCompanies.of[work] === first);
    this.byOne.set(works, are);
    return are;
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

  /** Works of that year whose first author’s name differs by a letter or two. */
  private misspelt(name: string, year: string | null): readonly number[] {
    // With or without a given name before it.
    return year === null ? [] : this.ofYears().misspelt(this.wordsOf(name).at(-1) ?? '', year);
  }

  private ofYears(): NamesOfYears {
    return (this.namesOfYears ??= new NamesOfYears(this.works, (work) => this.names[work]![0]?.family ?? []));
  }

  private wordsOf(name: string): readonly string[] {
    return remembered(this.words, name, () => foldedWords(name));
  }

  private sameYear(work: number, year: string | null, suffix: string): boolean {
    const other = this.works[work]!;
    if (other.year === year) return suffix === '' || other.yearSuffix === suffix;
    return year !== null && suffix === '' && other.otherYears?.includes(year) === true;
  }
}

/** Whether a company is meant by some of its members, each of whom is named as `isSame` wants. */
function isSameCompany(
  cited: readonly (readonly string[])[],
  etAl: boolean,
  { names }: Company,
  isSame: (cited: readonly string[], entry: ComparableName) => boolean,
): boolean {
  if (etAl ? names.length < 2 || names.length < cited.length : names.length !== cited.length) return false;
  if (cited.every((name, i) => isSame(name, names[i]!))) return true;
  return !etAl && cited.length > 1 && cited.every((name) => names.some((other) => isSame(name, other)));
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
