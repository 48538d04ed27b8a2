/** What is wrong with how claims rest on each other: on what was given up, in circles, or on both sides. */
import { type Conflict, isGivenUp, settles } from './conflicts.ts';
import {
  type Claim,
  type MadeWorkspace,
  type PlacedClaim,
  placedClaims,
  type Sure,
  some,
  surely,
} from './model.ts';

export interface AboutClaim {
  readonly code: string;
  readonly claim: string;
  readonly sure: Sure;
}

export const RESTS_ON_REJECTED = 'claim-rests-on-rejected';
export const CIRCULAR = 'claim-circular';
export const TWO_MINDED = 'claim-two-minded';
export const OPEN = 'claim-open';
export const UNSUPPORTED = 'claim-unsupported';

/** All findings about one claim each that follow from its own relations and status. */
export function faultsOfSupport(workspace: MadeWorkspace, conflicts: readonly Conflict[]): AboutClaim[] {
  const placed = placedClaims(workspace);
  return placed.flatMap((one): AboutClaim[] => {
    const { claim } = one;
    const both = claim.supports.some((id) => claim.contradicts.includes(id));
    return [
      { code: UNSUPPORTED, claim: claim.id, sure: unsupported(placed, one) },
      { code: OPEN, claim: claim.id, sure: surely(claim.status === 'open') },
      { code: TWO_MINDED, claim: claim.id, sure: isGivenUp(claim) && both ? 'unsure' : surely(both) },
      { code: CIRCULAR, claim: claim.id, sure: circular(placed, claim) },
      { code: RESTS_ON_REJECTED, claim: claim.id, sure: restsOnLost(placed, one, conflicts) },
    ];
  });
}

/** Whether a claim rests on nothing. */
function unsupported(placed: readonly PlacedClaim[], { claim, document }: PlacedClaim): Sure {
  if (document.source !== null || claim.cites !== null || claim.evidence.length) return 'no';
  const supporters = placed.map((one) => one.claim).filter(({ supports }) => supports.includes(claim.id));
  if (supporters.some(({ status }) => status === 'accepted')) return 'no';
  // Whether a claim that is no longer held, or a verdict, must rest on something, the contract does not say; nor whether
  // a supporter that nobody decided on is an accepted one.
  return supporters.length || isGivenUp(claim) || claim.status === 'open' || claim.resolves.length
    ? 'unsure'
    : 'yes';
}

/** The circles of `supports`: each must be told at one of its claims at the least. */
export function circlesOf(workspace: MadeWorkspace): string[][] {
  const placed = placedClaims(workspace);
  const circles = new Map<string, string[]>();
  for (const { claim } of placed) {
    const members = placed
      .map((one) => one.claim)
      .filter((other) => leads(placed, claim.id, other.id) && leads(placed, other.id, claim.id))
      .map(({ id }) => id);
    if (members.includes(claim.id) && members.every((id) => !isGivenUp(byId(placed, id))))
      circles.set(members.join(' '), members);
  }
  return [...circles.values()];
}

function circular(placed: readonly PlacedClaim[], claim: Claim): Sure {
  // At which claim of a circle it is told, the contract does not say; nor whether `evidence` closes one.
  return leads(placed, claim.id, claim.id) || leads(placed, claim.id, claim.id, true) ? 'unsure' : 'no';
}

/** Whether support leads from one claim to another, in one step or more. */
function leads(placed: readonly PlacedClaim[], from: string, to: string, withEvidence = false): boolean {
  const seen = new Set<string>();
  const pending = [from];
  while (pending.length) {
    const id = pending.pop()!;
    const next = [
      ...byId(placed, id).supports,
      ...(withEvidence
        ? placed.filter(({ claim }) => claim.evidence.includes(id)).map(({ claim }) => claim.id)
        : []),
    ];
    if (next.includes(to)) return true;
    for (const one of next) if (!seen.has(one)) pending.push(one);
    for (const one of next) seen.add(one);
  }
  return false;
}

function byId(placed: readonly PlacedClaim[], id: string): Claim {
  return placed.find(({ claim }) => claim.id === id)!.claim;
}

function restsOnLost(
  placed: readonly PlacedClaim[],
  { claim, document }: PlacedClaim,
  conflicts: readonly Conflict[],
): Sure {
  const evidence = claim.evidence.map((id) => byId(placed, id));
  const supporters = placed.map((one) => one.claim).filter(({ supports }) => supports.includes(claim.id));
  const grounds = [...evidence, ...supporters];
  if (!grounds.length || claim.cites !== null) return 'no';
  const lost = grounds.map((ground) => isLost(placed, ground, conflicts));
  // A supporter that nobody accepted may count for nothing.
  const standing = grounds.filter((_, at) => lost[at] === 'no');
  const counts = standing.filter((ground) => evidence.includes(ground) || ground.status === 'accepted');
  if (counts.length || lost.every((one) => one === 'no')) return 'no';
  const open = standing.length > 0 || lost.includes('unsure');
  // A text that is itself a source rests on itself, and what was given up rests on nothing any more.
  return open ||
    document.source !== null ||
    isGivenUp(claim) ||
    (claim.evidence.length === 0 && claim.status === 'open')
    ? 'unsure'
    : 'yes';
}

function isLost(placed: readonly PlacedClaim[], ground: Claim, conflicts: readonly Conflict[]): Sure {
  if (isGivenUp(ground)) return 'yes';
  const verdicts = placed.map((one) => one.claim).filter(({ resolves }) => resolves.includes(ground.id));
  const against = verdicts.filter(({ prefers }) => prefers.length && !prefers.includes(ground.id));
  const upheld = verdicts.some(
    ({ prefers, ...verdict }) => prefers.includes(ground.id) && settles({ ...verdict, prefers }) !== 'no',
  );
  const answers = against.map((verdict): Sure => {
    const sure = settles(verdict);
    if (sure === 'no') return 'no';
    // A verdict on what does not contradict settles nothing; one against another verdict is a quarrel of its own.
    const real = conflicts.some(
      ({ a, b, sure: at }) =>
        at === 'yes' &&
        [a, b].some((one) => one.claim.id === ground.id) &&
        [a, b].some((one) => verdict.prefers.includes(one.claim.id)),
    );
    return real && !upheld && sure === 'yes' ? 'yes' : 'unsure';
  });
  return some('no', ...answers);
}
