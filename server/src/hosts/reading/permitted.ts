/** The folders of this machine that may be read besides the opened one. */
import { realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isInside } from './opened.ts';

/** What may be read besides an opened folder. Queried at each access, since the user may allow more at any time. */
export interface Permission {
  /** Absolute paths on this machine, or paths with `~` for the user's home. Others are ignored. */
  readonly folders: readonly string[];
  /**
   * Whether paths in texts may be resolved through links. In an untrusted workspace they may not: only paths inside a
   * readable folder are looked at.
   */
  readonly follows: boolean;
}

/** Nothing besides the opened folder. */
export const NOTHING_BESIDES: Permission = { folders: [], follows: false };

/** A folder of the user's with `~` expanded; null where it is no absolute path. */
export function atHome(folder: string): string | null {
  const full = folder === '~' || /^~[/\\]/.test(folder) ? path.join(os.homedir(), folder.slice(1)) : folder;
  return path.isAbsolute(full) ? path.normalize(full) : null;
}

/** The permitted folder (as a real path) that contains a real path; null where none does. */
export function permittedFolder({ folders }: Permission, real: string): string | null {
  for (const folder of folders) {
    const root = realFolder(folder);
    if (root !== null && isInside(root, real)) return root;
  }
  return null;
}

/** Whether a path may be resolved through links. */
export function mayFollow({ folders, follows }: Permission, absolute: string): boolean {
  const lies = (folder: string) => {
    const full = atHome(folder);
    return full !== null && isInside(full, absolute);
  };
  return folders.some(lies) || (follows && folders.length > 0);
}

/** The real path of a permitted folder; null where it does not exist. */
export function realFolder(folder: string): string | null {
  const full = atHome(folder);
  if (full === null) return null;
  try {
    return realpathSync(full);
  } catch {
    return null;
  }
}

/**
 * Implements `FileSystem.outside` for a path written in a file of `folder` in the workspace at `root`. Accesses no
 * file but the root. Network shares are never accessed, since that would reveal the user's credentials to another
 * machine.
 */
export function outsideOf(root: string, folder: string, written: string): string | null {
  const plain = written.replaceAll('\\', '/');
  if (plain.startsWith('//') || /^[A-Za-z][A-Za-z0-9+.-]+:/.test(plain)) return null;
  if (/^[A-Za-z]:/.test(plain) && process.platform !== 'win32') return null;
  const absolute = /^~\//.test(plain) ? atHome(plain)! : path.resolve(root, folder, plain);
  for (const inside of [root, realFolder(root)])
    if (inside !== null && isInside(inside, absolute)) return slashed(path.relative(inside, absolute));
  return slashed(absolute);
}

/** A path of this system with `/` as separator. */
export function slashed(native: string): string {
  return native.split(path.sep).join('/');
}
