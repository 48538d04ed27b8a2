import { isAdjudication } from '../reasoning/verdict.ts';
import type { ClaimRecord } from '../reasoning/model.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import { claimMarks, type ClaimMark } from '../protocol/views.ts';

/** What a claim is besides an assertion of fact: a question, a norm, of a share, of a part, or a report. */
export function marksOf(claim: ClaimRecord, reasoning: ReasoningIndex): readonly ClaimMark[] {
  const marks = new Set<ClaimMark>();
  if (claim.status === 'open' && !isAdjudication(claim)) marks.add('question');
  if (reasoning.asserters.isReport(claim)) marks.add('report');
  for (const { property } of reasoning.sayings.of(claim)) {
    const declared = reasoning.properties.get(property.text);
    if (declared?.mood === 'norm') marks.add('norm');
    if (declared?.share) marks.add('share');
    if (declared?.additive && (claim.when || claim.where)) marks.add('part');
  }
  return marks.size < 2 ? [...marks] : claimMarks.filter((mark) => marks.has(mark));
}

/** The reporters of a claim from the nearest to the text at hand: its chain, then the work whose text the file is. */
export function reportersOf(claim: ClaimRecord, { asserters }: ReasoningIndex): readonly string[] {
  if (!asserters.isReport(claim)) return [];
  return [...(claim.via ?? []), ...(claim.fileSource === null ? [] : [claim.fileSource])];
}
