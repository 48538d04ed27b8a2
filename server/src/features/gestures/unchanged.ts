/** Whether an edit does to a text what it is meant to, and nothing else: the text is read before and after. */
import type { SyntaxNode } from '../../syntax/nodes.ts';
import type { PlacedBlock } from '../../syntax/reading.ts';
import { readInline, type Syntax } from '../../syntax/tree.ts';
import { commonEnds } from '../../text/common-ends.ts';
import { encloses, shifted, type TextRange } from '../../text/range.ts';

/** What is written before and after a stretch of text. */
export interface Around {
  readonly range: TextRange;
  readonly before: string;
  readonly behind: string;
}

/** A node of the syntax where it stands in the text. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly range: TextRange;
  /** What the ranges in `node` are counted from. */
  readonly base: number;
}

/** The nodes of the outermost block around `offset`, those of the blocks within it too; no order is promised. */
export function nodesAround(syntax: Syntax, offset: number): PlacedNode[] {
  const around = syntax.blocks.filter(
    ({ offset: from, block }) => from <= offset && offset <= from + block.length,
  );
  return [...placedNodes(around, 0)];
}

function* placedNodes(blocks: readonly PlacedBlock[], base: number): Generator<PlacedNode> {
  for (const { offset, block } of blocks) {
    const from = base + offset;
    for (const node of block.nodes) yield { node, range: shifted(node.range, from), base: from };
    yield* placedNodes(block.children, from);
  }
}

/**
 * Whether the text with `around` written into it reads as before, but for one new `part` that holds just the
 * stretch. `prose` is the running text that holds it, whose emphasis and quotation marks are compared as well; null
 * for whole blocks.
 */
export function onlyAdds(
  part: 'span' | 'div',
  { range, before, behind }: Around,
  syntax: Syntax,
  prose: TextRange | null,
): boolean {
  const { text } = syntax;
  const marked = text.slice(range.from, range.to);
  const after = text.slice(0, range.from) + before + marked + behind + text.slice(range.to);
  const read = syntax.apply(after, [
    { from: range.to, to: range.to, insert: behind },
    { from: range.from, to: range.from, insert: before },
  ]);
  const back = (at: number) => backFrom(at, { range, before, behind });
  const [old, now] = changedBlocks(syntax.blocks, read.blocks);
  const gained = difference(
    [...placedNodes(now, 0)].map((each) => told(each, read.text, back)),
    [...placedNodes(old, 0)].map((each) => told(each, text, (at) => at)),
  );
  const mark = part === 'span' ? range.to : range.from;
  const whole = `${range.from} ${range.to}`;
  const expected = [`${part} ${whole}${part === 'span' ? ` ${whole}` : ''}`, `opaque ${mark} ${mark}`];
  if (gained === null || gained.length !== expected.length) return false;
  if (!expected.every((start) => gained.some((each) => `${each} `.startsWith(`${start} `)))) return false;
  return prose === null || keepsMarks({ range, before, behind }, text, prose);
}

/** Whether emphasis and the like pair as before. */
function keepsMarks({ range, before, behind }: Around, text: string, prose: TextRange): boolean {
  const inner = shifted(range, -prose.from);
  const old = text.slice(prose.from, prose.to);
  const now =
    old.slice(0, inner.from) + before + old.slice(inner.from, inner.to) + behind + old.slice(inner.to);
  const marksOf = (words: string, place: (at: number) => number) =>
    readInline(words).flatMap((node) =>
      node.kind === 'mark' ? [`${place(node.range.from)} ${place(node.range.to)} ${node.text}`] : [],
    );
  const gained = difference(
    marksOf(now, (at) => backFrom(at, { range: inner, before, behind })),
    marksOf(old, (at) => at),
  );
  return gained?.length === 2;
}

/** Where a place in the text with `around` stands without it; what was written in has no length there. */
function backFrom(at: number, { range: { from, to }, before, behind }: Around): number {
  if (at <= from) return at;
  if (at <= from + before.length) return from;
  const inner = at - before.length;
  if (inner <= to) return inner;
  return Math.max(to, inner - behind.length);
}

/** The blocks that two readings do not share, in each of them. */
function changedBlocks(
  old: readonly PlacedBlock[],
  now: readonly PlacedBlock[],
): [PlacedBlock[], PlacedBlock[]] {
  const { head, tail } = commonEnds(old, now, (one, other) => one.block === other.block);
  return [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
}

/** A node in one line: its kind, where it stands, and what else tells it from others. */
function told({ node, range, base }: PlacedNode, text: string, place: (at: number) => number): string {
  const words = `${node.kind} ${place(range.from)} ${place(range.to)}`;
  const within = (inner: TextRange) => text.slice(base + inner.from, base + inner.to);
  switch (node.kind) {
    case 'cite':
      return `${words} ${node.items.map(({ mode, key }) => `${mode} ${key}`).join(' ')}`;
    case 'marker':
    case 'definition':
    case 'bracket':
    case 'linkDefinition':
    case 'example':
      return `${words} ${node.label}`;
    case 'span': {
      const content = shifted(node.contentRange, base);
      return `${words} ${place(content.from)} ${place(content.to)} ${within(node.attributes.range)}`;
    }
    case 'div':
      return `${words} ${within(node.attributes.range)}`;
    case 'heading':
      return `${words} ${node.level}`;
    case 'prose':
      // The line end after running text counts with it or not, whatever comes next.
      return `prose ${place(range.from)} ${place(range.from + text.slice(range.from, range.to).trimEnd().length)}`;
    case 'block':
    case 'blockQuote':
    case 'comment':
    case 'frontMatter':
    case 'inlineNote':
    case 'link':
    case 'mark':
    case 'opaque':
    case 'unread':
      return words;
  }
}

/** What `now` has beyond `old`; null where something of `old` is missing from it. */
function difference(now: readonly string[], old: readonly string[]): string[] | null {
  const counts = new Map<string, number>();
  for (const each of now) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const each of old) {
    const count = counts.get(each) ?? 0;
    if (count === 0) return null;
    counts.set(each, count - 1);
  }
  return [...counts].flatMap(([each, count]) => Array<string>(count).fill(each));
}

/** The smallest running text that holds a stretch: of a paragraph, a cell, a heading; null where none does. */
export function proseAround(nodes: readonly PlacedNode[], wanted: TextRange): TextRange | null {
  let best: TextRange | null = null;
  for (const { node, range, base } of nodes) {
    if (node.kind !== 'prose' && node.kind !== 'heading') continue;
    const words = node.kind === 'heading' ? shifted(node.contentRange, base) : range;
    if (encloses(words, wanted) && (!best || words.to - words.from < best.to - best.from)) best = words;
  }
  return best;
}
