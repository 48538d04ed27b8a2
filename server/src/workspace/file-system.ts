/**
 * What the workspace needs of a file system; hosts provide it. All paths are workspace paths, or absolute ones that `outside`
 * gave.
 */
export interface FileSystem {
  /**
   * Every file below the root but those in hidden folders and `node_modules`, in no order. Links that lead
   * out of the workspace are not followed.
   */
  list(signal: AbortSignal): AsyncIterable<string>;
  /**
   * Where a path leads that was written in a file of `folder`, be it absolute, at the person's home (`~`) or above the
   * workspace: a workspace path where that lies inside after all, else an absolute one, with `/` between its parts. Touches
   * no file. Null where it leads nowhere on this machine. Without it nothing outside is read.
   */
  outside?(folder: string, written: string): string | null;
  /** The bytes of a file, or why there are none: `outside` where its end lies in no folder that may be read. Never rejects. */
  read(path: string): Promise<FileContent>;
  /**
   * Whether what is written at `path`, which need not be there yet, lands in the workspace, links followed. Without it
   * nothing is known of links.
   */
  landsInside?(path: string): Promise<boolean>;
}

export type FileContent =
  | { readonly status: 'read'; readonly bytes: Uint8Array }
  | { readonly status: 'missing' | 'folder' | 'large' }
  /** `folder` is that in which it lies, its links followed as far as may be. */
  | { readonly status: 'outside'; readonly folder?: string }
  | { readonly status: 'failed'; readonly reason: string };

/** Where the service says what goes on; nothing in it is meant for the scholar. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}
