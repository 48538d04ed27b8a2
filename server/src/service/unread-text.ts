import type { DocumentText } from '../text/document-text.ts';
import type { ReadDocument } from './document-view.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/**
 * Plain texts get the features of documents even if the project does not include them, up to a length in
 * UTF-16 units.
 */
const PLAIN_TEXT = /\.txt$/i;
const LONGEST = 1_000_000;

/** Plain texts that were read although they are no documents, until they change. */
const READ = new WeakMap<DocumentText, ReadDocument>();

/**
 * A text in an editor, as features see it. One that is no document is read when it is asked for, as if the project
 * included it. Null where no editor shows it, or where it holds data.
 */
export function shownView({ documents, shared }: WorkspaceParts, path: string): ReadDocument | null {
  const open = documents.open(path);
  if (open) return open;
  const text = PLAIN_TEXT.test(path) ? shared.buffer(path) : undefined;
  if (!text || text.length > LONGEST) return null;
  let view = READ.get(text);
  if (!view || view.path !== path) READ.set(text, (view = documents.view(path, text)));
  return view;
}
