import { resolveByLinks } from './anchored-references.ts';
import { readCitations, type CitationsRead } from './citations.ts';
import { readDatedCitations } from './dated-citations.ts';
import { calledByKey } from './cited-by-key.ts';
import { withDoubts } from './certainty.ts';
import { withCitedTitles } from './cited-titles.ts';
import type { ConventionSet } from './convention-set.ts';
import { knownConventions } from './conventions/registry.ts';
import type { CitableWork } from './follow-ups.ts';
import type { FoundCitation, FoundFacts, FoundOptions, FoundReference } from './model.ts';
import { withLostMarkers } from './lost-markers.ts';
import { withHeadedNotes } from './notes-below-references.ts';
import { readNoteContents } from './note-contents.ts';
import { readNotes, type NotesFound } from './note-lists.ts';
import { markerCandidates } from './note-markers.ts';
import type { NumberedLine } from './numbered-lines.ts';
import { readNumberedCitations } from './numbered-citations.ts';
import { Prose } from './prose.ts';
import { withMisread } from './misread.ts';
import { withPartly } from './partly.ts';
import { readWithColumns } from './read-columns.ts';
import { RangeSet } from './range-set.ts';
import { withoutHeads } from './running-heads.ts';
import { unusedNotes } from './unused-notes.ts';
import type { ReadEntry } from './reference-entry.ts';
import { duplicatePairs, entryKey, readReferenceLists } from './reference-list.ts';
import type { ReferenceList } from './reference-list.ts';
import { areScanned } from './scanned-list.ts';
import { findHeadings, type SectionHeading } from './sections.ts';
import { listedTwice } from './listed-twice.ts';
import { misordered } from './misordered.ts';
import { withoutStrayLists } from './stray-lists.ts';
import { isPageOfQuoted, isQuoted } from './within-quotations.ts';
import { uncitedReferences, type Uncited } from './uncited.ts';
import { findUndatedNames } from './undated-names.ts';
import type { TextRange } from '../text/range.ts';
import { allAtOnce, type Stepwise } from '../text/stepwise.ts';

/** As `readFoundBy`, with all conventions, and with columns side by side read one after another. */
export function readFound(text: string, options: FoundOptions): FoundFacts {
  return allAtOnce(readFoundInSteps(text, options));
}

/** As `readFound`, in steps, so that the caller can do other work in between, or stop. */
export function readFoundInSteps(text: string, options: FoundOptions): Stepwise<FoundFacts> {
  return readWithColumns(text, options, (unfolded, own) => readInSteps(knownConventions, unfolded, own));
}

/**
 * Reads a found text: its numbered notes and their markers, the works that its notes cite and the short forms
 * that refer to them, its list of references, and its author–year citations, resolved against that list.
 * @param text LF text
 * @param options facts from the document's own Pandoc notation; see `FoundOptions`
 * Never throws. What is uncertain is not read, or marked as ambiguous.
 */
export function readFoundBy(conventions: ConventionSet, text: string, options: FoundOptions): FoundFacts {
  return allAtOnce(readInSteps(conventions, text, options));
}

function* readInSteps(conventions: ConventionSet, text: string, options: FoundOptions): Stepwise<FoundFacts> {
  const prose = Prose.of(text, options.opaque, conventions.markers);
  yield;
  const headings = withHeadedNotes(prose, findHeadings(prose, conventions.headings));
  yield;
  const lists = yield* readReferenceLists(prose, headings, conventions.entries, conventions.entryBreaks);
  yield;
  const notes = options.hasPandocNotes
    ? { lists: [], markers: [], definitions: [], byPage: new Set<number>() }
    : yield* notesOf(conventions, text, prose, headings, lists, options.opaque);
  const bodies = options.notes ?? notes.definitions;
  const { noteWorks, shortTitles } = yield* readNoteContents(prose, bodies, conventions, options);
  yield;

  const entries = lists.flatMap((list) => list.entries);
  const excluded = excludedRanges(prose, lists, options.citations ?? []);
  const byNumbers = readNumberedCitations(
    conventions.numbered,
    { text, prose, opaque: options.opaque },
    lists,
    notes.markers.map(({ range }) => range),
  );
  yield;
  const byNames = (): Stepwise<CitationsRead> => readDatedCitations(conventions, prose, entries, excluded);
  // The numbers may belong to notes; the citations by name and year decide.
  const perhaps = byNumbers.citations.length > 0 && !byNumbers.isSure ? yield* byNames() : null;
  const areNotes = perhaps !== null && worksCalled(perhaps.citations) * 2 >= worksCalled(byNumbers.citations);
  const { citations: numbered, isSure, doubtful } = areNotes ? NO_NUMBERS : byNumbers;
  // In a text that cites by numbers, names and years are mentions.
  const isDated =
    entries.length > 0 && (numbered.length === 0 || entries.some(({ label }) => label === null));
  const read = isDated ? (perhaps ?? (yield* byNames())) : null;
  yield;
  const places = entries.map(({ range }) => prose.range(range.from, range.to));
  const { citations: resolved, linked } = resolveByLinks(text, places, read?.citations ?? []);
  const dated = resolved.filter(
    (citation) =>
      (citation.status !== 'unresolved' || !isQuoted(text, citation)) &&
      (citation.status === 'resolved' || !endsCaption(text, citation)),
  );
  yield;
  const misread = withMisread(prose, lists, dated);
  yield;
  const doubted = withDoubts(prose, lists, withCitedTitles(prose, lists, misread));
  const citations = [...doubted, ...withLostNumbers(numbered, entries)];
  yield;
  const duplicates = withoutHeads(prose, entries, duplicatePairs(entries));
  const open = isSure
    ? yield* uncitedReferences(prose, lists, citations, [
        ...linked,
        ...doubtful,
        ...listedTwice(prose, entries, duplicates, citations),
      ])
    : NONE_UNCITED;
  yield;
  const possible = read || numbered.length > 0 ? [] : yield* possibleCitations(prose, excluded, conventions);
  yield;
  const found = {
    noteLists: notes.lists,
    markers: notes.markers,
    noteDefinitions: notes.definitions,
    unusedNotes: unusedNotes(text, notes, conventions.markers),
    misorderedMarkers: misordered(text, notes, conventions.markers.losing),
    noteWorks,
    shortTitles,
    referenceHeadings: lists.map(({ heading }) => {
      const range = prose.range(heading.range.from, heading.range.to);
      return { text: text.slice(range.from, range.to), range };
    }),
    referenceParts: lists.flatMap(({ heading, parts }) =>
      [heading, ...parts].map(({ range }) => prose.range(range.from, range.to)),
    ),
    references: referencesOf(prose, entries, citations),
    unreadReferences: lists.flatMap(({ unread }) => unread.map(({ from, to }) => prose.range(from, to))),
    duplicateReferences: duplicates,
    uncitedReferences: open.certain,
    doubtfulReferences: open.doubtful,
    citations,
    possibleCitations: possible.filter(
      (one) =>
        !isLinked(text, one.range) &&
        !endsTitle(text, one) &&
        !isQuoted(text, one) &&
        !isCitedByKey(text, one.range),
    ),
    locatorsOutside: citations.flatMap((citation, i) =>
      isOutside(citation, entries) && !isPageOfQuoted(text, citation, citations) ? [i] : [],
    ),
    undatedNames: read ? findUndatedNames(prose, entries, read.mentions, citations) : [],
  };
  return withPartly(found, calledByKey(found.references, options.citations ?? []), areScanned(prose, lists));
}

const NONE_UNCITED: Uncited = { certain: [], doubtful: [] };
const NO_NUMBERS: ReturnType<typeof readNumberedCitations> = {
  citations: [],
  isSure: true,
  doubtful: new Set(),
};

function worksCalled(citations: readonly FoundCitation[]): number {
  return new Set(citations.flatMap(({ candidates }) => candidates)).size;
}

/** A capital word and a preposition, of the title of a journal or the name of a body. */
const OF_TITLE = /(?:[\p{Ll},]\s\p{Lu}\p{Ll}+\s(?:of|for)|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\sfür)\s$/u;

/** Whether what was read as a name is the last word of a title: ‘in the Journal of Harbours (2011)’. */
function endsTitle(text: string, { names, etAl, range }: FoundCitation): boolean {
  return names.length === 1 && !etAl && OF_TITLE.test(text.slice(Math.max(0, range.from - 80), range.from));
}

const BEFORE_PLACE = /(?:[.:–—]|\s(?:do|da|no|na|in|en|em|im))\s$/u;
const PLACE_AND_YEAR = /^\p{Lu}[\p{L}’'-]+,\s(?:1[4-9]|20)\d\d$/u;

/** Whether a line ends with what may be the place and time of a table: ‘Looms by kind. Ghent, 2017.’ */
function endsCaption(text: string, { range: { from, to } }: FoundCitation): boolean {
  return (
    PLACE_AND_YEAR.test(text.slice(from, to)) &&
    BEFORE_PLACE.test(text.slice(Math.max(0, from - 6), from)) &&
    /^\.?[ \t]*(?:\n|$)/.test(text.slice(to, to + 12))
  );
}

/** Whether names and a year are the text of a link to the work. */
function isLinked(text: string, { from, to }: TextRange): boolean {
  return (
    /^\)?\]\(https?:/.test(text.slice(to, to + 12)) ||
    /^[^[\]\n]{0,80}\]\(https?:/.test(text.slice(from, to + 12))
  );
}

/** Whether the key of the work follows: `Meyer (2011) [@meyer2011]`. */
function isCitedByKey(text: string, { to }: TextRange): boolean {
  return /^\)?[ \n]?\[(?:see |cf\. )?-?@/.test(text.slice(to, to + 12));
}

/** The minimum number of numbered references that numbers may call. */
const FEWEST_NUMBERED = 3;

function* notesOf(
  { markers, lostMarkers, noteNumbers, noteLists, numbered }: ConventionSet,
  text: string,
  prose: Prose,
  headings: readonly SectionHeading[],
  lists: readonly ReferenceList[],
  opaque: readonly TextRange[],
): Stepwise<NotesFound> {
  const isNumbered = lists.some(
    ({ entries }) => entries.length >= FEWEST_NUMBERED && entries[0]!.label !== null,
  );
  const hasHeading = headings.some(({ kind }) => kind === 'notes');
  // Numbers that call references under a heading do not call a list of notes without one.
  const called = new RangeSet(
    isNumbered && !hasHeading
      ? readNumberedCitations(numbered, { text, prose, opaque }, lists, []).citations.map(
          ({ groupRange }) => groupRange,
        )
      : [],
  );
  yield;
  const page = {
    text,
    prose,
    headings,
    references: lists.map(({ range }) => prose.range(range.from, range.to)),
    candidates: markerCandidates(text, prose, opaque, markers).filter(({ range }) => !called.has(range.from)),
    linesIn: (area: TextRange): NumberedLine[] => noteNumbers.in(text, area, opaque),
  };
  const styles = markers.forms.map(({ name }) => name);
  yield;
  const read = withoutStrayLists(yield* readNotes(page, noteLists, styles), markers.losing);
  yield;
  return withLostMarkers(read, text, lostMarkers, markers.losing, page.references);
}

/** Of a citation with more candidates than this, only the first counts. */
const MOST_NAMED = 50;

function excludedRanges(
  prose: Prose,
  lists: readonly ReferenceList[],
  pandoc: readonly TextRange[],
): RangeSet {
  const ranges = [
    ...lists.map(({ range }) => range),
    ...pandoc.map((range) => ({ from: prose.find(range.from), to: prose.find(range.to) })),
  ];
  return new RangeSet(ranges);
}

function referencesOf(
  prose: Prose,
  entries: readonly ReadEntry[],
  citations: readonly FoundCitation[],
): FoundReference[] {
  const taken = new Map<string, number>();
  const citedBy = entries.map((): number[] => []);
  citations.forEach((citation, i) => {
    for (const work of citation.candidates.slice(0, MOST_NAMED)) citedBy[work]!.push(i);
  });
  return entries.map((entry, i) => ({
    ...entry,
    range: prose.range(entry.range.from, entry.range.to),
    yearRange: entry.yearRange && prose.range(entry.yearRange.from, entry.yearRange.to),
    key: entryKey(entry, taken),
    citedBy: citedBy[i]!,
  }));
}

/** Numbers that stand within those of the list, which has them perhaps, though they were not read there. */
function withLostNumbers(
  citations: readonly FoundCitation[],
  entries: readonly ReadEntry[],
): readonly FoundCitation[] {
  const largest = entries.reduce((most, { label }) => Math.max(most, Number(label ?? 0)), 0);
  return citations.map((citation) =>
    citation.status === 'unresolved' && Number(citation.number) < largest
      ? { ...citation, standsInList: true }
      : citation,
  );
}

function isOutside(citation: FoundCitation, entries: readonly CitableWork[]): boolean {
  // The work of a lone page number is a guess; a page outside the work shows that the guess is wrong.
  if (citation.status !== 'resolved' || citation.pages === null) return false;
  if (citation.followUp && citation.year === null) return false;
  const own = entries[citation.candidates[0]!]!.pages;
  // ‘p. 8228’ of 81–87: the number of a note, glued to the page.
  const page = String(citation.pages.from);
  const glued = Number(page.slice(0, String(own?.to ?? '').length));
  if (own !== null && page !== String(glued) && glued >= own.from && glued <= own.to) return false;
  return own !== null && (citation.pages.from < own.from || citation.pages.to > own.to);
}

/** In a text without a list, only a bibliography can resolve these. */
function* possibleCitations(
  prose: Prose,
  excluded: RangeSet,
  { citations }: ConventionSet,
): Stepwise<readonly FoundCitation[]> {
  return (yield* readCitations(prose, [], excluded, citations)).citations;
}
