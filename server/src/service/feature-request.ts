import type { FeatureRequest } from '../features/request.ts';
import type { Position } from '../text/range.ts';
import type { EntrySession } from './entry-formatting.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** The request for a feature at a position in an open document; null where `path` is none. */
export function featureRequest(
  { documents, library, reasoning, quotations, options }: WorkspaceParts,
  path: string,
  position: Position,
  entries: EntrySession,
): FeatureRequest | null {
  const view = documents.open(path);
  if (!view) return null;
  return {
    view,
    offset: view.text.lines.offsetAt(position),
    library,
    reasoning,
    quotations,
    links: options.links ?? null,
    describeEntry: (entry) => entries.describe(entry),
  };
}
