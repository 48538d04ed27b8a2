import type { ClientCapabilities, Connection, Location, ServerCapabilities } from 'vscode-languageserver';
import type { DataRequest } from '../../features/data/request.ts';
import type { FeatureRequest } from '../../features/request.ts';
import type { Position, PositionRange, TextRange } from '../../text/range.ts';
import type { InitializationOptions } from '../../protocol/names.ts';
import type { Settings } from '../settings.ts';
import type { Desk } from '../workbench.ts';

/** A file that an editor shows, and where it belongs. */
export interface ShownFile {
  readonly desk: Desk;
  readonly path: string;
  readonly version: number;
}

/** What a handler may use to answer. */
export interface HandlerContext {
  readonly connection: Connection;
  /** What the client said that it can do. Empty before it has initialised. */
  readonly client: () => ClientCapabilities;
  /** What a client of ours said beside that. */
  readonly options: () => InitializationOptions;
  /** What the person has set. */
  readonly settings: () => Settings;
  /** Where the open file `uri` belongs; undefined when no editor shows it. */
  readonly shown: (uri: string) => ShownFile | undefined;
  /** Where `uri` belongs, whether an editor shows it or not; null where no open folder holds it. */
  readonly place: (uri: string) => { desk: Desk; path: string } | null;
  readonly desks: () => Iterable<Desk>;
  /** A question about a position in an open document; null where there is none. */
  readonly ask: (
    uri: string,
    position: Position,
  ) => { readonly request: FeatureRequest; readonly file: ShownFile } | null;
  /** The same of a file of data: a bibliography, a register, the project file. */
  readonly askData: (
    uri: string,
    position: Position,
  ) => { readonly request: DataRequest; readonly file: ShownFile } | null;
  /** The URI of a path as the editor knows it. */
  readonly uriOf: (desk: Desk, path: string) => string;
  /** Offsets of any file that has been read, as positions. */
  readonly positions: (desk: Desk, path: string, range: TextRange) => PositionRange;
  readonly location: (desk: Desk, path: string, range: TextRange) => Location;
  /** Runs a step later, after what has arrived meanwhile. */
  readonly later: (step: () => void) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** One feature of the protocol: what it offers, and how it answers. One file each. */
export interface Handler {
  readonly capabilities: Partial<ServerCapabilities>;
  register(context: HandlerContext): void;
}
