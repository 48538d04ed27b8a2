import { FeedPages } from './feed-pages.ts';
import { areAffiliations, type MarkerCandidate } from './note-markers.ts';
import type { FoundMarker, FoundNoteDefinition, FoundNoteList, MarkerStyle } from './model.ts';
import type { NoteArrangement, NotePage, ProposedList } from './note-arrangement.ts';
import { lineStart } from './note-sequences.ts';
import { beginOf, type NumberedLine } from './numbered-lines.ts';
import { RangeSet } from './range-set.ts';
import { longestIncreasing } from './sequences.ts';
import { isUnderstood } from './understanding.ts';
import { bisect } from '../text/bisect.ts';
import type { Stepwise } from '../text/stepwise.ts';
import type { TextRange } from '../text/range.ts';
import { largestOf, smallestOf } from '../text/extremes.ts';

export interface NotesFound {
  readonly lists: readonly FoundNoteList[];
  readonly markers: readonly FoundMarker[];
  readonly definitions: readonly FoundNoteDefinition[];
  /** The lists, by index, of which the notes stand on the pages that call them. */
  readonly byPage: ReadonlySet<number>;
}

/**
 * Reads numbered lists of notes in all known arrangements, and their markers, in steps. A list counts
 * if markers of one form call enough of it; its arrangement says how much. Lines may fit several
 * arrangements; the one that resolves most markers is chosen, the first of these if several do.
 * @param styles the forms of markers; the first one wins a tie
 */
export function* readNotes(
  page: Omit<NotePage, 'since'>,
  arrangements: readonly NoteArrangement[],
  styles: readonly MarkerStyle[],
): Stepwise<NotesFound> {
  // Notes in brackets that say so themselves exist, whether or not they are read in place.
  const lines = page.linesIn({ from: 0, to: page.text.length });
  const written = new Set(lines.filter(({ closing }) => closing !== null).map(({ number }) => number));
  let best: NotesReader | null = null;
  for (const first of arrangements.filter(({ isLastResort }) => !isLastResort)) {
    const others = arrangements.filter((other) => other !== first);
    const notes = new NotesReader(page, styles, written);
    for (const arrangement of [first, ...others])
      if (!arrangement.isLastResort || notes.lists.length === 0) {
        yield;
        notes.take(arrangement);
      }
    if (!best || notes.explained > best.explained) best = notes;
  }
  return best ?? new NotesReader(page, styles, written);
}

class NotesReader implements NotesFound {
  readonly lists: FoundNoteList[] = [];
  readonly markers: FoundMarker[] = [];
  readonly definitions: FoundNoteDefinition[] = [];
  readonly byPage = new Set<number>();
  /** The ranges of the lists, in their order in the text. */
  private readonly taken: TextRange[] = [];
  private since = 0;
  /** The markers that already belong to a list. */
  private readonly spent = new Set<number>();
  private readonly references: RangeSet;
  private readonly pages: FeedPages | null;

  constructor(
    private readonly page: Omit<NotePage, 'since'>,
    private readonly styles: readonly MarkerStyle[],
    private readonly written: ReadonlySet<number>,
  ) {
    this.references = new RangeSet(page.references);
    this.pages = FeedPages.of(page.text);
  }

  /** The number of markers that were resolved. */
  get explained(): number {
    return this.markers.filter(({ definition }) => definition !== null).length;
  }

  take(arrangement: NoteArrangement): void {
    const since = (): number => this.since;
    const page = {
      ...this.page,
      get since(): number {
        return since();
      },
    };
    const proposals = arrangement.propose(page);
    for (let next = proposals.next(); !next.done;) next = proposals.next(this.accept(next.value));
  }

  private accept(proposed: ProposedList): boolean {
    const { lines, bodies, heading, scopes } = proposed;
    const listFrom = beginOf(lines[0]!);
    const scope = new RangeSet(scopes);
    const scoped = this.within(scopes).filter(
      ({ range, twin }) =>
        (twin === null || twin >= lineStart(this.page.text, listFrom)) &&
        scope.has(range.from) &&
        !this.spent.has(range.from) &&
        !this.references.has(range.from),
    );
    const match = bestStyle(
      scoped,
      this.styles,
      proposed,
      proposed.isByPage ? this.pages : null,
      bodies.at(-1)!.to,
    );
    if (!match || (!heading && areAffiliations(this.page.text, match.accepted, listFrom))) return false;
    // One call in the text does not make steps and other points notes.
    if (!heading && lines.length > 1 && areCalledOnce(match.accepted)) return false;
    if (!heading && areParagraphs(this.page.candidates, match.style, bodies)) return false;
    const range = { from: listFrom, to: bodies.at(-1)!.to };
    // Lists do not overlap.
    const next = bisect(this.taken.length, (i) => this.taken[i]!.to > listFrom);
    if (this.taken[next] && this.taken[next].from < range.to) return false;
    this.taken.splice(next, 0, range);
    const list = this.lists.length;
    if (proposed.isByPage) this.byPage.add(list);
    const heads = headNumbers(this.page.text, { from: listFrom, to: bodies.at(-1)!.to });
    const markersOf = this.addMarkers(match.accepted, lines, list, heads);
    lines.forEach(({ label, labelRange }, i) => {
      const bodyRange = bodies[i]!;
      // The number of a note may stand below its words.
      const whole = { from: labelRange.from, to: Math.max(labelRange.to, bodyRange.to) };
      this.definitions.push({ label, labelRange, bodyRange, range: whole, markers: markersOf[i]!, list });
    });
    this.lists.push({ heading: this.words(heading), range, scope: scopes[0]!, style: match.style });
    this.since = range.to;
    return true;
  }

  /** The candidates between the first of some ranges and the last. */
  private within(scopes: readonly TextRange[]): readonly MarkerCandidate[] {
    const from = smallestOf(scopes.map((scope) => scope.from));
    const to = largestOf(scopes.map((scope) => scope.to));
    const first = bisect(this.page.candidates.length, (i) => this.page.candidates[i]!.range.from >= from);
    const last = bisect(this.page.candidates.length, (i) => this.page.candidates[i]!.range.from >= to, first);
    return this.page.candidates.slice(first, last);
  }

  /** Adds the markers of a list; returns for each of its lines the indices of its markers. */
  private addMarkers(
    accepted: readonly MarkerCandidate[],
    lines: readonly NumberedLine[],
    list: number,
    heads: ReadonlySet<number>,
  ): number[][] {
    const first = this.definitions.length;
    const lineOf = new Map(lines.map(({ number }, i) => [number, i]));
    const markersOf = lines.map((): number[] => []);
    for (const { style, label, range, number } of accepted) {
      const line = lineOf.get(number);
      if (line === undefined && (this.written.has(number) || heads.has(number))) continue;
      this.spent.add(range.from);
      if (line !== undefined) markersOf[line]!.push(this.markers.length);
      this.markers.push({ style, label, range, definition: line === undefined ? null : first + line, list });
    }
    return markersOf;
  }

  private words(heading: ProposedList['heading']): FoundNoteList['heading'] {
    if (!heading) return null;
    const range: TextRange = this.page.prose.range(heading.range.from, heading.range.to);
    return { text: this.page.text.slice(range.from, range.to), range };
  }
}

function areCalledOnce(accepted: readonly MarkerCandidate[]): boolean {
  return accepted.every(({ number }) => number === accepted[0]!.number);
}

/** So many calls, each higher than the one before, are those of a text. */
const FEWEST_IN_PARAGRAPHS = 6;

/** Whether bodies are numbered paragraphs of the text: they have calls themselves, half as many as they are or more. */
function areParagraphs(
  candidates: readonly MarkerCandidate[],
  style: MarkerStyle,
  bodies: readonly TextRange[],
): boolean {
  const own = new RangeSet(bodies);
  const within = candidates.filter(
    ({ style: other, strength, range }) => other === style && strength === 'strong' && own.has(range.from),
  );
  const inOrder = longestIncreasing(within.map(({ number }) => number)).length;
  return inOrder >= Math.max(FEWEST_IN_PARAGRAPHS, bodies.length / 2);
}

interface StyleMatch {
  readonly style: MarkerStyle;
  readonly accepted: readonly MarkerCandidate[];
}

/** The share of a list that must be called if no marker is certain, from 0 to 1. */
const LEAST_CALLED_WEAKLY = 2 / 3;
/** The share of a list that must be called if its numbers alone show it to be one, from 0 to 1. */
const LEAST_CALLED_UNBROKEN = 1 / 5;
/** So many notes at the feet of pages, called in their order page by page, are no chance. */
const MANY_CALLED = 20;

/** The share of a list's possible calls that must be resolved, from 0 to 1. */
const LEAST_EXPLAINED = 1 / 2;

/** The form whose markers call most of a list, if they call enough. */
function bestStyle(
  candidates: readonly MarkerCandidate[],
  styles: readonly MarkerStyle[],
  {
    lines,
    leastCalled,
    isUnbroken,
    isOneOfMany,
  }: Pick<ProposedList, 'lines' | 'leastCalled' | 'isUnbroken' | 'isOneOfMany'>,
  pages: FeedPages | null,
  listTo: number,
): StyleMatch | null {
  let best: StyleMatch | null = null;
  let most = 0;
  const numbers = new Set(lines.map((line) => line.number));
  for (const style of styles) {
    const own = candidates.filter((candidate) => candidate.style === style);
    const isWeak = !own.some(({ strength }) => strength === 'strong');
    if (isWeak && own.length < 2 && !isOneOfMany) continue;
    const accepted = accept(own, numbers, pages, listTo);
    const called = new Set(accepted.filter(({ number }) => numbers.has(number)).map(({ number }) => number));
    const isSure = !isWeak || (pages !== null && called.size >= MANY_CALLED);
    const least = isUnbroken
      ? LEAST_CALLED_UNBROKEN
      : isSure
        ? leastCalled
        : Math.max(leastCalled, LEAST_CALLED_WEAKLY);
    const known = accepted.filter(({ number }) => numbers.has(number)).length;
    // A list that resolves few of its possible calls belongs to other calls.
    if (!isUnderstood(known, accepted.length, LEAST_EXPLAINED)) continue;
    // One number again and again, and not that of the first note, belongs to a name: ‘Weavers²’.
    if (called.size === 1 && lines.length > 1 && !called.has(lines[0]!.number)) continue;
    if (called.size > most && isUnderstood(called.size, lines.length, least)) {
      most = called.size;
      best = { style, accepted };
    }
  }
  return best;
}

/** A single one may be out of order. */
const FEWEST_FOREIGN = 3;

/** Strong candidates of the list's numbers; weak ones and unknown numbers only where the order wants them. */
function accept(
  candidates: readonly MarkerCandidate[],
  numbers: ReadonlySet<number>,
  pages: FeedPages | null,
  listTo: number,
): MarkerCandidate[] {
  const largest = largestOf(numbers);
  const smallest = smallestOf(numbers);
  const strong = new Set(candidates.filter((c) => c.strength === 'strong').map((c) => c.number));
  const inOrder = inRisingOrder(
    candidates.filter(({ number }) => numbers.has(number)),
    pages,
  );
  const before = new Set(candidates.filter(({ range }) => range.from < listTo).map(({ number }) => number));
  const goesOnBehind = candidates.some(
    ({ number, range }) => range.from > listTo && numbers.has(number) && !before.has(number),
  );
  // Calls before that of the first note are of other notes where the same numbers are called again later.
  const begun = candidates.find(({ number }) => number === smallest)?.range.from ?? 0;
  const later = new Set(candidates.filter(({ range }) => range.from > begun).map(({ number }) => number));
  const foreign = candidates.filter(({ number, range }) => range.from < begun && later.has(number));
  const isForeign = ({ range }: MarkerCandidate): boolean =>
    foreign.length >= FEWEST_FOREIGN && range.from < begun;
  return candidates.filter((candidate, i) => {
    const { number, strength } = candidate;
    if (isForeign(candidate)) return false;
    if (numbers.has(number)) return strength === 'strong' || (!strong.has(number) && inOrder.has(candidate));
    // A strong candidate with an unknown number: a call of a missing note, if it continues the others.
    const isNear = number > smallest && number <= largest + 3;
    // Behind the list it may stand in what is quoted from the text, in a table of corrections for example.
    const isBehind = candidate.range.from > listTo && !goesOnBehind;
    return strength === 'strong' && !isBehind && (isNear || follows(candidates, i, number));
  });
}

/** The most candidates whose numbers rise, from page to page where there are pages: on one the order may be lost. */
function inRisingOrder(
  candidates: readonly MarkerCandidate[],
  pages: FeedPages | null,
): Set<MarkerCandidate> {
  const ordered = pages
    ? candidates
        .map((candidate) => ({ candidate, page: pages.at(candidate.range.from) }))
        .sort((a, b) => a.page - b.page || a.candidate.number - b.candidate.number)
        .map(({ candidate }) => candidate)
    : candidates;
  return new Set(longestIncreasing(ordered.map(({ number }) => number)).map((i) => ordered[i]!));
}

function follows(candidates: readonly MarkerCandidate[], i: number, number: number): boolean {
  return candidates[i - 1]?.number === number - 1 || candidates[i + 1]?.number === number + 1;
}

/** The numbers that begin lines of a list, whether or not they were read as those of notes. */
function headNumbers(text: string, { from, to }: TextRange): ReadonlySet<number> {
  const heads = text.slice(from, to).matchAll(/^[ \t]{0,12}[[(]?(\d{1,3})(?!\d)/gm);
  return new Set([...heads].map((match) => Number(match[1])));
}
