/** Verifies that an edit has its intended effect and no other, by parsing the text before and after. */
import type { SyntaxNode } from '../../syntax/nodes.ts';
import type { PlacedBlock } from '../../syntax/reading.ts';
import { readInline, type Syntax } from '../../syntax/tree.ts';
import { commonEnds } from '../../text/common-ends.ts';
import { encloses, shifted, type TextRange } from '../../text/range.ts';

/** Text inserted before and after a range. */
export interface Around {
  readonly range: TextRange;
  readonly before: string;
  readonly behind: string;
}

/** A syntax node with its offset. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly range: TextRange;
  /** The base of the ranges in `node`. */
  readonly base: number;
}

/** The nodes of the outermost block around `offset`, with those of blocks inside it, in no order. */
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
 * Whether the text with `around` inserted parses as before, except for one new `part` that contains exactly the
 * range. `prose` is the running text around it, whose emphasis and quotation marks are compared too; null for whole
 * blocks.
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

/** Whether emphasis and so on pair as before. */
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

/** Maps an offset of the text with `around` to one without it; inserted text has no length there. */
function backFrom(at: number, { range: { from, to }, before, behind }: Around): number {
  if (at <= from) return at;
  if (at <= from + before.length) return from;
  const inner = at - before.length;
  if (inner <= to) return inner;
  return Math.max(to, inner - behind.length);
}

/** The blocks that two readings do not share. */
function changedBlocks(
  old: readonly PlacedBlock[],
  now: readonly PlacedBlock[],
): [PlacedBlock[], PlacedBlock[]] {
  const { head, tail } = commonEnds(old, now, (one, other) => one.block === other.block);
  return [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
}

/** A node as a string for comparison: kind, range, and other properties. */
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
      // The line end after running text may or may not belong to it, depending on what follows.
      return `prose ${place(range.from)} ${place(range.from + text.slice(range.from, range.to).trimEnd().length)}`;
    case 'block':
    case 'blockQuote':
    case 'comment':
    case 'frontMatter':
    case 'inlineNote':
    case 'link':
    case 'mark':
    case 'opaque':
    case 'surplus':
    case 'unread':
      return words;
  }
}

/** The items that `now` has beyond `old`; null where one of `old` is missing. */
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

/** The innermost running text that contains a range: paragraph, cell, heading; null where there is none. */
export function proseAround(nodes: readonly PlacedNode[], wanted: TextRange): TextRange | null {
  let best: TextRange | null = null;
  for (const { node, range, base } of nodes) {
    if (node.kind !== 'prose' && node.kind !== 'heading') continue;
    const words = node.kind === 'heading' ? shifted(node.contentRange, base) : range;
    if (encloses(words, wanted) && (!best || words.to - words.from < best.to - best.from)) best = words;
  }
  return best;
}
