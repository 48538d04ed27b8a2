import { PassThrough } from 'node:stream';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import {
  statusMethod,
  type InitializationOptions,
  type ServerStatus,
} from '../../server/src/protocol/names.ts';
import { serve } from '../../server/src/lsp/server.ts';
import type { FileSystem } from '../../server/src/workspace/file-system.ts';
import { until } from './conditions.ts';

/** A server in this process, with streams for messages; its only folder is `file:///w`. */
export class SessionInMemory {
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly logged: string[] = [];
  status: ServerStatus | null = null;
  /** The number of diagnostics sent in total. */
  sent = 0;
  readonly client: MessageConnection;
  readonly wire = new PassThrough();
  private putOff: (() => void)[] = [];
  private passed = 0;
  private readonly listeners = new Set<() => void>();

  /** `fileSystem`: its files, or what makes them out of the folders that are near; see `Host.fileSystem`. */
  constructor(fileSystem: FileSystem | ((near: () => readonly string[] | null) => FileSystem)) {
    const back = new PassThrough();
    const reader = new StreamMessageReader(this.wire);
    const writer = new StreamMessageWriter(back);
    serve(
      (inbox) =>
        createConnection(
          ProposedFeatures.all,
          inbox.reader(reader, writer),
          inbox.writer(writer),
          inbox.options,
        ),
      {
        fileSystem: (_folder, { near }) => (typeof fileSystem === 'function' ? fileSystem(near) : fileSystem),
        reader: () => null,
        later: (step) => void setImmediate(step),
        after: (_, step) => void this.putOff.push(step),
        now: () => performance.now() + this.passed,
        tidy: () => undefined,
        version: '0',
      },
    );
    this.client = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(this.wire));
    this.client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.sent++;
      this.published.set(params.uri, params);
      this.changed();
    });
    this.client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.client.onNotification(statusMethod, (status: ServerStatus) => {
      this.status = status;
      this.changed();
    });
    this.client.onRequest(() => null);
    this.client.listen();
  }

  /** Initialises; resolves when the server has answered. */
  async greet(capabilities: object = {}, initializationOptions: InitializationOptions = {}): Promise<void> {
    const asked = {
      processId: null,
      rootUri: 'file:///w',
      capabilities,
      initializationOptions: { status: true, ...initializationOptions },
    };
    await this.client.sendRequest('initialize', asked);
    await this.tell('initialized', {});
  }

  async tell(method: string, params: unknown): Promise<void> {
    await this.client.sendNotification(method, params as object);
  }

  /** Sends messages as they are, in one go. */
  send(...messages: readonly object[]): void {
    const bodies = messages.map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.wire.write(
      bodies.map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`).join(''),
    );
  }

  ask<T = unknown>(method: string, params: unknown): Promise<T> {
    return this.client.sendRequest<T>(method, params as object);
  }

  /** The number of steps that wait for a timer. */
  get waiting(): number {
    return this.putOff.length;
  }

  /** Fires all timers. */
  letTimePass(): void {
    this.passed += 60_000;
    const due = this.putOff;
    this.putOff = [];
    for (const step of due) step();
  }

  /** Resolves when the server has read everything. */
  ready(): Promise<unknown> {
    return this.when(() => this.status?.state === 'ready');
  }

  when(holds: () => boolean): Promise<unknown> {
    return until(
      holds,
      (listener) => {
        this.listeners.add(listener);
        return { dispose: () => this.listeners.delete(listener) };
      },
      () => JSON.stringify([...this.published.values()]),
    );
  }

  end(): void {
    this.client.dispose();
    this.wire.destroy();
  }

  /** Something happened, here or in the test, after which what `when` waits for may hold. */
  changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
