import type { MapEdgeKind } from '../../../server/src/protocol/pictures.ts';
import { svg } from '../shared/dom.ts';

/** The end of each kind of line: kinds differ by these and by strokes, not only by colour. */
const ends: Readonly<Record<MapEdgeKind, { readonly d: string; readonly at: number }>> = {
  supports: { d: 'M0 0L10 5L0 10Z', at: 10 },
  implies: { d: 'M1 1L9 5L1 9', at: 9 },
  qualifies: { d: 'M1 5A4 4 0 1 0 9 5A4 4 0 1 0 1 5Z', at: 9 },
  resolves: { d: 'M0 5L5 0L10 5L5 10Z', at: 10 },
  conflict: { d: 'M9 0L9 10', at: 9 },
};

/** The SVG markers for line ends; `of` sets them apart from those of another drawing on the page. */
export function markers(of = ''): SVGMarkerElement[] {
  const kinds = Object.keys(ends) as MapEdgeKind[];
  return [...kinds.map((kind) => marker(kind, false, of)), marker('conflict', true, of)];
}

function marker(kind: MapEdgeKind, settled: boolean, of: string): SVGMarkerElement {
  return svg(
    'marker',
    {
      id: endOf(kind, settled, of),
      viewBox: '-1 -1 12 12',
      refX: ends[kind].at,
      refY: 5,
      markerWidth: 11,
      markerHeight: 11,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto-start-reverse',
    },
    svg('path', { class: `end ${kind}${settled ? ' quiet' : ''}`, d: ends[kind].d }),
  );
}

/** The id of the marker for a kind of line. */
export function endOf(kind: MapEdgeKind, settled: boolean, of = ''): string {
  return `${of}end-${kind}${settled ? '-settled' : ''}`;
}

// Where the table is shown in the map's place, its own markers are not drawn.
const LEGEND = 'legend-';

/** The markers that samples need, in a drawing without size. */
export function sampleMarkers(): SVGSVGElement {
  const nowhere = { class: 'sample-markers', width: 0, height: 0, 'aria-hidden': 'true' };
  return svg('svg', nowhere, svg('defs', {}, ...markers(LEGEND)));
}

/** A short line of a kind, for the legend. */
export function sample(kind: MapEdgeKind, settled = false, pending = false): SVGSVGElement {
  const end = `url(#${endOf(kind, settled, LEGEND)})`;
  const both = kind === 'conflict' ? { 'marker-start': end } : {};
  return svg(
    'svg',
    { class: 'sample', width: 44, height: 14, viewBox: '0 0 44 14', 'aria-hidden': 'true' },
    svg(
      'g',
      { class: `line ${kind}${settled ? ' settled' : ''}${pending ? ' pending' : ''}` },
      svg('path', { class: 'stroke', d: 'M3 7L41 7', 'marker-end': end, ...both }),
    ),
  );
}
