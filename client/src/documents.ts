import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { Disposable, DocumentSelector, FileSystemWatcher, WorkspaceFolder } from 'vscode';
import type { DocumentSelector as ProtocolSelector } from 'vscode-languageclient';
import { productId } from '../../server/src/protocol/names.ts';
import { machine } from './machine/here.ts';
import { schemes, unsaved } from './schemes.ts';

/** The project file's name. */
const projectFile = 'sicetnon.yaml';

/** A kind of document: by language or path, anywhere or in one folder. */
interface Kind {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
  readonly folder?: WorkspaceFolder;
}

/**
 * The documents that are synchronised with the server. Markdown, Quarto and R Markdown everywhere, also
 * bibliographies, which front matter may name; plain texts, registers and other data files only in folders with a
 * project file.
 */
function kinds(projects: readonly WorkspaceFolder[]): Kind[] {
  return [
    ...['markdown', 'quarto', 'rmd'].map((language): Kind => ({ scheme: unsaved, language })),
    ...schemes().flatMap((scheme): Kind[] => [
      ...['markdown', 'quarto', 'rmd'].map((language): Kind => ({ scheme, language })),
      // By extension: without an extension for Quarto its language is plain text.
      { scheme, pattern: '**/*.{qmd,Rmd,rmd}' },
      { scheme, pattern: '**/*.{bib,ris}' },
      { scheme, pattern: '**/{_quarto,_metadata}.{yml,yaml}' },
    ]),
    ...projects.map((folder): Kind => ({
      scheme: folder.uri.scheme,
      pattern: '**/*.{txt,yaml,yml,json}',
      folder,
    })),
  ];
}

/** The same documents as the protocol's document selector. */
export function synchronizedDocuments(projects: readonly WorkspaceFolder[]): ProtocolSelector {
  // Plain texts too, since the user may declare their source.
  const plain = schemes().map((scheme): Kind => ({ scheme, pattern: '**/*.txt' }));
  return [...kinds(projects), ...plain].map(({ folder, pattern, ...kind }) =>
    folder && pattern
      ? { ...kind, pattern: { baseUri: folder.uri.toString(), pattern } }
      : { ...kind, ...(pattern ? { pattern } : {}) },
  );
}

/** The same documents as VS Code's document selector. */
export function shownDocuments(projects: readonly WorkspaceFolder[]): DocumentSelector {
  return kinds(projects).map(({ folder, pattern, ...kind }) =>
    pattern ? { ...kind, pattern: folder ? new RelativePattern(folder, pattern) : pattern } : kind,
  );
}

/** The workspace folders with a project file at their root. */
export async function findProjects(): Promise<WorkspaceFolder[]> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map((folder) => isFile(Uri.joinPath(folder.uri, projectFile))));
  return folders.filter((_folder, index) => found[index]);
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false; // missing or unreadable
  }
}

/** Watches the permitted folders outside the workspace, if it is trusted. */
export function watchOutside(): FileSystemWatcher[] {
  if (!workspace.isTrusted) return [];
  const folders = workspace.getConfiguration(productId).get<readonly string[]>('allowedFolders', []);
  return folders
    .filter((folder) => typeof folder === 'string' && folder !== '')
    .map((folder) => new RelativePattern(Uri.file(machine.atHome(folder)), '**/*.{bib,json,yaml,yml,ris}'))
    .map((pattern) => workspace.createFileSystemWatcher(pattern));
}

/** Calls `changed` when a workspace folder gains or loses its project file. */
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
