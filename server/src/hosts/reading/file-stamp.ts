import { lstatSync, realpathSync, statSync, type Stats } from 'node:fs';

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
    const itself = lstatSync(absolute);
    return itself.isSymbolicLink()
      ? stampOf(statSync(absolute), realpathSync(absolute))
      : stampOf(itself, '');
  } catch {
    return { stamp: null, changed: 0 };
  }
}

function stampOf({ size, mtimeMs, ctimeMs, ino, mode, uid }: Stats, link: string): FileStamp {
  return {
    stamp: [size, mtimeMs, ctimeMs, ino, mode, uid, link].join(' '),
    changed: Math.max(mtimeMs, ctimeMs),
  };
}

/** The size, in bytes, and the time of content of a file with that stamp. */
export function versionIn(stamp: string): { readonly size: number; readonly modified: number } {
  const [size, modified] = stamp.split(' ').map(Number);
  return { size: size!, modified: modified! };
}
