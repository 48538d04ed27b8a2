/**
 * What the workspace needs of a file system; hosts implement it. Paths are workspace paths, or absolute ones
 * from `outside`.
 */
export interface FileSystem {
  /**
   * Every file below the root, in no order. Hidden folders, `node_modules`, and links that lead out of the
   * workspace are skipped.
   */
  list(signal: AbortSignal): AsyncIterable<string>;
  /**
   * Resolves a path written in a file of `folder` that may be absolute, in the user's home (`~`) or above the
   * workspace. Gives a workspace path if it lies inside, else an absolute one with `/` as separator. Does no
   * file access. Null where the path means nothing on this machine. Without this method nothing outside is
   * read.
   */
  outside?(folder: string, written: string): string | null;
  /**
   * The bytes of a file, or why there are none: `outside` if its real path lies in no folder that may be
   * read. Never rejects.
   */
  read(path: string): Promise<FileContent>;
  /**
   * Whether a file written at `path`, which need not exist yet, would be in the workspace after links are
   * resolved. Hosts without links need not have this method.
   */
  landsInside?(path: string): Promise<boolean>;
  /**
   * The path of the only file whose path is `path` but for its spelling: the case of letters, composed accents,
   * percent-encoding. Looks only into folders that may be read. Null where there is none, or several.
   */
  respelled?(path: string): Promise<string | null>;
}

export type FileContent =
  | { readonly status: 'read'; readonly bytes: Uint8Array }
  | { readonly status: 'missing' | 'folder' | 'large' }
  /** `folder` contains it, with links resolved as far as possible. */
  | { readonly status: 'outside'; readonly folder?: string }
  | { readonly status: 'failed'; readonly reason: string };

/** Log output of the service, for developers. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}
