import type { ClaimRecord } from '../reasoning/model.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import { addressesIn } from './references/addresses.ts';
import { subjectsAt } from './references/subject.ts';
import type { FeatureRequest } from './request.ts';
import type { TextRange } from '../text/range.ts';

/** A claim at one end of a relation of support. */
export interface SupportLink {
  readonly claim: ClaimRecord;
  /** Where the supported claim names the other, or otherwise its words; all in the file of that claim. */
  readonly ranges: readonly TextRange[];
}

/** The claims at the request's offset. */
export function claimsToFollow(request: FeatureRequest): ClaimRecord[] {
  return subjectsAt(request).flatMap(({ subject }) => (subject.kind === 'claim' ? [subject.claim] : []));
}

/** The claims that `claim` supports. */
export function leaningOn(claim: ClaimRecord, reasoning: ReasoningIndex): SupportLink[] {
  return reasoning
    .leanersOf(claim)
    .map((leaner) => ({ claim: leaner, ranges: evidenceNaming(leaner, claim, reasoning) }));
}

/** The claims that support `claim`. */
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
