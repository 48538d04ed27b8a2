/** Ranges of a document in which a name is no mention: code, citations, marked mentions. */
import type { DocumentFacts } from '../facts/fact-lists.ts';
import type { FoundFacts, FoundName } from '../found/model.ts';
import { SAYING } from '../found/name-words.ts';
import type { TextRange } from '../text/range.ts';
import { bisect } from '../text/bisect.ts';

/**
 * The ranges in which a name is no mention, sorted by start: what is no prose; citations and reference lists,
 * where a name is a scholar's; and marked mentions, which say who is meant.
 */
export function unnamedRanges(facts: DocumentFacts, found: FoundFacts): TextRange[] {
  const ranges: TextRange[] = [...facts.opaque];
  for (const { range } of facts.citations) ranges.push(range);
  for (const { range } of facts.actorMarks) ranges.push(range);
  for (const { range } of found.references) ranges.push(range);
  for (const list of [found.citations, found.possibleCitations])
    for (const { range, names, namesRange } of list) {
      // A body that published is the body that acts: the Guild (1902) is the Guild.
      if (!names.some(isPerson)) continue;
      ranges.push(range);
      if (namesRange) ranges.push(namesRange);
    }
  for (const { wholeRange, names } of found.shortTitles) if (names.some(isPerson)) ranges.push(wholeRange);
  return ranges.sort((a, b) => a.from - b.from || b.to - a.to);
}

function isPerson(name: FoundName): boolean {
  return !name.isBody;
}

/** What may stand between a scholar's name and a citation: `Webb [@…`, `Webb’s [-@…`, `Webb and Cole [@…`. */
const BETWEEN = /^(?:['’]s?)?(?:,? (?:and|&|und|et|y|e) [\p{L}.'’-]{1,30})?(?: et al\.?)?\s{0,2}\[?-?$/u;
const FARTHEST = 50;

/** The citekeys of the citation right after `range`, whose author a name there may be. */
export function citedRightBehind(text: string, range: TextRange, { citations }: DocumentFacts): string[] {
  const first = firstBehind(citations, range.to);
  if (first === citations.length) return [];
  const { group, range: cited } = citations[first]!;
  if (cited.from - range.to > FARTHEST) return [];
  const between = text.slice(range.to, cited.from);
  if (!BETWEEN.test(between) && !says(between)) return [];
  let [from, to] = [first, first + 1];
  while (citations[from - 1]?.group === group) from--;
  while (citations[to]?.group === group) to++;
  return citations.slice(from, to).map(({ key }) => key);
}

/** The index of the first citation that begins at `offset` or later, by binary search. */
function firstBehind(citations: DocumentFacts['citations'], offset: number): number {
  return bisect(citations.length, (i) => citations[i]!.range.from >= offset);
}

/** `Webb argues [@…`: a verb of saying between name and citation. */
function says(between: string): boolean {
  const [, verb] = /^ (\p{Ll}+)(?![\p{L}])[^.!?;:]*\[?-?$/u.exec(between) ?? [];
  return verb !== undefined && SAYING.has(verb);
}
