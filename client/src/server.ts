import { Disposable, EventEmitter, workspace } from 'vscode';
import type { CancellationToken, LogOutputChannel, Uri } from 'vscode';
import { CloseAction, ErrorAction, RevealOutputChannelOn, State } from 'vscode-languageclient';
import type { BaseLanguageClient, CloseHandlerResult, LanguageClientOptions } from 'vscode-languageclient';
import {
  changedMethod,
  gestureMethods,
  headingsMethod,
  productId,
  productName,
  sourceMethods,
  statusMethod,
  viewMethods,
  watchedFiles,
} from '../../server/src/protocol/names.ts';
import type {
  GestureQuestions,
  InitializationOptions,
  ListedHeadings,
  ServerStatus,
  ViewQuestions,
} from '../../server/src/protocol/names.ts';
import type { SourceQuestions } from '../../server/src/protocol/source.ts';
import { findProjects, shownDocuments, synchronizedDocuments, watchOutside } from './documents.ts';
import { rulePages } from './first-minutes/rule-page.ts';
import { followOutliners, headingsOfTheEditor } from './beside/other-extensions.ts';
import { BesideCiters } from './beside/citers.ts';
import { machine } from './machine/here.ts';
import { orRefused } from './refused-rename.ts';
import { showFirst } from './show-first.ts';
import { serverMessages } from './speaking.ts';
import type { Status } from './status.ts';
import { complain } from './shown/messages.ts';
import { TextVersions } from './text-versions.ts';
import { writingGuard } from './written-files.ts';
import { say } from '../../server/src/words/say.ts';

/** Requests of views, gestures and the works of citations. */
type Questions = ViewQuestions & GestureQuestions & SourceQuestions;
const methods: Readonly<Record<keyof Questions, string>> = {
  ...viewMethods,
  ...gestureMethods,
  ...sourceMethods,
};

/** A server that ends so often within `window` milliseconds is not restarted automatically. */
const patience = { times: 4, window: 180_000 };

/**
 * Starts, restarts and stops the language server, one operation at a time, and shows a single message when it cannot
 * run.
 */
export class Server {
  private client: RunningClient | null = null;
  private queue: Promise<void> = Promise.resolve();
  private endings: number[] = [];
  private readonly beside = new BesideCiters();
  /** Whether a failure has been shown; reset by a later start. */
  private told = false;
  private readonly changes = new EventEmitter<void>();
  /** Fires when data of views may have changed, and when the server starts or stops. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly extension: Uri,
    /** The extension's storage folder for this workspace. */
    private readonly storage: Uri,
    private readonly output: LogOutputChannel,
    private readonly status: Status,
  ) {}

  /** Starts or restarts the server; resolves when it answers or its failure has been shown. */
  restart(): Promise<void> {
    return this.next(async () => {
      await this.end();
      this.endings = [];
      this.told = false;
      await this.begin();
    });
  }

  /** Stops the server; resolves when it has ended. */
  stop(): Promise<void> {
    return this.next(() => this.end());
  }

  /** Sends a request of a view or gesture; null while no server runs, or when cancelled. */
  async ask<Name extends keyof Questions>(
    name: Name,
    asked: Questions[Name][0],
    token?: CancellationToken,
  ): Promise<Questions[Name][1] | null> {
    // The first project file restarts the server; requests wait for it.
    if (this.client?.state !== State.Running) await this.queue;
    const { client } = this;
    if (client?.state !== State.Running) return null;
    // An undefined token would be sent as a second parameter.
    const parameters: [Questions[Name][0], CancellationToken?] = token ? [asked, token] : [asked];
    try {
      return await client.base.sendRequest<Questions[Name][1]>(methods[name], ...parameters);
    } catch (error) {
      if (token?.isCancellationRequested) return null;
      // The server was restarted meanwhile: ask the new one.
      if (client !== this.client) return this.ask(name, asked, token);
      this.output.warn(`A question was not answered: ${message(error)}`);
      return null;
    }
  }

  /** Lets a promise run; its errors are written to the output channel. */
  readonly carryOn = (step: Promise<void>): void => {
    step.catch((error: unknown) => this.output.error(message(error)));
  };

  private next(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step).catch((error: unknown) => this.fail(error));
    return this.queue;
  }

  private async begin(): Promise<void> {
    this.status.set('starting');
    const projects = await findProjects();
    this.status.besides(shownDocuments(projects));
    const watcher = workspace.createFileSystemWatcher(watchedFiles);
    const outside = watchOutside();
    let headings = headingsOfTheEditor();
    const options: LanguageClientOptions = {
      documentSelector: synchronizedDocuments(projects),
      synchronize: { configurationSection: productId, fileEvents: [watcher, ...outside] },
      initializationOptions: {
        gestures: true,
        references: true,
        status: true,
        // Otherwise the library would poll for the diagnostics of closed files every two seconds.
        pushed: true,
        watches: true,
        files: true,
        headings,
        cache: this.storage.scheme === 'file' ? this.storage.fsPath : null,
        rulePages,
        trusted: workspace.isTrusted,
        ...(machine.hasCatalogues ? {} : { messages: await serverMessages(this.extension) }),
      } satisfies InitializationOptions,
      // Of the links in hovers those that show the source of what is at the cursor run a command.
      markdown: { isTrusted: { enabledCommands: [`${productId}.showSource`] } },
      diagnosticCollectionName: productId,
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(client),
      },
      initializationFailedHandler: () => false,
      middleware: {
        provideCompletionItem: (document, position, context, token, next) =>
          this.beside.completion(document, position, async () => next(document, position, context, token)),
        provideHover: (document, position, token, next) =>
          this.beside.hover(document, position, async () => next(document, position, token)),
        provideRenameEdits: (document, position, name, token, next) =>
          orRefused(
            Promise.resolve(next(document, position, name, token)).then((edit) =>
              writingGuard.keptInside(edit),
            ),
          ),
        resolveCodeAction: async (action, token, next) => {
          const computedFor = new TextVersions();
          const resolved = await next(action, token);
          await writingGuard.keptInside(resolved?.edit);
          return resolved && showFirst(resolved, computedFor);
        },
      },
    };
    const made = machine.client(this.extension, { id: productId, name: productName }, options);
    const client = new RunningClient(made.client, [watcher, ...outside, made]);
    this.client = client;
    made.client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.status.set('starting');
      if (newState === State.Running) this.status.answered();
      this.changes.fire();
    });
    made.client.onNotification(statusMethod, (status: ServerStatus) => this.status.set(status));
    made.client.onNotification(changedMethod, () => this.changes.fire());
    await client.start();
    client.owned.push(
      followOutliners(() => {
        const now = headingsOfTheEditor();
        if (now.join() === headings.join()) return;
        headings = now;
        this.carryOn(made.client.sendNotification(headingsMethod, { headings } satisfies ListedHeadings));
      }),
    );
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = null;
    if (!client) return;
    this.status.set('stopped');
    try {
      await client.dispose();
    } catch (error) {
      this.output.warn(`The language server did not end in good order: ${message(error)}`);
    }
  }

  /** Decides whether to restart after the connection was closed by the server. */
  private closed(client: RunningClient): CloseHandlerResult {
    const now = Date.now();
    this.endings = [...this.endings.filter((time) => now - time < patience.window), now];
    if (client.answered && this.endings.length < patience.times) {
      this.output.warn('The language server ended unexpectedly; it is started again.');
      return { action: CloseAction.Restart, handled: true };
    }
    // A server that never answered is reported by the code that started it.
    if (client.answered) this.fail(new Error(`it ended ${this.endings.length} times in a short while`));
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private fail(error: unknown): void {
    this.output.error(`The language server cannot run: ${message(error)}`);
    this.status.set('failed');
    if (this.told) return;
    this.told = true;
    this.carryOn(
      this.offer(
        say('{product} cannot check your texts: its language server does not run. The output says why.', {
          product: productName,
        }),
      ),
    );
  }

  private async offer(sentence: string): Promise<void> {
    await complain(
      sentence,
      { label: say('Show Output'), act: () => this.output.show() },
      { label: say('Restart'), act: () => this.restart() },
    );
  }
}

/** A client, and what ends with it. */
class RunningClient {
  /** Whether the server has answered once. */
  answered = false;

  constructor(
    readonly base: BaseLanguageClient,
    /** Disposed with the client. */
    readonly owned: Disposable[],
  ) {}

  get state(): State {
    return this.base.state;
  }

  async start(): Promise<void> {
    await this.base.start();
    this.answered = true;
  }

  async dispose(): Promise<void> {
    // A server in a worker ends with it, and is told first.
    await this.base.dispose().finally(() => {
      Disposable.from(...this.owned).dispose();
    });
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
