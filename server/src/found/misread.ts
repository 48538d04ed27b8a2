/** What was misread rather than forgotten: names and years that stand where a careful reader would find them. */
import { folded, foldedWords } from './folding.ts';
import type { FoundCitation } from './model.ts';
import { comparable } from './names.ts';
import type { Prose } from './prose.ts';
import type { ReadEntry } from './reference-entry.ts';
import type { ReferenceList } from './reference-list.ts';

/** ‘WEAVER, Anna. Looms’: what was not read as an entry, perhaps under another heading below. */
const LIKE_ENTRY = /^\p{Lu}[\p{L}'’-]+(?:\s\p{L}[\p{L}'’-]*){0,7}[,.]\s\p{Lu}/u;
/** In UTF-16 units. */
const LONGEST_ENTRY = 600;
/** Names stand so near the beginning of an entry, in UTF-16 units. */
const HEAD = 300;
/** So far before a year a name may stand to be of it, within an entry or a phrase, in UTF-16 units. */
const NEAR = 60;

/**
 * Marks the citations that no entry answers though their first name and their year stand together in the list: in
 * what was not read as an entry, or where an entry names its authors and they were read otherwise.
 */
export function withMisread(
  prose: Prose,
  lists: readonly ReferenceList[],
  citations: readonly FoundCitation[],
): readonly FoundCitation[] {
  if (citations.every(({ status }) => status !== 'unresolved')) return citations;
  const entries = new EntriesOfYears();
  for (const list of lists) {
    for (const entry of list.entries) entries.addRead(prose, entry);
    for (const { from, to } of list.unread) entries.addUnread(prose.text.slice(from, to));
    entries.addSwallowed(prose, list);
  }
  const all = lists.flatMap((list) => list.entries);
  const begun = new Set(all.map(({ range }) => range.from));
  const first = lists[0];
  if (first)
    for (const { text, from } of paragraphsBehind(prose.text, first.range.from))
      if (!begun.has(from) && LIKE_ENTRY.test(text)) entries.addUnread(text);
  const isMisread = (citation: FoundCitation): boolean =>
    entries.hold(citation) ||
    citation.near.some(
      (entry) =>
        hasYear(prose, all[entry]!, citation) ||
        // The name of a body is inflected: ‘des Deutschen Zunfttages’.
        (all[entry]!.year === citation.year && all[entry]!.names[0]?.isBody === true),
    ) ||
    entries.hasAuthorBefore(prose, citation);
  return citations.map((citation) =>
    citation.status === 'unresolved' && isMisread(citation) ? { ...citation, standsInList: true } : citation,
  );
}

/** The beginnings of the paragraphs from `at` on. */
function* paragraphsBehind(text: string, at: number): Generator<{ text: string; from: number }> {
  const blank = /\n\s*\n\s*/g;
  blank.lastIndex = at;
  for (let from = at; ;) {
    const next = blank.exec(text);
    yield { text: text.slice(from, Math.min(next?.index ?? text.length, from + LONGEST_ENTRY)), from };
    if (!next) return;
    from = blank.lastIndex;
  }
}

/** Whether a year stands elsewhere in an entry: the one read may be that of a visit, or of the entry below. */
function hasYear(prose: Prose, { range, year: read }: ReadEntry, cited: FoundCitation): boolean {
  if (cited.year === null || (cited.year === read && cited.yearSuffix === '')) return false;
  const words = foldedWords(prose.text.slice(range.from, range.to));
  return words.includes(cited.year + cited.yearSuffix);
}

interface EntryWords {
  readonly words: ReadonlySet<string>;
  /** All of them in order, with spaces between and around. */
  readonly text: string;
  /** The last words of the names that were read. */
  readonly families: ReadonlySet<string>;
}

class EntriesOfYears {
  /** A year → for each entry that has it, the words that may be names and were not read as such. */
  private readonly byYear = new Map<string, EntryWords[]>();
  private readonly unread: ReadonlySet<string>[] = [];
  /** A year → the words before it, for each place where no entry was read to have it. */
  private readonly swallowed = new Map<string, ReadonlySet<string>[]>();
  /** A year → the first authors of the entries that have it. */
  private readonly authors = new Map<string, Set<string>>();

  addRead(prose: Prose, { range, year, otherYears, names }: ReadEntry): void {
    if (year === null) return;
    const author = foldedWords(names[0]?.family ?? '').at(-1);
    if (author !== undefined) this.authors.set(year, (this.authors.get(year) ?? new Set()).add(author));
    const all = foldedWords(prose.text.slice(range.from, Math.min(range.to, range.from + HEAD)));
    const words = new Set(all);
    for (const name of names) {
      const { family } = comparable(name);
      // A family name of one word was read as it stands; another year or other company is a fault of the text.
      if (!name.isBody && family.length === 1) words.delete(family[0]!);
    }
    const families = new Set(names.map(({ family }) => foldedWords(family).at(-1) ?? ''));
    for (const one of [year, ...otherYears]) this.add(one, { words, text: ` ${all.join(' ')} `, families });
  }

  addUnread(text: string): void {
    const all = foldedWords(text);
    const words = new Set(all);
    this.unread.push(words);
    for (const word of words) {
      const year = /^((?:1[4-9]|20)\d\d)[a-z]?\d?$/.exec(word)?.[1];
      if (year !== undefined) this.add(year, { words, text: ` ${all.join(' ')} `, families: new Set() });
    }
  }

  /** Names before years that no entry was read to be of: of an entry that was taken for the end of another. */
  addSwallowed(prose: Prose, { range, entries }: ReferenceList): void {
    const read = new Set(entries.map(({ yearRange }) => yearRange?.from));
    for (const { 0: year, index } of prose.text.slice(range.from, range.to).matchAll(YEAR)) {
      const at = range.from + index;
      if (read.has(at)) continue;
      const before = prose.text
        .slice(Math.max(range.from, at - NEAR), at)
        .split(APART)
        .at(-1)!;
      const there = this.swallowed.get(year);
      const words = new Set(foldedWords(before));
      if (there) there.push(words);
      else this.swallowed.set(year, [words]);
    }
  }

  /** ‘Seneca’s friend Demetrius (1986)’: the year is that of an author named before, not of the name at the year. */
  hasAuthorBefore(prose: Prose, { names, year, range }: FoundCitation): boolean {
    const authors = year === null ? undefined : this.authors.get(year);
    if (!authors || names.length !== 1) return false;
    const at = prose.find(range.from);
    const phrase = prose.text
      .slice(Math.max(0, at - NEAR), at)
      .split(/[\d;()]|[.?!]\s/)
      .at(-1)!;
    return [...phrase.matchAll(/\p{Lu}[\p{L}\p{M}]+/gu)].some(([word]) => authors.has(folded(word)));
  }

  hold({ names, year, text }: FoundCitation): boolean {
    const last = foldedWords(names[0]?.family ?? '').at(-1);
    if (last === undefined || year === null) return false;
    if (this.swallowed.get(year)?.some((words) => words.has(last))) return true;
    const entries = this.byYear.get(year) ?? [];
    // Two authors and more in an entry whose year was not read.
    const lasts = names.map(({ family }) => foldedWords(family).at(-1) ?? '');
    if (lasts.length > 1 && this.unread.some((words) => lasts.every((word) => words.has(word)))) return true;
    // ‘Weaver, A., Ben Dyer and Carla. D. Fuller’: all of the company stand there, and not all were read.
    if (
      lasts.length > 1 &&
      entries.some(
        ({ text: head, families }) =>
          lasts.every((word) => head.includes(` ${word} `)) && !lasts.every((word) => families.has(word)),
      )
    )
      return true;
    // Which body an acronym stands for only its readers know.
    if (entries.length > 0 && /^\p{Lu}{2,}$/u.test(names[0]!.family)) return true;
    // ‘Expression and Meaning (1979)’ is a title.
    const phrase = foldedWords(text.replace(/[(（\d][^]*$/, ''));
    return entries.some(
      ({ words, text: all }) =>
        words.has(last) || (phrase.length > 1 && all.includes(` ${phrase.join(' ')} `)),
    );
  }

  private add(year: string, words: EntryWords): void {
    const there = this.byYear.get(year);
    if (there) there.push(words);
    else this.byYear.set(year, [words]);
  }
}

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g;
const APART = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|[;；]/;
