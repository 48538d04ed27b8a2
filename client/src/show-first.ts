import { Range, WorkspaceEdit } from 'vscode';
import type { CodeAction, TextEdit } from 'vscode';
import { unmarked } from '../../server/src/text/unmarked.ts';

/** Kinds of actions with many changes. */
const wide = /^(?:source|refactor\.rewrite)\.sicetnon\./;

/** The preview cannot handle the URI of an unsaved document. */
const unsaved = 'untitled';

/**
 * Makes VS Code preview the edit of an action with many changes. VS Code opens its preview if a change needs
 * confirmation, and drops changes that are not ticked. So an empty edit with the advice needs confirmation, and all
 * real ones are ticked.
 */
export function showFirst(action: CodeAction): CodeAction {
  if (action.edit && wide.test(action.kind?.value ?? '')) action.edit = toBeShown(action, action.edit);
  return action;
}

function toBeShown({ title }: CodeAction, edit: WorkspaceEdit): WorkspaceEdit {
  const shown = new WorkspaceEdit();
  const files = edit.entries().filter(([, changes]) => changes.length > 0);
  const last = files.findLast(([uri]) => uri.scheme !== unsaved);
  for (const [uri, changes] of files) {
    if (uri.scheme === unsaved) {
      for (const { range, newText } of changes) shown.replace(uri, range, newText);
      continue;
    }
    for (const { range, newText } of changes)
      shown.replace(uri, range, newText, { label: unmarked(title), needsConfirmation: false });
  }
  // The preview sorts by position, so the empty edit comes after the others.
  if (last) shown.replace(last[0], atEndOf(last[1]), '', { label: ADVICE, needsConfirmation: true });
  return shown;
}

const ADVICE = 'Look through the changes above, then apply them';

/** The position after the last of some edits. */
function atEndOf(changes: readonly TextEdit[]): Range {
  const ends = changes.map(({ range }) => range.end);
  const end = ends.reduce((one, other) => (other.isAfter(one) ? other : one));
  return new Range(end, end);
}
