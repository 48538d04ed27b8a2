import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Logger } from '../../workspace/file-system.ts';
import type { InitializationOptions } from '../../protocol/names.ts';
import type { Publisher } from '../publisher.ts';
import type { PulledDiagnostics } from '../pulled-diagnostics.ts';
import type { Settings } from '../settings.ts';
import type { Host, Desk, Workbench } from '../workbench.ts';
import type { Background } from './background.ts';
import type { ShownDocuments } from './shown-documents.ts';

/** What the server needs of the machine beside files. */
export interface ServerHost extends Host {
  later(step: () => void): void;
  /** Runs a step when so many milliseconds have gone by, unless the server has ended. */
  after(milliseconds: number, step: () => void): void;
  now(): number;
  /** Gives back to the machine what is no longer used; called when much was done. */
  tidy(): void;
  /** Ends with the client's process; absent where there are no processes. */
  watchProcess?(id: number): void;
  readonly version: string;
}

/** What a client said of itself at `initialize`. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
}

/** What the parts of a session share. Each part writes what is its own alone. */
export interface Session {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly logger: Logger;
  readonly background: Background;
  readonly workbench: Workbench;
  readonly shown: ShownDocuments;
  readonly publisher: Publisher;
  readonly pulled: PulledDiagnostics;
  /** Written by the greeting. */
  client: Client;
  /** Written by the settings. */
  settings: Settings;
  /** Ends with the session. */
  readonly shutdown: AbortSignal;
  /** A workspace was read, and its findings were not all published since. */
  untidy: boolean;
  /** Looks again at files that are just being written; written where the session begins. */
  patience: { watch(desk: Desk): void } | null;
  /** Publishes what has become stale, and has quotations looked for that may have become wrong. */
  readonly refresh: (desk: Desk) => void;
}

/** Whether the client asks for findings, and is not told of them. */
export function pulls({ capabilities, options }: Client): boolean {
  return capabilities.textDocument?.diagnostic !== undefined && !options.pushed;
}

/** What went wrong, with its stack where it has one. */
export function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
