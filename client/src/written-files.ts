import path from 'node:path';
import type { Uri } from 'vscode';
import { workspace, type WorkspaceEdit } from 'vscode';
import { landsInside } from '../../server/src/hosts/reading/placement.ts';

/**
 * The first of some files that would be written outside of its workspace folder, behind a link; null where none would.
 * Of a file in no folder its own folder counts. Files that an editor shows are left to the person who opened them.
 */
export async function leadingOut(files: Iterable<Uri>): Promise<Uri | null> {
  const shown = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (const file of files) {
    if (file.scheme !== 'file' || shown.has(file.toString())) continue;
    const root = workspace.getWorkspaceFolder(file)?.uri.fsPath ?? path.dirname(file.fsPath);
    if (!(await landsInside(root, file.fsPath))) return file;
  }
  return null;
}

/** A sentence on a file that is not written. */
export function leadsOut(file: Uri): string {
  return `“${workspace.asRelativePath(file)}” leads out of the workspace behind a link, and nothing is written there.`;
}

/** An edit of the server's, looked at once more before the editor makes it. Rejects with a sentence. */
export async function keptInside<Edit extends WorkspaceEdit | null | undefined>(edit: Edit): Promise<Edit> {
  const file = edit ? await leadingOut(edit.entries().map(([uri]) => uri)) : null;
  if (file) throw new Error(leadsOut(file));
  return edit;
}
