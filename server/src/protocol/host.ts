/** What a server asks of a client that has files which it cannot reach itself, and in a browser the threads too. */

/** Requests for files; URIs are those of open folders and what lies in them. */
export const fileMethods = { folder: 'sicetnon/readFolder', file: 'sicetnon/readFile' } as const;

/** An entry of a folder; links to folders are not followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** Parameters and results of the requests for files. */
export interface FileQuestions {
  /** The entries of a folder; none where it cannot be read. */
  readonly folder: [{ readonly uri: string }, readonly FolderEntry[]];
  /** The contents of a file, if it has at most `largest` bytes. */
  readonly file: [{ readonly uri: string; readonly largest: number }, FileAnswer];
}

/** A file's bytes (as they are where messages can carry them, else in base64), or why there are none. */
export type FileAnswer =
  | { readonly status: 'read'; readonly bytes: Uint8Array | string }
  | { readonly status: 'missing' | 'folder' | 'large' | 'outside' }
  | { readonly status: 'failed'; readonly reason: string };

/** The notification with which the server starts and ends the thread that prints entries, and gives it a job. */
export const toPrinter = 'sicetnon/toPrinter';

/** The notification with what that thread says, or that it is gone. */
export const fromPrinter = 'sicetnon/fromPrinter';

/** The parameters of `sicetnon/toPrinter`. `thread` counts threads, so that a late word of an old one is known. */
export type ToPrinter =
  | { readonly thread: number; readonly kind: 'start' | 'end' }
  | { readonly thread: number; readonly kind: 'job'; readonly job: object };

/** The parameters of `sicetnon/fromPrinter`. */
export type FromPrinter =
  | { readonly thread: number; readonly kind: 'said'; readonly message: object }
  | { readonly thread: number; readonly kind: 'gone'; readonly why: string };
