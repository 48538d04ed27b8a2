/** Finds citations whose entry exists but was misread: its name and year are close together in the list. */
import { folded, foldedWords } from './folding.ts';
import type { FoundCitation, FoundName } from './model.ts';
import { comparable } from './comparable-names.ts';
import { ListedWords } from './listed-words.ts';
import { isAcronym } from './plausible.ts';
import { WordPlaces } from './word-places.ts';
import type { Prose } from './prose.ts';
import type { ReadEntry } from './reference-entry.ts';
import type { ReferenceList } from './reference-list.ts';
import { remembered } from '../text/remembered.ts';

/** ‘WEAVER, Anna. Looms’: text that looks like an entry but was not read as one, perhaps under a later heading. */
const LIKE_ENTRY = /^\p{Lu}[\p{L}'’-]+(?:\s\p{L}[\p{L}'’-]*){0,7}[,.]\s\p{Lu}/u;
/** ‘Anna B. Weaver. 2003. Looms …’ */
const SURELY_ENTRY =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*,?\s(?:and\s|&\s)?){1,12}\(?(?:1[4-9]|20)\d\d[a-z]?\)?\.\s\p{Lu}/u;
/** In UTF-16 units. */
const LONGEST_ENTRY = 600;
/** The maximum distance of names from the start of an entry, in UTF-16 units. */
const HEAD = 300;
/** The maximum distance of a name from its year, within an entry or phrase, in UTF-16 units. */
const NEAR = 60;

/**
 * Marks unresolved citations whose first name and year are close together in the list: in
 * text that was not read as an entry, or in an entry whose authors were read differently.
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
    entries.addWords(prose, list);
  }
  const all = lists.flatMap((list) => list.entries);
  const begun = new Set(all.map(({ range }) => range.from));
  const first = lists[0];
  if (first)
    for (const { text, from } of paragraphsBehind(prose.text, first.range.from))
      if (!begun.has(from) && LIKE_ENTRY.test(text)) entries.addUnread(text);
  // Conversion of columns may put an entry into the text before the list.
  for (const { text, from } of paragraphsBehind(prose.text, 0)) {
    if (first && from >= first.range.from) break;
    if (SURELY_ENTRY.test(text)) entries.addUnread(text);
  }
  const wordsOf = new Map<number, ReadonlySet<string>>();
  const holds = (citation: FoundCitation): boolean =>
    entries.hold(citation, all) ||
    citation.near.some(
      (entry) =>
        hasYear(all[entry]!, citation, () => remembered(wordsOf, entry, () => wordsIn(prose, all[entry]!))) ||
        all[entry]!.names.some(isMalformed) ||
        // The name of an organisation may be inflected: ‘des Deutschen Zunfttages’.
        (all[entry]!.year === citation.year && all[entry]!.names[0]?.isBody === true),
    );
  // A work that is missing is often cited many times in the same words.
  const held = new Map<string, boolean>();
  const isMisread = (citation: FoundCitation): boolean => {
    const { names, year, yearSuffix, near, text } = citation;
    const key = JSON.stringify([names.map(({ family }) => family), year, yearSuffix, near, text]);
    let isHeld = held.get(key);
    if (isHeld === undefined) held.set(key, (isHeld = holds(citation)));
    return isHeld || entries.hasAuthorBefore(prose, citation);
  };
  return citations.map((citation) =>
    citation.status === 'unresolved' && isMisread(citation) ? { ...citation, standsInList: true } : citation,
  );
}

/** ‘H. Stacy’, ‘V.1’, ‘P.’: what is no family name, because a comma was lost or a year spoilt. */
function isMalformed({ family }: FoundName): boolean {
  return /^\p{Lu}\.|\d|^\p{L}\.?$|^[&.]/u.test(family);
}

/** The starts of the paragraphs from `at` on. */
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

/** Whether an entry contains another year: the one that was read may be an access date, or belong to the next entry. */
function hasYear({ year: read }: ReadEntry, cited: FoundCitation, words: () => ReadonlySet<string>): boolean {
  if (cited.year === null || (cited.year === read && cited.yearSuffix === '')) return false;
  return words().has(cited.year + cited.yearSuffix);
}

function wordsIn(prose: Prose, { range }: ReadEntry): ReadonlySet<string> {
  return new Set(foldedWords(prose.text.slice(range.from, range.to)));
}

interface EntryWords {
  /** All words in order, separated and surrounded by spaces. */
  readonly text: string;
  /** The last word of each name that was read. */
  readonly families: ReadonlySet<string>;
}

/** The entries of a year. */
interface OfYear {
  /** The words that may be names but were not read as such. */
  readonly maybeNames: Set<string>;
  readonly byWord: WordPlaces<EntryWords>;
  /** The words before this year where no entry was read to have it. */
  readonly swallowed: Set<string>;
}

class EntriesOfYears {
  private readonly byYear = new Map<string, OfYear>();
  /** Text that was not read as an entry. */
  private readonly unread = new WordPlaces<ReadonlySet<string>>();
  private readonly listed = new ListedWords();
  /** Year → the first authors of its entries. */
  private readonly authors = new Map<string, Set<string>>();

  addRead(prose: Prose, { range, year, otherYears, names }: ReadEntry): void {
    if (year === null) return;
    const author = foldedWords(names[0]?.family ?? '').at(-1);
    if (author !== undefined) this.authors.set(year, (this.authors.get(year) ?? new Set()).add(author));
    const all = foldedWords(prose.text.slice(range.from, Math.min(range.to, range.from + HEAD)));
    const words = new Set(all);
    for (const name of names) {
      const { family } = comparable(name);
      // A family name of one word was read correctly; another year or other co-authors are an error of the text.
      if (!name.isBody && family.length === 1) words.delete(family[0]!);
    }
    const families = new Set(names.map(({ family }) => foldedWords(family).at(-1) ?? ''));
    for (const one of [year, ...otherYears]) this.add(one, words, all, families);
  }

  addUnread(text: string): void {
    const all = foldedWords(text);
    const words = new Set(all);
    this.unread.add(words, words);
    for (const word of words) {
      const year = /^((?:1[4-9]|20)\d\d)[a-z]?\d?$/.exec(word)?.[1];
      if (year !== undefined) this.add(year, words, all, new Set());
    }
  }

  /** The words of a list, whatever was read of it. */
  addWords(prose: Prose, { range }: ReferenceList): void {
    this.listed.add(foldedWords(prose.text.slice(range.from, range.to)));
  }

  /** The names before years that belong to no entry as read: the entry was taken for the end of another. */
  addSwallowed(prose: Prose, { range, entries }: ReferenceList): void {
    const read = new Set(entries.map(({ yearRange }) => yearRange?.from));
    for (const { 0: year, index } of prose.text.slice(range.from, range.to).matchAll(YEAR)) {
      const at = range.from + index;
      if (read.has(at)) continue;
      const before = prose.text
        .slice(Math.max(range.from, at - NEAR), at)
        .split(APART)
        .at(-1)!;
      const { swallowed } = this.of(year);
      for (const word of foldedWords(before)) swallowed.add(word);
    }
  }

  /** ‘Seneca’s friend Demetrius (1986)’: the year belongs to the earlier name, not to the one next to it. */
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

  /** ‘Town Report. Ropes and looms …, 2000’: the citation’s words begin an entry that was not read as one. */
  private hasPhrase({ names, year }: FoundCitation): boolean {
    const words = foldedWords(names[0]?.family ?? '');
    return names.length === 1 && words.length > 1 && year !== null && this.listed.yearsAfter(words).has(year);
  }

  /** Names that follow one another in the list, though no entry was read to have the first: its year is spoilt. */
  private hasNamesInOrder({ names, near }: FoundCitation, all: readonly ReadEntry[]): boolean {
    if (names.length < 2) return false;
    const [first = '', ...others] = names.map(({ family }) => foldedWords(family).at(-1) ?? '');
    if (near.some((entry) => foldedWords(all[entry]!.names[0]?.family ?? '').at(-1) === first)) return false;
    return this.listed.areTogether(first, others);
  }

  /** ‘Weaver, A. (016)’, ‘(199)’, ‘(2o3)’: the first author before a year of which digits were lost. */
  private hasSpoiltYear({ names, year }: FoundCitation): boolean {
    const first = foldedWords(names[0]?.family ?? '').at(-1);
    if (first === undefined || year === null) return false;
    return this.listed.spoiltYearsAfter(first).some((digits) => isWithin(digits, year));
  }

  hold(citation: FoundCitation, all: readonly ReadEntry[]): boolean {
    const { names, year, text } = citation;
    const last = foldedWords(names[0]?.family ?? '').at(-1);
    if (last === undefined || year === null) return false;
    if (this.hasPhrase(citation) || this.hasNamesInOrder(citation, all)) return true;
    if (this.hasSpoiltYear(citation)) return true;
    const there = this.byYear.get(year);
    if (there?.swallowed.has(last)) return true;
    // Two or more authors in an entry whose year was not read.
    const lasts = names.map(({ family }) => foldedWords(family).at(-1) ?? '');
    if (lasts.length > 1 && this.unread.at(lasts).some((words) => lasts.every((word) => words.has(word))))
      return true;
    if (!there) return false;
    // ‘Weaver, A., Ben Dyer and Carla. D. Fuller’: all authors are there, but not all were read.
    if (
      lasts.length > 1 &&
      there.byWord
        .at(lasts)
        .some(
          ({ text: head, families }) =>
            lasts.every((word) => head.includes(` ${word} `)) && !lasts.every((word) => families.has(word)),
        )
    )
      return true;
    // What an acronym stands for cannot be told.
    if (!there.byWord.isEmpty && hasAcronym(names[0]!)) return true;
    if (there.maybeNames.has(last)) return true;
    // ‘Expression and Meaning (1979)’ is a title.
    const phrase = foldedWords(text.replace(/[(（\d][^]*$/, ''));
    return (
      phrase.length > 1 &&
      there.byWord.at(phrase).some(({ text: all }) => all.includes(` ${phrase.join(' ')} `))
    );
  }

  private add(
    year: string,
    maybeNames: ReadonlySet<string>,
    words: readonly string[],
    families: ReadonlySet<string>,
  ): void {
    const there = this.of(year);
    for (const word of maybeNames) there.maybeNames.add(word);
    there.byWord.add(words, { text: ` ${words.join(' ')} `, families });
  }

  private of(year: string): OfYear {
    return remembered(this.byYear, year, () => ({
      maybeNames: new Set<string>(),
      byWord: new WordPlaces<EntryWords>(),
      swallowed: new Set<string>(),
    }));
  }
}

/**
 * ‘WRC’, or ‘WRC Report’ and ‘Weavers SAC’: a document by its kind and whom it concerns; but not ‘Weaver AB’, nor names
 * that are all in capitals, ‘WEAVER FULLER’, unless one has no vowel.
 */
function hasAcronym({ family }: FoundName): boolean {
  const words = family.split(' ');
  if (words.length === 1) return isAcronym(family);
  if (family === family.toUpperCase() && words.every((word) => /[AEIOUYÀ-Ý]/u.test(word))) return false;
  return words.some((word, i) => isAcronym(word) && (i === 0 || word.length > 2));
}

/** Whether characters occur in a word in their order, and are more than half of it. */
function isWithin(characters: string, word: string): boolean {
  let at = 0;
  for (const each of word) if (each === characters[at]) at++;
  return at === characters.length && characters.length * 2 >= word.length;
}

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g;
const APART = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|[;；]/;
