import type { ClaimMap, MapEdge, MapNode } from '../../../server/src/protocol/pictures.ts';
import { svg } from '../shared/dom.ts';
import { measureIn, typeOf } from '../shared/measure.ts';
import { wrapped } from '../shared/wrap.ts';
import { middleOf, pathThrough, type Box, type Layout, type Line, type Size } from './geometry.ts';
import { layOut } from './layout.ts';
import { endOf, markers } from './line-ends.ts';
import { nameLines, nameOf, nameSize, standingSign } from './names.ts';
import { marksInWords, natureSigns, signsOf } from '../shared/marks.ts';
import { edgeTitle, nodeLabel } from './words.ts';
import { listOf } from '../../../server/src/words/say.ts';

const WIDTH = 220;
const PAD = 10;
const LEADING = 16;
const MOST_LINES = 6;

/** The drawn map: its elements and their places. */
export interface Drawing {
  readonly plane: SVGGElement;
  readonly layout: Layout;
  readonly nodes: ReadonlyMap<string, SVGGElement>;
  /** The size of the letters of names shown when it is zoomed out, as in the plane. */
  readonly letters: number;
}

interface Card extends Size {
  readonly node: MapNode;
  readonly head: readonly string[];
  readonly lines: readonly string[];
  /** The lines shown when it is zoomed out. */
  readonly name: readonly string[];
}

/** Draws a map as SVG. Every claim can be focused by keyboard; colours are in the style sheet. */
export function draw(map: ClaimMap, proportion: number): Drawing {
  const measures = {
    words: measureIn(typeOf()),
    head: measureIn(`600 ${typeOf()}`),
    far: measureIn(`600 ${typeOf(10)}`),
  };
  const size = nameSize(map.nodes.map(nameOf), WIDTH - 2 * PAD, measures.far);
  const cards = new Map(map.nodes.map((node) => [node.claim.key, cardOf(node, size, measures)]));
  const layout = layOut(cards, map.edges, proportion);
  const joints = edgesByClaim(map.edges);
  const names = new Map(map.nodes.map(({ claim }) => [claim.key, claim.label]));
  const lines = layout.lines.map((line) => drawLine(line, names));
  const nodes = new Map<string, SVGGElement>();
  for (const [key, card] of cards)
    nodes.set(key, drawCard(card, size, layout.boxes.get(key)!, joints.get(key) ?? []));
  const plane = svg(
    'g',
    { 'data-plane': '' },
    svg('g', { class: 'lines' }, ...lines),
    svg('g', {}, ...nodes.values()),
  );
  return { plane, layout, nodes, letters: size };
}

/** Marker definitions for line ends, to be inserted once. */
export function definitions(): SVGDefsElement {
  return svg('defs', {}, ...markers());
}

type Measures = Readonly<Record<'words' | 'head' | 'far', (text: string) => number>>;

function cardOf(node: MapNode, size: number, measures: Measures): Card {
  const { claim } = node;
  const inner = WIDTH - 2 * PAD;
  const who = [signsOf(claim), listOf(claim.asserters), claim.when].filter(Boolean).join(' · ');
  const head = wrapped(who, inner - 18, 2, measures.head);
  const lines = wrapped(claim.text, inner, MOST_LINES, measures.words);
  const { lines: name } = nameLines(nameOf(node), (inner * 10) / size, measures.far);
  const height = Math.max(
    2 * PAD + 4 + (head.length + lines.length) * LEADING,
    name.length * size * 1.1 + PAD,
  );
  return { node, head, lines, name, width: WIDTH, height };
}

function drawCard(
  { node, head, lines, name }: Card,
  size: number,
  box: Box,
  edges: readonly MapEdge[],
): SVGGElement {
  const { claim, outside, contradictsItself } = node;
  const { x, y, width, height } = box;
  const sign = standingSign(node);
  const kinds = ['claim', claim.standing, outside ? 'outside' : '', contradictsItself ? 'contested' : ''];
  const leading = size * 1.1;
  const first = y + height / 2 - ((name.length - 1) * leading) / 2 + size * 0.35;
  return svg(
    'g',
    {
      class: kinds.filter(Boolean).join(' '),
      'data-key': claim.key,
      role: 'button',
      tabindex: -1,
      'aria-label': nodeLabel(node, edges),
    },
    svg(
      'title',
      {},
      [claim.text, claim.says, marksInWords(claim), contradictsItself, `${claim.path}:${claim.line + 1}`]
        .filter(Boolean)
        .join('\n'),
    ),
    svg('rect', { class: 'card', x, y, width, height, rx: 4 }),
    svg('rect', { class: 'edge', x, y, width: 4, height, rx: 2 }),
    svg(
      'text',
      { class: 'head near' },
      ...head.map((line, i) => svg('tspan', { x: x + PAD, y: y + PAD + 11 + i * LEADING }, line)),
    ),
    sign &&
      svg('text', { class: 'sign near', x: x + width - PAD, y: y + PAD + 12, 'text-anchor': 'end' }, sign),
    svg(
      'text',
      { class: 'words near' },
      ...lines.map((line, i) =>
        svg('tspan', { x: x + PAD, y: y + PAD + (i + head.length + 1) * LEADING }, line),
      ),
    ),
    svg(
      'text',
      { class: 'name far', 'text-anchor': 'middle', 'font-size': size },
      ...name.map((line, i) => svg('tspan', { x: x + width / 2, y: first + i * leading }, line)),
    ),
  );
}

function drawLine({ edge, points }: Line, names: ReadonlyMap<string, string>): SVGGElement {
  const { kind, from, to, settled, pending } = edge;
  const title = edgeTitle(edge, names.get(from) ?? from, names.get(to) ?? to);
  const path = pathThrough(points);
  const { x, y } = middleOf(points);
  const { nature } = edge;
  const standing = nature === undefined ? '✕' : natureSigns[nature];
  const sign = kind === 'conflict' ? (settled ? '✓' : pending ? '…' : standing) : '';
  const end = `url(#${endOf(kind, settled)})`;
  const ends = { 'marker-end': end, 'marker-start': kind === 'conflict' ? end : null };
  return svg(
    'g',
    {
      class: `line ${kind}${settled ? ' settled' : ''}${pending ? ' pending' : ''}${edge.within ? ' within' : ''}${edge.hint ? ' hint' : ''}`,
      'data-from': from,
      'data-to': to,
    },
    svg('title', {}, title),
    svg('path', { class: 'reach', d: path }),
    svg('path', { class: 'stroke', d: path, ...ends }),
    sign && svg('circle', { class: 'seal', cx: x, cy: y, r: 9 }),
    sign && svg('text', { class: 'seal-sign', x, y: y + 4, 'text-anchor': 'middle' }, sign),
  );
}

function edgesByClaim(edges: readonly MapEdge[]): Map<string, MapEdge[]> {
  const joined = new Map<string, MapEdge[]>();
  for (const edge of edges)
    for (const key of [edge.from, edge.to]) {
      const known = joined.get(key);
      if (known) known.push(edge);
      else joined.set(key, [edge]);
    }
  return joined;
}
