/**
 * What must be certain before a citation is blamed for a missing entry. Where the evidence does not reach, it is
 * marked as in doubt: it is counted as not understood, but nothing is told of it.
 */
import { folded, foldedWords } from './folding.ts';
import type { FoundCitation, FoundName } from './model.ts';
import type { Prose } from './prose.ts';
import { RangeSet } from './range-set.ts';
import type { ReadEntry } from './reference-entry.ts';
import type { ReferenceList } from './reference-list.ts';

/** So many citations must lead to the list for each work of a name that it does not have at all. */
const CITED_TO_ONE_UNKNOWN = 3;
/** So many resolved citations of a form show that the text cites in it: of a name that the list has, and of another. */
const FORM_OF_KNOWN = 1;
const FORM_OF_UNKNOWN = 2;
/** The maximum distance of a name from its year within an entry, and of the first of very many. */
const WITHIN_ENTRY = 300;
const WITHIN_NAMES = 4000;
/** A line that begins with an accent or a sign of another encoding, which stood on a letter of the line below. */
const ACCENT_ABOVE = /\n[€´¨`˙ˆ˜˚¸ˇ]([^\n]*)\n[^\n]{0,8}$/;
/** Before a first author at the start of a line: nothing, or a given name and a number. */
const BEGINS = /(?:^|\n)\s*(?:[[(]?\d+[\]).]*\s+)?(?:\p{Lu}[\p{Ll}'’-]*\.?[\s-]{1,2}){0,3}$/u;
/** ‘d’Europe (1998)’ is a place as often as an author. */
const ELIDED = /d['’]$/;
/** So many names of persons with one year, none of which the list has, are of interviews rather than works. */
const FEWEST_INTERVIEWED = 4;
/** So many places of a name are looked at. */
const MOST_PLACES = 500;
/** The entry without a year that is looked through, in UTF-16 units. */
const LONGEST_UNDATED = 600;
const FOUR_DIGITS = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/;
/** Shorter names are too often part of other words. */
const SHORTEST = 4;

/** Marks the unresolved citations that may be none, or whose entry may have been misread. */
export function withDoubts(
  prose: Prose,
  lists: readonly ReferenceList[],
  citations: readonly FoundCitation[],
): readonly FoundCitation[] {
  if (!citations.some(isOpen)) return citations;
  const forms = new CitedForms(citations);
  const listed = new ListedNames(prose, lists, citations);
  const entries = lists.flatMap((list) => list.entries);
  const nouns = new CommonNouns(prose.text);
  const isDoubtful = (citation: FoundCitation): boolean => {
    const isKnown = citation.near.length > 0;
    // A letter’s difference in a work of that year is a citation in any form.
    const isClose = citation.near.some((index) => entries[index]!.year === citation.year);
    if (!isClose && !forms.has(citation, isKnown ? FORM_OF_KNOWN : FORM_OF_UNKNOWN)) return true;
    if (listed.stands(citation) || isAcrossPages(prose, citation)) return true;
    const near = citation.near.map((index) => entries[index]!);
    if (near.some((entry) => isMisread(entry, citation) || isCoAuthor(citation, entry))) return true;
    if (isKnown) return false;
    return (
      forms.areInterviewed(citation) ||
      forms.isCitedAlone(citation) ||
      isElided(prose, citation) ||
      !forms.explainMost ||
      listed.isPlace(citation) ||
      (citation.names.length === 1 && !citation.etAl && nouns.has(citation.names[0]!.family))
    );
  };
  // A work that is missing is often cited many times in the same words.
  const doubted = new Map<string, boolean>();
  return citations.map((citation) => {
    if (!isOpen(citation)) return citation;
    const { mode, names, etAl, year, near } = citation;
    const key = JSON.stringify([mode, names.map(({ family }) => family), etAl, year, near]);
    let isDoubted = doubted.get(key);
    if (isDoubted === undefined) doubted.set(key, (isDoubted = isDoubtful(citation)));
    return isDoubted ? { ...citation, inDoubt: true } : citation;
  });
}

/** A citation that would be told as missing. */
function isOpen({ status, number, year, names, followUp, citedIn, standsInList }: FoundCitation): boolean {
  return (
    status === 'unresolved' &&
    number === null &&
    year !== null &&
    names.length > 0 &&
    !followUp &&
    citedIn === null &&
    !standsInList
  );
}

/** The forms in which a text cites works of its list, and how many of these it cites. */
class CitedForms {
  private readonly counts = new Map<string, number>();
  /** A year → the single names cited with it that the list does not have, */
  private readonly unlisted = new Map<string, Set<string>>();
  /** and those with it that it has. */
  private readonly listedYears = new Map<string, number>();
  /** Whether what the list has is cited far more often than names that it does not have. */
  readonly explainMost: boolean;

  constructor(citations: readonly FoundCitation[]) {
    let known = 0;
    const unknown = new Set<string>();
    for (const citation of citations) {
      const { candidates, names, year, near, followUp, number } = citation;
      if (number !== null || followUp || year === null) continue;
      if (candidates.length === 0) {
        if (near.length > 0) continue;
        unknown.add(`${names.map(({ family }) => folded(family)).join('|')}|${year}`);
        if (isSingleWord(citation)) {
          const others = this.unlisted.get(year) ?? new Set();
          this.unlisted.set(year, others.add(folded(names[0]!.family)));
        }
        continue;
      }
      known++;
      this.listedYears.set(year, (this.listedYears.get(year) ?? 0) + 1);
      const form = formOf(citation);
      this.counts.set(form, (this.counts.get(form) ?? 0) + 1);
    }
    this.explainMost = known >= CITED_TO_ONE_UNKNOWN * unknown.size;
  }

  /** ‘Panama Weaver (1999)’, where ‘Weaver (1999)’ is told too: the word before the name may be none of it. */
  isCitedAlone({ names, year }: FoundCitation): boolean {
    const words = names[0]!.family.split(/\s/);
    if (year === null || names.length > 1 || words.length < 2) return false;
    return this.unlisted.get(year)?.has(folded(words.at(-1)!)) === true;
  }

  /** ‘(Anna 2010, p. 3)’, ‘(Marco 2010, p. 4)’ …: interviews, cited by given names and the year of all of them. */
  areInterviewed(citation: FoundCitation): boolean {
    if (citation.year === null || !isSingleWord(citation)) return false;
    const others = this.unlisted.get(citation.year)?.size ?? 0;
    return others >= FEWEST_INTERVIEWED && others > (this.listedYears.get(citation.year) ?? 0);
  }

  has(citation: FoundCitation, least: number): boolean {
    return (this.counts.get(formOf(citation)) ?? 0) >= least;
  }
}

/** The foot or the head of a page: a form feed, or a number between blank lines. */
const PAGE_BREAK = /\f|\n\s*\n\s*\d{1,4}\s*\n/;

/** Whether the end of a page is between names and year, so that its running head may have been read as names. */
function isAcrossPages(prose: Prose, { range }: FoundCitation): boolean {
  return PAGE_BREAK.test(prose.text.slice(prose.find(range.from), prose.find(range.to)));
}

function isElided(prose: Prose, { range }: FoundCitation): boolean {
  const at = prose.find(range.from);
  return ELIDED.test(prose.text.slice(Math.max(0, at - 2), at));
}

function isSingleWord({ names, etAl }: FoundCitation): boolean {
  return names.length === 1 && !etAl && !/\s/.test(names[0]!.family);
}

/** ‘Anna Weaver’, ‘A. Weaver’, of one author. */
const WITH_GIVEN = /^(?:\p{Lu}\.\s?)+\p{Lu}|^\p{Lu}[\p{Ll}'’-]+\s(?:\p{Lu}\.\s?)*\p{Lu}\p{Ll}/u;

/** Names in the sentence or in the parenthesis, with a given name or without, with semicolons between them or not. */
function formOf({ mode, names, text }: FoundCitation): string {
  const isInText = mode !== 'NormalCitation';
  const hasGiven = isInText && names.length === 1 && WITH_GIVEN.test(names[0]!.family);
  // ‘(Burrow; James Weaver, 2016)’, publishers after a title
  return `${isInText} ${hasGiven} ${names.length > 1 && text.includes(';')}`;
}

/** Parts of words that begin with a capital: of ‘12Weaver’ and ‘McWeaver’ the last. */
const CAPITAL_PART = /\p{Lu}[\p{Ll}\p{M}'’-]+|\p{Lu}{3,}(?!\p{Ll})/gu;

/** What stands before and after a place of publication within an entry. */
const AFTER_TITLE = /[.,;)”»]\s$/;
const BEFORE_PUBLISHER = /^\s?:\s\p{Lu}|^,\s(?:\p{Lu}[^\n,.:]{2,40},\s)?(?:1[4-9]|20)\d\d[.;,]/u;

/** The names in the lists and after them, where an entry may stand that was not read as one. */
class ListedNames {
  /** The last part of a name → where it stands, accounted for nowhere, */
  private readonly places = new Map<string, number[]>();
  /** and where it stands in an entry. */
  private readonly inEntries = new Map<string, number[]>();
  private readonly text: string;

  constructor(prose: Prose, lists: readonly ReferenceList[], citations: readonly FoundCitation[]) {
    const { text } = prose;
    this.text = text;
    const start = lists.reduce((from, { range }) => Math.min(from, range.from), text.length);
    const cited = citations.flatMap(({ range, groupRange }) => [
      { from: prose.find(range.from), to: prose.find(range.to) },
      { from: prose.find(groupRange.from), to: prose.find(groupRange.to) },
    ]);
    const known = new RangeSet(cited.filter(({ to }) => to > start));
    const entries = new RangeSet(lists.flatMap((list) => list.entries.map(({ range }) => range)));
    CAPITAL_PART.lastIndex = start;
    for (let found = CAPITAL_PART.exec(text); found; found = CAPITAL_PART.exec(text)) {
      const { 0: part, index } = found;
      if (known.has(index)) continue;
      const isGlued = /[\d\p{Ll}]/u.test(text[index - 1] ?? '');
      const all = entries.has(index) && !isGlued ? this.inEntries : this.places;
      const places = all.get(part.toLowerCase());
      if (!places) all.set(part.toLowerCase(), [index]);
      else if (places.length < MOST_PLACES) places.push(index);
    }
  }

  /**
   * Whether the first name stands before the year outside entries, or glued to what is before it, ‘12Weaver’; in
   * entries too where none has it as its author: ‘Weaver, a. N.’
   */
  stands({ names, year, near }: FoundCitation): boolean {
    const name = names[0]!.family.split(/\s/).at(-1)!;
    const part = name.match(CAPITAL_PART)?.at(-1)?.toLowerCase();
    if (part === undefined || (name.length < SHORTEST && near.length > 0) || year === null) return false;
    const places = [
      ...(this.places.get(part) ?? []),
      ...(near.length === 0 ? (this.inEntries.get(part) ?? []) : []),
    ];
    return places.some(
      (at) => this.isBefore(at, year) || (near.length === 0 && this.isUndated(at, names[0]!.family)),
    );
  }

  /** ‘Manuale (Roma, 2021)’: a place of publication, as entries have it: ‘Telai. Roma: Carocci’. */
  isPlace({ names, etAl }: FoundCitation): boolean {
    const name = names[0]!.family;
    if (names.length > 1 || etAl) return false;
    const part = name.match(CAPITAL_PART)?.at(-1)?.toLowerCase() ?? '';
    return (this.inEntries.get(part) ?? []).some((at) => {
      const from = at + part.length - name.length;
      return (
        this.text.startsWith(name, from) &&
        AFTER_TITLE.test(this.text.slice(Math.max(0, from - 2), from)) &&
        BEFORE_PUBLISHER.test(this.text.slice(from + name.length, from + name.length + 80))
      );
    });
  }

  /** ‘Guild of Weavers. Looms. 16.04.13’: an entry that begins with the whole name, and has no year of four digits. */
  private isUndated(at: number, name: string): boolean {
    // A text may be one line.
    const above = this.text.slice(Math.max(0, at - name.length - 20), at);
    const begun = above.slice(above.lastIndexOf('\n') + 1).trimStart();
    const [line = ''] = (begun + this.text.slice(at, at + LONGEST_UNDATED)).split('\n', 1);
    return line.startsWith(`${name}. `) && !FOUR_DIGITS.test(line);
  }

  /** Whether a year stands soon after a name, in the line above it if an accent put the lines out of order, or in the paragraph that it begins. */
  private isBefore(at: number, year: string): boolean {
    if (this.text.slice(at, at + WITHIN_ENTRY).includes(year)) return true;
    if (ACCENT_ABOVE.exec(this.text.slice(Math.max(0, at - WITHIN_ENTRY), at))?.[1]!.includes(year))
      return true;
    if (!BEGINS.test(this.text.slice(Math.max(0, at - 40), at))) return false;
    // After names that take up many lines the first number is the year.
    const number = this.text.slice(at, at + WITHIN_NAMES).search(/\d/);
    return number >= 0 && this.text.startsWith(year, at + number);
  }
}

/**
 * Whether the nearest entry is probably meant, and one of both was not read as it stands: ‘the view of Weaver-Dyer’s
 * (2003)’ has its name among other words, or the entry has persons with and without given names.
 */
function isMisread({ names: own, year }: ReadEntry, { names, year: cited }: FoundCitation): boolean {
  if (own.length === 0 || year !== cited) return false;
  const lettersOf = ({ family }: FoundName): string => foldedWords(family).join('');
  const first = lettersOf(own[0]!);
  const words = lettersOf(names[0]!);
  if (own.length === names.length && first.length >= SHORTEST && words !== first && words.includes(first))
    return true;
  const persons = own.filter(({ isBody }) => !isBody);
  return (
    own.length > 1 &&
    persons.some(({ given }) => given !== null) &&
    own.some(({ given, family }) => given === null && !/\s/.test(family))
  );
}

/**
 * ‘Weaver (Dyer (2003)’, ‘Weaver and’ above ‘Dyer (2003)’ in a table, of a work by both: the first author was not read
 * as part of the citation.
 */
function isCoAuthor({ names, year: cited }: FoundCitation, { names: own, year }: ReadEntry): boolean {
  if (names.length !== 1 || year !== cited) return false;
  const lastOf = ({ family }: FoundName): string => foldedWords(family).at(-1) ?? '';
  const name = lastOf(names[0]!);
  return lastOf(own[0]!) !== name && own.some((other) => lastOf(other) === name);
}

const DETERMINED =
  /(?<!\p{L})(?:d(?:er|ie|as|es|em|en)|eine?[mnrs]?|keine?[mnrs]?|diese[mnrs]?|jede[mnrs]?|zu[rm]|[ivb]om|beim|ins|the|an?|this|these|each|les?|une?|des|aux?|el|l[oa]s|una?|il|gli|della|delle|os|as|uma?|d[oa]s|n[oa]s)\s+(\p{Lu}[\p{L}-]+)/giu;
/** The noun in ‘LOOM-Waves’. */
const COMPOUND = /\p{Lu}{2,}[-‐‑](\p{Lu}\p{Ll}+)/gu;
const LOWER = /(?<![\p{L}-])\p{Ll}[\p{L}\p{M}]{2,}(?![\p{L}-])/gu;

/** Words that a text has in lower case, or after an article. */
class CommonNouns {
  private words: ReadonlySet<string> | undefined;

  constructor(private readonly text: string) {}

  /** Whether a name that no entry has is a word rather than a name. */
  has(name: string): boolean {
    // ‘Rope-strength’, ‘LOOM-Waves’, a series of data
    if (/\p{Lu}{2}[-‐‑]\p{Lu}?\p{Ll}|[-–]\p{Ll}{4}/u.test(name)) return true;
    this.words ??= new Set([
      ...(this.text.match(LOWER) ?? []),
      ...[...this.text.matchAll(DETERMINED)].map(([, word]) => word!.toLowerCase()),
      ...[...this.text.matchAll(COMPOUND)].map(([, word]) => word!.toLowerCase()),
    ]);
    // ‘Des Webens’ of ‘Weben’.
    return this.words.has(name.toLowerCase()) || this.words.has(`${name.toLowerCase()}s`);
  }
}
