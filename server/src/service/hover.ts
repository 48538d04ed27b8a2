import { hoverInData } from '../features/hover/data.ts';
import { hoverAt } from '../features/hover/hover.ts';
import type { Hover } from '../features/hover/model.ts';
import type { Position } from '../text/range.ts';
import { dataRequest } from './data-request.ts';
import { featureRequest } from './feature-request.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/**
 * The hover at a position in an open document or data file; null where there is nothing. Waits about a second at most
 * for entries to be printed in the document's citation style.
 */
export async function hoverIn(
  parts: WorkspaceParts,
  path: string,
  position: Position,
  hasSchemas: boolean,
): Promise<Hover | null> {
  const entries = parts.formatting.session(path);
  const request = featureRequest(parts, path, position, entries);
  const data = request ? null : dataRequest(parts, path, position, entries, hasSchemas);
  const hover = () => (request ? hoverAt(request) : data && hoverInData(data));
  const atOnce = hover();
  const { edition } = parts;
  if (!(request ?? data) || !(await entries.settled())) return atOnce;
  // After an edit something else may be at the position, so keep the first answer.
  return parts.edition === edition ? hover() : atOnce;
}
