/** Marks a selection: as a bracketed span, or as a fenced div if it covers several blocks. */
import { hasClass } from '../../facts/claims.ts';
import { sentenceEnd } from '../../facts/sentences.ts';
import type { PlacedBlock } from '../../syntax/reading.ts';
import { readInline } from '../../syntax/tree.ts';
import { encloses, overlaps, shifted, touches, type TextRange } from '../../text/range.ts';
import type { ActionEdit, ActionRequest } from '../actions/action.ts';
import { nodesAround, onlyAdds, proseAround, type Around, type PlacedNode } from './unchanged.ts';

/** A range that can be marked, and how. */
export interface Marking {
  readonly part: 'span' | 'div';
  /** The selection, trimmed, and extended where it would cut markup in two. */
  readonly range: TextRange;
}

/** How many positions are tried on either side of a selection. */
const WIDEST = 4;

/**
 * How a selection can be marked so that Pandoc reads one new span or div and everything else as before. Null where
 * that is not possible: white space, code blocks, front matter, several paragraphs of a list or quotation.
 */
export function markingOf(request: ActionRequest, selection: TextRange): Marking | null {
  const { text } = request.view.text;
  let range = withoutMarks(text, selection);
  const nodes = nodesAround(request.syntax, range.from);
  let prose = proseAround(nodes, range);
  if (!prose) {
    const inner = trimmed(text, { from: Math.min(range.to, leadEnd(text, range.from)), to: range.to });
    prose = proseAround(nodes, inner);
    if (prose) range = inner;
  }
  if (!/[\p{L}\p{N}]/u.test(text.slice(range.from, range.to))) return null;
  if (prose) return spanMarking(request, range, prose, nodes);
  const { definitions } = request.view.facts;
  // A note is no block that a div could contain, and code cannot be marked.
  if (definitions.some((note) => overlaps(note.range, range)) || !isProse(nodes, range)) return null;
  return divMarking(request, range);
}

/**
 * The two insertions that mark a range with the class and attributes in `written` (`.claim #id`). `select` in them is
 * selected afterwards; without it the cursor is put after the range.
 */
export function markEdits(
  { part, range }: Marking,
  written: string,
  path: string,
  select: TextRange | null = null,
): ActionEdit[] {
  const { before, behind } = around({ part, range }, written);
  const insertion = (offset: number, insert: string, selected: TextRange | null): ActionEdit => ({
    path,
    range: { from: offset, to: offset },
    insert,
    ...(selected ? { select: selected } : {}),
  });
  const head = part === 'span' ? behind : before;
  const selected = select && shifted(select, head.indexOf(`{${written}}`) + 1);
  const end = { from: behind.length, to: behind.length };
  return [
    insertion(range.from, before, part === 'div' ? selected : null),
    insertion(range.to, behind, part === 'span' ? (selected ?? end) : selected ? null : end),
  ];
}

/** Whether exactly these words have that class already. */
export function isMarked({ range }: Marking, name: string, { view }: ActionRequest): boolean {
  const same = (a: TextRange, b: TextRange) => a.from === b.from && a.to === b.to;
  return view.facts.parts.some(
    (part) =>
      hasClass(part.attributes, name) &&
      (same(part.range, range) || same(trimmed(view.text.text, part.contentRange), range)),
  );
}

/** The sentence around a cursor, without its full stop and the citations and notes at its end. */
export function sentenceAt({ view, syntax }: ActionRequest, cursor: number): TextRange | null {
  const { text } = view.text;
  const prose = proseAround(nodesAround(syntax, cursor), { from: cursor, to: cursor });
  if (!prose) return null;
  const { opaque, citations } = view.facts;
  const references = referencesIn(view, prose);
  const skipped = [...opaque, ...citations.map(({ range }) => range), ...references]
    .filter((range) => encloses(prose, range))
    .sort((a, b) => a.from - b.from);
  let from = prose.from;
  for (;;) {
    const to = sentenceEnd(text, from, prose.to, skipped);
    if (to > cursor || to >= prose.to) return withoutEnding(text, trimmed(text, { from, to }), references);
    from = to;
  }
}

/**
 * A selection without the citations and notes at its end, and without the full stop beside them. They belong after a
 * claim: it rests on them. Unchanged if it ends with words, or is no running text.
 */
export function withoutReferences({ view, syntax }: ActionRequest, selection: TextRange): TextRange {
  const { text } = view.text;
  const range = trimmed(text, selection);
  if (!proseAround(nodesAround(syntax, range.from), range)) return selection;
  const references = referencesIn(view, range);
  const words = references.length > 0 ? withoutEnding(text, range, references) : null;
  const hasOne = words !== null && references.some(({ from }) => from >= words.to);
  return hasOne ? trimmed(text, words) : selection;
}

/** The notes and bracketed citations within a range; a citation in the text is a word of it. */
function referencesIn({ facts }: ActionRequest['view'], within: TextRange): TextRange[] {
  const { citations, markers, inlineNotes } = facts;
  const bracketed = citations.filter(({ mode }) => mode !== 'AuthorInText');
  return [...bracketed, ...markers, ...inlineNotes]
    .map(({ range }) => range)
    .filter((range) => encloses(within, range));
}

function withoutEnding(text: string, sentence: TextRange, ends: readonly TextRange[]): TextRange | null {
  let { to } = sentence;
  for (;;) {
    const words = text.slice(sentence.from, to).replace(/[\s.。]+$/, '');
    to = sentence.from + words.length;
    // The bracket of a citation is in none of its items.
    const bracket = words.endsWith(']') ? to - 1 : to;
    const last = ends.find((range) => touches(range, bracket) && range.to >= bracket && range.from < to);
    if (!last || last.from <= sentence.from) break;
    const open = text.lastIndexOf('[', last.from);
    to = bracket < to && open >= sentence.from ? open : last.from;
  }
  return to > sentence.from ? { from: sentence.from, to } : null;
}

/** A range without white space at its ends. */
export function trimmed(text: string, { from, to }: TextRange): TextRange {
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { from, to };
}

/** A range without white space at its ends, and without the `>` of block quotations there. */
function withoutMarks(text: string, selection: TextRange): TextRange {
  let { from, to } = trimmed(text, selection);
  const isMark = (at: number) =>
    text[at] === '>' && /^[ \t>]*$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
  while (from < to && (isMark(from) || /\s/.test(text[from]!))) from++;
  while (to > from && (isMark(to - 1) || /\s/.test(text[to - 1]!))) to--;
  return { from, to };
}

/** Markup that may precede running text on its line: of an item, a heading, a note. */
const LEAD =
  /^[ \t>]*(?:#{1,6}[ \t]+|(?:[-*+:]|\(?[\p{L}\p{N}#@_-]{1,9}[.)])[ \t]+|\[\^[^\]\s]{1,99}\]:[ \t]*)/u;

/** The end of the markup at the start of the line, for an offset inside it. */
function leadEnd(text: string, at: number): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lead = LEAD.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
  return Math.max(at, lineStart + lead);
}

function isProse(nodes: readonly PlacedNode[], wanted: TextRange): boolean {
  return nodes.some(
    ({ node, range }) => (node.kind === 'prose' || node.kind === 'heading') && overlaps(range, wanted),
  );
}

function spanMarking(
  request: ActionRequest,
  wanted: TextRange,
  prose: TextRange,
  nodes: readonly PlacedNode[],
): Marking | null {
  const { syntax } = request;
  const ends = new Set<number>();
  const add = (range: TextRange) => ends.add(range.from).add(range.to);
  for (const { range } of nodes) if (encloses(prose, range)) add(range);
  for (const node of readInline(syntax.text.slice(prose.from, prose.to)))
    add(shifted(node.range, prose.from));
  const sorted = [...ends].sort((a, b) => a - b);
  const left = [wanted.from, ...sorted.filter((at) => at < wanted.from && at >= prose.from).slice(-WIDEST)];
  const right = [wanted.to, ...sorted.filter((at) => at > wanted.to && at <= prose.to).slice(0, WIDEST)];
  // Nothing may be inserted between a key, its locator and the next key, even if all of them would still be read.
  const citations = nodes.filter(({ node }) => node.kind === 'cite');
  const cuts = (at: number) => citations.some(({ range }) => range.from < at && at < range.to);
  const tries = left
    .flatMap((from) => right.map((to) => trimmed(syntax.text, { from, to })))
    .filter(({ from, to }) => !cuts(from) && !cuts(to))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const range = tries.find((each) =>
    onlyAdds('span', around({ part: 'span', range: each }, '.mark'), syntax, prose),
  );
  return range ? { part: 'span', range } : null;
}

/**
 * The whole blocks that a selection touches, at the top level or in a div, provided that their lines begin with
 * nothing else.
 */
function divMarking({ syntax }: ActionRequest, wanted: TextRange): Marking | null {
  let { blocks } = syntax;
  let base = 0;
  for (;;) {
    const touched = blocks.filter(
      ({ offset, block }) => base + offset < wanted.to && base + offset + block.length > wanted.from,
    );
    const [first] = touched;
    const last = touched.at(-1);
    if (!first || !last) return null;
    if (touched.length === 1 && holds(first, base, wanted)) {
      base += first.offset;
      blocks = first.block.children;
      continue;
    }
    const range = trimmed(syntax.text, {
      from: base + first.offset,
      to: Math.min(base + last.offset + last.block.length, syntax.text.length),
    });
    const isFree = range.from === 0 || syntax.text[range.from - 1] === '\n';
    if (!isFree || !onlyAdds('div', around({ part: 'div', range }, '.mark'), syntax, null)) return null;
    return { part: 'div', range };
  }
}

/** Whether the blocks inside a block contain the whole range. */
function holds({ offset, block }: PlacedBlock, base: number, { from, to }: TextRange): boolean {
  const [first] = block.children;
  const last = block.children.at(-1);
  if (!first || !last) return false;
  const start = base + offset;
  return start + first.offset <= from && to <= start + last.offset + last.block.length;
}

function around({ part, range }: Marking, written: string): Around {
  return part === 'span'
    ? { range, before: '[', behind: `]{${written}}` }
    : { range, before: `::: {${written}}\n`, behind: '\n:::' };
}
