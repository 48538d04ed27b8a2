import type { EntryBreaks, ListLine } from './entry-form.ts';
import { folded, foldedWords } from './folding.ts';
import type { FoundName } from './model.ts';
import { BODY_WORDS } from './name-words.ts';
import { linesOf } from './lines-of-list.ts';
import { isNeverFirst } from './list-lines.ts';
import { areNames } from './names.ts';
import { orderOfNames } from './natural-names.ts';
import { numberedParts } from './numbered-list.ts';
import type { Prose } from './prose.ts';
import type { EntryReader, ReadEntry } from './reference-entry.ts';
import { beginsSurely } from './sure-beginnings.ts';
import type { SectionHeading } from './sections.ts';
import { bisect } from '../text/bisect.ts';
import type { TextRange } from '../text/range.ts';
import { largestOf, smallestOf } from '../text/extremes.ts';
import type { Stepwise } from '../text/stepwise.ts';

/** A list of references, in offsets of the prose. */
export interface ReferenceList {
  readonly heading: SectionHeading;
  /** From after the heading to the end of the list. */
  readonly range: TextRange;
  readonly entries: readonly ReadEntry[];
  /** What looks like an entry but was not read. */
  readonly unread: readonly TextRange[];
  /** Headings of parts of the list. */
  readonly parts: readonly SectionHeading[];
}

/** Reads the lists of references under their headings; headings without entries are skipped. */
export function* readReferenceLists(
  prose: Prose,
  headings: readonly SectionHeading[],
  reader: EntryReader,
  breaks: readonly EntryBreaks[],
): Stepwise<ReferenceList[]> {
  const lists: ReferenceList[] = [];
  for (const [i, heading] of headings.entries()) {
    if (heading.kind !== 'references') continue;
    const isPart = (other: SectionHeading): boolean =>
      other.kind === 'other' && heading.level > 0 && other.level > heading.level;
    let next = i + 1;
    while (next < headings.length && isPart(headings[next]!)) next++;
    const end = headings[next]?.range.from ?? prose.text.length;
    const range = { from: Math.min(heading.bodyFrom, end), to: end };
    const inner = headings.slice(i + 1, next);
    const list =
      readNumbered(prose, heading, range, reader, lists.at(-1), partsAfter(prose, headings, next)) ??
      (yield* readList(
        prose,
        { heading, range, inner },
        reader,
        breaks,
        lists.at(-1)?.entries.at(-1)?.names,
      ));
    if (list) lists.push({ ...list, parts: inner });
  }
  return lists;
}

/** So many headings after a list may be running heads within it. */
const MOST_STRAY = 8;

/** The parts of a text after the next headings that are of no known kind. */
function partsAfter(prose: Prose, headings: readonly SectionHeading[], next: number): TextRange[] {
  const parts: TextRange[] = [];
  for (let i = next; i < headings.length && i < next + MOST_STRAY && headings[i]!.kind === 'other'; i++)
    parts.push({ from: headings[i]!.bodyFrom, to: headings[i + 1]?.range.from ?? prose.text.length });
  return parts;
}

/** This much running text ends a list, in UTF-16 units; entries are shorter. */
const LONGEST_GAP = 1500;
const LONGEST_ENTRY = 1800;

/** A heading, what stands under it, and the headings within that. */
interface Section {
  readonly heading: SectionHeading;
  readonly range: TextRange;
  readonly inner: readonly SectionHeading[];
}

/** The entries under a heading; null if it heads something else, as in a table of contents. */
function* readList(
  prose: Prose,
  { heading, range, inner }: Section,
  reader: EntryReader,
  breaks: readonly EntryBreaks[],
  above: readonly FoundName[] = [],
): Stepwise<Omit<ReferenceList, 'parts'> | null> {
  const parts = splitEntries(prose.text, range, inner, reader, breaks);
  const order = orderOfNames(parts.map((part) => reader.headOf(prose.text.slice(part.from, part.to))));
  const entries: ReadEntry[] = [];
  const unread: TextRange[] = [];
  const others: TextRange[] = [];
  // A running head may separate the works of one author.
  let before = above;
  let listed = 0;
  let running = 0;
  let gap = 0;
  let to = range.to;
  /** The number of entries up to which most was read. */
  let readTo = 0;
  for (const [i, part] of parts.entries()) {
    if (i % ENTRIES_OF_STEP === 0) yield;
    const length = part.to - part.from;
    const entry = length > LONGEST_ENTRY ? null : reader.read(prose, part.from, part.to, before, order);
    if (entry) {
      entries.push(entry);
      before = entry.names;
      listed += length;
      running += gap;
      gap = 0;
    } else if (isLikeAnEntry(prose.text.slice(part.from, part.to))) {
      unread.push(part);
      listed += length;
    } else if ((gap += length) > LONGEST_GAP) {
      to = entries.at(-1)?.range.to ?? range.from;
      break;
    } else others.push(part);
    if (listed >= running) readTo = entries.length;
  }
  const kept = unread.filter((part) => part.from < to);
  if (entries.length === 0 && kept.length < FEWEST_UNREAD) return null;
  const list = { heading, range: { from: range.from, to }, entries, unread: kept };
  if (listed >= running) return list;
  // A list that is spoilt further down by a bad scan is one nevertheless.
  if (readTo < FEWEST_BEFORE_SPOILT) return null;
  const spoilt = others.filter((part) => part.from < to);
  return { ...list, unread: [...kept, ...spoilt].sort((a, b) => a.from - b.from) };
}

/**
 * A numbered list, which may continue the one above, and go on in `stray` parts after headings that are none, such as
 * running heads. Each entry yields a reference, however little was
 * understood of it.
 */
function readNumbered(
  prose: Prose,
  heading: SectionHeading,
  range: TextRange,
  reader: EntryReader,
  above: ReferenceList | undefined,
  stray: readonly TextRange[],
): Omit<ReferenceList, 'parts'> | null {
  const last = largestLabel(above?.entries ?? []);
  const parts = numberedParts(prose.text, range, last);
  if (!parts) return null;
  for (const furniture of stray) {
    const reached = largestLabel(parts);
    const more = numberedParts(prose.text, furniture, reached);
    if (!more || Number(more[0]!.label) !== reached + 1) break;
    parts.push(...more);
  }
  const order = orderOfNames(parts.map(({ bodyFrom, to }) => reader.headOf(prose.text.slice(bodyFrom, to))));
  let before: readonly FoundName[] = [];
  const entries = parts.map(({ label, bodyFrom, to }) => {
    const entry = reader.read(prose, bodyFrom, to, before, order) ?? unknownEntry(prose, bodyFrom, to);
    before = entry.names;
    return { ...entry, label };
  });
  const isAnyWork = entries.some(
    ({ names, year, range: { from, to } }) =>
      names.length > 0 || year !== null || OF_A_WORK.test(prose.text.slice(from, to)),
  );
  if (!isAnyWork) return null;
  return { heading, range: { from: range.from, to: parts.at(-1)!.to }, entries, unread: [] };
}

/** The largest number of entries, which need not be the last one's where columns were read across; 0 if none has one. */
function largestLabel(entries: readonly { readonly label: string | null }[]): number {
  return entries.length === 0 || entries.at(-1)!.label === null
    ? 0
    : largestOf(entries.map(({ label }) => Number(label)));
}

/** Two parts with a stop between them, or a number: what a chapter's name in a menu need not have. */
const OF_A_WORK = /\d|[.,:;，。：；．、/][\s\S]*[\p{L}\p{N}]/u;

function unknownEntry(prose: Prose, from: number, to: number): ReadEntry {
  const end = from + prose.text.slice(from, to).trimEnd().length;
  return {
    range: { from, to: end },
    label: null,
    names: [],
    hasOthers: false,
    editors: [],
    year: null,
    yearSuffix: '',
    otherYears: [],
    yearRange: null,
    title: null,
    containerTitle: null,
    pages: null,
    isPointer: false,
  };
}

/** A step reads so many entries. */
const ENTRIES_OF_STEP = 60;

/** The minimum number of entries at the beginning of a list that was not read further down. */
const FEWEST_BEFORE_SPOILT = 12;
/** The minimum number of entries for a list of which none was read. */
const FEWEST_UNREAD = 6;

/**
 * Whether text that matches no entry form may nevertheless describe a work, and is neither a running head nor prose.
 */
function isLikeAnEntry(words: string): boolean {
  if (words.length <= 30 || words.length >= 700) return false;
  return /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/.test(words) || ENTRY_WITHOUT_YEAR.test(words);
}

/** ‘Weaver,A.,yer,C.(l).Looms …. doi: 10.9999/…’: the year was lost in the conversion. */
const ENTRY_WITHOUT_YEAR = /^\s*\p{Lu}[\p{L}'’-]+[,.][^]*\b10\.\d{4,5}\//u;

/** Splits a list into entries, by the first way that fits; a heading within it ends an entry. */
function splitEntries(
  text: string,
  range: TextRange,
  inner: readonly SectionHeading[],
  reader: EntryReader,
  breaks: readonly EntryBreaks[],
): TextRange[] {
  const all = linesOf(text, range);
  const isHeading = ({ from, to }: ListLine): boolean => {
    const next = inner[bisect(inner.length, (i) => inner[i]!.range.from >= from)];
    return next !== undefined && next.range.from < to;
  };
  const lines = inner.length > 0 ? all.filter((line) => !isHeading(line)) : all;
  if (lines.length === 0) return [];
  const begunParts = new Set(
    inner.map(({ bodyFrom }) => lines[bisect(lines.length, (i) => lines[i]!.from >= bodyFrom)]),
  );
  const least = smallestOf(lines.map((line) => line.indent));
  const way = breaks.find(({ fits }) => fits(lines, least));
  let isDated = false;
  const begins = (i: number): boolean => {
    const line = lines[i]!;
    const previous = lines[i - 1]!;
    isDated ||= YEAR.test(previous.text);
    let looks: boolean | undefined;
    const looksLikeEntry = (): boolean => (looks ??= reader.mayBegin(beginningFrom(lines, i)));
    if (goesOnFrom(previous.text) || isNeverFirst(line.text) || ELIDED_TITLE.test(line.text)) return false;
    const isBegun =
      line.isInner === true ||
      beginsSurely(line.text) ||
      way?.begins({ line, previous, least, looksLikeEntry }) === true;
    // ‘Burrow University Press, 2003.’ ends an entry that has no year yet.
    // ‘— Universidade de …, 2008.’
    if (!isDated && GOING_ON.test(line.text)) return false;
    if (!isBegun || (!isDated && !line.bulleted && IMPRINT.test(line.text))) return false;
    isDated = false;
    return true;
  };
  const starts: number[] = [];
  lines.forEach((_, i) => {
    if (i === 0 || begunParts.has(lines[i]) || begins(i)) starts.push(i);
  });
  return starts.map((start, i) => ({
    from: lines[start]!.from,
    to: lines[(starts[i + 1] ?? lines.length) - 1]!.to,
  }));
}

/** The maximum number of lines for the names of an entry. */
const MOST_LINES = 6;

/** A line, the next one, and more while the names continue. */
function beginningFrom(lines: readonly ListLine[], from: number): string {
  let text = lines[from]!.text;
  for (let i = from + 1; i < lines.length && i < from + MOST_LINES; i++) {
    if (lines[i]!.afterBlank || (i > from + 1 && !goesOnFrom(lines[i - 1]!.text) && !areNames(text))) break;
    text += `\n${lines[i]!.text}`;
  }
  return text;
}

/** The end of a place name: ‘Princeton, N.J.’ */
const STATE =
  /\p{Ll},\s(?:N\.\s?[CDHJMY]|D\.\s?C|U\.\s?[KS](?:\.\s?A)?|R\.\s?[IJU]|S\.\s?[CDP]|D\.\s?F|M\.\s?G)\.\s*$/u;

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|\b(?:n|s)\.\s?[adf]\./;
/** ‘Proceedings... Leiden, 2003.’: the volume in which a paper stands, by the first word of its title. */
const ELIDED_TITLE = /^\s*\p{Lu}\p{Ll}+\s?(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s\p{Lu}/u;
/** A dash between the title of a thesis and its institution. */
const GOING_ON = /^\s*[—–]\s\p{Lu}/u;
/** The name of a publisher or a journal, and the year. */
const IMPRINT =
  /^\s*\p{Lu}[\p{L}\p{M}’'-]+(?:[\s-](?:of|on|for|the|de|del|da|do|di|des|la|le|et|and|y|e|und|der|in|\p{Lu}[\p{L}\p{M}’'-]*)){0,7},\s(?:1[4-9]|20)\d\d[a-z]?[.,;\s]/u;

/** ‘Hovick, S. M., Van’, ‘Schranz, M. E., van de’, ‘Rose, D. C., . . .’: the next line has the rest of the names. */
const WITHIN_NAMES = /(?:\s(?:[Vv][ao]n|[Vv]an [Dd]e[nr]?|[Dd]e(?:r|n|l| la)?))$|,\s?(?:\.\s?\.\s?\.|…)$/u;

/** An article or a preposition, after which a title goes on in the next line. */
const WITHIN_TITLE = /\s(?:[Tt]he|of|for|der|die|des|für|la|le|les|du|del|della)$/;

/** Whether an entry cannot end with these words: within names or a title, or before the names of editors. */
function goesOnFrom(line: string): boolean {
  return (
    WITHIN_TITLE.test(line.trimEnd().slice(-8)) ||
    WITHIN_NAMES.test(line.trimEnd().slice(-24)) ||
    (/(?:[,&;]|\s\/|[\s,(](?:and|und|et|y|e|In|in|En|en|Em|em|Hg|Hrsg|eds?)[:.]?)\s*(?:\p{Lu}\.[\s-]*)*$/u.test(
      line,
    ) &&
      !/\d,?\s*$/.test(line) &&
      !STATE.test(line))
  );
}

/** A key made of names and year, `leeShen2011`; `taken` counts the entries with the same one. */
export function entryKey(entry: ReadEntry, taken: Map<string, number>): string {
  const parts = entry.names.slice(0, entry.names.length > 2 ? 1 : 2).map((name) => {
    const words = foldedWords(name.family).filter(
      (word) => !/^(?:of|the|and|for|de|des|du|la|le)$/.test(word),
    );
    return words.slice(0, name.isBody ? 3 : 2);
  });
  const words = parts.flat();
  if (entry.names.length > 2) words.push('et', 'al');
  const stem = words.map((word, i) => (i === 0 ? word : capitalised(word))).join('') || 'work';
  const plain = `${stem}${entry.year ?? 'Nd'}${entry.yearSuffix}`;
  const keyOf = (n: number): string =>
    n === 0 ? plain : `${plain}${n < 26 ? String.fromCharCode(97 + n) : `x${n}`}`;
  let n = taken.get(plain) ?? 0;
  while (n > 0 && taken.has(keyOf(n))) n++;
  const key = keyOf(n);
  taken.set(plain, n + 1);
  if (key !== plain) taken.set(key, 1);
  return key;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Pairs of entries that describe the same work: same names and year, same title, and no different place of
 * publication.
 */
export function duplicatePairs(entries: readonly ReadEntry[]): [number, number][] {
  const pairs: [number, number][] = [];
  const seen = new Map<string, number[]>();
  entries.forEach((entry, i) => {
    if (entry.title === null || isBodyBelow(entry.title)) return;
    const families = entry.names.map((name) => foldedWords(name.family).join(' ')).join('; ');
    const slot = `${families}|${entry.year}|${foldedWords(entry.title).slice(0, 6).join(' ')}`;
    const earlier = seen.get(slot) ?? [];
    const twin = earlier.find((j) => sameWork(entries[j]!, entry));
    if (twin !== undefined) pairs.push([twin, i]);
    seen.set(slot, [...earlier, i].slice(-8));
  });
  return pairs;
}

/** Whether two entries of the same names and year describe one work. */
export function areOneWork(entries: readonly ReadEntry[], one: number, other: number): boolean {
  const [a, b] = [entries[one]!, entries[other]!];
  if (one === other) return true;
  return a.title !== null && b.title !== null && !isBodyBelow(a.title) && sameWork(a, b);
}

/** ‘Brasil. Ministério da Saúde. Title’: the title as read is part of the organisation's name. */
function isBodyBelow(title: string): boolean {
  const words = foldedWords(title);
  return words.length <= 5 && BODY_WORDS.has(words[0] ?? '');
}

/** Words after a title that mark another edition. */
const EDITION =
  /^ (?:\d+\w* |(?:second|third|fourth|fifth|revised|new|zweite|dritte|neue|überarbeitete|deuxième|nouvelle|segunda|tercera|nueva|seconda|terza|nuova|terceira|nova) )?(?:edn?|edition|auflage|aufl|édition|edición|edizione|edição)(?: |$)/u;

/** Whether a title, in folded words, is another with the words for an edition after it. */
export function isOtherEdition(title: string, other: string): boolean {
  return title.startsWith(other) && EDITION.test(title.slice(other.length));
}

function sameWork(a: ReadEntry, b: ReadEntry): boolean {
  // Lists distinguish works of one year by these letters.
  if (a.yearSuffix && b.yearSuffix && a.yearSuffix !== b.yearSuffix) return false;
  const [s, t] = [foldedWords(a.title!).join(' '), foldedWords(b.title!).join(' ')];
  if (s !== t && !(Math.min(s.length, t.length) > 24 && (s.startsWith(t) || t.startsWith(s)))) return false;
  if (isOtherEdition(s, t) || isOtherEdition(t, s)) return false;
  if (a.pages && b.pages && (a.pages.from !== b.pages.from || a.pages.to !== b.pages.to)) return false;
  const [c, d] = [a.containerTitle, b.containerTitle];
  return c === null || d === null || folded(c) === folded(d);
}
