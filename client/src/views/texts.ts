import { window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';

/** The text that the person works on: that of the active editor, or the last one beside an active picture. */
export function textInView(): { readonly uri: string; readonly name: string } | null {
  const editor = window.activeTextEditor ?? window.visibleTextEditors.find(isText);
  if (!editor || !isText(editor)) return null;
  const { uri } = editor.document;
  return { uri: uri.toString(), name: workspace.asRelativePath(uri) };
}

/** Whether claims may stand in what an editor shows. */
function isText({ document: { uri, languageId } }: TextEditor): boolean {
  if (uri.scheme !== 'file' && uri.scheme !== 'untitled') return false;
  return ['markdown', 'quarto', 'rmd', 'plaintext'].includes(languageId) || /\.(?:qmd|rmd)$/i.test(uri.path);
}
