import { isBoundToSchema, type DataRequest } from '../features/data/request.ts';
import { allRules } from '../rules/all.ts';
import { DocumentText } from '../text/document-text.ts';
import type { Position } from '../text/range.ts';
import type { EntrySession } from './entry-formatting.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** The request for a feature at a position in an open data file; null where `path` is none. */
export function dataRequest(
  parts: WorkspaceParts,
  path: string,
  position: Position,
  entries: EntrySession,
  hasSchemas = false,
): DataRequest | null {
  const { documents, shared, library, reasoning, quotations, options } = parts;
  const text = documents.isOpen(path) ? undefined : shared.buffer(path);
  if (!text || !shared.isShared(path)) return null;
  const { facts, found } = documents.view(path, DocumentText.of(''));
  return {
    view: { path, text, facts, found },
    offset: text.lines.offsetAt(position),
    library,
    reasoning,
    quotations,
    links: options.links ?? null,
    describeEntry: (entry) => entries.describe(entry),
    rules: allRules,
    schemaElsewhere: hasSchemas && isBoundToSchema(path),
  };
}
