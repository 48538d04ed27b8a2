/** Quotations: those that are marked, and those that quotation marks or a block quotation and a citation show. */
import type { TextRange } from '../text/range.ts';
import { encloses, firstFrom } from '../text/range.ts';
import type { BlockQuoteNode, PartNode } from '../syntax/nodes.ts';
import { attribute, bare } from './claims.ts';
import type { PandocCitation, Quotation, Token } from './model.ts';
import type { Openers } from './openers.ts';
import { sentenceEnd } from './sentences.ts';

/** Opening marks and what closes them. The straight mark closes itself. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['‚', '‘’'],
]);

/** A quotation that is marked with the class `quote`. */
export function markedQuotation(text: string, node: PartNode): Quotation {
  const from = attribute(node.attributes, 'from');
  const at = attribute(node.attributes, 'at');
  const contentRange = withoutMarks(text, node.contentRange);
  return { kind: 'marked', range: node.range, contentRange, from: from && bare(from), at };
}

/** A stretch without the white space and the one pair of quotation marks around it. */
function withoutMarks(text: string, range: TextRange): TextRange {
  let { from, to } = range;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  const closers = MARKS.get(text.charAt(from));
  if (closers?.includes(text.charAt(to - 1)) && to - from > 2) return { from: from + 1, to: to - 1 };
  return { from, to };
}

/** Whether there is an opening mark in a paragraph, and one of the `citations` behind it. */
export function mayHoldQuotation(
  openers: Openers,
  prose: TextRange,
  citations: readonly PandocCitation[],
): boolean {
  let last = citations.length - 1;
  while (last >= 0 && !encloses(prose, citations[last]!.range)) last--;
  return last >= 0 && openers.from(prose.from) < citations[last]!.range.from;
}

/**
 * Quotations in quotation marks within a paragraph, each followed by a citation within its sentence. `openers` are
 * those of the text, `skipped` and `citations` are sorted; nothing in `taken` (marked quotations) is found again.
 */
export function inlineQuotations(
  text: string,
  openers: Openers,
  prose: TextRange,
  citations: readonly PandocCitation[],
  skipped: readonly TextRange[],
  taken: readonly TextRange[],
): Quotation[] {
  const found: Quotation[] = [];
  const { from, to } = prose;
  // Behind the last citation nothing is looked for: it would have no citation behind it.
  const last = Math.min(to, citations.at(-1)!.range.from);
  let skip = 0;
  let cited = 0;
  for (let start = from; ;) {
    const at = openers.from(start);
    if (at >= last) break;
    start = at + 1;
    while (skip < skipped.length && skipped[skip]!.to <= at) skip++;
    const over = skipped[skip];
    if (over && over.from <= at) {
      start = over.to;
      continue;
    }
    const closers = MARKS.get(text.charAt(at));
    if (closers === undefined || !opensQuotation(text, at, from)) continue;
    const close = closingMark(text, at, closers, to);
    if (close < 0) continue;
    const range = { from: at, to: close + 1 };
    while (cited < citations.length && citations[cited]!.range.from <= close) cited++;
    const citation = close - at > 3 ? citationBehind(text, close, to, citations, cited, skipped) : null;
    if (citation && !taken.some((other) => encloses(other, range) || encloses(range, other)))
      found.push({
        kind: 'inline',
        range,
        contentRange: { from: at + 1, to: close },
        ...sourceOf(text, citation),
      });
    start = close + 1;
  }
  return found;
}

function opensQuotation(text: string, at: number, from: number): boolean {
  if (/\s/.test(text.charAt(at + 1))) return text.charAt(at) === '«';
  return at === from || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || /[„“«「『]/.test(text.charAt(at));
}

/** In a paragraph; whoever forgot to close one has not quoted all the rest of it. */
const LONGEST_QUOTATION = 10_000;

function closingMark(text: string, at: number, closers: string, limit: number): number {
  const opener = text.charAt(at);
  const end = Math.min(limit, at + LONGEST_QUOTATION);
  let depth = 1;
  for (let i = at + 1; i < end; i++) {
    const letter = text.charAt(i);
    if (closers.includes(letter)) {
      const apostrophe = letter === '’' && /\p{L}/u.test(text.charAt(i + 1));
      if (!apostrophe && --depth === 0) return i;
    } else if (letter === opener) depth++;
  }
  return -1;
}

/** No sentence is longer than this between a quotation and its citation. */
const LONGEST_SENTENCE = 4000;

/** The citation `next`, which is the first behind `close`, if it stands in the same sentence. */
function citationBehind(
  text: string,
  close: number,
  limit: number,
  citations: readonly PandocCitation[],
  next: number,
  skipped: readonly TextRange[],
): PandocCitation | null {
  const first = citations[next];
  if (!first || first.range.from >= Math.min(limit, close + LONGEST_SENTENCE)) return null;
  // Whether the sentence ends before the citation is all that counts, however long the paragraph.
  const behind = skipped.slice(firstFrom(skipped, close + 1), firstFrom(skipped, first.range.to));
  const stop = sentenceEnd(text, Math.max(0, close - 1), Math.min(limit, first.range.to), behind);
  return first.range.from < reachOf(text, stop, limit) ? first : null;
}

/** A sentence reaches over the bracket or marker that follows its full stop. */
function reachOf(text: string, end: number, limit: number): number {
  const next = /^ ?(?=\[)/.exec(text.slice(end, Math.min(limit, end + 2)));
  return next ? end + next[0].length + 2 : end;
}

/** A block quotation and the citation that ends it or that begins the next paragraph. */
export function blockQuotation(text: string, node: BlockQuoteNode, citation: PandocCitation): Quotation {
  const inside = encloses(node.range, citation.range);
  let to = inside ? citation.range.from : node.range.to;
  if (inside) while (to > node.range.from && /[\s[(>—–-]/.test(text.charAt(to - 1))) to--;
  let from = node.range.from;
  while (from < to && /[\s>]/.test(text.charAt(from))) from++;
  return { kind: 'block', range: node.range, contentRange: { from, to }, ...sourceOf(text, citation) };
}

/** Whether a citation is the last thing in a block quotation. */
export function endsBlockQuote(text: string, node: BlockQuoteNode, citation: PandocCitation): boolean {
  if (!encloses(node.range, citation.range)) return false;
  return /^[\s\])>.]*$/.test(text.slice(citation.range.to, node.range.to).slice(0, 200));
}

function sourceOf(text: string, citation: PandocCitation): { from: Token; at: Token | null } {
  const { locator } = citation;
  return {
    from: { text: citation.key, range: citation.keyRange },
    at: locator ? { text: text.slice(locator.range.from, locator.range.to), range: locator.range } : null,
  };
}
