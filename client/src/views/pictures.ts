import { CancellationTokenSource, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Disposable, WebviewPanel } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import { pictureKinds, pictureRow } from '../../../server/src/protocol/pictures.ts';
import type { PictureKind, PictureQuestion } from '../../../server/src/protocol/pictures.ts';
import { unmarked } from '../../../server/src/text/unmarked.ts';
import type { Server } from '../server.ts';
import { Debounced } from './debounced.ts';
import { heard, questionOf } from './heard.ts';
import type { FromPicture, ToPicture } from './messages.ts';
import { picturePage, picturesFolder } from './page.ts';
import { savePicture } from './save-picture.ts';
import { beginAt, openSpot } from './spots.ts';
import { pickActor, pickScope } from './subjects.ts';
import { editorInView } from './texts.ts';
import { say } from '../../../server/src/words/say.ts';

/** Pictures in editor tabs, one of each kind. They request data only while they are visible. */
export class Pictures implements Disposable {
  private readonly open = new Map<PictureKind, Picture>();
  private readonly listeners: Disposable[];

  constructor(
    private readonly extension: Uri,
    private readonly server: Server,
  ) {
    this.listeners = pictureKinds.map((kind) =>
      window.registerWebviewPanelSerializer(viewType(kind), {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const question = questionOf(state);
          if (question?.kind === kind) this.adopt(panel, question);
          else panel.dispose();
        },
      }),
    );
  }

  /** Shows a picture in its existing tab, or a new one beside the text; `key` is marked in it. */
  show(question: PictureQuestion, key: string | null = null): void {
    const known = this.open.get(question.kind);
    if (known) known.ask(question, key);
    else {
      const panel = window.createWebviewPanel(
        viewType(question.kind),
        say(pictureRow(question.kind).title),
        { viewColumn: columnFor(question.kind), preserveFocus: false },
        { enableScripts: true, enableFindWidget: !pictureRow(question.kind).searches },
      );
      this.adopt(panel, question, key);
    }
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    for (const picture of [...this.open.values()]) picture.panel.dispose();
  }

  private adopt(panel: WebviewPanel, question: PictureQuestion, key: string | null = null): void {
    const picture = new Picture(panel, question, key, this.extension, this.server);
    this.open.set(question.kind, picture);
    panel.onDidDispose(() => {
      picture.dispose();
      if (this.open.get(question.kind) === picture) this.open.delete(question.kind);
    });
  }
}

/** Beside the text, unless the picture takes the width of the text's own column. */
function columnFor(kind: PictureKind): ViewColumn {
  return window.activeTextEditor && !pictureRow(kind).wide ? ViewColumn.Beside : ViewColumn.Active;
}

/** The view type by which VS Code restores a picture. */
function viewType(kind: PictureKind): string {
  return `${productId}.${kind}`;
}

/** One picture in its tab. */
class Picture implements Disposable {
  private readonly listeners: Disposable[];
  private readonly refreshing = new Debounced(() => this.server.carryOn(this.answer()), 400);
  private readonly following = new Debounced(() => this.server.carryOn(this.follow()), 120);
  private asking: CancellationTokenSource | null = null;
  /** Whether the page has been loaded; VS Code discards hidden pages. */
  private ready = false;

  constructor(
    readonly panel: WebviewPanel,
    private question: PictureQuestion,
    /** A claim to be marked after the next answer. */
    private key: string | null,
    extension: Uri,
    private readonly server: Server,
  ) {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [picturesFolder(extension)] };
    panel.iconPath = {
      light: Uri.joinPath(extension, 'assets', 'view-light.svg'),
      dark: Uri.joinPath(extension, 'assets', 'view-dark.svg'),
    };
    this.listeners = [
      webview.onDidReceiveMessage((said: unknown) => {
        const message = heard(said);
        if (message) this.server.carryOn(this.hear(message));
      }),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.ready = false;
      }),
      server.onDidChange(() => {
        if (panel.visible && this.ready) this.refreshing.ask();
      }),
      window.onDidChangeTextEditorSelection(() => {
        if (pictureRow(this.question.kind).follows && panel.visible && this.ready) this.following.ask();
      }),
    ];
    webview.html = picturePage(question.kind, say(pictureRow(question.kind).title), webview, extension);
  }

  /** Shows something else in the same tab. */
  ask(question: PictureQuestion, key: string | null): void {
    this.question = question;
    this.key = key;
    // Stays in its column.
    this.panel.reveal(undefined, false);
    if (this.ready) this.server.carryOn(this.answer());
  }

  dispose(): void {
    this.asking?.cancel();
    this.refreshing.dispose();
    this.following.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private async hear(message: FromPicture): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        return this.answer();
      case 'open':
        return openSpot(message.spot, true);
      case 'begin':
        return beginAt(message.spot, message.gesture, true);
      case 'rows':
        if ('rows' in this.question) this.question = { ...this.question, rows: message.rows };
        return this.answer();
      case 'save':
        return savePicture(message.format, message.text, await this.subject());
      case 'choose': {
        const chosen = await this.choose();
        if (chosen) this.ask(chosen, null);
      }
    }
  }

  private async choose(): Promise<PictureQuestion | null> {
    const { question, server } = this;
    const title = say(pictureRow(question.kind).choosing);
    if ('actor' in question) {
      const actor = await pickActor(server, title);
      return actor === undefined ? null : { ...question, actor };
    }
    const scope = await pickScope(server, title);
    return scope ? { ...question, scope } : null;
  }

  /** Requests data and posts it to the page; cancels a pending request. */
  private async answer(): Promise<void> {
    this.asking?.cancel();
    const asking = new CancellationTokenSource();
    this.asking = asking;
    const { question } = this;
    const { token } = asking;
    const answer = await this.server.ask(question.kind, question, token);
    if (token.isCancellationRequested) return;
    const title = await this.subject();
    if (token.isCancellationRequested) return;
    this.panel.title = unmarked(
      say('{picture}: {subject}', { picture: say(pictureRow(question.kind).title), subject: title }),
    );
    await this.say({ type: 'answer', question, title, answer });
    if (this.key !== null && answer) await this.say({ type: 'show', key: this.key });
    else if (pictureRow(question.kind).follows) await this.follow();
    if (answer) this.key = null;
  }

  /** Marks the claim at the text's cursor. */
  private async follow(): Promise<void> {
    const editor = editorInView();
    if (!editor) return;
    const place = await this.server.ask('claimAt', {
      uri: editor.document.uri.toString(),
      position: editor.selection.active,
      grouping: 'file',
    });
    await this.say({ type: 'cursor', key: place?.claim.key ?? null });
  }

  private async say(message: ToPicture): Promise<void> {
    if (this.ready) await this.panel.webview.postMessage(message);
  }

  /** The subject of the picture in words. */
  private async subject(): Promise<string> {
    const { question } = this;
    const scope = 'actor' in question ? ({ kind: 'actor', actor: question.actor } as const) : question.scope;
    if (scope.kind === 'workspace') return workspace.name ?? say('the workspace');
    if (scope.kind === 'file') return workspace.asRelativePath(Uri.parse(scope.uri));
    const tree = await this.server.ask('actorTree', { filter: '' });
    const rows = tree?.kinds.flatMap(({ actors }) => actors) ?? [];
    return rows.find(({ id }) => id === scope.actor)?.name ?? scope.actor;
  }
}
