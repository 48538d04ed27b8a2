import type { ClaimRecord } from '../reasoning/model.ts';
import type { TextRange } from '../text/range.ts';
import { distinctClaims } from './distinct-claims.ts';
import type { FeatureRequest } from './request.ts';
import { deferred, say } from '../words/say.ts';

/** A code lens above a claim: supporting and contradicting claims, and settlement. */
export interface ClaimLens {
  /** The start of the claim. */
  readonly range: TextRange;
  readonly title: string;
  /** The claims that it mentions, in the order of files and text. */
  readonly claims: readonly ClaimRecord[];
}

/** The maximum number of linked contradicting claims; the rest are counted. */
const MOST = 30;

/** The lenses for all claims of the document that others support or contradict. */
export function claimLenses({ view, reasoning }: Pick<FeatureRequest, 'view' | 'reasoning'>): ClaimLens[] {
  return reasoning.claimsIn(view.path).flatMap((claim) => lensOf(claim, { reasoning }) ?? []);
}

function lensOf(claim: ClaimRecord, { reasoning }: Pick<FeatureRequest, 'reasoning'>): ClaimLens | null {
  const support = distinctClaims(reasoning.supportersOf(claim), claim);
  const tally = reasoning.conflictTally(claim);
  const conflicts = reasoning.conflictsOf(claim, MOST);
  const sides = (settled: boolean) =>
    distinctClaims(
      conflicts.filter(({ settlement }) => (settlement !== null) === settled).flatMap(({ a, b }) => [a, b]),
      claim,
    );
  const [against, answered] = [sides(false), sides(true)];
  const rest = distinctClaims([...against, ...answered], claim).slice(against.length);
  const areAll = tally.unsettled + tally.settled <= MOST;
  const [many, atRest] = areAll ? [against.length, rest.length] : [tally.unsettled, tally.settled];
  const parts = [
    counted(
      support.length,
      deferred('{count, plural, one {# claim supports it} other {# claims support it}}'),
    ),
    counted(many, deferred('{count, plural, one {# claim contradicts it} other {# claims contradict it}}')),
    many > 0 ? (tally.pending < tally.unsettled ? say('not settled') : say('being settled')) : null,
    counted(atRest, deferred('{count, plural, one {# conflict settled} other {# conflicts settled}}')),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    range: claim.headRange,
    title: parts.join(' · '),
    claims: [...support, ...against, ...rest],
  };
}

function counted(count: number, message: string): string | null {
  return count === 0 ? null : say(message, { count });
}
