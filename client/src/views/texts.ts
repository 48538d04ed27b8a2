import { window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';
import { foundText } from '../found/language.ts';
import { isText } from '../schemes.ts';

/** The current text editor: the active one, or a visible one when a picture is active. */
export function editorInView(): TextEditor | null {
  const editor = window.activeTextEditor ?? window.visibleTextEditors.find(mayHoldClaims);
  return editor && mayHoldClaims(editor) ? editor : null;
}

/** The text in that editor. */
export function textInView(): { readonly uri: string; readonly name: string } | null {
  const editor = editorInView();
  if (!editor) return null;
  const { uri } = editor.document;
  return { uri: uri.toString(), name: workspace.asRelativePath(uri) };
}

/** Whether an editor's text may contain claims. */
export function mayHoldClaims({ document: { uri, languageId } }: TextEditor): boolean {
  if (!isText(uri)) return false;
  return (
    ['markdown', 'quarto', 'rmd', 'plaintext', foundText].includes(languageId) ||
    /\.(?:qmd|rmd)$/i.test(uri.path)
  );
}
