import assert from 'node:assert/strict';
import {
  TabInputText,
  Location,
  MarkdownString,
  Range,
  Uri,
  WorkspaceEdit,
  commands,
  extensions,
  languages,
  window,
  workspace,
} from 'vscode';
import type { Diagnostic, Hover, LocationLink, TextDocument, Position } from 'vscode';
import type { SicEtNon } from '../../client/src/extension.ts';
import { until } from '../support/conditions.ts';

/** The installed extension's API, after activation. */
export async function activated(): Promise<SicEtNon> {
  const extension = extensions.getExtension<SicEtNon>('sicetnon.sicetnon');
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

/** A file of the opened workspace. */
export function file(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** The name of the opened workspace. */
export function folderName(): string {
  assert.ok(workspace.name);
  return workspace.name;
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(file(name));
  await window.showTextDocument(document);
  return document;
}

/** Closes all editors without saving. */
export async function closeAll(): Promise<void> {
  const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
  // Whichever group they are in, and whichever of them is active: what was changed is shown, taken back and closed.
  for (const { input, isDirty, group } of tabs())
    if (isDirty && input instanceof TabInputText) {
      await window.showTextDocument(input.uri, { viewColumn: group.viewColumn });
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  if (tabs().length > 0) await window.tabGroups.close(tabs());
  await until(
    () => tabs().length === 0,
    (listener) => window.tabGroups.onDidChangeTabs(listener),
    () =>
      `These are open still: ${tabs()
        .map(({ label }) => label)
        .join(', ')}.`,
  );
}

/** This extension's diagnostics of a file, without those of the built-in Markdown validation. */
export function reported(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'sicetnon');
}

/** Resolves with a file's diagnostics as soon as `holds` of them. */
export async function diagnostics(
  uri: Uri,
  holds: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return until(
    () => {
      const now = reported(uri);
      return holds(now) ? now : null;
    },
    (listener) => languages.onDidChangeDiagnostics(listener),
    () => `${uri.path} has ${JSON.stringify(reported(uri).map((each) => [codeOf(each), each.message]))}`,
  );
}

/** A diagnostic's rule. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The sorted rules of some diagnostics. */
export function codes(all: readonly Diagnostic[]): string[] {
  return all.map(codeOf).sort();
}

/** The range of some words in a document. */
export function rangeOf(document: TextDocument, words: string): Range {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `“${words}” is in ${document.uri.path}`);
  return new Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** A position inside some words. */
export function inside(document: TextDocument, words: string, offset = 3): Position {
  const { start } = rangeOf(document, words);
  return document.positionAt(document.offsetAt(start) + offset);
}

/** Replaces words in a document by an editor's edit. */
export async function replace(document: TextDocument, words: string, by: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, words), by);
  assert.ok(await workspace.applyEdit(edit));
}

/** The content of VS Code's hover at a position, as one string. */
export async function hoverText(document: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) =>
      content instanceof MarkdownString || typeof content === 'object' ? content.value : content,
    )
    .join('\n');
}

/** The targets of Go to Definition at a position. */
export async function definitions(document: TextDocument, position: Position): Promise<Location[]> {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return found.map((each) => ('targetUri' in each ? new Location(each.targetUri, each.targetRange) : each));
}
