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
      const onPages = risingOnPages(page.text, own, calls, pages);
      const isCalled = new Set(calls.map(({ number }) => number));
      for (const chosen of [onPages, own]) {
        const filled = chosen === onPages ? onPages.filter(({ number }) => !isCalled.has(number)) : [];
        const runs = runsOf(page.text, chosen, (before, { number, labelRange }) =>
          between(calls, before.bodyFrom, labelRange.from).some((call) => call.number === number),
        );
        const groups = groupsOf(page.text, runs, calls, new Set(filled), pages);
        const called = groups.reduce((sum, group) => sum + group.called, 0);
        if (called > most) [best, most] = [groups, called];
      }
    }
  }
  // A list at the end of the text belongs to `at-end`.
  if (best.length === 1 && isAtEnd(page, best[0]!)) return;
  for (const groups of countedOn(best)) {
    const all = groups.flatMap(({ lines: own }) => own);
    // A single note may be a coincidence.
    if (all.length < 2 && all[0]!.closing === null) continue;
    yield {
      heading: null,
      lines: all,
      bodies: groups.flatMap(({ lines: own }, i) =>
        bodiesOf(page.text, own, beginOfGroup(groups[i + 1]) ?? page.text.length),
      ),
      scopes: groups.map(({ scope }) => scope),
      isByPage: true,
      leastCalled: LEAST_CALLED,
    };
  }
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
  text: string,
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
  return withGapsFilled(text, rising(called), lines);
}

/** The longest distance of a note from the next at the foot of a page, in UTF-16 units. */
const FOOT = 3000;

/** Adds the lines between two notes that have exactly the missing numbers: notes whose calls were not read. */
function withGapsFilled(
  text: string,
  chosen: readonly NumberedLine[],
  lines: readonly NumberedLine[],
): NumberedLine[] {
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
