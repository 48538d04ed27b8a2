import { foldedWords } from './folding.ts';
import type { FoundName } from './model.ts';
import { comparable, sameName } from './names.ts';
import type { ComparableName } from './names.ts';

/** What matching needs of a work: an entry of the text's own list, or of a bibliography. */
export interface Citable {
  readonly names: readonly FoundName[];
  /** Four digits. */
  readonly year: string | null;
  readonly yearSuffix: string;
}

export interface NameMatch {
  /** Works whose names, year and letter are those cited. */
  readonly exact: readonly number[];
  /** Works that come near: the first author with another year or in other company. */
  readonly near: readonly number[];
}

/** So many works that come near are named at most. */
const MOST_NEAR = 12;
const NOTHING: NameMatch = { exact: [], near: [] };

/** Finds works by the names, the year and the letter that a citation gives. Answers are remembered. */
export class ReferenceIndex {
  private readonly names: readonly (readonly ComparableName[])[];
  /** A word of the first author's name → works. */
  private readonly byWord = new Map<string, number[]>();
  private readonly known = new Map<string, number[]>();
  private readonly words = new Map<string, readonly string[]>();
  private readonly works_ = new Map<string, readonly number[]>();
  private readonly companies = new Map<string, readonly number[]>();
  private readonly matches = new Map<string, NameMatch>();
  private readonly dated = new WeakMap<readonly number[], Map<string, readonly number[]>>();

  constructor(readonly works: readonly Citable[]) {
    this.names = works.map((work) => work.names.map(comparable));
    this.names.forEach((names, work) => {
      const [first] = names;
      if (!first) return;
      for (const word of new Set([...edges(first.family), ...first.acronyms])) add(this.byWord, word, work);
      for (const name of names) for (const word of edges(name.family)) add(this.known, word, work);
    });
  }

  /** Whether the name of a first author begins or ends with a word of this one. */
  knows(word: string): boolean {
    return this.wordsOf(word).some((part) => this.byWord.has(part));
  }

  /** Works that this person or body wrote or helped to write. */
  worksOf(name: string): readonly number[] {
    return remembered(this.works_, name, () => {
      const cited = this.wordsOf(name);
      return this.at(this.known, cited).filter((work) =>
        this.names[work]!.some((other) => sameName(cited, other)),
      );
    });
  }

  /** Works of exactly this company, of any year. */
  worksBy(names: readonly string[], etAl: boolean): readonly number[] {
    return remembered(this.companies, `${etAl}|${names.join('|')}`, () => {
      const cited = names.map((name) => this.wordsOf(name));
      const first = cited[0];
      if (!first) return [];
      const found = new Set(this.at(this.byWord, first));
      if (cited.length > 1) for (const work of this.at(this.byWord, cited[1]!)) found.add(work);
      return [...found].filter((work) => this.sameCompany(cited, etAl, work)).sort(ascending);
    });
  }

  /** Those of `works` that appeared in `year`, with the letter `suffix` if there is one. */
  ofYear(works: readonly number[], year: string | null, suffix: string): readonly number[] {
    let years = this.dated.get(works);
    if (!years) this.dated.set(works, (years = new Map<string, readonly number[]>()));
    return remembered(years, `${year}${suffix}`, () =>
      works.filter((work) => this.sameYear(work, year, suffix)),
    );
  }

  /** Works that the citation may mean. `suffix` is the letter after the year, or empty. */
  match(names: readonly string[], etAl: boolean, year: string | null, suffix: string): NameMatch {
    const [name] = names;
    if (name === undefined || this.wordsOf(name).length === 0) return NOTHING;
    return remembered(this.matches, `${etAl}|${year}${suffix}|${names.join('|')}`, () => {
      const company = this.worksBy(names, etAl);
      const exact = this.ofYear(company, year, suffix);
      if (exact.length > 0) return { exact, near: [] };
      const near = new Set(company);
      for (const work of this.worksOf(name)) if (this.works[work]!.year === year) near.add(work);
      return { exact: [], near: [...near].sort(ascending).slice(0, MOST_NEAR) };
    });
  }

  private wordsOf(name: string): readonly string[] {
    return remembered(this.words, name, () => foldedWords(name));
  }

  private sameYear(work: number, year: string | null, suffix: string): boolean {
    const other = this.works[work]!;
    return other.year === year && (suffix === '' || other.yearSuffix === suffix);
  }

  private sameCompany(cited: readonly (readonly string[])[], etAl: boolean, work: number): boolean {
    const names = this.names[work]!;
    if (etAl ? names.length < 2 || names.length < cited.length : names.length !== cited.length) return false;
    if (cited.every((name, i) => sameName(name, names[i]!))) return true;
    return !etAl && cited.length > 1 && cited.every((name) => names.some((other) => sameName(name, other)));
  }

  private at(map: ReadonlyMap<string, readonly number[]>, words: readonly string[]): number[] {
    const found = new Set<number>();
    for (const word of words) for (const work of map.get(word) ?? []) found.add(work);
    return [...found].sort(ascending);
  }
}

function remembered<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
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
