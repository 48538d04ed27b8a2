import { FeedPages } from '../../feed-pages.ts';
import type { MarkerCandidate } from '../../note-markers.ts';
import { areAffiliations } from '../../note-markers.ts';
import type { NoteArrangement, NotePage, ProposedList } from '../../note-arrangement.ts';
import { bodiesOf, lineStart, rising, runsOf } from '../../note-sequences.ts';
import { beginOf, type NumberedLine } from '../../numbered-lines.ts';
import { RangeSet } from '../../range-set.ts';
import { isUnderstood } from '../../understanding.ts';
import type { TextRange } from '../../../text/range.ts';
import { bisect } from '../../../text/bisect.ts';

export const inPlace: NoteArrangement = {
  name: 'in-place',
  languages: ['any'],
  yields: 'note-lists',
  what: 'Notes among the text that calls them: at the feet of its pages, below its paragraphs, after its chapters, without a heading',
  propose,
  fixture: `Guilds wove.1 And dyed.2

⟦in-place|1 See the rolls.
2 So they said.

They wove again.3 And again.4

3 See the ledgers.
4 So they said again.⟧

And dyed no more.
`,
};

/** Consecutive notes, and the range of text before them that may hold their markers. */
interface Group {
  readonly lines: readonly NumberedLine[];
  readonly scope: TextRange;
  readonly called: number;
}

/** The share of consecutive notes that must be called in the text before them. */
const LEAST_CALLED = 1 / 2;

function* propose(page: NotePage): Generator<ProposedList, void, boolean> {
  // Lines whose calls were not read may be too many for a list; then only those between close neighbours are added.
  for (const filled of [filledFreely, filledClosely]) {
    let isRefused = false;
    for (const list of listsOf(page, filled)) isRefused = !(yield list) || isRefused;
    if (!isRefused) return;
  }
}

/** The lists of one way to fill gaps. */
function* listsOf(page: NotePage, filled: Filling): Generator<ProposedList, void> {
  const references = new RangeSet(page.references);
  const lines = page
    .linesIn({ from: 0, to: page.text.length })
    .filter(({ labelRange }) => !references.has(labelRange.from));
  const candidates = page.candidates.filter(({ range }) => !references.has(range.from));
  const pages = FeedPages.of(page.text);
  let best: readonly Group[] = [];
  let most = 0;
  for (const family of new Set(lines.map((line) => line.family))) {
    const own = lines.filter((line) => line.family === family);
    for (const style of new Set(candidates.map((candidate) => candidate.style))) {
      const calls = candidates.filter((candidate) => candidate.style === style);
      const onPages = filled(page.text, risingOnPages(own, calls, pages), own);
      const isCalled = new Set(calls.map(({ number }) => number));
      for (const chosen of [onPages, own]) {
        const added = chosen === onPages ? onPages.filter(({ number }) => !isCalled.has(number)) : [];
        const runs = runsOf(page.text, chosen, (before, { number, labelRange }) =>
          between(calls, before.bodyFrom, labelRange.from).some((call) => call.number === number),
        );
        const groups = groupsOf(page.text, runs, calls, new Set(added), pages);
        const called = groups.reduce((sum, group) => sum + group.called, 0);
        if (called > most) [best, most] = [groups, called];
      }
    }
  }
  // A list at the end of the text belongs to `at-end`.
  if (best.length === 1 && isAtEnd(page, best[0]!)) return;
  const isPageByPage = pages !== null && beginAnew(best, pages) >= FEWEST_ANEW;
  for (const groups of countedOn(best)) {
    const all = groups.flatMap(({ lines: own }) => own);
    const [only] = all;
    // A single note may be a coincidence, unless each page counts its own.
    const isOneOfMany = isPageByPage && all.length === 1 && only!.number === 1;
    if (all.length < 2 && only!.closing === null && !isOneOfMany) continue;
    const pageFrom = isOneOfMany ? pages.startOf(pages.at(only!.labelRange.from)) : 0;
    yield {
      heading: null,
      isUnbroken: pages !== null && isUnbroken(all),
      lines: all,
      bodies: groups.flatMap(({ lines: own }, i) =>
        bodiesOf(page.text, own, beginOfGroup(groups[i + 1]) ?? page.text.length).map((body) =>
          pages ? withinPage(page.text, body) : body,
        ),
      ),
      scopes: groups.map(({ scope }) => ({ from: Math.max(scope.from, pageFrom), to: scope.to })),
      isByPage: true,
      isOneOfMany,
      leastCalled: LEAST_CALLED,
    };
  }
}

/** A note up to the end of its page: what follows it may be the text of the next. */
function withinPage(text: string, { from, to }: TextRange): TextRange {
  const feed = text.indexOf('\f', from);
  if (feed < 0 || feed >= to) return { from, to };
  const kept = text.slice(from, feed).trimEnd();
  return kept === '' ? { from, to } : { from, to: from + kept.length };
}

/** So many pages whose notes begin with 1 are no chance. */
const FEWEST_ANEW = 5;

/** The number of pages on which the notes begin with 1. */
function beginAnew(groups: readonly Group[], pages: FeedPages): number {
  const anew = groups.filter(({ lines }) => lines[0]!.number === 1);
  return new Set(anew.map(({ lines }) => pages.at(lines[0]!.labelRange.from))).size;
}

/** So many notes whose numbers hardly ever skip one are no chance, however few of their calls are read. */
const FEWEST_UNBROKEN = 20;
const LEAST_STEPS = 0.8;

function isUnbroken(lines: readonly NumberedLine[]): boolean {
  const steps = lines.filter((line, i) => i > 0 && line.number === lines[i - 1]!.number + 1).length;
  return lines.length >= FEWEST_UNBROKEN && steps >= LEAST_STEPS * (lines.length - 1);
}

function beginOfGroup(group: Group | undefined): number | undefined {
  return group && beginOf(group.lines[0]!);
}

/** The largest distance of a footnote from its marker, in UTF-16 units. */
const PAGE = 10_000;

/**
 * Lines whose number is called within a page before them, or after them on their own page, as a longest increasing
 * subsequence. Page numbers are lost so.
 */
function risingOnPages(
  lines: readonly NumberedLine[],
  candidates: readonly MarkerCandidate[],
  pages: FeedPages | null,
): NumberedLine[] {
  const last = new Map<number, number>();
  let next = 0;
  const called = lines.filter(({ number, labelRange: { from } }) => {
    for (; next < candidates.length && candidates[next]!.range.from < from; next++)
      last.set(candidates[next]!.number, candidates[next]!.range.from);
    if (from - (last.get(number) ?? -Infinity) < PAGE) return true;
    return (
      pages !== null && between(candidates, from, pages.endOf(from)).some((call) => call.number === number)
    );
  });
  return rising(called);
}

/** The longest distance of a note from the next at the foot of a page, in UTF-16 units. */
const FOOT = 3000;
/** The most numbers that may be missing between two notes of a foot. */
const MOST_MISSING = 3;

/** Adds lines that may be notes although nothing calls them. */
type Filling = (
  text: string,
  chosen: readonly NumberedLine[],
  lines: readonly NumberedLine[],
) => NumberedLine[];

/** Adds the lines between two notes that have exactly the missing numbers. */
const filledClosely: Filling = (text, chosen, lines) => {
  const all: NumberedLine[] = [];
  let at = 0;
  for (const [i, line] of chosen.entries()) {
    const before = chosen[i - 1];
    let next = (before?.number ?? Infinity) + 1;
    for (; at < lines.length && lines[at] !== line; at++) {
      const between = lines[at]!;
      // Page numbers are on lines of their own.
      if (between.number !== next || next >= line.number) continue;
      if (between.bodyTo === undefined && isBehindBlank(text, between)) continue;
      const last = all.at(-1)!.labelRange.from;
      if (between.labelRange.from - last > FOOT) continue;
      all.push(between);
      next++;
    }
    all.push(line);
  }
  return all;
};

/** Adds lines with the missing numbers between two notes, before the first and after the last: their calls were not read. */
const filledFreely: Filling = (text, chosen, lines) => {
  if (chosen.length === 0) return [];
  const indexOf = new Map(lines.map((line, i) => [line, i]));
  const all: NumberedLine[] = before(text, chosen[0]!, lines.slice(0, indexOf.get(chosen[0]!)));
  for (const [i, line] of chosen.entries()) {
    all.push(line);
    const next = chosen[i + 1];
    all.push(...behind(text, line, next, lines.slice(indexOf.get(line)! + 1, next && indexOf.get(next))));
  }
  return all;
};

/** Lines between two notes whose numbers rise from the one to the other, step by step as far as they go. */
function behind(
  text: string,
  first: NumberedLine,
  next: NumberedLine | undefined,
  lines: readonly NumberedLine[],
): NumberedLine[] {
  const found: NumberedLine[] = [];
  let last = first;
  for (const line of lines) {
    const step = line.number - last.number;
    if (step < 1 || line.number >= (next?.number ?? Infinity)) continue;
    if (!isNear(text, line, line.labelRange.from - last.labelRange.from, step)) continue;
    found.push(line);
    last = line;
  }
  return next ? withFirstOfFoot(text, first, found, next, lines) : found;
}

/**
 * Adds the numbers that lead down from the next note to those already found. The first of a foot has a blank line
 * before it, as page numbers have; but none of these is followed by its successor on the same page.
 */
function withFirstOfFoot(
  text: string,
  first: NumberedLine,
  found: readonly NumberedLine[],
  next: NumberedLine,
  lines: readonly NumberedLine[],
): NumberedLine[] {
  const reached = (found.at(-1) ?? first).number;
  const added: NumberedLine[] = [];
  let last = next;
  for (const line of [...lines].reverse()) {
    if (line.number !== last.number - 1 || line.number <= reached) continue;
    const { from } = line.labelRange;
    if (last.labelRange.from - from > FOOT || text.slice(from, last.labelRange.from).includes('\f')) break;
    added.unshift(line);
    last = line;
  }
  return added.length > 0 ? [...found, ...added] : [...found];
}

/** Lines before the first note whose numbers lead down from it one by one. */
function before(text: string, first: NumberedLine, lines: readonly NumberedLine[]): NumberedLine[] {
  const found: NumberedLine[] = [];
  let last = first;
  for (const line of [...lines].reverse()) {
    if (line.number !== last.number - 1) continue;
    if (!isNear(text, line, last.labelRange.from - line.labelRange.from, 1)) continue;
    found.unshift(line);
    last = line;
  }
  return found;
}

/** Whether a line without a call may be the note that follows another at this distance, so many numbers further. */
function isNear(text: string, line: NumberedLine, distance: number, step: number): boolean {
  const isAlone = line.bodyTo === undefined && text[line.labelRange.to] === '\n';
  // Page numbers are on lines of their own.
  if (isAlone && (step > 1 || isBehindBlank(text, line))) return false;
  if (step > MOST_MISSING) return false;
  return distance <= (step === 1 && !isAlone ? PAGE : FOOT);
}

function isBehindBlank(text: string, { labelRange }: NumberedLine): boolean {
  const start = lineStart(text, labelRange.from);
  return start < 2 || text.slice(lineStart(text, start - 1), start - 1).trim() === '';
}

/** Whether nothing but references follows the notes. */
function isAtEnd({ text, references }: NotePage, { lines }: Group): boolean {
  const end = references.find(({ from }) => from > lines[0]!.labelRange.from);
  const to = end ? lineStart(text, end.from) : text.length;
  const last = bodiesOf(text, lines, to).at(-1)!;
  return text.slice(last.to, to).replace(/[\s\-*_#=]/g, '').length < 40;
}

/** The runs whose notes are called in the text between them and the previous notes; filled-in notes need not be. */
function groupsOf(
  text: string,
  runs: readonly (readonly NumberedLine[])[],
  candidates: readonly MarkerCandidate[],
  filled: ReadonlySet<NumberedLine>,
  pages: FeedPages | null,
): Group[] {
  const groups: Group[] = [];
  let since = 0;
  let reached = Infinity;
  let begun = 0;
  for (const lines of runs) {
    const listFrom = lines[0]!.labelRange.from;
    const scope = { from: since, to: pages?.endOf(lines.at(-1)!.labelRange.from) ?? listFrom };
    // A run of notes may be missing before these, so that their markers stand further up.
    const goesOn = lines[0]!.number > reached;
    const from = goesOn ? Math.max(begun, Math.min(since, listFrom - 2 * PAGE)) : since;
    const calls = between(candidates, from, scope.to);
    if (areAffiliations(text, between(calls, from, listFrom), listFrom)) continue;
    const numbers = new Set(calls.map(({ number }) => number));
    const called = lines.filter(({ number }) => numbers.has(number)).length;
    const counted = lines.filter((line) => !filled.has(line)).length;
    if (called === 0 || !isUnderstood(called, counted, LEAST_CALLED)) continue;
    groups.push({ lines, scope, called });
    if (!goesOn) begun = since;
    since = lines.at(-1)!.bodyFrom;
    reached = lines.at(-1)!.number;
  }
  return groups;
}

function between(
  candidates: readonly MarkerCandidate[],
  from: number,
  to: number,
): readonly MarkerCandidate[] {
  const first = bisect(candidates.length, (i) => candidates[i]!.range.from >= from);
  const last = bisect(candidates.length, (i) => candidates[i]!.range.from >= to, first);
  return candidates.slice(first, last);
}

/** Joins groups whose numbers continue those of the previous group into one list. */
function countedOn(groups: readonly Group[]): Group[][] {
  const lists: Group[][] = [];
  let reached = 0;
  for (const group of groups) {
    const goesOn = lists.length > 0 && group.lines[0]!.number > reached;
    if (goesOn) lists.at(-1)!.push(group);
    else lists.push([group]);
    reached = group.lines.at(-1)!.number;
  }
  return lists;
}
