import { Uri, WorkspaceEdit, commands, workspace } from 'vscode';
import type { CodeAction, Disposable } from 'vscode';
import { productId } from '../../server/src/protocol/names.ts';
import { unmarked } from '../../server/src/text/unmarked.ts';
import { inform } from './shown/messages.ts';
import type { TextVersions } from './text-versions.ts';
import { say } from '../../server/src/words/say.ts';

/** Kinds of actions with many changes. */
const wide = /^(?:source|refactor\.rewrite)\.sicetnon\./;

/** The preview cannot handle the URI of an unsaved document. */
const unsaved = 'untitled';

/** The command of actions with many changes. Its arguments are ours: no other caller has them. */
const applyCommand = `${productId}.applyChanges`;

/** An edit, what it was computed for, and the kind of its action. */
interface Changes {
  readonly edit: WorkspaceEdit;
  readonly computedFor: TextVersions;
  readonly kind: string;
}

/**
 * Makes VS Code preview the edit of an action with many changes, and apply it only to the texts that it was computed for
 * (`computedFor`): a preview may stay open for long, and the same action may be called again meanwhile. VS Code gives the
 * edits of actions no versions; so the action gets a command instead, which applies it as an extension's edit.
 */
export function showFirst(action: CodeAction, computedFor: TextVersions): CodeAction {
  const kind = action.kind?.value ?? '';
  if (!action.edit || !wide.test(kind)) return action;
  const changes: Changes = { edit: toBeShown(action, action.edit), computedFor, kind };
  delete action.edit;
  action.command = { title: action.title, command: applyCommand, arguments: [changes] };
  return action;
}

/** Registers the command that applies such an edit. */
export function registerApplyChanges(): Disposable {
  return commands.registerCommand(applyCommand, async ({ edit, computedFor, kind }: Changes) => {
    const files = edit.entries().map(([uri]) => uri);
    if (!computedFor.haveMoved(files) && (await workspace.applyEdit(edit))) return;
    // Not applied: the user said no, unless the text is another now.
    if (!computedFor.haveMoved(files)) return;
    void inform(say('The text has changed meanwhile, so that nothing was written.'), {
      label: say('Try Again'),
      act: () => commands.executeCommand('editor.action.sourceAction', { kind, apply: 'first' }),
    });
  });
}

/**
 * VS Code opens its preview if an edit needs confirmation, and does not tick such an edit. So the edit that needs
 * confirmation creates something that exists, which VS Code leaves out of the list: every row is a change, and ticked. It
 * is the folder, since VS Code compares no versions of files that an edit creates.
 */
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
    shown.createFile(
      Uri.joinPath(last[0], '..'),
      { ignoreIfExists: true },
      { label: unmarked(title), needsConfirmation: true },
    );
  return shown;
}
