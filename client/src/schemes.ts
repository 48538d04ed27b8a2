import { workspace, type Uri } from 'vscode';

/** The scheme of texts that were never saved. */
export const unsaved = 'untitled';

/** The schemes of files that are read: those of a disk, and those of the open folders, which may be virtual. */
export function schemes(): string[] {
  return [...new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
}

/** Whether a text is a file that is read, or was never saved. */
export function isText({ scheme }: Uri): boolean {
  return scheme === unsaved || schemes().includes(scheme);
}
