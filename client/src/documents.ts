import { homedir } from 'node:os';
import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { Disposable, DocumentSelector, FileSystemWatcher, WorkspaceFolder } from 'vscode';
import type { DocumentSelector as ProtocolSelector } from 'vscode-languageclient/node';
import { productId } from '../../server/src/protocol/names.ts';

/** The name of the file that makes a folder a project. */
const projectFile = 'sicetnon.yaml';

/** A kind of document: by its language in the editor, or by its path, anywhere or in one folder. */
interface Kind {
  readonly scheme: 'file' | 'untitled';
  readonly language?: string;
  readonly pattern?: string;
  readonly folder?: WorkspaceFolder;
}

/**
 * The documents that the server is told of while they are open. Markdown, Quarto and R Markdown count
 * everywhere, and so do bibliographies, which a text's front matter may name; plain text, the registers and
 * the other data files only in a project's folder.
 */
function kinds(projects: readonly WorkspaceFolder[]): Kind[] {
  return [
    ...['markdown', 'quarto', 'rmd'].flatMap((language): Kind[] => [
      { scheme: 'file', language },
      { scheme: 'untitled', language },
    ]),
    // Whatever language an editor gives them: without an extension for Quarto it is plain text.
    { scheme: 'file', pattern: '**/*.{qmd,Rmd,rmd}' },
    { scheme: 'file', pattern: '**/*.{bib,ris}' },
    { scheme: 'file', pattern: '**/{_quarto,_metadata}.{yml,yaml}' },
    ...projects.map((folder): Kind => ({ scheme: 'file', pattern: '**/*.{txt,yaml,yml,json}', folder })),
  ];
}

/** Those documents, as the protocol's library selects them. */
export function synchronizedDocuments(projects: readonly WorkspaceFolder[]): ProtocolSelector {
  // Of plain texts a person may say whose words they hold; until then they are nobody's business.
  const plain: Kind = { scheme: 'file', pattern: '**/*.txt' };
  return [...kinds(projects), plain].map(({ folder, pattern, ...kind }) =>
    folder && pattern
      ? { ...kind, pattern: { baseUri: folder.uri.toString(), pattern } }
      : { ...kind, ...(pattern ? { pattern } : {}) },
  );
}

/** The same documents, as the editor selects them. */
export function shownDocuments(projects: readonly WorkspaceFolder[]): DocumentSelector {
  return kinds(projects).map(({ folder, pattern, ...kind }) =>
    pattern ? { ...kind, pattern: folder ? new RelativePattern(folder, pattern) : pattern } : kind,
  );
}

/** The folders of the window that have a project file at their root. */
export async function findProjects(): Promise<WorkspaceFolder[]> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map((folder) => isFile(Uri.joinPath(folder.uri, projectFile))));
  return folders.filter((_folder, index) => found[index]);
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false; // there is no such file, or none that can be read
  }
}

/** Watches the folders outside of the workspace that a person allows to be read, where it is trusted. */
export function watchOutside(): FileSystemWatcher[] {
  if (!workspace.isTrusted) return [];
  const folders = workspace.getConfiguration(productId).get<readonly string[]>('allowedFolders', []);
  return folders
    .filter((folder) => typeof folder === 'string' && folder !== '')
    .map((folder) => new RelativePattern(Uri.file(atHome(folder)), '**/*.{bib,json,yaml,yml,ris}'))
    .map((pattern) => workspace.createFileSystemWatcher(pattern));
}

function atHome(folder: string): string {
  return /^~(?:$|[/\\])/.test(folder) ? homedir() + folder.slice(1) : folder;
}

/** Calls `changed` when a folder of the window becomes a project or ceases to be one. */
export function watchProjects(changed: () => void): Disposable[] {
  const watcher = workspace.createFileSystemWatcher(`**/${projectFile}`, false, true, false);
  const atRoot = (uri: Uri) => {
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder && uri.path === Uri.joinPath(folder.uri, projectFile).path) changed();
  };
  return [
    watcher,
    watcher.onDidCreate(atRoot),
    watcher.onDidDelete(atRoot),
    workspace.onDidChangeWorkspaceFolders(changed),
  ];
}
