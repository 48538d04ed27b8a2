import { window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';

/** The editor that the person works in: the active one, or one beside an active picture. */
export function editorInView(): TextEditor | null {
  const editor = window.activeTextEditor ?? window.visibleTextEditors.find(isText);
  return editor && isText(editor) ? editor : null;
}

/** The text in that editor. */
export function textInView(): { readonly uri: string; readonly name: string } | null {
  const editor = editorInView();
  if (!editor) return null;
  const { uri } = editor.document;
  return { uri: uri.toString(), name: workspace.asRelativePath(uri) };
}

/** Whether claims may stand in what an editor shows. */
function isText({ document: { uri, languageId } }: TextEditor): boolean {
  if (uri.scheme !== 'file' && uri.scheme !== 'untitled') return false;
  return ['markdown', 'quarto', 'rmd', 'plaintext'].includes(languageId) || /\.(?:qmd|rmd)$/i.test(uri.path);
}
