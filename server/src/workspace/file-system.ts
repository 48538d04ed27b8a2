/** What the workspace needs of a file system; hosts provide it. All paths are workspace paths. */
export interface FileSystem {
  /**
   * Every file below the root but those in hidden folders and `node_modules`, in no order. Links that lead
   * out of the workspace are not followed.
   */
  list(signal: AbortSignal): AsyncIterable<string>;
  /** The bytes of a file, or why there are none. Never rejects. */
  read(path: string): Promise<FileContent>;
  /**
   * Whether what is written at `path`, which need not be there yet, lands in the workspace, links followed. Without it
   * nothing is known of links.
   */
  landsInside?(path: string): Promise<boolean>;
}

export type FileContent =
  | { readonly status: 'read'; readonly bytes: Uint8Array }
  | { readonly status: 'missing' | 'folder' | 'outside' | 'large' }
  | { readonly status: 'failed'; readonly reason: string };

/** Where the service says what goes on; nothing in it is meant for the scholar. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}
