/** Finds entries that no citation resolves to, although the text names them in a form that was not read. */
import { folded, foldedWords } from './folding.ts';
import type { FoundCitation, FoundName } from './model.ts';
import { furtherReading } from './further-reading.ts';
import { BODY_WORDS } from './name-words.ts';
import { comparable } from './comparable-names.ts';
import { OBJECT, type Prose } from './prose.ts';
import { RangeSet } from './range-set.ts';
import { RunningHeads } from './running-heads.ts';
import type { ReadEntry } from './reference-entry.ts';
import type { TextRange } from '../text/range.ts';
import { largestOf } from '../text/extremes.ts';

/** The maximum distance of a citation's names from its year, in UTF-16 units. */
const BEFORE = 160;
/** Shorter words are too often part of others. */
const SHORTEST = 4;
/** In UTF-16 units. */
const SHORTEST_ENTRY = 12;

/**
 * Filters entries that no citation resolves to: keeps those that the text does not name, neither an author near the
 * year, nor the start of the title. What it names is cited in a form that was not read. Entries are also dropped if
 * they begin with a running head, since their names belong to another entry.
 * @param lists the ranges of the lists of references, in the prose
 */
export function notNamed(
  prose: Prose,
  lists: readonly TextRange[],
  entries: readonly ReadEntry[],
  citations: readonly FoundCitation[],
  uncited: readonly number[],
): number[] {
  if (uncited.length === 0) return [];
  const named = namedNearYears(prose, lists, entries, citations, uncited);
  const unnamed = uncited.filter((entry) => !named.has(entry));
  const headOf = (entry: number): string => firstLine(prose.text, entries[entry]!);
  const heads = new RunningHeads(prose.text, unnamed.map(headOf));
  const acronyms = acronymsBeforeYears(prose.text, entries);
  const left = unnamed.filter(
    (entry) => !heads.has(headOf(entry)) && !isNoEntry(prose.text, entries, entry, acronyms),
  );
  if (left.length === 0) return left;
  const text = outside(prose.text, lists);
  const words = ` ${foldedWords(text).join(' ')} `;
  const trailing = behindTheList(entries, left, citations);
  const open = new Set(uncited);
  const further = furtherReading(prose.text, entries, (entry) => !open.has(entry));
  const isBracketed = areBracketed(prose.text, entries);
  const chinese = namesInChinese(text);
  const years = yearsInProse(text);
  const cutOff = new Set([...text.matchAll(CUT_OFF)].map(([, name]) => name!));
  return left.filter((entry) => {
    if (isCutOff(cutOff, entries[entry]!) || isNamedWithAnotherYear(years, entries[entry]!)) return false;
    if (trailing.has(entry) || further.has(entry)) return false;
    // Where all others have their years in brackets, this one’s was not made out.
    if (isBracketed && !hasBracket(prose.text, entries[entry]!)) return false;
    if (isPairNamed(words, entries[entry]!) || isNamedInChinese(prose.text, chinese, entries[entry]!))
      return false;
    const { title: written, names } = entries[entry]!;
    const title = foldedWords(written ?? '');
    const body = names[0]?.isBody ? foldedWords(names[0].family) : [];
    if (body.length > 2 && (words.includes(` ${body.join(' ')} `) || isShortened(words, entries[entry]!)))
      return false;
    if (written !== null && isTitleNamed(words, written, entries[entry]!.year)) return false;
    return title.length < 3 || !words.includes(` ${title.slice(0, 6).join(' ')} `);
  });
}

/** Whether a body is named by its first words before the year: ‘Town Guild, 2003’ for Town Guild Annual Report. */
function isShortened(words: string, { names, year }: ReadEntry): boolean {
  const body = foldedWords(names[0]!.family);
  return body.some((_, i) => i > 1 && words.includes(` ${body.slice(0, i).join(' ')} ${year} `));
}

/**
 * Whether a title, up to its subtitle or to the place that was read as part of it, is named with the year: ‘his works,
 * Looms and Dyes (1958) and …’.
 */
function isTitleNamed(words: string, title: string, year: string | null): boolean {
  if (year === null) return false;
  return [...title.matchAll(/[,:.]|$/g)].some(({ index }) => {
    const part = foldedWords(title.slice(0, index));
    return part.length > 1 && words.includes(` ${part.join(' ')} ${year} `);
  });
}

/** ‘（中国植物志，1990）’: words before a year that may be of an entry, such as its title. */
const NAMED_IN_CHINESE = /[(（;；]([\p{Script=Han}]{3,20})[,，]\s?((?:1[4-9]|20)\d\d)(?!\d)/gu;

/** Year → the Chinese words before it. */
function namesInChinese(outside: string): ReadonlyMap<string, ReadonlySet<string>> {
  const byYear = new Map<string, Set<string>>();
  for (const [, name, year] of outside.matchAll(NAMED_IN_CHINESE))
    byYear.set(year!, (byYear.get(year!) ?? new Set()).add(name!));
  return byYear;
}

/** Whether words of an entry stand before its year in the text. */
function isNamedInChinese(
  text: string,
  named: ReadonlyMap<string, ReadonlySet<string>>,
  { range, year }: ReadEntry,
): boolean {
  const names = year === null ? undefined : named.get(year);
  if (!names) return false;
  const own = text.slice(range.from, range.to);
  return [...names].some((name) => own.includes(name));
}

/** ‘, in 1918’ after a name: a work named in prose, with the year in which it came out first. */
const IN_YEAR = /,?\s(?:in|em|en|im|of|de)\s((?:1[4-9]|20)\d\d)(?!\d)/g;
const LONGEST_NAME = 60;

/** Name → the years that prose says after it. */
function yearsInProse(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const years = new Map<string, Set<string>>();
  for (const { 1: year, index } of text.matchAll(IN_YEAR)) {
    const before = text.slice(Math.max(0, index - LONGEST_NAME), index);
    const whole = /[\p{L}’'-]{4,}$/u.exec(before)?.[0] ?? '';
    // Of ‘Dyer-Weaver’ the second name too.
    for (const { index: start } of whole.matchAll(/(?<!\p{L})(?=[\p{L}’'-]{4})/gu)) {
      const name = whole.slice(start);
      years.set(name, (years.get(name) ?? new Set()).add(year!));
    }
  }
  return years;
}

/** Whether an entry’s author is named with the year of another edition. */
function isNamedWithAnotherYear(
  years: ReadonlyMap<string, ReadonlySet<string>>,
  { names, title, year }: ReadEntry,
): boolean {
  const [name] = names;
  if (!name || title === null || !/^[\p{L}’'-]{4,}$/u.test(name.family)) return false;
  const said = years.get(name.family[0]! + name.family.slice(1).toLowerCase());
  return said !== undefined && [...said].some((other) => other !== year);
}

/** So many entries after the last cited one, in no order, are none: notices of books, an index. */
const FEWEST_TRAILING = 3;

function behindTheList(
  entries: readonly ReadEntry[],
  uncited: readonly number[],
  citations: readonly FoundCitation[],
): ReadonlySet<number> {
  const last = largestOf(
    [...new Set(citations.map(({ candidates }) => candidates))].map((works) => largestOf(works)),
    -1,
  );
  const behind = uncited.filter((entry) => entry > last);
  if (behind.length < FEWEST_TRAILING || last < 0) return new Set();
  const heads = behind.map((entry) => foldedWords(entries[entry]!.names[0]?.family ?? '').join(' '));
  const isOrdered = heads.every((head, i) => i === 0 || heads[i - 1]! <= head);
  return isOrdered ? new Set() : new Set(behind);
}

/** ‘(Weaver’ at the end of a line that a page’s notes follow, so that its year does not follow it. */
const CUT_OFF = /[(;]\s?([\p{L}’'-]+)[ \t]*\n\s*?(?:\d{1,3}[ \t]*)?(?:\n|\f)/gu;

function isCutOff(cutOff: ReadonlySet<string>, { names }: ReadEntry): boolean {
  return names[0] !== undefined && cutOff.has(names[0].family);
}

/** Of so many entries this share has the year in brackets, where that is the form of a list. */
const FEWEST_BRACKETED = 10;
const BRACKETED = 0.8;

function areBracketed(text: string, entries: readonly ReadEntry[]): boolean {
  const dated = entries.filter(({ yearRange }) => yearRange !== null);
  const count = dated.filter((entry) => hasBracket(text, entry)).length;
  return dated.length >= FEWEST_BRACKETED && count >= dated.length * BRACKETED;
}

function hasBracket(text: string, { yearRange }: ReadEntry): boolean {
  return (
    yearRange !== null &&
    /[([][^()[\]]{0,24}$/.test(text.slice(Math.max(0, yearRange.from - 25), yearRange.from))
  );
}

/** Whether two authors are named together without a year of another work after them: ‘Hohenberg & Halperin, model A’. */
function isPairNamed(words: string, { names }: ReadEntry): boolean {
  if (names.length !== 2) return false;
  const [first, second] = names.flatMap(({ family }) => lastWord(family));
  if (first === undefined || second === undefined) return false;
  return ['', 'and ', 'und ', 'et ', 'y ', 'e ', 'en ', 'och ', 'og '].some((link) => {
    const pair = ` ${first} ${link}${second} `;
    for (let at = words.indexOf(pair); at >= 0; at = words.indexOf(pair, at + 1))
      if (!/^(?:1[4-9]|20)\d\d/.test(words.slice(at + pair.length, at + pair.length + 4))) return true;
    return false;
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

/** Whether an apparent name is more likely a title: several words, none typical of an organisation. */
function isTitle({ family, given }: FoundName): boolean {
  const words = foldedWords(family);
  return (
    given === null &&
    words.length > 3 &&
    !words.some((word) => BODY_WORDS.has(word)) &&
    !/\(\p{Lu}{2,}\)|\s[–-]\s\p{Lu}{2,}/u.test(family)
  );
}

/** Whether an apparent entry is only a URL, or the name of a conference within another entry. */
function isNoEntry(
  text: string,
  entries: readonly ReadEntry[],
  at: number,
  acronyms: ReadonlyMap<string, ReadonlySet<number>>,
): boolean {
  const entry = entries[at]!;
  const own = text.slice(entry.range.from, entry.range.to);
  if (own.replaceAll(OBJECT, '').trim().length < SHORTEST_ENTRY) return true;
  const [first, second] = entry.names;
  if (first && entry.names.every(isTitle)) return true;
  if (!first || second) return false;
  return [...(acronyms.get(first.family) ?? [])].some((other) => other !== at);
}

/** Acronym → entries that have it before a year, ‘IHC 2001’, two at most. */
function acronymsBeforeYears(
  text: string,
  entries: readonly ReadEntry[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  entries.forEach(({ range }, i) => {
    const own = text.slice(range.from, range.to);
    for (const [, letters] of own.matchAll(/(\p{Lu}{3,8}) (?:1[4-9]|20)\d\d/gu))
      for (let from = 0; from <= letters!.length - 3; from++) {
        const of = found.get(letters!.slice(from)) ?? new Set();
        if (of.size < 2) found.set(letters!.slice(from), of.add(i));
      }
  });
  return found;
}

function firstLine(text: string, { range }: ReadEntry): string {
  return text.slice(range.from, range.to).split('\n', 1)[0]!.trim();
}

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g;
const APART = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|[;；]/;

/** What separates the years of one author: ‘2004a, b, 2006’, ‘2004 and 2006’, ‘2004, S. 3–9 (1998); 2006’. */
const IN_ROW =
  /^\)?(?:[a-z](?:,\s?[a-z])*)?(?:,?\s(?:S|pp?)\.\s?\d{1,4}(?:[-–]\d{1,4}|\s?ff?\.)?)?\s?(?:[,;(]|and|und|et|&|y|e|\/)\s?(?:and\s|und\s|&\s)?$/;

/** ‘Weaver (2001). Ähnlich dies. 2003’: the year of another work by those named before. */
const SAME_BEFORE = /(?<!\p{L})(?:ders|dies|desgl|id|ead|eid|idem|eadem)\.?(?:\s\(Hg\.\))?[\s,(]*$/iu;
const FAR_BEFORE = 400;

/** ‘vgl. auch Weaver ’, in front of a year. */
const POINTED_TO =
  /(?:\b(?:vgl|s|cf|cfr|v)\.|\b(?:siehe|see|voir|ver|véase|auch|also|bei))\s+(\p{Lu}[\p{L}\p{M}’'-]+)[\s,:(]*$/iu;
const POINTER = 60;

interface Wanted {
  readonly entry: number;
  /** Folded words that name the entry near its year. */
  readonly words: readonly string[];
  /** Words that may name it where no citation was read. */
  readonly doubtful: readonly string[];
  /** The initials of an organisation, for acronyms. */
  readonly initials: string;
}

function namedNearYears(
  prose: Prose,
  lists: readonly TextRange[],
  entries: readonly ReadEntry[],
  citations: readonly FoundCitation[],
  uncited: readonly number[],
): Set<number> {
  const wanted = wantedByYear(prose.text, entries, uncited);
  const listed = new RangeSet(lists);
  const settled = new Set(
    citations.flatMap(({ status, yearRange }) =>
      status === 'unresolved' || yearRange === null ? [] : [prose.find(yearRange.from)],
    ),
  );
  const named = new Set<number>();
  let row = { from: 0, to: 0 };
  for (const { 0: year, index } of prose.text.matchAll(YEAR)) {
    // ‘Weaver (2004, 2006a, 2006b)’: all have the names before the first.
    if (
      !IN_ROW.test(prose.text.slice(row.to, Math.min(index, row.to + 30)) + (index > row.to + 30 ? '|' : ''))
    )
      row = { from: index, to: index };
    row.to = index + year.length;
    const asked = wanted.get(year)?.filter(({ entry }) => !named.has(entry));
    if (!asked || asked.length === 0) continue;
    if (listed.has(index)) {
      // Notes at the feet of a list’s pages stand in it, and entries lead to others.
      const pointed = POINTED_TO.exec(prose.text.slice(Math.max(0, index - POINTER), index))?.[1];
      if (pointed !== undefined)
        for (const { entry, words } of asked) if (words.includes(folded(pointed))) named.add(entry);
      continue;
    }
    // What stands before another year, or in another item, is named with that.
    const before = prose.text
      .slice(Math.max(0, row.from - BEFORE), row.from)
      .split(APART)
      .at(-1)!;
    const around = folded(
      SAME_BEFORE.test(before) ? prose.text.slice(Math.max(0, row.from - FAR_BEFORE), row.from) : before,
    );
    const isSettled = settled.has(index);
    for (const { entry, words, doubtful, initials } of asked) {
      const has = (word: string): boolean => around.includes(word);
      if (words.some(has) || (!isSettled && (doubtful.some(has) || hasAcronym(before, initials))))
        named.add(entry);
    }
  }
  return named;
}

function wantedByYear(
  text: string,
  entries: readonly ReadEntry[],
  uncited: readonly number[],
): Map<string, Wanted[]> {
  const wanted = new Map<string, Wanted[]>();
  for (const entry of uncited) {
    const { names, year, otherYears, range, title } = entries[entry]!;
    const [first, ...others] = names;
    if (!first || year === null) continue;
    const last = foldedWords(first.family).at(-1);
    const words = [...(last === undefined ? [] : [last]), ...comparable(first).acronyms];
    const own = text.slice(range.from, range.to);
    const doubtful = [...otherWords(first, own), ...others.flatMap(({ family }) => lastWord(family))];
    const titleWords = foldedWords(title ?? '');
    if (titleWords.length < 3) doubtful.push(titleWords.join(' '));
    const all: Wanted = {
      entry,
      words,
      doubtful: doubtful.filter((word) => word.length >= SHORTEST),
      initials: first.isBody
        ? foldedWords(first.family)
            .map((word) => word[0])
            .join('')
        : '',
    };
    const surnames = [...words, ...others.flatMap(({ family }) => lastWord(family))];
    const sure = new Set([year, ...otherYears]);
    for (const one of sure) push(wanted, one, all);
    // The entry's own year may be one of these.
    for (const one of new Set([...own.matchAll(YEAR)].map(([written]) => written)))
      if (!sure.has(one)) push(wanted, one, { entry, words: [], doubtful: surnames, initials: '' });
  }
  return wanted;
}

function push(wanted: Map<string, Wanted[]>, year: string, one: Wanted): void {
  const there = wanted.get(year);
  if (there) there.push(one);
  else wanted.set(year, [one]);
}

/** Words that may be the first author's family name, if it was read differently: ‘Hickory Mary J.’ */
function otherWords({ family, given }: FoundName, entry: string): string[] {
  const words = foldedWords(family);
  const isNatural = given !== null && entry.startsWith(given);
  return [...(words.length > 1 ? words.slice(0, 1) : []), ...(isNatural ? foldedWords(given) : [])];
}

function lastWord(family: string): string[] {
  return foldedWords(family).slice(-1);
}

/**
 * Whether there is an acronym of an organisation's initials in order: ‘Inep’ for Instituto Nacional de Estudos e
 * Pesquisas.
 */
function hasAcronym(words: string, initials: string): boolean {
  if (initials.length < 3) return false;
  return [...words.matchAll(/(?<!\p{L})\p{Lu}\p{L}{2,7}(?!\p{L})/gu)].some(([word]) => {
    const letters = folded(word);
    if (letters[0] !== initials[0]) return false;
    let at = 0;
    for (const letter of initials) if (letter === letters[at]) at++;
    return at === letters.length;
  });
}
