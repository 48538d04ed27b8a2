import { Range, WorkspaceEdit } from 'vscode';
import type { CodeAction, TextEdit } from 'vscode';
import { unmarked } from '../../server/src/text/unmarked.ts';

/** The kinds of actions that change much. */
const wide = /^(?:source|refactor\.rewrite)\.sicetnon\./;

/** What was never saved has an address of which the editor's preview can make nothing. */
const unsaved = 'untitled';

/**
 * Has the editor show what an action would change before it does: returns the action, its edit to be previewed where
 * it changes much. The editor opens its preview where a change is to be confirmed, and leaves out what nobody ticked;
 * so what is to be confirmed here changes nothing and carries the advice, and all else is ticked already.
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
  // The preview lists changes by their places: what only asks for it comes below all that are made.
  if (last) shown.replace(last[0], atEndOf(last[1]), '', { label: ADVICE, needsConfirmation: true });
  return shown;
}

const ADVICE = 'Look through the changes above, then apply them';

/** The place behind the last of some changes. */
function atEndOf(changes: readonly TextEdit[]): Range {
  const ends = changes.map(({ range }) => range.end);
  const end = ends.reduce((one, other) => (other.isAfter(one) ? other : one));
  return new Range(end, end);
}
