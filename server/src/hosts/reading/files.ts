/** Reading files below a folder at once, for threads that have nothing else to do. */
import { closeSync, lstatSync, openSync, readSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Unreadable } from '../../workspace/library.ts';

export interface FileOnDisk {
  readonly absolute: string;
  readonly size: number;
  readonly modified: number;
}

export type Refusal = { readonly status: Unreadable; readonly reason: string | null };

/** The files below one folder. */
export class Files {
  private readonly realRoot: string;
  /** Folder → whether it lies in the root, its links followed. */
  private readonly folders = new Map<string, boolean>();
  /** Where files are read to, one after the other: thousands of buffers would make garbage of them. */
  private room = new Uint8Array(1 << 17);

  /** Throws where there is no such folder. */
  constructor(private readonly root: string) {
    this.realRoot = realpathSync(root);
  }

  /** What is known of a file before it is read, or why it will not be. */
  look(file: string): FileOnDisk | Refusal {
    const absolute = path.join(this.root, file);
    try {
      const known = this.statsOf(absolute);
      if (known === null) return { status: 'outside', reason: null };
      if (known.isDirectory()) return { status: 'folder', reason: null };
      // Whoever reads a pipe waits for ever.
      if (!known.isFile()) return { status: 'failed', reason: 'it is no file' };
      return { absolute, size: known.size, modified: known.mtimeMs };
    } catch (cause) {
      return refusal(cause);
    }
  }

  /** The bytes of a file that was looked at; the next one may lie in the same place of the memory. */
  bytes({ absolute, size }: FileOnDisk): Uint8Array | Refusal {
    try {
      const handle = openSync(absolute, 'r');
      try {
        return this.contents(handle, size);
      } finally {
        closeSync(handle);
      }
    } catch (cause) {
      return refusal(cause);
    }
  }

  /** All that can be read from an open file, which may have grown since it was `expected` bytes long. */
  private contents(handle: number, expected: number): Uint8Array {
    let length = 0;
    this.makeRoom(expected + 1, length);
    for (;;) {
      const read = readSync(handle, this.room, length, this.room.length - length, null);
      if (read === 0) return this.room.subarray(0, length);
      length += read;
      if (length === this.room.length) this.makeRoom(length * 2, length);
    }
  }

  private makeRoom(size: number, used: number): void {
    if (size <= this.room.length) return;
    const room = new Uint8Array(size);
    room.set(this.room.subarray(0, used));
    this.room = room;
  }

  /** Null for what a link leads to outside of the folder. */
  private statsOf(absolute: string): Stats | null {
    const stats = lstatSync(absolute);
    if (!stats.isSymbolicLink()) return this.folderIsInside(path.dirname(absolute)) ? stats : null;
    return this.isInside(realpathSync(absolute)) ? statSync(absolute) : null;
  }

  private folderIsInside(folder: string): boolean {
    let inside = this.folders.get(folder);
    if (inside === undefined) this.folders.set(folder, (inside = this.isInside(realpathSync(folder))));
    return inside;
  }

  private isInside(real: string): boolean {
    const relative = path.relative(this.realRoot, real);
    return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  }
}

function refusal(cause: unknown): Refusal {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 'missing', reason: null };
  if (code === 'EISDIR') return { status: 'folder', reason: null };
  return { status: 'failed', reason: message };
}
