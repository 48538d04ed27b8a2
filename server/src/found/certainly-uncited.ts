/** What must be certain before an entry is called uncited: that it was read as it stands, and that nothing names it. */
import { citedWithin } from './cited-within-lists.ts';
import { foldedWords } from './folding.ts';
import type { FoundCitation, FoundName } from './model.ts';
import type { Prose } from './prose.ts';
import { RangeSet } from './range-set.ts';
import type { ReadEntry } from './reference-entry.ts';
import type { ReferenceList } from './reference-list.ts';

/** Longer entries are several that were not parted, in UTF-16 units. */
const LONGEST_ENTRY = 900;
/** Shorter names are too often words or initials. */
const SHORTEST = 3;
/** What is no family name: an initial, a number, a sign, or two names with what joins them. */
const NO_NAME = /^\p{Lu}\.|\d|^\p{L}\.?$|^[&.]|[,;:]|\s(?:and|und|et|&)\s/u;
const NO_BODY = /^\p{Lu}\.|^\p{L}\.?$|^[&.]/u;
const CAPITAL = /\p{Lu}[\p{L}\p{M}'’-]*/gu;
/** ‘Projeto PANO’, the name of a project. */
const CAPITALS = /^\p{Lu}{4,}$/u;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;

/** Filters entries that no citation leads to: keeps those of which it is certain. */
export function certainlyUncited(
  prose: Prose,
  lists: readonly ReferenceList[],
  citations: readonly FoundCitation[],
  uncited: readonly number[],
): number[] {
  if (uncited.length === 0) return [];
  const entries = lists.flatMap((list) => list.entries);
  const numbers = numbersInDoubt(prose.text, lists, citations);
  const cited = familiesCited(entries, citations);
  const named = wordsLeft(prose, lists, citations);
  const listed = new RepeatedBodies(prose.text, entries);
  // Where each entry may have begun: after the one before, or after the heading.
  const after = lists.flatMap((list) =>
    list.entries.map((_, i) => list.entries[i - 1]?.range.to ?? list.range.from),
  );
  const edited = editorsOf(entries);
  const alone = itemsWithoutYear(prose.text, lists);
  const within = citedWithin(prose.text, lists);
  const apart = yearsApart(prose, lists, citations);
  // ‘Ben, Dyer (2003)’, cited as ‘Dyer 2003’: the list has the names in the wrong order.
  const givenCited = new Set(
    citations
      .filter(({ candidates }) => candidates.length === 0)
      .map(({ names, year }) => `${foldedWords(names[0]?.family ?? '').join(' ')} ${year}`),
  );
  return uncited.filter((index) => {
    const entry = entries[index]!;
    if (entry.label !== null) {
      if (numbers === null || numbers.has(Number(entry.label))) return false;
      // A list that is cited by its numbers needs no names.
      if (citations.some(({ number }) => number !== null)) return true;
    }
    if (!isWhole(prose.text, entry) || isCut(prose.text.slice(after[index], entry.range.from))) return false;
    const family = foldedWords(entry.names[0]!.family).at(-1)!;
    if (listed.has(index) || hasParts(edited, index, entry)) return false;
    if (entry.year !== null && within.has(`${family} ${entry.year}`)) return false;
    if (isMeant(entry, alone.get(family) ?? [])) return false;
    // ‘As Weaver writes: … (2003)’, of an author who has other works as well.
    if (named.has(family) && apart.has(entry.year!)) return false;
    const given = foldedWords(entry.names[0]!.given ?? '').join(' ');
    if (given !== '' && givenCited.has(`${given} ${entry.year}`)) return false;
    return cited.has(family) || !named.has(family);
  });
}

/** The first editor and the year of a collection → the entries that are parts of it. */
function editorsOf(entries: readonly ReadEntry[]): ReadonlyMap<string, readonly number[]> {
  const parts = new Map<string, number[]>();
  entries.forEach(({ editors: [first], year }, i) => {
    if (!first) return;
    const key = `${foldedWords(first.family).at(-1) ?? ''} ${year}`;
    parts.set(key, [...(parts.get(key) ?? []), i].slice(0, 2));
  });
  return parts;
}

/** Whether other entries are parts of the collection that an entry describes. */
function hasParts(
  parts: ReadonlyMap<string, readonly number[]>,
  index: number,
  { names, year, editors }: ReadEntry,
): boolean {
  // What stands in a collection itself is not the collection.
  if (editors.length > 0) return false;
  const editor = foldedWords(names[0]!.family).at(-1) ?? '';
  return (parts.get(`${editor} ${year}`) ?? []).some((part) => part !== index);
}

/** ‘(GUILD OF WEAVERS: Series 1, part 2)’: an item in parentheses that begins with a name and has no year. */
const ITEM =
  /[(（;；]\s{0,2}(?:(?:vgl\.|siehe|see|cf\.|voir|ver|vedi|véase)\s)?(\p{Lu}[^();；（）:,]{2,60})[:,]([^();；（）]{1,120})/gu;
/** Shorter words stand in many titles. */
const SHORTEST_OF_TITLE = 5;
/** Items kept for a name. */
const MOST_ITEMS = 20;

/** What such items outside the lists say after the name, by the last word of the name. */
function itemsWithoutYear(
  text: string,
  lists: readonly ReferenceList[],
): ReadonlyMap<string, readonly string[]> {
  const listed = new RangeSet(lists.map(({ range }) => range));
  const items = new Map<string, string[]>();
  for (const { 1: name, 2: rest, index } of text.matchAll(ITEM)) {
    if (/\d{4}|^\s*$/.test(rest!) || listed.has(index)) continue;
    const last = foldedWords(name!).at(-1) ?? '';
    items.set(last, [...(items.get(last) ?? []), rest!].slice(0, MOST_ITEMS));
  }
  return items;
}

/** Whether an item names an entry: a body by itself, a person with a word of the title. */
function isMeant({ names, title }: ReadEntry, items: readonly string[]): boolean {
  if (items.length === 0 || names[0]!.isBody) return items.length > 0;
  const words = new Set(foldedWords(title ?? '').filter(({ length }) => length >= SHORTEST_OF_TITLE));
  return items.some((item) => foldedWords(item).some((word) => words.has(word)));
}

/** ‘Burrow, RJ: Town Press’: a place and its state, of an entry whose beginning was lost. */
const IMPRINT = /^\p{Lu}[\p{L}'’ -]{2,30}(?:,\s|\s\()\p{Lu}{2}\)?\s?:\s/u;

/** Whether one name is several that were not parted. */
function isRow({ family }: FoundName): boolean {
  return family.split(',').length > 6;
}

/** Whether an entry was read with names, year and title, and is one. */
function isWhole(text: string, { names, year, title, range }: ReadEntry): boolean {
  if (names.length === 0 || year === null || title === null) return false;
  if (IMPRINT.test(text.slice(range.from, range.from + 50)) || isRow(names[0]!)) return false;
  if (range.to - range.from > LONGEST_ENTRY || text.slice(range.from, range.to).includes('\f')) return false;
  return (
    names.every(({ family, isBody }) => !(isBody ? NO_BODY : NO_NAME).test(family)) &&
    foldedWords(names[0]!.family).length > 0
  );
}

/** ‘Weaver, Anna, and Ben D.’, names and no year, which the next line goes on from: ‘Dyer. 1986. Looms’. */
const CUT_BEFORE = /^(?![^]*\d{4})[^]*\p{Lu}[\p{L}'’-]+,\s\p{Lu}/u;
const LONGEST_CUT = 400;

/** Whether what stands before an entry, since the one before it or the heading, is the beginning of this one. */
function isCut(before: string): boolean {
  return before.length < LONGEST_CUT && CUT_BEFORE.test(before);
}

/** The first authors of entries that are cited: where they are named in the prose, those are meant. */
function familiesCited(
  entries: readonly ReadEntry[],
  citations: readonly FoundCitation[],
): ReadonlySet<string> {
  const works = new Set([...new Set(citations.map(({ candidates }) => candidates))].flat());
  return new Set([...works].map((work) => foldedWords(entries[work]!.names[0]?.family ?? '').at(-1) ?? ''));
}

/** The words with a capital outside lists and citations: who is named there may be cited in a form that was not read. */
function wordsLeft(
  prose: Prose,
  lists: readonly ReferenceList[],
  citations: readonly FoundCitation[],
): ReadonlySet<string> {
  const { text } = prose;
  const known = new RangeSet([
    ...lists.map(({ range }) => range),
    ...citations
      .filter(({ candidates }) => candidates.length > 0)
      .map(({ range }) => ({ from: prose.find(range.from), to: prose.find(range.to) })),
  ]);
  const words = new Set<string>();
  const seen = new Set<string>();
  for (const { 0: word, index } of text.matchAll(CAPITAL)) {
    if (word.length < SHORTEST || seen.has(word) || known.has(index)) continue;
    seen.add(word);
    for (const part of foldedWords(word)) words.add(part);
  }
  return words;
}

const YEAR_ALONE = /[(（]\s?((?:1[4-9]|20)\d\d)[a-z]?\s?(?=[:,;)）])/gu;

/** The years that stand in parentheses by themselves, outside lists and citations. */
function yearsApart(
  prose: Prose,
  lists: readonly ReferenceList[],
  citations: readonly FoundCitation[],
): ReadonlySet<string> {
  const known = new RangeSet([
    ...lists.map(({ range }) => range),
    ...citations
      .filter(({ candidates }) => candidates.length > 0)
      .map(({ range }) => ({ from: prose.find(range.from), to: prose.find(range.to) })),
  ]);
  return new Set(
    [...prose.text.matchAll(YEAR_ALONE)]
      .filter(({ index }) => !known.has(index + 1))
      .map(([, year]) => year!),
  );
}

/** Bodies whose name other entries have too: one work that is described twice, or part of another entry. */
class RepeatedBodies {
  private words: Map<string, Set<number>> | undefined;

  constructor(
    private readonly text: string,
    private readonly entries: readonly ReadEntry[],
  ) {}

  has(index: number): boolean {
    const [name] = this.entries[index]!.names;
    if (!name || !(name.isBody || CAPITALS.test(name.family)) || HAN_NAME.test(name.family)) return false;
    this.words ??= this.wordsOfAll();
    const own = foldedWords(name.family).filter((word) => word.length > SHORTEST);
    return own.length === 1 && [...(this.words.get(own[0]!) ?? [])].some((other) => other !== index);
  }

  private wordsOfAll(): Map<string, Set<number>> {
    const words = new Map<string, Set<number>>();
    this.entries.forEach(({ range }, i) => {
      for (const word of foldedWords(this.text.slice(range.from, range.to))) {
        const of = words.get(word) ?? new Set();
        // Two are enough to know that there is another.
        if (of.size < 2) words.set(word, of.add(i));
      }
    });
    return words;
  }
}

const BRACKET = /[[［]([^\][［］\n]{1,80})[\]］]/gu;
const BEGINS_LINE = /(?:^|\n)[ \t>*•-]*$/;
const NUMBERS = /(\d{1,3})(?:\s?[-–—‒‐~～]\s?(\d{1,3}))?/gu;

/**
 * The numbers of a numbered list that brackets outside it have in any form; null if the list or its calls were not
 * read whole, so that nothing is certain of any number.
 */
function numbersInDoubt(
  text: string,
  lists: readonly ReferenceList[],
  citations: readonly FoundCitation[],
): ReadonlySet<number> | null {
  if (citations.some(({ number, candidates }) => number !== null && candidates.length === 0)) return null;
  for (const { entries } of lists) {
    const labels = entries
      .flatMap(({ label }) => (label === null ? [] : [Number(label)]))
      .sort((a, b) => a - b);
    if (labels.some((label, i) => i > 0 && label !== labels[i - 1]! + 1)) return null;
  }
  const within = new RangeSet(lists.map(({ range }) => range));
  const numbers = new Set<number>();
  for (const { 1: words, index } of text.matchAll(BRACKET)) {
    // Its own number begins an entry; other numbers within a list call from text of the page's other column.
    if (within.has(index) && BEGINS_LINE.test(text.slice(Math.max(0, index - 12), index))) continue;
    for (const [, first, last] of words!.matchAll(NUMBERS))
      for (let n = Number(first); n <= Math.min(Number(last ?? first), Number(first) + 60); n++)
        numbers.add(n);
  }
  return numbers;
}
