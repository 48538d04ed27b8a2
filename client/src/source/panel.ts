import { CancellationTokenSource, Uri, ViewColumn, commands, window } from 'vscode';
import type { Disposable, WebviewPanel } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import type { SourceMend, SourcePage } from '../../../server/src/protocol/source.ts';
import { unmarked } from '../../../server/src/text/unmarked.ts';
import { applyAnswer } from '../gestures/make.ts';
import type { Server } from '../server.ts';
import { dismissal, inform } from '../shown/messages.ts';
import { TextVersions } from '../text-versions.ts';
import { picturesFolder, viewPage } from '../views/page.ts';
import { heardFromSource, sourceOfState } from './heard.ts';
import type { LastText } from './last-text.ts';
import { mendOf } from './mend.ts';
import type { FromSource, ShownPage, ShownSource, SourceAction, ToSource } from './messages.ts';
import { openSourceIn } from './open-in.ts';
import { takeSource } from './take.ts';
import { say } from '../../../server/src/words/say.ts';

/** The type of the tab, and the bundle that draws it. */
export const sourceView = `${productId}.source`;
const BUNDLE = 'source';

/** The tab in which the works of citations are looked at. There is one, in which one source follows another. */
export class SourceTab implements Disposable {
  private shown: ShownTab | null = null;
  private readonly restoring: Disposable;

  constructor(
    private readonly extension: Uri,
    private readonly server: Server,
    private readonly texts: LastText,
  ) {
    this.restoring = window.registerWebviewPanelSerializer(sourceView, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const source = sourceOfState(state);
        if (source) this.adopt(panel, source);
        else panel.dispose();
      },
    });
  }

  /** Shows a source beside the text, in the tab that is there. */
  show(source: ShownSource): void {
    if (this.shown) return this.shown.show(source);
    const options = { enableScripts: true, enableFindWidget: false };
    const column = { viewColumn: window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active };
    this.adopt(window.createWebviewPanel(sourceView, say('Source'), column, options), source);
  }

  /** Has the page do something; false where there is none. */
  act(action: SourceAction): boolean {
    if (!this.shown) return false;
    this.shown.server.carryOn(this.shown.say({ type: 'do', action }));
    return true;
  }

  /** What is shown, and the page that was drawn last; null where there is no tab. */
  current(): { readonly source: ShownSource; readonly index: number } | null {
    return this.shown && { source: this.shown.source, index: this.shown.index };
  }

  dispose(): void {
    this.restoring.dispose();
    this.shown?.panel.dispose();
  }

  private adopt(panel: WebviewPanel, source: ShownSource): void {
    const tab = new ShownTab(panel, source, this.extension, this.server, this.texts);
    this.shown = tab;
    panel.onDidDispose(() => {
      tab.dispose();
      if (this.shown === tab) this.shown = null;
    });
  }
}

class ShownTab {
  /** The page that was asked for last. */
  index: number;
  private ready = false;
  private asking: CancellationTokenSource | null = null;
  /** What the button of the page does. */
  private mend: SourceMend | null = null;
  private readonly listeners: Disposable[];

  constructor(
    readonly panel: WebviewPanel,
    public source: ShownSource,
    extension: Uri,
    readonly server: Server,
    private readonly texts: LastText,
  ) {
    this.index = source.index;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [picturesFolder(extension)] };
    panel.iconPath = {
      light: Uri.joinPath(extension, 'assets', 'view-light.svg'),
      dark: Uri.joinPath(extension, 'assets', 'view-dark.svg'),
    };
    this.listeners = [
      webview.onDidReceiveMessage((said: unknown) => {
        const message = heardFromSource(said);
        if (message) server.carryOn(this.hear(message));
      }),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.ready = false;
      }),
    ];
    webview.html = viewPage(BUNDLE, say('Source'), webview, extension);
    this.entitle();
  }

  show(source: ShownSource): void {
    this.source = source;
    this.index = source.index;
    this.entitle();
    // Stays in its column.
    this.panel.reveal(undefined, false);
    this.server.carryOn(this.begin());
  }

  async say(message: ToSource): Promise<void> {
    if (this.ready) await this.panel.webview.postMessage(message);
  }

  dispose(): void {
    this.asking?.cancel();
    for (const listener of this.listeners) listener.dispose();
  }

  private entitle(): void {
    this.panel.title = unmarked(this.source.title);
  }

  private async begin(): Promise<void> {
    const { source } = this;
    const name = Uri.parse(source.uri).path.split('/').at(-1) ?? '';
    await this.say({ type: 'source', source, name });
  }

  private async hear(message: FromSource): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        return this.begin();
      case 'page':
        return this.page(message.index, message.scale);
      case 'search':
        return this.search(message.words);
      case 'quote':
        return this.quote(message);
      case 'openIn':
        return openSourceIn(this.source, message.index);
      case 'take':
        return takeSource(this.source, this.source.from, this.server, this.texts);
      case 'mend': {
        const helps = mendOf(this.mend, this.server, this.texts);
        if ((await helps?.act()) !== false) await this.begin();
      }
    }
  }

  /** Asks for a page and posts it; what was asked for before is not wanted any more. */
  private async page(index: number, scale: number): Promise<void> {
    this.asking?.cancel();
    const { token } = (this.asking = new CancellationTokenSource());
    const { source } = this;
    const answer = await this.server.ask('sourcePage', { ...this.asked(), index, scale }, token);
    if (token.isCancellationRequested || source !== this.source) return;
    if (!answer)
      return this.say({ type: 'refused', why: say('The language server does not answer.'), mend: null });
    if (answer.status === 'refused') {
      this.mend = answer.mend;
      const mend = mendOf(answer.mend, this.server, this.texts)?.label ?? null;
      return this.say({ type: 'refused', why: answer.why, mend });
    }
    this.index = answer.page.index;
    await this.say({ type: 'page', index, scale, page: withBytes(answer.page) });
  }

  private async search(words: string): Promise<void> {
    const found =
      words.trim() === '' ? null : await this.server.ask('searchSource', { ...this.asked(), words });
    await this.say({ type: 'hits', words, found: found ?? { hits: [], more: false } });
  }

  /** Puts what is selected into the text that was edited last. */
  private async quote({ stretch }: Extract<FromSource, { type: 'quote' }>): Promise<void> {
    const editor = this.texts.editor();
    if (!editor) {
      await inform(
        say(
          'Open the text first into which the quotation belongs, and put the cursor where it should stand.',
        ),
        {
          label: say('Open a File…'),
          act: () => commands.executeCommand('workbench.action.quickOpen'),
        },
      );
      return;
    }
    const { document, selection } = editor;
    const range = { start: selection.start, end: selection.end };
    const { file, work } = this.source;
    const place = { uri: document.uri.toString(), version: document.version, range };
    const computedFor = new TextVersions();
    const answer = await this.server.ask('quoteSource', { ...place, file, work, stretch });
    const why = !answer
      ? say('The language server does not answer.')
      : answer.status === 'refused'
        ? answer.why
        : await applyAnswer(answer, editor, computedFor);
    if (why !== null) {
      await inform(why, dismissal(say('OK')));
      return;
    }
    void commands.executeCommand('setContext', `${productId}.done.quote`, true);
  }

  private asked() {
    const { from, file, work } = this.source;
    return { uri: from, file, work };
  }
}

function withBytes({ drawn, ...page }: SourcePage): ShownPage {
  return {
    ...page,
    drawn: drawn && { ...drawn, png: Uint8Array.from(atob(drawn.png), (byte) => byte.charCodeAt(0)) },
  };
}
