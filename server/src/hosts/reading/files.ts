/** Synchronous file access below a folder, for worker threads. */
import { closeSync, lstatSync, openSync, readSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { LARGEST } from '../../workspace/file-limit.ts';
import { NOTHING_BESIDES, permittedFolder, type Permission } from './permitted.ts';
import { isInside, lookAtOpened, READ_ONCE, refusalOf, refusedFor } from './opened.ts';
import type { Meanwhile, Refusal } from './opened.ts';

export interface FileOnDisk {
  /** The path to open, with links resolved. */
  readonly absolute: string;
  readonly size: number;
  readonly modified: number;
}

/** The files below one folder. */
export class Files {
  private readonly realRoot: string;
  /** Folder → whether its real path is inside the root. */
  private readonly folders = new Map<string, boolean>();
  /** A reused buffer: allocating thousands of them would burden the garbage collector. */
  private room = new Uint8Array(1 << 17);

  /** Files larger than `largest` bytes are refused. Throws where the root does not exist. */
  constructor(
    private readonly root: string,
    private readonly largest = LARGEST,
    private readonly meanwhile?: Meanwhile,
    /** What may be read besides the root, through links. */
    private readonly permission: Permission = NOTHING_BESIDES,
  ) {
    this.realRoot = realpathSync(root);
  }

  /** The properties of a file before it is read, or why it may not be read. */
  look(file: string): FileOnDisk | Refusal {
    try {
      const known = this.found(path.join(this.root, file));
      if (known === null) return { status: 'outside', reason: null };
      const { absolute, stats } = known;
      return refusedFor(stats, this.largest) ?? { absolute, size: stats.size, modified: stats.mtimeMs };
    } catch (cause) {
      return refusalOf(cause);
    }
  }

  /** The bytes of a file after `look`. The result is a view of the buffer, valid until the next call. */
  bytes({ absolute }: FileOnDisk): Uint8Array | Refusal {
    try {
      this.meanwhile?.('looked');
      const handle = openSync(absolute, READ_ONCE);
      try {
        this.meanwhile?.('opened');
        const opened = lookAtOpened(handle, absolute, this.rootOf(absolute), this.largest);
        return 'status' in opened ? opened : this.contents(handle, opened.size);
      } finally {
        closeSync(handle);
      }
    } catch (cause) {
      return refusalOf(cause);
    }
  }

  /** Reads an open file, which may have grown since it was `expected` bytes long. */
  private contents(handle: number, expected: number): Uint8Array | Refusal {
    let length = 0;
    this.makeRoom(expected + 1, length);
    for (;;) {
      const read = readSync(handle, this.room, length, this.room.length - length, null);
      if (read === 0) return this.room.subarray(0, length);
      length += read;
      if (length > this.largest) return { status: 'large', reason: null };
      if (length === this.room.length) this.makeRoom(length * 2, length);
    }
  }

  private makeRoom(size: number, used: number): void {
    if (size <= this.room.length) return;
    const room = new Uint8Array(size);
    room.set(this.room.subarray(0, used));
    this.room = room;
  }

  /** Null for a link that leads outside. */
  private found(absolute: string): { absolute: string; stats: Stats } | null {
    const stats = lstatSync(absolute);
    if (!stats.isSymbolicLink())
      return this.folderIsInside(path.dirname(absolute)) ? { absolute, stats } : null;
    const real = realpathSync(absolute);
    const mayBeRead = isInside(this.realRoot, real) || permittedFolder(this.permission, real) !== null;
    return mayBeRead ? { absolute: real, stats: lstatSync(real) } : null;
  }

  /** The folder that must contain a file after `look`. */
  private rootOf(absolute: string): string {
    return permittedFolder(this.permission, absolute) ?? this.realRoot;
  }

  private folderIsInside(folder: string): boolean {
    let inside = this.folders.get(folder);
    if (inside === undefined)
      this.folders.set(folder, (inside = isInside(this.realRoot, realpathSync(folder))));
    return inside;
  }
}
