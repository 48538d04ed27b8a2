import type { DocumentView } from '../checking/rule.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/**
 * Plain texts get the features of documents even if the project does not include them, up to a length in
 * UTF-16 units.
 */
const PLAIN_TEXT = /\.txt$/i;
const LONGEST = 1_000_000;

/**
 * A text in an editor, as features see it. One that is no document is read for this call alone, as if the
 * project included it. Null where no editor shows it, or where it holds data.
 */
export function shownView({ documents, shared }: WorkspaceParts, path: string): DocumentView | null {
  const open = documents.open(path);
  if (open) return open;
  const text = PLAIN_TEXT.test(path) ? shared.buffer(path) : undefined;
  return text && text.length <= LONGEST ? documents.view(path, text) : null;
}
