import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  InlayHintRefreshRequest,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { Progress } from '../service.ts';
import type { Logger } from '../workspace/file-system.ts';
import { allHandlers } from './handlers/all.ts';
import type { HandlerContext } from './handlers/handler.ts';
import { changedMethod, productId, statusMethod } from './names.ts';
import type { InitializationOptions, ServerStatus } from './names.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { Publisher } from './publisher.ts';
import { answerPulls, pulledDiagnosticOptions, PulledDiagnostics } from './pulled-diagnostics.ts';
import { rulePage } from './rule-page.ts';
import { readSettings } from './settings.ts';
import { Verifier } from './verifier.ts';
import { Workbench, type Desk, type Host } from './workbench.ts';

/** What the server needs of the machine beside files. */
export interface ServerHost extends Host {
  later(step: () => void): void;
  now(): number;
  /** Gives back to the machine what is no longer used; called when much was done. */
  tidy(): void;
  readonly version: string;
}

/** Wires a connection to the language service. Nothing is answered before the client has initialised. */
export function serve(connection: Connection, host: ServerHost): void {
  const logger: Logger = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message, cause) =>
      connection.console.error(cause === undefined ? message : `${message}\n${describe(cause)}`),
  };
  let settings = readSettings(null);
  let capabilities: InitializeParams['capabilities'] = {};
  let options: InitializationOptions = {};
  /** URI → where it belongs and the version that the editor shows. */
  const shown = new Map<string, { desk: Desk; path: string; version: number }>();
  const shownByPath = new Map<Desk, Map<string, string>>();
  const workbench = new Workbench(
    host,
    logger,
    (code) => settings.severities.get(code),
    () => options.cache,
    () => settings.largest,
  );
  const shutdown = new AbortController();
  /** Desks of lone files whose service was started. */
  const begun = new WeakSet<Desk>();
  const uriOf = (desk: Desk, path: string): string =>
    shownByPath.get(desk)?.get(path) ?? desk.folder.uriOf(path);
  const pulled = new PulledDiagnostics();
  /** Whether the client asks for findings, and is not told of them. */
  const pulls = (): boolean => capabilities.textDocument?.diagnostic !== undefined && !options.pushed;
  const publisher = new Publisher({
    publish: (uri, version, diagnostics) => {
      if (pulls()) pulled.take(uri, version, diagnostics);
      else void connection.sendDiagnostics({ uri, diagnostics, ...(version === null ? {} : { version }) });
    },
    shown: (desk, path) => {
      const uri = shownByPath.get(desk)?.get(path);
      return uri === undefined ? null : { uri, version: shown.get(uri)!.version };
    },
    rulePage: (code) => rulePage(code, options),
    later: (step) => host.later(step),
    now: () => host.now(),
    rested: () => {
      if (untidy) host.tidy();
      untidy = false;
      tellChanged();
    },
  });
  /** A workspace was read, and its findings were not all published since. */
  let untidy = false;

  /** What is shown beside the texts may be out of date, in files that were not edited too. */
  function tellChanged(): void {
    void connection.sendNotification(changedMethod);
    const { workspace } = capabilities;
    const refreshed = [
      ...(workspace?.codeLens?.refreshSupport && settings.codeLens ? [CodeLensRefreshRequest.type] : []),
      ...(workspace?.inlayHint?.refreshSupport && settings.inlayHints.shortTitles
        ? [InlayHintRefreshRequest.type]
        : []),
      ...(workspace?.diagnostics?.refreshSupport && pulled.isOutOfDate(shown.keys())
        ? [DiagnosticRefreshRequest.type]
        : []),
    ];
    for (const type of refreshed)
      connection
        .sendRequest(type)
        .catch((cause: unknown) => logger.warn(`The editor did not look again: ${describe(cause)}`));
  }

  const verifier = new Verifier({
    later: (step) => host.later(step),
    now: () => host.now(),
    refresh: (desk) => publisher.refresh(desk),
    signal: shutdown.signal,
    logger,
  });

  /** Publishes what has become stale, and has quotations looked for that may have become wrong. */
  function refresh(desk: Desk): void {
    publisher.refresh(desk);
    verifier.start(desk);
  }

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    options = (params.initializationOptions as InitializationOptions | null | undefined) ?? {};
    const folders =
      params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    for (const uri of folders) workbench.add(uri);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...Object.assign({}, ...allHandlers.map((handler) => handler.capabilities)),
        ...(pulls() ? { diagnosticProvider: pulledDiagnosticOptions } : {}),
        workspace: {
          ...Object.assign({}, ...allHandlers.map((handler) => handler.capabilities.workspace)),
          workspaceFolders: { supported: true, changeNotifications: true },
        },
      },
      serverInfo: { name: productId, version: host.version },
    };
  });

  connection.onInitialized(async () => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: productId });
    if (capabilities.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        for (const { uri } of event.removed) {
          const desk = workbench.remove(uri);
          if (desk) publisher.drop(desk);
        }
        void readWorkspace(event.added.map(({ uri }) => workbench.add(uri)));
      });
    await askSettings();
    await readWorkspace([...workbench.all()].filter((desk) => !desk.lone));
  });

  async function readWorkspace(desks: readonly Desk[]): Promise<void> {
    tell('reading');
    const progress = capabilities.window?.workDoneProgress
      ? await connection.window.createWorkDoneProgress()
      : null;
    progress?.begin('Sic et Non', 0, 'reading the workspace', true);
    const stop = new AbortController();
    progress?.token.onCancellationRequested(() => stop.abort());
    shutdown.signal.addEventListener('abort', () => stop.abort(), { once: true });
    try {
      for (const desk of desks) {
        await desk.service.limitFiles(settings.largest, stop.signal);
        await desk.service.start(reporter(progress), stop.signal);
        refresh(desk);
      }
    } catch (cause) {
      logger.error('Reading the workspace failed.', cause);
    } finally {
      host.tidy();
      untidy = true;
      progress?.done();
      tell('ready');
    }
  }

  /** Tells an editor how far a reading is, at each percent. */
  function reporter(progress: WorkDoneProgressReporter | null): Progress {
    let told = -1;
    return (done, total) => {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (percent === told) return;
      told = percent;
      progress?.report(
        percent,
        `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} documents`,
      );
    };
  }

  /** The project files that were told of last. */
  let said: string | null = null;

  function tell(state: ServerStatus['state']): void {
    let files = 0;
    const projects: string[] = [];
    for (const desk of workbench.all()) {
      files += desk.service.documentCount;
      if (desk.service.hasProject) projects.push(desk.folder.uriOf(PROJECT_FILE));
    }
    const counting = projects.join(', ');
    if (state === 'ready' && counting !== said)
      logger.info(counting ? `Project file: ${counting}` : 'No project file counts.');
    if (state === 'ready') said = counting;
    void connection.sendNotification(statusMethod, { state, files, projects } satisfies ServerStatus);
  }

  async function askSettings(): Promise<void> {
    if (!capabilities.workspace?.configuration) return;
    const answer: unknown = await connection.workspace.getConfiguration(productId);
    settings = readSettings(answer);
  }

  connection.onDidChangeConfiguration(async ({ settings: pushed }) => {
    if (capabilities.workspace?.configuration) await askSettings();
    else settings = readSettings((pushed as Record<string, unknown> | null)?.[productId]);
    for (const desk of workbench.all()) {
      desk.service.configure((code) => settings.severities.get(code));
      await desk.service.limitFiles(settings.largest, shutdown.signal);
      refresh(desk);
    }
  });

  /** Reads from disk what a document names, then publishes what follows from it. */
  async function settle(desk: Desk): Promise<void> {
    try {
      if (desk.lone && !begun.has(desk)) {
        begun.add(desk);
        await desk.service.start(() => undefined, shutdown.signal);
      }
      await desk.service.settle();
      refresh(desk);
    } catch (cause) {
      logger.error('Reading what a document names failed.', cause);
    }
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
    const { desk, path } = workbench.deskOf(uri);
    shown.set(uri, { desk, path, version });
    if (!shownByPath.has(desk)) shownByPath.set(desk, new Map());
    shownByPath.get(desk)!.set(path, uri);
    desk.service.open(path, text);
    refresh(desk);
    void settle(desk).then(() => desk.service.prepareHovers(path));
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const at = shown.get(uri);
    if (!at) return;
    shown.set(uri, { ...at, version });
    at.desk.service.edit(at.path, contentChanges);
    refresh(at.desk);
    void settle(at.desk);
  });

  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    const at = shown.get(uri);
    if (!at) return;
    shown.delete(uri);
    pulled.forget(uri);
    shownByPath.get(at.desk)?.delete(at.path);
    await at.desk.service.close(at.path);
    refresh(at.desk);
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const byDesk = new Map<Desk, string[]>();
    for (const { uri } of changes) {
      const { desk, path } = workbench.deskOf(uri);
      byDesk.set(desk, [...(byDesk.get(desk) ?? []), path]);
    }
    for (const [desk, paths] of byDesk) {
      await desk.service.refresh(paths, shutdown.signal);
      refresh(desk);
    }
    tell('ready');
  });

  const context: HandlerContext = {
    connection,
    client: () => capabilities,
    options: () => options,
    settings: () => settings,
    shown: (uri) => shown.get(uri),
    place: (uri) => workbench.deskOf(uri),
    desks: () => workbench.all(),
    ask: (uri, position) => {
      const file = shown.get(uri);
      const request = file?.desk.service.request(file.path, position);
      return file && request ? { request, file } : null;
    },
    uriOf,
    positions: (desk, path, range) => desk.service.positions(path, range),
    location: (desk, path, range) => ({
      uri: uriOf(desk, path),
      range: desk.service.positions(path, range),
    }),
    later: (step) => host.later(step),
    now: () => host.now(),
  };
  for (const handler of allHandlers) handler.register(context);

  answerPulls(connection, pulled, shutdown.signal);
  connection.onShutdown(() => shutdown.abort());
  connection.listen();
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
