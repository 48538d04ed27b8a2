import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import * as protocol from 'vscode-languageserver-protocol/node';
import type {
  Diagnostic,
  InitializeResult,
  Position,
  ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { statusMethod } from '../../server/src/protocol/names.ts';
import type { ServerStatus } from '../../server/src/protocol/names.ts';
import { until } from '../support/conditions.ts';

/** The path of the built server. */
export const serverFile = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** The fixture workspace; work on a copy. */
export const weaversFolder = fileURLToPath(new URL('../fixtures/weavers', import.meta.url));

/** Options for starting a client. */
interface Start {
  /** The folder of which a copy is opened. */
  readonly from?: string;
  readonly settings?: object | null;
  readonly can?: Pick<protocol.ClientCapabilities, 'workspace' | 'textDocument' | 'window'>;
  readonly options?: object;
  /** The language of the client's own words, BCP 47. */
  readonly locale?: string;
  /** The server's program, if it is not the last build. */
  readonly server?: string;
}

/** A client of the built server over standard input and output, on a fresh copy of a workspace. */
export class StdioClient {
  readonly published = new Map<string, readonly Diagnostic[]>();
  readonly versions = new Map<string, number | undefined>();
  /** The server's output on standard error. */
  errors = '';
  /** The server's dynamic registrations. */
  readonly registrations: protocol.Registration[] = [];
  initialized!: InitializeResult;
  /** The server's progress reports. */
  readonly progress: (
    protocol.WorkDoneProgressBegin | protocol.WorkDoneProgressReport | protocol.WorkDoneProgressEnd
  )[] = [];
  /** The server's last status. */
  status: ServerStatus | null = null;
  private readonly events = new EventEmitter();
  private readonly opened = new Map<string, { version: number; text: string }>();

  private constructor(
    readonly folder: string,
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  /**
   * Starts the server and initialises it. `settings` is the answer to `workspace/configuration`; `can` are additional
   * capabilities, `options` the initialisation options.
   */
  static async start({
    from = weaversFolder,
    settings = {},
    can = {},
    options,
    locale,
    server = serverFile,
  }: Start = {}): Promise<StdioClient> {
    if (!existsSync(serverFile)) throw new Error(`There is no ${serverFile}: run npm run build`);
    const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-protocol-'));
    cpSync(from, folder, { recursive: true });
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const reader = new StreamMessageReader(child.stdout);
    // Its timer for partial messages restarts itself, and would outlive a killed server.
    reader.partialMessageTimeout = 0;
    const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
    const client = new StdioClient(folder, child, connection);
    child.stderr.on('data', (chunk) => (client.errors += String(chunk)));
    connection.onNotification(protocol.PublishDiagnosticsNotification.type, (params) => {
      client.published.set(params.uri, params.diagnostics);
      client.versions.set(params.uri, params.version);
      client.events.emit('event');
    });
    connection.onNotification(statusMethod, (status: ServerStatus) => {
      client.status = status;
      client.events.emit('event');
    });
    connection.onRequest(protocol.ConfigurationRequest.type, ({ items }) => items.map(() => settings));
    connection.onRequest(protocol.RegistrationRequest.type, ({ registrations }) => {
      client.registrations.push(...registrations);
      client.events.emit('event');
    });
    connection.onRequest(protocol.WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(protocol.WorkDoneProgress.type, token, (value) => {
        client.progress.push(value);
        client.events.emit('event');
      });
    });
    connection.listen();
    const died = once(child, 'close').then(([code]) => {
      throw new Error(`The server ended with ${code} before it answered\n${client.errors}`);
    });
    const greeting = connection.sendRequest(protocol.InitializeRequest.type, {
      processId: process.pid,
      ...(locale === undefined ? {} : { locale }),
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'weavers' }],
      initializationOptions: { status: true, ...options },
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
          ...can.workspace,
        },
        window: { workDoneProgress: true, ...can.window },
        textDocument: {
          publishDiagnostics: {
            relatedInformation: true,
            versionSupport: true,
            tagSupport: { valueSet: [1, 2] },
          },
          hover: { contentFormat: ['markdown', 'plaintext'] },
          definition: { linkSupport: true },
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
            isPreferredSupport: true,
            dataSupport: true,
            resolveSupport: { properties: ['edit'] },
          },
          ...can.textDocument,
        },
      },
    });
    died.catch(() => {}); // later it ends on request
    try {
      client.initialized = await Promise.race([greeting, died]);
    } catch (error) {
      client.discard();
      throw error;
    }
    await connection.sendNotification(protocol.InitializedNotification.type, {});
    return client;
  }

  uri(file: string): string {
    return pathToFileURL(path.join(this.folder, file)).href;
  }

  /** The text as the server knows it: the open buffer, else the file on disk. */
  text(file: string): string {
    return this.opened.get(file)?.text ?? readFileSync(path.join(this.folder, file), 'utf8');
  }

  async open(file: string, languageId = 'markdown', text = this.text(file)): Promise<void> {
    this.opened.set(file, { version: 1, text });
    await this.connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file), languageId, version: 1, text },
    });
  }

  /** Replaces the first occurrence of some words by an incremental change. */
  async replace(file: string, words: string, by: string): Promise<void> {
    const document = this.opened.get(file);
    if (!document) throw new Error(`${file} is not open`);
    const start = this.position(file, words);
    const end = this.position(file, words, words.length);
    document.text = document.text.replace(words, () => by);
    document.version += 1;
    await this.connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file), version: document.version },
      contentChanges: [{ range: { start, end }, text: by }],
    });
  }

  async close(file: string): Promise<void> {
    this.opened.delete(file);
    await this.connection.sendNotification(protocol.DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file) },
    });
  }

  /** Reports files as created (1), changed (2) or deleted (3) on disk. */
  async changed(...files: readonly [file: string, type: 1 | 2 | 3][]): Promise<void> {
    await this.connection.sendNotification(protocol.DidChangeWatchedFilesNotification.type, {
      changes: files.map(([file, type]) => ({ uri: this.uri(file), type })),
    });
  }

  /** The position of some words in a file, or of an offset inside them. */
  position(file: string, words: string, offset = 0): Position {
    const text = this.text(file);
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`“${words}” is not in ${file}`);
    const before = text.slice(0, at + offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  }

  /** The words that a diagnostic, or any range, covers. */
  covered(file: string, { start, end }: protocol.Range): string {
    const lines = this.text(file)
      .split('\n')
      .slice(start.line, end.line + 1);
    lines[lines.length - 1] = lines.at(-1)!.slice(0, end.character);
    return [lines[0]!.slice(start.character), ...lines.slice(1)].join('\n');
  }

  /** Resolves when the workspace has been read. */
  async ready(): Promise<void> {
    await this.when(
      () => this.status?.state === 'ready',
      () => `the server says ${JSON.stringify(this.status)}\n${this.errors}`,
    );
  }

  /** Resolves with the diagnostics of a file as soon as `holds` of them. */
  async diagnostics(
    file: string,
    holds: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return this.diagnosticsOf(this.uri(file), holds);
  }

  /** The same of a document that is no file of the folder. */
  async diagnosticsOf(
    uri: string,
    holds: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return this.when(
      () => {
        const published = this.published.get(uri);
        return published && holds(published) ? published : null;
      },
      () => `${uri} has ${JSON.stringify(this.published.get(uri)?.map(({ code }) => code))}\n${this.errors}`,
    );
  }

  private when<T>(condition: () => T, describe: () => string) {
    const subscribe = (listener: () => void) => {
      this.events.on('event', listener);
      return { dispose: () => this.events.off('event', listener) };
    };
    return until(condition, subscribe, describe);
  }

  /** Shuts the server down as the protocol prescribes; resolves to its exit code. */
  async end(): Promise<number | null> {
    const closed = once(this.process, 'close');
    await this.connection.sendRequest(protocol.ShutdownRequest.type);
    await this.connection.sendNotification(protocol.ExitNotification.type);
    const [code] = (await closed) as [number | null];
    this.discard();
    return code;
  }

  /** Cleans up in any case: ends the process and removes the folder. */
  discard(): void {
    this.process.kill('SIGKILL');
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The codes of some diagnostics, sorted. */
export function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code)).sort();
}
