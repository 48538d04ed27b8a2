import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import type { ClaimMap, MapEdge, MapEdgeKind, MapNode } from './model.ts';
import { isSame, type Stepwise, type ViewRequest, type ViewScope } from './view-request.ts';

/** More claims than this make no picture. */
const MOST = 1000;

const DIRECTED = ['supports', 'implies', 'qualifies', 'resolves'] as const;

/**
 * The claims of a scope and what joins them. Claims outside the scope that are joined to one inside are shown
 * with it. What cannot be shown is counted, never left out in silence.
 */
export function* claimMap(request: ViewRequest, scope: ViewScope): Stepwise<ClaimMap> {
  const all = yield* request.claims(scope);
  const inside = all.slice(0, MOST);
  const nodes = new Map<string, MapNode>();
  const edges = new Map<string, MapEdge>();
  for (const claim of inside) nodes.set(request.key(claim), nodeOf(claim, false, request));

  /** Takes in both ends; false where a picture of the workspace has no room for one of them. */
  const takeEnds = (...ends: readonly ClaimRecord[]): boolean => {
    for (const end of ends) {
      const key = request.key(end);
      if (nodes.has(key)) continue;
      if (scope.kind === 'workspace') return false;
      nodes.set(key, nodeOf(end, true, request));
    }
    return true;
  };
  const join = (kind: MapEdgeKind, from: ClaimRecord, to: ClaimRecord): void => {
    if (isSame(from, to) || !takeEnds(from, to)) return;
    const edge = { kind, from: request.key(from), to: request.key(to) };
    edges.set(`${kind} ${edge.from} ${edge.to}`, { ...edge, settled: false, within: false, sentence: null });
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
      within: conflict.within.length > 0,
      sentence: request.sentence(conflict),
    });
  };

  for (const claim of inside) {
    const { reasoning } = request;
    for (const kind of DIRECTED) {
      for (const target of reasoning.targetsOf(claim, kind)) join(kind, claim, target);
      for (const source of reasoning.sourcesOf(claim, kind)) join(kind, source, claim);
    }
    for (const ground of reasoning.targetsOf(claim, 'evidence')) join('supports', ground, claim);
    for (const leaner of reasoning.sourcesOf(claim, 'evidence')) join('supports', claim, leaner);
    for (const conflict of request.conflictsOf(claim)) oppose(conflict);
    yield;
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], leftOut: all.length - inside.length };
}

function nodeOf(claim: ClaimRecord, outside: boolean, request: ViewRequest): MapNode {
  const own = request.conflictsOf(claim).find(({ a, b, settlement }) => isSame(a, b) && settlement === null);
  return { claim: request.view(claim), outside, contradictsItself: own ? request.sentence(own) : null };
}
