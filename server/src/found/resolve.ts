import { foldedWords } from './folding.ts';
import type {
  EntryMatch,
  FoundCitation,
  FoundFacts,
  FoundName,
  FoundReference,
  FoundResolution,
  KnownEntry,
  NoteWork,
} from './model.ts';
import { proseName } from './names.ts';
import type { PrintedWork } from './printed-works.ts';
import { ReferenceIndex } from './reference-match.ts';
import { SpokenNames } from './spoken-names.ts';

const NONE: EntryMatch = { keys: [], status: 'unresolved' };

/** A bibliography prepared for matching names, years and titles; build it once for many texts. */
export class KnownEntries {
  private readonly index: ReferenceIndex;
  private readonly titles: readonly (readonly string[])[];
  private readonly spoken: SpokenNames;
  private readonly byTitle = new Map<string, number[]>();

  constructor(private readonly entries: readonly KnownEntry[]) {
    this.index = new ReferenceIndex(
      entries.map(({ names, year }) => ({
        names: names.map(entryName),
        year: /\d{4}/.exec(year ?? '')?.[0] ?? null,
        yearSuffix: /\d{4}([a-z])/.exec(year ?? '')?.[1] ?? '',
      })),
    );
    this.spoken = new SpokenNames(entries.map(({ names, spoken = names }) => spoken.map(entryName)));
    this.titles = entries.map(({ title }) => foldedWords(title ?? ''));
    this.titles.forEach((words, i) => {
      const slot = titleSlot(words);
      if (slot === null) return;
      const there = this.byTitle.get(slot);
      if (there) there.push(i);
      else this.byTitle.set(slot, [i]);
    });
  }

  /** Looks up an entry by names and year. */
  cited(names: readonly string[], etAl: boolean, year: string | null, suffix: string): EntryMatch {
    if (year === null || names.length === 0) return NONE;
    const exact = this.index.match(names, etAl, year, suffix).exact;
    // In bibliographies the style adds the letters of 2005a and 2005b.
    const found = exact.length > 0 || suffix === '' ? exact : this.index.match(names, etAl, year, '').exact;
    return this.answer(found);
  }

  /** Looks up the entry of the same work. The title distinguishes works of one author and year. */
  described(names: readonly FoundName[], year: string | null, title: string | null): EntryMatch {
    const words = foldedWords(title ?? '');
    const ways = [
      names.map(({ family }) => family),
      names.map(({ family, given }) => (given ? `${family} ${given}` : family)),
    ];
    for (const way of ways) {
      const works = way.length === 0 ? [] : this.index.worksBy(way, false);
      const titled = works.filter((work) => this.sameTitle(work, words));
      if (titled.length > 0) return this.answer(this.ofYear(titled, year));
      const dated = works.filter(
        (work) => year !== null && this.index.works[work]!.year === year.slice(0, 4),
      );
      // Without a title to compare, names and year decide.
      const open = dated.filter((work) => words.length === 0 || this.titles[work]!.length === 0);
      if (open.length > 0) return this.answer(open);
    }
    const slot = titleSlot(words);
    const titled =
      slot === null ? [] : (this.byTitle.get(slot) ?? []).filter((work) => this.sameTitle(work, words));
    const agreeing = titled.filter((work) => this.sharesName(work, names));
    return words.length >= 3 ? this.answer(this.ofYear(agreeing, year)) : NONE;
  }

  /** Looks up the entry of a printed citation or note: by names and year, or by a title, perhaps a short one. */
  meant(work: PrintedWork): EntryMatch {
    const found = this.meantByFamily(work);
    // Family names in Han characters are few: a whole name means those who have it.
    const whole = work.names
      .map(({ family }) => this.spoken.entriesOf(family))
      .find((entries) => entries !== null);
    if (!whole || found.keys.length < 2) return found;
    const keys = new Set(whole.map((entry) => this.entries[entry]!.key));
    const left = found.keys.filter((key) => keys.has(key));
    return left.length === 1 ? { keys: left, status: 'resolved' } : found;
  }

  private meantByFamily({ names, etAl, year, title }: PrintedWork): EntryMatch {
    const families = names.map(({ family }) => this.spoken.familyOf(family));
    // Names alone mean a work where the bibliography has no other of theirs.
    if (title === null && year === null)
      return families.length === 0 ? NONE : this.answer(this.index.worksBy(families, etAl));
    if (title === null) return this.cited(families, etAl, year?.slice(0, 4) ?? null, year?.slice(4) ?? '');
    const named = names.map((name, i) => ({ ...name, family: families[i]! }));
    const described = this.described(named, year, title);
    return described.status === 'unresolved' ? this.shortTitled(named, year, title) : described;
  }

  /** Looks up the works, of `year` unless that is empty, by authors whose family names prose has. */
  namedIn(prose: string, year: string): EntryMatch {
    const names = new Set(prose.match(/\p{Lu}[\p{L}\p{M}-]+(?:['’]\p{Lu}[\p{L}\p{M}-]+)?/gu) ?? []);
    const works = [
      ...[...names].flatMap((name) => this.index.worksOf(name)),
      ...this.spoken.entriesIn(prose),
    ];
    const dated = works.filter((work) => year === '' || this.index.works[work]!.year === year.slice(0, 4));
    return this.answer(dated);
  }

  /** Filters the works of the first author by words of their title. */
  private shortTitled(names: readonly FoundName[], year: string | null, title: string): EntryMatch {
    const [first] = names;
    const words = foldedWords(title).filter((word, i) => i > 0 || !ARTICLES.has(word));
    if (!first || words.length === 0) return NONE;
    const titled = this.index
      .worksOf(first.family)
      .filter((work) => holdsInARow(this.titles[work]!, words) && this.agreesWith(work, year));
    return this.answer(titled);
  }

  private agreesWith(work: number, year: string | null): boolean {
    const own = this.index.works[work]!.year;
    return year === null || own === null || own === year.slice(0, 4);
  }

  private sharesName(work: number, names: readonly FoundName[]): boolean {
    const own = this.index.works[work]!.names;
    if (names.length === 0 || own.length === 0) return true;
    return names.some(({ family }) => this.index.worksOf(family).includes(work));
  }

  private ofYear(works: readonly number[], year: string | null): readonly number[] {
    if (works.length < 2 || year === null) return works;
    const dated = works.filter((work) => this.index.works[work]!.year === year.slice(0, 4));
    return dated.length > 0 ? dated : works;
  }

  /** Equal; or equal except for a subtitle that one of them lacks; or with at most one word in ten different. */
  private sameTitle(work: number, words: readonly string[]): boolean {
    const own = this.titles[work]!;
    if (own.length === 0 || words.length === 0) return false;
    const [short, long] = own.length < words.length ? [own, words] : [words, own];
    if (short.every((word, i) => long[i] === word) && (short.length >= 3 || short.length === long.length))
      return true;
    const known = new Set(long);
    const shared = short.filter((word) => known.has(word)).length;
    return short.length >= 4 && shared >= 0.9 * long.length;
  }

  private answer(works: readonly number[]): EntryMatch {
    const keys = [...new Set(works.map((work) => this.entries[work]!.key))];
    if (keys.length === 0) return NONE;
    return { keys, status: keys.length === 1 ? 'resolved' : 'ambiguous' };
  }
}

function entryName(name: string): FoundName {
  const comma = name.indexOf(',');
  if (comma > 0)
    return {
      family: name.slice(0, comma).trim(),
      given: name.slice(comma + 1).trim() || null,
      isBody: false,
    };
  return proseName(name);
}

const ARTICLES: ReadonlySet<string> = new Set(
  'the a an der die das ein eine le la les l un une el los las il lo gli i uno una o os as um uma de het'.split(
    ' ',
  ),
);

function holdsInARow(title: readonly string[], words: readonly string[]): boolean {
  return title.some((_, at) => words.every((word, i) => title[at + i] === word));
}

function titleSlot(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.slice(0, 3).join(' ');
}

/**
 * Resolves a found text against a bibliography: its references by names, year and title; its author-year citations
 * through these, or directly if it has no list; the works in its notes, and short forms through them. Nothing is
 * guessed: several keys mean that it is ambiguous.
 */
export function resolveFound(
  found: FoundFacts,
  known: KnownEntries | readonly KnownEntry[],
): FoundResolution {
  const entries = known instanceof KnownEntries ? known : new KnownEntries(known);
  const references = found.references.map((reference) => ofReference(entries, reference));
  const noteWorks = found.noteWorks.map(({ works }) => works.map((work) => ofWork(entries, work)));
  // Citations with the same possible works share one list object.
  const keysOf = new Map<readonly number[], readonly string[]>();
  for (const { candidates } of found.citations)
    if (!keysOf.has(candidates))
      keysOf.set(candidates, [...new Set(candidates.flatMap((work) => references[work]?.keys ?? []))]);
  return {
    references,
    citations: found.citations.map((citation) =>
      ofCitation(entries, citation, keysOf.get(citation.candidates)!),
    ),
    possibleCitations: found.possibleCitations.map((citation) => ofCitation(entries, citation, [])),
    noteWorks,
    shortTitles: found.shortTitles.map(({ target }) => {
      if (target?.key !== undefined) return { keys: [target.key], status: 'resolved' };
      if (target === null || target.work === null) return NONE;
      const { container } = found.noteWorks[target.note]!.works[target.work]!;
      if (target.part === 'work' || container === null) return noteWorks[target.note]![target.work]!;
      return entries.described(container.names, null, container.title);
    }),
  };
}

function ofReference(entries: KnownEntries, reference: FoundReference): EntryMatch {
  return entries.described(reference.names, reference.year, reference.title);
}

function ofWork(entries: KnownEntries, work: NoteWork): EntryMatch {
  if (work.title === null && work.names.length === 0) return NONE;
  return entries.described(work.names, work.year, work.title);
}

function ofCitation(entries: KnownEntries, citation: FoundCitation, keys: readonly string[]): EntryMatch {
  if (keys.length > 0) {
    const settled = keys.length === 1 && citation.status !== 'ambiguous';
    return { keys, status: settled ? 'resolved' : 'ambiguous' };
  }
  const names = citation.names.map(({ family }) => family);
  return entries.cited(names, citation.etAl, citation.year, citation.yearSuffix);
}
