import type { ClaimRecord } from '../../reasoning/model.ts';
import type { TextRange } from '../../text/range.ts';
import { folderOf, relativeTo } from '../../workspace/paths.ts';
import type { FeatureRequest } from '../request.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Suggestions } from './model.ts';

/** The addresses of claims, those of the same file first; found by the words of the claim as well. */
export function suggestClaims(request: FeatureRequest, range: TextRange): Suggestions {
  const { view, reasoning } = request;
  const items: Suggestion[] = reasoning
    .claimsIn(view.path)
    .flatMap((claim) => suggestion(claim, request, range, 0));
  for (const path of reasoning.paths()) {
    if (path === view.path) continue;
    for (const claim of reasoning.claimsIn(path)) {
      if (items.length >= MOST_SUGGESTIONS) return { items, isIncomplete: true };
      items.push(...suggestion(claim, request, range, 1));
    }
  }
  return { items, isIncomplete: false };
}

function suggestion(
  claim: ClaimRecord,
  { view }: FeatureRequest,
  range: TextRange,
  rank: number,
): Suggestion[] {
  if (claim.id === null) return [];
  const address =
    claim.path === view.path
      ? `#${claim.id}`
      : claim.fileSource !== null
        ? `${claim.fileSource}#${claim.id}`
        : `${relativeTo(folderOf(view.path), claim.path)}#${claim.id}`;
  return [
    {
      kind: 'claim',
      label: address,
      detail: claim.text,
      insert: address,
      range,
      filter: `${address} ${claim.text}`,
      rank,
    },
  ];
}
