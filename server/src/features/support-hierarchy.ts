import type { ClaimRecord } from '../reasoning/model.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import { addressesIn } from './references/addresses.ts';
import { subjectsAt } from './references/subject.ts';
import type { FeatureRequest } from './request.ts';
import type { TextRange } from '../text/range.ts';

/** A claim at one end of a line of support. */
export interface SupportLink {
  readonly claim: ClaimRecord;
  /** Where the leaning claim names the other, or else its words; all in the file of the leaning claim. */
  readonly ranges: readonly TextRange[];
}

/** The claims at the request's offset whose support can be asked about. */
export function claimsToFollow(request: FeatureRequest): ClaimRecord[] {
  return subjectsAt(request).flatMap(({ subject }) => (subject.kind === 'claim' ? [subject.claim] : []));
}

/** The claims that lean on `claim`. */
export function leaningOn(claim: ClaimRecord, reasoning: ReasoningIndex): SupportLink[] {
  return reasoning
    .leanersOf(claim)
    .map((leaner) => ({ claim: leaner, ranges: evidenceNaming(leaner, claim, reasoning) }));
}

/** The claims on which `claim` leans. */
export function leantOnBy(claim: ClaimRecord, reasoning: ReasoningIndex): SupportLink[] {
  return reasoning
    .supportersOf(claim)
    .map((ground) => ({ claim: ground, ranges: evidenceNaming(claim, ground, reasoning) }));
}

function evidenceNaming(leaner: ClaimRecord, ground: ClaimRecord, reasoning: ReasoningIndex): TextRange[] {
  const ranges = addressesIn(leaner)
    .filter(({ address, id }) => {
      if (id !== ground.id) return false;
      const resolution = reasoning.resolveAddress(leaner.path, address);
      return resolution.status === 'resolved' && resolution.claim.range.from === ground.range.from;
    })
    .map(({ idRange }) => idRange);
  return ranges.length > 0 ? ranges : [leaner.headRange];
}
