/** How the files of a workspace lay on the disk when a check began. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileStamp } from '../hosts/reading/file-stamp.ts';
import { Files } from '../hosts/reading/files.ts';
import type { Permission } from '../hosts/reading/permitted.ts';
import { isOutside } from '../workspace/paths.ts';

/** In milliseconds: a file changed so shortly before it is looked at may change again within the clock's grain. */
const YOUNG = 2000;

/** Of so many young files the bytes are compared; where there are more, somebody is still writing. */
const FEW = 256;

export interface SeenFilesOptions {
  readonly root: string;
  /** The size limit in bytes. */
  readonly largest: number;
  readonly permission: Permission;
}

/** A file as it was seen. */
export interface SeenFile {
  /** Null where there was nothing. */
  readonly stamp: string | null;
  /** The SHA-256 of its bytes in base64 where its stamp may not tell of a change; else null. */
  readonly hash: string | null;
}

/** Looks at files, and says later whether they are still as they were. */
export class SeenFiles {
  private readonly seen = new Map<string, SeenFile>();
  private readonly begun = Date.now();
  private hashed = 0;

  constructor(private readonly options: SeenFilesOptions) {}

  /** How a file lay there when it was first looked at: before it was read, or any time for what is not young. */
  at(file: string): SeenFile {
    let seen = this.seen.get(file);
    if (!seen) {
      const { stamp, changed } = this.look(file);
      const isYoung = changed > this.begun - YOUNG;
      seen = { stamp, hash: isYoung && this.hashed++ < FEW ? this.hash(file) : null };
      this.seen.set(file, seen);
    }
    return seen;
  }

  /** A file as it was at first and still is; null where it is otherwise, or may have been. */
  still(file: string): SeenFile | null {
    const before = this.seen.get(file);
    const { stamp, changed } = this.look(file);
    const isYoung = changed > this.begun - YOUNG;
    if (!before) return isYoung ? null : { stamp, hash: null };
    if (stamp !== before.stamp) return null;
    if (!isYoung) return before;
    return before.hash !== null && this.hash(file) === before.hash ? before : null;
  }

  /** The SHA-256 of a file's bytes in base64; null where it cannot be read. */
  hash(file: string): string | null {
    if (isOutside(file)) return null;
    const { root, largest, permission } = this.options;
    const files = new Files(root, largest, undefined, permission);
    const found = files.look(file);
    const bytes = 'status' in found ? found : files.bytes(found);
    return 'status' in bytes ? null : createHash('sha256').update(bytes).digest('base64');
  }

  private look(file: string) {
    return fileStamp(isOutside(file) ? path.normalize(file) : path.join(this.options.root, file));
  }
}
