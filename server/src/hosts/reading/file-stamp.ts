import { lstatSync, realpathSync, statSync } from 'node:fs';

/** What tells a file from what stood at its path before, without reading it. */
export interface FileStamp {
  /** Null where there is nothing that can be looked at. */
  readonly stamp: string | null;
  /** When it was written, or given its name, last, in milliseconds since 1970; 0 where there is nothing. */
  readonly changed: number;
}

/**
 * The stamp of a file: size, times of content and of name, rights, owner and place on the disk; for a link where it
 * leads, too.
 */
export function fileStamp(absolute: string): FileStamp {
  try {
    const link = lstatSync(absolute).isSymbolicLink() ? realpathSync(absolute) : '';
    const { size, mtimeMs, ctimeMs, ino, mode, uid } = statSync(absolute);
    const stamp = [size, mtimeMs, ctimeMs, ino, mode, uid, link].join(' ');
    return { stamp, changed: Math.max(mtimeMs, ctimeMs) };
  } catch {
    return { stamp: null, changed: 0 };
  }
}
