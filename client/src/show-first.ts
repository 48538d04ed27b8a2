import { WorkspaceEdit } from 'vscode';
import type { CodeAction } from 'vscode';
import { unmarked } from '../../server/src/text/unmarked.ts';

/** Kinds of actions with many changes. */
const wide = /^(?:source|refactor\.rewrite)\.sicetnon\./;

/** The preview cannot handle the URI of an unsaved document. */
const unsaved = 'untitled';

/**
 * Makes VS Code preview the edit of an action with many changes. VS Code opens its preview if an edit needs confirmation,
 * and does not tick such an edit. So the edit that needs confirmation creates a file that exists, which VS Code leaves out
 * of the list: every row is a change, and ticked.
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
  if (last)
    shown.createFile(last[0], { ignoreIfExists: true }, { label: unmarked(title), needsConfirmation: true });
  return shown;
}
