import { DecorationRangeBehavior, Range, ThemeColor, window, workspace } from 'vscode';
import type { Disposable, TextEditor } from 'vscode';
import type { FoundPlaces } from '../../../server/src/protocol/views.ts';
import type { Server } from '../server.ts';
import { FoundLanguage } from './language.ts';
import { Debounced } from '../views/debounced.ts';

/** The pause in typing before links are requested again, in milliseconds. */
const PAUSE = 250;

/** Languages of possible found texts. */
const TEXTS = /^(?:markdown|quarto|rmd|plaintext|found-text)$/;

/**
 * Underlines links in found texts (note calls, citations, *ibid.*) in the theme's link colour. Themes cannot do that
 * through a grammar, and plain texts have none.
 */
export class FoundUnderline implements Disposable {
  private readonly style = window.createTextEditorDecorationType({
    color: new ThemeColor('textLink.foreground'),
    textDecoration: 'underline',
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  private readonly pause = new Debounced(() => this.look(), PAUSE);
  private readonly listeners: Disposable[];
  private readonly language = new FoundLanguage();
  /** The underlined ranges by URI. */
  private readonly shown = new Map<string, readonly Range[]>();

  constructor(
    private readonly server: Server,
    /** Called with the links of a visible text, whether it is a document or not. */
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

  /** The underlined ranges of a visible text. */
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
    // Text that was typed meanwhile triggers its own request.
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
    // Changing the language closes and reopens the document for the server.
    if (ranges.length > 0 && (await this.language.give(document))) this.pause.ask();
    this.hear(editor, found);
  }
}
