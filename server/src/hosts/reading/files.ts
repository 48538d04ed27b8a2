/** Reading files below a folder at once, for threads that have nothing else to do. */
import { closeSync, lstatSync, openSync, readSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { LARGEST } from '../../workspace/file-limit.ts';
import { NOTHING_BESIDES, permittedFolder, type Permission } from './permitted.ts';
import { isInside, lookAtOpened, READ_ONCE, refusalOf, refusedFor } from './opened.ts';
import type { Meanwhile, Refusal } from './opened.ts';

export interface FileOnDisk {
  /** The path by which it is opened, its own links followed. */
  readonly absolute: string;
  readonly size: number;
  readonly modified: number;
}

/** The files below one folder. */
export class Files {
  private readonly realRoot: string;
  /** Folder → whether it lies in the root, its links followed. */
  private readonly folders = new Map<string, boolean>();
  /** Where files are read to, one after another: thousands of buffers would make garbage of them. */
  private room = new Uint8Array(1 << 17);

  /** `largest`: files of more bytes are refused. Throws where there is no such folder. */
  constructor(
    private readonly root: string,
    private readonly largest = LARGEST,
    private readonly meanwhile?: Meanwhile,
    /** What may be read besides the root, behind links. */
    private readonly permission: Permission = NOTHING_BESIDES,
  ) {
    this.realRoot = realpathSync(root);
  }

  /** What is known of a file before it is read, or why it will not be. */
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

  /** The bytes of a file that was looked at; the next one may lie in the same place of the memory. */
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

  /** All that can be read from an open file, which may have grown since it was `expected` bytes long. */
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

  /** Null for what a link leads to outside of the folder. */
  private found(absolute: string): { absolute: string; stats: Stats } | null {
    const stats = lstatSync(absolute);
    if (!stats.isSymbolicLink())
      return this.folderIsInside(path.dirname(absolute)) ? { absolute, stats } : null;
    const real = realpathSync(absolute);
    const mayBeRead = isInside(this.realRoot, real) || permittedFolder(this.permission, real) !== null;
    return mayBeRead ? { absolute: real, stats: lstatSync(real) } : null;
  }

  /** The folder in which a file that was looked at has to lie. */
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
