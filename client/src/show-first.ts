import { Range, WorkspaceEdit } from 'vscode';
import type { CodeAction } from 'vscode';
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
  for (const [uri, changes] of edit.entries()) {
    const [first] = changes;
    if (!first) continue;
    if (uri.scheme === unsaved) {
      for (const { range, newText } of changes) shown.replace(uri, range, newText);
      continue;
    }
    const nothing = new Range(first.range.start, first.range.start);
    shown.replace(uri, nothing, '', {
      label: 'Look through the changes, then apply them',
      needsConfirmation: true,
    });
    for (const { range, newText } of changes)
      shown.replace(uri, range, newText, { label: unmarked(title), needsConfirmation: false });
  }
  return shown;
}
