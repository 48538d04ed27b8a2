import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Logger } from '../../workspace/file-system.ts';
import type { InitializationOptions } from '../../protocol/names.ts';
import type { Language } from '../../words/languages.ts';
import type { Catalogue } from '../../words/say.ts';
import type { Publisher } from '../publisher.ts';
import type { PulledDiagnostics } from '../pulled-diagnostics.ts';
import type { Settings } from '../settings.ts';
import type { Host, Desk, Workbench } from '../workbench.ts';
import type { Background } from './background.ts';
import type { ShownDocuments } from './shown-documents.ts';

/** What the server needs of the machine besides files. */
export interface ServerHost extends Host {
  later(step: () => void): void;
  /** Runs a step after that time, unless the server has ended. */
  after(milliseconds: number, step: () => void): void;
  now(): number;
  /** Releases unused memory; called after much work. */
  tidy(): void;
  /** Ends the server with the client's process; absent where there are no processes. */
  watchProcess?(id: number): void;
  /** A folder of the user's with `~` expanded; null where it is no absolute path. Absent where there is no disk. */
  atHome?(folder: string): string | null;
  /** The translations of our messages; absent where there is no disk, where the client gives them. */
  catalogue?(language: Language): Catalogue;
  readonly version: string;
}

/** What the client sent in `initialize`. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
}

/** The shared state of a session. Each part writes only its own members. */
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
  /** Aborted when the session ends. */
  readonly shutdown: AbortSignal;
  /** Whether a workspace was read whose findings are not all published yet. */
  untidy: boolean;
  /** Schedules looks at doubted files; set when the session begins. */
  patience: { watch(desk: Desk): void } | null;
  /** Reads a whole folder of which only a part was listed; set when the session begins. */
  widen: ((desk: Desk) => void) | null;
  /** Publishes stale files, and starts the search for quotations. */
  readonly refresh: (desk: Desk) => void;
}

/** Whether the client pulls diagnostics. */
export function pulls({ capabilities, options }: Client): boolean {
  return capabilities.textDocument?.diagnostic !== undefined && !options.pushed;
}

/** An error as text, with its stack if it has one. */
export function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
