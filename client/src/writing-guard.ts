import path from 'node:path';
import type { Uri, workspace, WorkspaceEdit } from 'vscode';
import { landsInside } from '../../server/src/hosts/reading/placement.ts';
import { unmarked } from '../../server/src/text/unmarked.ts';

/** What a guard has to know of the window: its texts and folders. */
export type Workspace = Pick<typeof workspace, 'textDocuments' | 'getWorkspaceFolder' | 'asRelativePath'>;

/** Sees to it that nothing is written outside of the folders of the window, behind links. */
export class WritingGuard {
  constructor(private readonly workspace: Workspace) {}

  /**
   * The first of some files that would be written outside of its workspace folder, behind a link; null where none would.
   * Of a file in no folder its own folder counts. Files that an editor shows are left to the person who opened them.
   */
  async leadingOut(files: Iterable<Uri>): Promise<Uri | null> {
    const shown = new Set(this.workspace.textDocuments.map(({ uri }) => uri.toString()));
    for (const file of files) {
      if (file.scheme !== 'file' || shown.has(file.toString())) continue;
      const root = this.workspace.getWorkspaceFolder(file)?.uri.fsPath ?? path.dirname(file.fsPath);
      if (!(await landsInside(root, file.fsPath))) return file;
    }
    return null;
  }

  /** A sentence on a file that is not written. */
  leadsOut(file: Uri): string {
    return `“${this.workspace.asRelativePath(file)}” leads out of the workspace behind a link, and nothing is written there.`;
  }

  /** An edit of the server's, looked at once more before the editor makes it. Rejects with a sentence. */
  async keptInside<Edit extends WorkspaceEdit | null | undefined>(edit: Edit): Promise<Edit> {
    const file = edit ? await this.leadingOut(edit.entries().map(([uri]) => uri)) : null;
    // The editor shows the sentence in a notification.
    if (file) throw new Error(unmarked(this.leadsOut(file)));
    return edit;
  }
}
