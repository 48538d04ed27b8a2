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

const NOTHING: NameMatch = { exact: [], near: [] };

/** Finds works by the names, the year and the letter that a citation gives. */
export class ReferenceIndex {
  private readonly names: readonly (readonly ComparableName[])[];
  /** A word of the first author's name → works. */
  private readonly byWord = new Map<string, number[]>();
  private readonly known = new Map<string, number[]>();

  constructor(readonly works: readonly Citable[]) {
    this.names = works.map((work) => work.names.map(comparable));
    this.names.forEach((names, work) => {
      const [first] = names;
      if (!first) return;
      for (const word of new Set([...edges(first.family), ...first.acronyms])) add(this.byWord, word, work);
      for (const name of names) for (const word of edges(name.family)) add(this.known, word, work);
    });
  }

  /** Whether a name begins or ends with this folded word. */
  knows(word: string): boolean {
    return this.byWord.has(word);
  }

  /** Works that this person or body wrote or helped to write. */
  worksOf(name: string): number[] {
    const cited = foldedWords(name);
    const found = this.at(this.known, cited);
    return found.filter((work) => this.names[work]!.some((other) => sameName(cited, other)));
  }

  /** Works of exactly this company, of any year. */
  worksBy(names: readonly string[], etAl: boolean): number[] {
    const cited = names.map(foldedWords);
    const first = cited[0];
    if (!first) return [];
    return this.at(this.byWord, first)
      .concat(cited.length > 1 ? this.at(this.byWord, cited[1]!) : [])
      .filter((work, i, all) => all.indexOf(work) === i && this.sameCompany(cited, etAl, work));
  }

  /** Works that the citation may mean. `suffix` is the letter behind the year, or empty. */
  match(names: readonly string[], etAl: boolean, year: string | null, suffix: string): NameMatch {
    const cited = names.map(foldedWords);
    const first = cited[0];
    if (!first || first.length === 0) return NOTHING;
    const company = this.worksBy(names, etAl);
    const exact = company.filter((work) => this.sameYear(work, year, suffix));
    if (exact.length > 0) return { exact: exact.sort(ascending), near: [] };
    const near = new Set(company);
    for (const work of this.at(this.known, first)) {
      const same = this.works[work]!.year === year && this.names[work]!.some((name) => sameName(first, name));
      const byFirst = sameName(first, this.names[work]![0]!);
      if (same || (byFirst && this.works[work]!.year === year)) near.add(work);
    }
    return { exact: [], near: [...near].sort(ascending) };
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
