import { window, workspace } from 'vscode';
import type { Disposable, TextDocument, TextEditor } from 'vscode';
import { mayHoldClaims } from '../views/texts.ts';

/** The text that was edited last: where a quotation goes while the page of its source has the focus. */
export class LastText implements Disposable {
  private last: TextEditor | null = null;
  private readonly listeners: Disposable[];

  constructor() {
    this.take(window.activeTextEditor);
    this.listeners = [
      window.onDidChangeActiveTextEditor((editor) => this.take(editor)),
      workspace.onDidCloseTextDocument((document) => {
        if (this.last?.document === document) this.last = null;
      }),
    ];
  }

  /** Its editor: the one that shows it now, where it is shown elsewhere by now. Null where none was open. */
  editor(): TextEditor | null {
    const { last } = this;
    if (!last) return window.visibleTextEditors.find(mayHoldClaims) ?? null;
    return window.visibleTextEditors.find(({ document }) => document === last.document) ?? last;
  }

  /** The document in it. */
  document(): TextDocument | null {
    return this.editor()?.document ?? null;
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }

  private take(editor: TextEditor | undefined): void {
    if (editor && mayHoldClaims(editor)) this.last = editor;
  }
}
