/** Quotations: those that are marked, and those that quotation marks or a block quotation and a citation show. */
import type { TextRange } from '../text/range.ts';
import { encloses } from '../text/range.ts';
import type { BlockQuoteNode, PartNode, ProseNode } from '../syntax/nodes.ts';
import { attribute, bare } from './claims.ts';
import type { PandocCitation, Quotation, Token } from './model.ts';
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

/**
 * Quotations in quotation marks within a paragraph, each followed by a citation within its sentence. `opaque`
 * and `citations` are sorted; nothing in `taken` (marked quotations) is found again.
 */
export function inlineQuotations(
  text: string,
  prose: ProseNode,
  citations: readonly PandocCitation[],
  skipped: readonly TextRange[],
  taken: readonly TextRange[],
): Quotation[] {
  const found: Quotation[] = [];
  const { from, to } = prose.range;
  const openers = /[“„«»"「『‘‚]/g;
  openers.lastIndex = from;
  let skip = 0;
  for (let next = openers.exec(text); next && next.index < to; next = openers.exec(text)) {
    const at = next.index;
    while (skip < skipped.length && skipped[skip]!.to <= at) skip++;
    const over = skipped[skip];
    if (over && over.from <= at) {
      openers.lastIndex = over.to;
      continue;
    }
    const closers = MARKS.get(text.charAt(at));
    if (closers === undefined || !opensQuotation(text, at, from)) continue;
    const close = closingMark(text, at, closers, to);
    if (close < 0) continue;
    const range = { from: at, to: close + 1 };
    const citation = close - at > 3 ? citationBehind(text, close, to, citations, skipped) : null;
    if (citation && !taken.some((other) => encloses(other, range) || encloses(range, other)))
      found.push({
        kind: 'inline',
        range,
        contentRange: { from: at + 1, to: close },
        ...sourceOf(text, citation),
      });
    openers.lastIndex = close + 1;
  }
  return found;
}

function opensQuotation(text: string, at: number, from: number): boolean {
  if (/\s/.test(text.charAt(at + 1))) return text.charAt(at) === '«';
  return at === from || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || /[„“«「『]/.test(text.charAt(at));
}

function closingMark(text: string, at: number, closers: string, limit: number): number {
  const opener = text.charAt(at);
  let depth = 1;
  for (let i = at + 1; i < limit; i++) {
    const letter = text.charAt(i);
    if (closers.includes(letter)) {
      const apostrophe = letter === '’' && /\p{L}/u.test(text.charAt(i + 1));
      if (!apostrophe && --depth === 0) return i;
    } else if (letter === opener) depth++;
  }
  return -1;
}

/** The first citation behind `close` in the same sentence. */
function citationBehind(
  text: string,
  close: number,
  limit: number,
  citations: readonly PandocCitation[],
  skipped: readonly TextRange[],
): PandocCitation | null {
  const first = citations.find((citation) => citation.range.from > close);
  if (!first || first.range.from >= limit) return null;
  const behind = skipped.filter((range) => range.from > close);
  const end = reachOf(text, sentenceEnd(text, Math.max(0, close - 1), limit, behind), limit);
  return first.range.from < end ? first : null;
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
