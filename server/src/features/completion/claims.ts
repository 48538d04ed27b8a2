import type { ClaimRecord } from '../../reasoning/model.ts';
import type { TextRange } from '../../text/range.ts';
import { folderOf, nameOf, relativeTo } from '../../workspace/paths.ts';
import type { FeatureRequest } from '../request.ts';
import { fittingClaims } from './fitting-claims.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Suggestions } from './model.ts';

/** How many files are unpacked per keystroke. */
const MOST_FILES = 60;

/**
 * The addresses of claims that the attribute `key` may name, those in the same file first; also found by words of the
 * claim. In a workspace with many claims, only those that match what was typed.
 */
export function suggestClaims(request: FeatureRequest, range: TextRange, key: string): Suggestions {
  const { view, reasoning } = request;
  const few = reasoning.size <= MOST_SUGGESTIONS;
  const fits = fittingClaims(request, key);
  const items: Suggestion[] = reasoning
    .claimsIn(view.path)
    .filter(fits)
    .flatMap((claim) => suggestion(claim, request, range, 0));
  const typed = few ? '' : view.text.slice({ from: range.from, to: request.offset });
  let files = 0;
  for (const claims of claimsFor(typed, request)) {
    if (!few && (++files > MOST_FILES || items.length >= MOST_SUGGESTIONS)) break;
    for (const claim of claims)
      if (claim.path !== view.path && fits(claim)) items.push(...suggestion(claim, request, range, 1));
  }
  return { items, isIncomplete: !few };
}

/** Claims by file that match: by the part before `#`, or by words. */
function* claimsFor(
  typed: string,
  { library, reasoning }: FeatureRequest,
): Generator<readonly ClaimRecord[]> {
  const sign = typed.lastIndexOf('#');
  const place = typed.slice(0, Math.max(0, sign)).replace(/^@/, '');
  if (place === '') {
    yield* reasoning.search(typed);
    return;
  }
  for (const path of new Set([...library.workTexts.documentsOf(place), ...reasoning.paths()]))
    if (library.workTexts.keyOf(path) === place || path.endsWith(nameOf(place)))
      yield reasoning.claimsIn(path);
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
