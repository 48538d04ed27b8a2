import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Uri } from 'vscode';
import type { Candidate } from '../library/candidates.ts';

/** What the extension needs of where it runs: on a machine with a disk, or in a browser. */
export interface Machine {
  /** Whether the server can read its catalogue of messages by itself. */
  readonly hasCatalogues: boolean;
  /** A folder of the user's with `~` expanded. */
  atHome(folder: string): string;
  /** Whether a file written at `file` would be below `root` once links are resolved. */
  landsInside(root: string, file: string): Promise<boolean>;
  /** Files that may be the user's own library; looks only when called. */
  findLibraries(): Promise<Candidate[]>;
  /** A client with its server, not started yet. `extension` is the extension's folder. */
  client(extension: Uri, name: ClientName, options: LanguageClientOptions): MachineClient;
}

export interface ClientName {
  readonly id: string;
  readonly name: string;
}

/** A client, with what belongs to it. */
export interface MachineClient {
  readonly client: BaseLanguageClient;
  /** Ends what the client does not end itself. */
  dispose(): void;
}
