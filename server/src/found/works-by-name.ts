import { foldedWords } from './folding.ts';
import type { FoundName, NoteWorks, WorkTarget } from './model.ts';
import { areVarious } from './note-names.ts';
import type { TextRange } from '../text/range.ts';
import type { UnresolvedTitle } from './unresolved-title.ts';
import type { WorkComparer } from './work-comparer.ts';

/** The minimum share of a short title's words that a work's description must have, from 0 to 1. */
const LEAST_OF_TITLE = 1 / 3;

/** An index of the works described in notes, by the words of their authors' and editors' names. */
export class WorksByName {
  private readonly byName = new Map<string, WorkTarget[]>();

  constructor(
    private readonly notes: readonly NoteWorks[],
    private readonly works: WorkComparer,
  ) {}

  /** Adds a work to the index. */
  add(note: number, work: number): void {
    const { names, range, container, alias } = this.notes[note]!.works[work]!;
    const called = alias === undefined ? [] : [{ family: alias, given: null, isBody: true }];
    this.addByName([...names, ...called], { note, work, part: 'work', range });
    if (container) this.addByName(container.names, { note, work, part: 'container', range: container.range });
  }

  private addByName(names: readonly FoundName[], target: WorkTarget): void {
    const words = new Set(names.flatMap((name) => foldedWords(name.family)));
    if (words.size === 0) words.add('');
    for (const word of words) {
      const targets = this.byName.get(word);
      if (targets) targets.push(target);
      else this.byName.set(word, [target]);
    }
  }

  /**
   * The earlier works by these names whose titles have all words of a short title. If several do, those whose titles
   * begin with it.
   */
  titledBefore(range: TextRange, note: number, names: readonly FoundName[], title: string): WorkTarget[] {
    const place = { wholeRange: range, note, names } as UnresolvedTitle;
    const found = this.byNames(place).filter((target) => this.works.titleFits(target, title));
    const distinct = this.distinct(found);
    if (distinct.length < 2) return distinct;
    const words = foldedWords(title);
    return distinct.filter((target) => {
      const own = foldedWords(this.works.workOf(target)?.title ?? '');
      return words.every((word, i) => own[i] === word);
    });
  }

  /** The earlier works by these names, filtered by year unless it is null. */
  datedBefore(
    range: TextRange,
    note: number,
    names: readonly FoundName[],
    year: string | null,
  ): WorkTarget[] {
    if (names.length === 0) return [];
    const place = { wholeRange: range, note, names, etAl: false } as unknown as UnresolvedTitle;
    const found = this.inThatCompany(this.byNames(place), place).filter((target) => {
      const own = this.works.workOf(target)?.year ?? null;
      return target.part === 'work' && (year === null || own === year);
    });
    return this.distinct(found);
  }

  /** The earlier works that a short title may mean, by its names or, if it has none, by the words of its title. */
  byAuthor(title: UnresolvedTitle): readonly WorkTarget[] {
    const found: WorkTarget[] = title.names.length > 0 ? this.byNames(title) : [];
    if (title.names.length === 0) {
      const seen = new Set<WorkTarget>();
      for (const targets of this.byName.values())
        for (const target of targets) {
          if (!seen.has(target) && this.isBefore(target, title) && this.works.titleFits(target, title.title))
            found.push(target);
          seen.add(target);
        }
    }
    // Nameless authors are no name: only the title says which collection is meant.
    if (title.names.length > 0 && title.names.every(({ family }) => areVarious(family)))
      return this.distinct(found.filter((target) => this.works.titleFits(target, title.title)));
    return this.bestTitled(this.inThatCompany(found, title), title.title);
  }

  /** The earlier works whose authors or editors include all names of a short title. */
  private byNames(title: Pick<UnresolvedTitle, 'names' | 'wholeRange' | 'note'>): WorkTarget[] {
    const [first] = title.names;
    const found: WorkTarget[] = [];
    const seen = new Set<WorkTarget>();
    for (const word of first ? foldedWords(first.family) : [])
      for (const target of this.byName.get(word) ?? []) {
        if (seen.has(target) || !this.isBefore(target, title)) continue;
        seen.add(target);
        if (this.works.namesFit(target, title.names)) found.push(target);
      }
    return found;
  }

  /** ‘Davies, op. cit.’ prefers a work by Davies alone, ‘Davies et al.’ one by several authors. */
  private inThatCompany(
    found: readonly WorkTarget[],
    { names, etAl }: UnresolvedTitle,
  ): readonly WorkTarget[] {
    const first = names[0];
    if (!first || found.length < 2) return found;
    const fitting = found.filter((target) => {
      const own = this.works.namesOf(target);
      if (!etAl) return own.length === names.length;
      return own.length > names.length && this.works.isAuthor(first, own[0]!);
    });
    return fitting.length > 0 ? fitting : found;
  }

  /** The best matches of a short title by shared words; all if no match has 60 % of its words. */
  private bestTitled(found: readonly WorkTarget[], title: string | null): readonly WorkTarget[] {
    if (title === null || found.length === 0) return found;
    const shares = found.map((target) => this.works.titleShare(target, title));
    const best = Math.max(...shares);
    // A different title: a work that no note describes.
    if (best < LEAST_OF_TITLE) return [];
    return best < 0.6 ? found : found.filter((_, i) => shares[i] === best);
  }

  private isBefore(target: WorkTarget, title: Pick<UnresolvedTitle, 'wholeRange' | 'note'>): boolean {
    return target.range.to <= title.wholeRange.from && target.note <= title.note;
  }

  /** One target for each work. */
  private distinct(found: readonly WorkTarget[]): WorkTarget[] {
    const kept = new Map<string, WorkTarget>();
    for (const target of found) {
      const key = this.works.identity(target);
      if (!kept.has(key)) kept.set(key, target);
    }
    return [...kept.values()];
  }
}
