/** Makes a differing workspace as small as it can be while it still differs in the same kind. */
import type { Claim, MadeWorkspace } from './model.ts';

/** The most candidates that are tried for one workspace. */
const MOST_TRIES = 600;

/** The smallest workspace found that still `differs`; the given one must. */
export async function shrink(
  workspace: MadeWorkspace,
  differs: (candidate: MadeWorkspace) => Promise<boolean>,
): Promise<MadeWorkspace> {
  let smallest = workspace;
  let tries = 0;
  for (let again = true; again;) {
    again = false;
    for (const candidate of smaller(smallest)) {
      if (++tries > MOST_TRIES) return smallest;
      if (!(await differs(candidate))) continue;
      smallest = candidate;
      again = true;
      break;
    }
  }
  return smallest;
}

/** Workspaces with one thing less, the largest steps first. */
function* smaller(workspace: MadeWorkspace): Generator<MadeWorkspace> {
  const claims = workspace.documents.flatMap((document) => document.claims);
  for (const { path } of workspace.documents)
    yield tidy({ ...workspace, documents: workspace.documents.filter((one) => one.path !== path) });
  for (const { id } of claims) yield tidy(mapClaims(workspace, (claim) => (claim.id === id ? null : claim)));
  for (const claim of claims)
    for (const simpler of simplerClaims(claim))
      yield mapClaims(workspace, (one) => (one.id === claim.id ? simpler : one));
  yield* smallerSetting(workspace, claims);
}

function* smallerSetting(workspace: MadeWorkspace, claims: readonly Claim[]): Generator<MadeWorkspace> {
  const used = new Set(claims.flatMap(({ says }) => says.map(({ property }) => property)));
  const properties = workspace.properties.filter(({ name }) => used.has(name));
  if (properties.length < workspace.properties.length) yield { ...workspace, properties };
  for (const { id } of workspace.actors)
    if (!claims.some(({ about, by, via }) => about.includes(id) || by === id || via.includes(id)))
      yield { ...workspace, actors: workspace.actors.filter((one) => one.id !== id) };
  for (const actor of workspace.actors)
    for (const list of ['partOf', 'kindOf', 'works', 'wrote'] as const)
      if (actor[list].length)
        yield {
          ...workspace,
          actors: workspace.actors.map((one) => (one.id === actor.id ? { ...one, [list]: [] } : one)),
        };
  for (const place of Object.keys(workspace.places)) {
    const { [place]: _, ...places } = workspace.places;
    yield { ...workspace, places };
  }
  if (workspace.timelessSpan !== null) yield { ...workspace, timelessSpan: null };
  if (workspace.conflictEnds !== null) yield { ...workspace, conflictEnds: null };
}

/** A claim with one attribute less or one list shorter by one. */
function* simplerClaims(claim: Claim): Generator<Claim> {
  const lists = [
    'supports',
    'implies',
    'contradicts',
    'resolves',
    'prefers',
    'evidence',
    'says',
    'via',
  ] as const;
  for (const list of lists)
    for (let at = 0; at < claim[list].length; at++)
      yield { ...claim, [list]: (claim[list] as readonly unknown[]).filter((_, other) => other !== at) };
  if (claim.about.length > 1)
    for (const one of claim.about) yield { ...claim, about: claim.about.filter((other) => other !== one) };
  for (const single of ['when', 'where', 'status', 'certainty', 'cites'] as const)
    if (claim[single] !== null) yield { ...claim, [single]: null };
  if (claim.by !== null && !claim.via.length) yield { ...claim, by: null };
  if (claim.marked) yield { ...claim, marked: false };
  if (claim.shape === 'div') yield { ...claim, shape: 'span' };
}

function mapClaims(workspace: MadeWorkspace, change: (claim: Claim) => Claim | null): MadeWorkspace {
  const documents = workspace.documents.map((document) => ({
    ...document,
    claims: document.claims.flatMap((claim) => change(claim) ?? []),
  }));
  return { ...workspace, documents };
}

/** Takes away addresses of claims that are gone. */
function tidy(workspace: MadeWorkspace): MadeWorkspace {
  const left = new Set(workspace.documents.flatMap((document) => document.claims.map(({ id }) => id)));
  const kept = (ids: readonly string[]) => ids.filter((id) => left.has(id));
  return mapClaims(workspace, (claim) => ({
    ...claim,
    supports: kept(claim.supports),
    implies: kept(claim.implies),
    contradicts: kept(claim.contradicts),
    resolves: kept(claim.resolves),
    prefers: kept(claim.prefers),
    evidence: kept(claim.evidence),
  }));
}
