import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  fileMethods,
  type FileAnswer,
  type FileQuestions,
  type FolderEntry,
} from '../../../server/src/protocol/host.ts';

/** The part of VS Code's workspace that is needed; tests pass another. */
export type Files = Pick<typeof workspace, 'getWorkspaceFolder' | 'textDocuments'> & {
  readonly fs: Pick<typeof workspace.fs, 'readDirectory' | 'readFile' | 'stat'>;
};

/** Answers the server's requests for files, of open folders and beside open texts only. */
export function answerForFiles(
  client: Pick<BaseLanguageClient, 'onRequest'>,
  /** How bytes are written into a message; a worker gets them as they are. */
  written: (bytes: Uint8Array) => Uint8Array | string = (bytes) => bytes,
  files: Files = workspace,
): void {
  client.onRequest<FolderEntry[], void>(fileMethods.folder, ({ uri }: FileQuestions['folder'][0]) =>
    readFolder(files, uri),
  );
  client.onRequest<FileAnswer, void>(fileMethods.file, async (asked: FileQuestions['file'][0]) => {
    const answer = await readFile(files, asked);
    return answer.status === 'read' ? { status: 'read', bytes: written(answer.bytes as Uint8Array) } : answer;
  });
}

/** The entries of a folder; none where it is not open or cannot be read. */
export async function readFolder(files: Files, address: string): Promise<FolderEntry[]> {
  const uri = Uri.parse(address, true);
  if (!isOpen(files, uri)) return [];
  try {
    const entries = await files.fs.readDirectory(uri);
    return entries.flatMap(([name, type]): FolderEntry[] => {
      if ((type & FileType.File) !== 0) return [{ name, kind: 'file' }];
      // A link to a folder may lead in a circle.
      return type === FileType.Directory ? [{ name, kind: 'folder' }] : [];
    });
  } catch {
    return []; // missing or unreadable
  }
}

/** A file's bytes, or why there are none. Never rejects. */
export async function readFile(
  files: Files,
  { uri: address, largest }: FileQuestions['file'][0],
): Promise<FileAnswer> {
  const uri = Uri.parse(address, true);
  if (!isOpen(files, uri)) return { status: 'outside' };
  try {
    const { type, size } = await files.fs.stat(uri);
    if ((type & FileType.File) === 0) return { status: 'folder' };
    if (size > largest) return { status: 'large' };
    return { status: 'read', bytes: await files.fs.readFile(uri) };
  } catch (cause) {
    if (cause instanceof FileSystemError && cause.code === 'FileNotFound') return { status: 'missing' };
    return { status: 'failed', reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Whether a URI is in an open folder, or in the folder of an open text. */
function isOpen(files: Files, uri: Uri): boolean {
  if (files.getWorkspaceFolder(uri)) return true;
  const folders = files.textDocuments.map((document) => Uri.joinPath(document.uri, '..'));
  return folders.some((folder) => {
    const own = folder.toString();
    return uri.toString() === own || uri.toString().startsWith(own.endsWith('/') ? own : `${own}/`);
  });
}
