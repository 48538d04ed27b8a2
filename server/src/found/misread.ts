/** What was misread rather than forgotten: names and years that stand where a careful reader would find them. */
import { folded, foldedWords } from './folding.ts';
import type { FoundCitation } from './model.ts';
import { comparable } from './names.ts';
import type { Prose } from './prose.ts';
import type { ReadEntry } from './reference-entry.ts';
import type { ReferenceList } from './reference-list.ts';
import type { TextRange } from '../text/range.ts';

/** Names stand so near the beginning of an entry, in UTF-16 units. */
const HEAD = 300;
/** So far before a year the names of its citation may stand, in UTF-16 units. */
const BEFORE = 160;

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
  }
  return citations.map((citation) =>
    citation.status === 'unresolved' && entries.hold(citation)
      ? { ...citation, standsInList: true }
      : citation,
  );
}

interface EntryWords {
  readonly words: ReadonlySet<string>;
  /** All of them in order, with spaces between and around. */
  readonly text: string;
}

class EntriesOfYears {
  /** A year → for each entry that has it, the words that may be names and were not read as such. */
  private readonly byYear = new Map<string, EntryWords[]>();
  private readonly unread: ReadonlySet<string>[] = [];

  addRead(prose: Prose, { range, year, otherYears, names }: ReadEntry): void {
    if (year === null) return;
    const all = foldedWords(prose.text.slice(range.from, Math.min(range.to, range.from + HEAD)));
    const words = new Set(all);
    for (const name of names) {
      const { family } = comparable(name);
      // A family name of one word was read as it stands; another year or other company is a fault of the text.
      if (!name.isBody && family.length === 1) words.delete(family[0]!);
    }
    for (const one of [year, ...otherYears]) this.add(one, { words, text: ` ${all.join(' ')} ` });
  }

  addUnread(text: string): void {
    const all = foldedWords(text);
    const words = new Set(all);
    this.unread.push(words);
    for (const word of words) {
      const year = /^((?:1[4-9]|20)\d\d)[a-z]?\d?$/.exec(word)?.[1];
      if (year !== undefined) this.add(year, { words, text: ` ${all.join(' ')} ` });
    }
  }

  hold({ names, year, text }: FoundCitation): boolean {
    const last = foldedWords(names[0]?.family ?? '').at(-1);
    if (last === undefined || year === null) return false;
    const entries = this.byYear.get(year) ?? [];
    // Two authors and more in an entry whose year was not read.
    const lasts = names.map(({ family }) => foldedWords(family).at(-1) ?? '');
    if (lasts.length > 1 && this.unread.some((words) => lasts.every((word) => words.has(word)))) return true;
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

/**
 * Of entries that no citation leads to, those that the text does not name either: neither the first author near the
 * year, nor the beginning of the title. What it names it cites in a way that was not read.
 */
export function notNamed(
  prose: Prose,
  lists: readonly TextRange[],
  entries: readonly ReadEntry[],
  uncited: readonly number[],
): number[] {
  if (uncited.length === 0) return [];
  const text = outside(prose.text, lists);
  const named = namedNearYears(text, entries, uncited);
  const left = uncited.filter((entry) => !named.has(entry));
  if (left.length === 0) return left;
  const words = ` ${foldedWords(text).join(' ')} `;
  return left.filter((entry) => {
    const title = foldedWords(entries[entry]!.title ?? '');
    return title.length < 3 || !words.includes(` ${title.slice(0, 6).join(' ')} `);
  });
}

function outside(text: string, lists: readonly TextRange[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of lists) {
    if (from > done) parts.push(text.slice(done, from));
    done = Math.max(done, to);
  }
  return [...parts, text.slice(done)].join('\n\n');
}

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g;
const APART = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|[;；]/;

function namedNearYears(
  text: string,
  entries: readonly ReadEntry[],
  uncited: readonly number[],
): Set<number> {
  const wanted = new Map<string, { entry: number; words: readonly string[] }[]>();
  for (const entry of uncited) {
    const { names, year, otherYears } = entries[entry]!;
    const [first] = names;
    if (!first || year === null) continue;
    const last = foldedWords(first.family).at(-1);
    const words = [...(last === undefined ? [] : [last]), ...comparable(first).acronyms];
    for (const one of [year, ...otherYears]) {
      const there = wanted.get(one);
      if (there) there.push({ entry, words });
      else wanted.set(one, [{ entry, words }]);
    }
  }
  const named = new Set<number>();
  for (const { 0: year, index } of text.matchAll(YEAR)) {
    const asked = wanted.get(year)?.filter(({ entry }) => !named.has(entry));
    if (!asked || asked.length === 0) continue;
    // What stands before another year, or in another item, is named with that.
    const before = text.slice(Math.max(0, index - BEFORE), index);
    const around = folded(before.split(APART).at(-1)!);
    for (const { entry, words } of asked) if (words.some((word) => around.includes(word))) named.add(entry);
  }
  return named;
}
