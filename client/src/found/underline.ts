import { DecorationRangeBehavior, Range, ThemeColor, window, workspace } from 'vscode';
import type { Disposable, TextEditor } from 'vscode';
import type { FoundPlaces } from '../../../server/src/protocol/views.ts';
import type { Server } from '../server.ts';
import { Debounced } from '../views/debounced.ts';

/** How long typing must have paused before places are asked for anew, in milliseconds. */
const PAUSE = 250;

/** Texts in which something may have been found. */
const TEXTS = /^(?:markdown|quarto|rmd|plaintext)$/;

/**
 * Colours and underlines, in the colour that the theme has for links, what leads somewhere in texts as found: calls of
 * notes, citations, *ibid.* No theme would know such words by a grammar, and a plain text has none.
 */
export class FoundUnderline implements Disposable {
  private readonly style = window.createTextEditorDecorationType({
    color: new ThemeColor('textLink.foreground'),
    textDecoration: 'underline',
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  private readonly pause = new Debounced(() => this.look(), PAUSE);
  private readonly listeners: Disposable[];
  /** What was underlined last, by the address of the text. */
  private readonly shown = new Map<string, readonly Range[]>();

  constructor(
    private readonly server: Server,
    /** Hears what a text in view holds, whether it is checked or not. */
    private readonly hear: (editor: TextEditor, places: FoundPlaces) => void,
  ) {
    this.listeners = [
      window.onDidChangeVisibleTextEditors(() => this.look()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (TEXTS.test(document.languageId)) this.pause.ask();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
      server.onDidChange(() => this.pause.ask()),
    ];
    this.pause.ask();
  }

  /** What is underlined in a text that is in view. */
  rangesIn(uri: string): readonly Range[] {
    return this.shown.get(uri) ?? [];
  }

  dispose(): void {
    this.listeners.forEach((listener) => {
      listener.dispose();
    });
    this.pause.dispose();
    this.style.dispose();
  }

  private look(): void {
    for (const editor of window.visibleTextEditors)
      if (TEXTS.test(editor.document.languageId)) this.server.carryOn(this.underline(editor));
  }

  private async underline(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const uri = document.uri.toString();
    const found = await this.server.ask('foundPlaces', { uri });
    // What was typed meanwhile asks again by itself.
    if (!found || document.isClosed || document.version !== version) return;
    const ranges = found.isRead
      ? found.places.map(
          ({ range: { start, end } }) => new Range(start.line, start.character, end.line, end.character),
        )
      : [];
    if (ranges.length > 0 || this.shown.has(uri)) {
      this.shown.set(uri, ranges);
      editor.setDecorations(this.style, ranges);
    }
    this.hear(editor, found);
  }
}
