import type { DocumentView } from '../checking/rule.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** A text that no project need include for its reader to wish that one did; and how long one is looked at, in letters. */
const PLAIN_TEXT = /\.txt$/i;
const LONGEST = 1_000_000;

/**
 * A text that an editor shows, as features see it; one that is no document is read for this alone, as it would be if the
 * project included it. Null where no editor shows it, or where it holds data.
 */
export function shownView({ documents, shared }: WorkspaceParts, path: string): DocumentView | null {
  const open = documents.open(path);
  if (open) return open;
  const text = PLAIN_TEXT.test(path) ? shared.buffer(path) : undefined;
  return text && text.length <= LONGEST ? documents.view(path, text) : null;
}
