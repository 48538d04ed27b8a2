import type { ActionRequest } from '../features/actions/action.ts';
import { resolveFound } from '../found/resolve.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { Finding } from '../checking/rule.ts';
import { sift } from '../checking/suppressions.ts';
import type { PositionRange } from '../text/range.ts';
import type { Library } from '../workspace/library.ts';
import type { ReadDocument } from './document-view.ts';

/** The request for actions at a selection in an open document. Expensive parts are lazy. */
export function actionRequest(
  view: ReadDocument,
  range: PositionRange,
  { library, reasoning }: { readonly library: Library; readonly reasoning: ReasoningIndex },
  findings: () => readonly Finding[],
): ActionRequest {
  return {
    view,
    syntax: view.syntax,
    selection: view.text.lines.offsets(range),
    library,
    reasoning,
    findings,
    isReported: (finding, suppressions, lines) => sift([finding], suppressions, lines).findings.length > 0,
    resolution: () => resolveFound(view.found, library.knownEntries(view.path)),
  };
}
