import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import type { ClaimMap, MapEdge, MapEdgeKind, MapNode } from '../../protocol/pictures.ts';
import { isSame } from '../../reasoning/is-same.ts';
import { addedUp, type PictureView } from './picture-view.ts';
import type { ViewRequest, ViewScope } from './view-request.ts';
import type { Stepwise } from '../stepwise.ts';

/** More claims than this make no picture. */
const MOST = 1000;

const DIRECTED = ['supports', 'implies', 'qualifies', 'resolves'] as const;

/** The claims of a file, an actor or the workspace, and what joins them. */
export const claimMapView: PictureView<'claimMap'> = {
  inFolder: (request, { scope }) => claimMap(request, scope),
  joined: (answers) => ({
    nodes: answers.flatMap(({ nodes }) => nodes),
    edges: answers.flatMap(({ edges }) => edges),
    ...addedUp(answers),
  }),
};

/**
 * The claims of a scope and what joins them. Claims outside the scope that are joined to one inside are shown
 * with it, and so are those that contradict one of these; and what joins them all. What cannot be shown is counted, never left out in silence.
 */
export function* claimMap(request: ViewRequest, scope: ViewScope): Stepwise<ClaimMap> {
  const { claims: inside, leftOut } = yield* request.claims(scope, MOST);
  const nodes = new Map<string, MapNode>();
  const edges = new Map<string, MapEdge>();
  const outside: ClaimRecord[] = [];
  for (const claim of inside) nodes.set(request.key(claim), nodeOf(claim, false, request));

  // A picture of the workspace has all claims in it that there is room for.
  let growing = scope.kind !== 'workspace';
  /** Takes in both ends; false where there is no room for one of them. */
  const takeEnds = (...ends: readonly ClaimRecord[]): boolean => {
    for (const end of ends) {
      const key = request.key(end);
      if (nodes.has(key)) continue;
      if (!growing || nodes.size >= MOST) return false;
      nodes.set(key, nodeOf(end, true, request));
      outside.push(end);
    }
    return true;
  };
  const join = (kind: MapEdgeKind, from: ClaimRecord, to: ClaimRecord): void => {
    if (isSame(from, to) || !takeEnds(from, to)) return;
    const edge = { kind, from: request.key(from), to: request.key(to) };
    edges.set(`${kind} ${edge.from} ${edge.to}`, {
      ...edge,
      settled: false,
      pending: false,
      within: false,
      sentence: null,
    });
  };
  const oppose = (conflict: Conflict): void => {
    if (isSame(conflict.a, conflict.b) || !takeEnds(conflict.a, conflict.b)) return;
    const [from, to] = [request.key(conflict.a), request.key(conflict.b)];
    const name = `conflict ${from} ${to}`;
    const known = edges.get(name);
    // Of several conflicts between the same two claims the one that stands is shown.
    if (known && (!known.settled || conflict.settlement !== null)) return;
    edges.set(name, {
      kind: 'conflict',
      from,
      to,
      settled: conflict.settlement !== null,
      pending: conflict.pending !== null,
      within: conflict.within.length > 0,
      sentence: request.sentence(conflict),
    });
  };

  const joinAll = (claim: ClaimRecord): void => {
    const { reasoning } = request;
    for (const kind of DIRECTED) {
      for (const target of reasoning.targetsOf(claim, kind)) join(kind, claim, target);
      for (const source of reasoning.sourcesOf(claim, kind)) join(kind, source, claim);
    }
    for (const ground of reasoning.targetsOf(claim, 'evidence')) join('supports', ground, claim);
    for (const leaner of reasoning.sourcesOf(claim, 'evidence')) join('supports', claim, leaner);
    for (const conflict of request.conflictsOf(claim)) oppose(conflict);
  };

  for (const claim of inside) {
    joinAll(claim);
    yield;
  }
  // Those from outside bring their open conflicts with them, and nobody else; what joins them all is told.
  const first = [...outside];
  for (const claim of first) {
    for (const conflict of request.conflictsOf(claim)) if (conflict.settlement === null) oppose(conflict);
    yield;
  }
  growing = false;
  for (const claim of outside) {
    joinAll(claim);
    yield;
  }
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    leftOut,
    conflictsLeftOut: request.conflictsLeftOut,
  };
}

function nodeOf(claim: ClaimRecord, outside: boolean, request: ViewRequest): MapNode {
  const own = request.conflictsOf(claim).find(({ a, b, settlement }) => isSame(a, b) && settlement === null);
  return {
    claim: request.view(claim),
    outside,
    contradictsItself: own ? request.sentence(own) : null,
  };
}
