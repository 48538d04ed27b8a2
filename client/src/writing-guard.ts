import type { Uri, workspace, WorkspaceEdit } from 'vscode';
import type { Machine } from './machine/machine.ts';
import { unmarked } from '../../server/src/text/unmarked.ts';
import { say } from '../../server/src/words/say.ts';

/** The part of VS Code's workspace that a guard needs; tests pass another. */
export type Workspace = Pick<typeof workspace, 'textDocuments' | 'getWorkspaceFolder' | 'asRelativePath'>;

/** Prevents writing outside the workspace folders through links. */
export class WritingGuard {
  constructor(
    private readonly workspace: Workspace,
    private readonly landsInside: Machine['landsInside'],
  ) {}

  /**
   * The first of some files that would be written outside its workspace folder because of a link; null where none
   * would. For a file in no workspace folder its own folder counts. Open files are the user's decision.
   */
  async leadingOut(files: Iterable<Uri>): Promise<Uri | null> {
    const shown = new Set(this.workspace.textDocuments.map(({ uri }) => uri.toString()));
    for (const file of files) {
      if (file.scheme !== 'file' || shown.has(file.toString())) continue;
      const root =
        this.workspace.getWorkspaceFolder(file)?.uri.fsPath ?? file.fsPath.replace(/[\\/][^\\/]*$/, '');
      if (!(await this.landsInside(root, file.fsPath))) return file;
    }
    return null;
  }

  /** The message for a file that is not written. */
  leadsOut(file: Uri): string {
    return say('“{file}” leads out of the workspace through a link, and nothing is written there.', {
      file: this.workspace.asRelativePath(file),
    });
  }

  /** Checks an edit of the server before VS Code applies it. Rejects with a sentence. */
  async keptInside<Edit extends WorkspaceEdit | null | undefined>(edit: Edit): Promise<Edit> {
    const file = edit ? await this.leadingOut(edit.entries().map(([uri]) => uri)) : null;
    // VS Code shows the message in a notification.
    if (file) throw new Error(unmarked(this.leadsOut(file)));
    return edit;
  }
}
