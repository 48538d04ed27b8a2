/** Which folders of this machine may be read besides the one that is opened, and whether a file lies in one of them. */
import { realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isInside } from './opened.ts';

/** What may be read besides an opened folder. Asked for at each reading: a person may allow another at any time. */
export interface Permission {
  /** Absolute paths on this machine; `~` stands for the person's home. What is none counts for nothing. */
  readonly folders: readonly string[];
  /**
   * Whether paths that are written in texts may be followed to see where they end. For a workspace that nobody trusts
   * they may not: only what lies by its words in a folder that may be read is looked at.
   */
  readonly follows: boolean;
}

/** Nothing besides. */
export const NOTHING_BESIDES: Permission = { folders: [], follows: false };

/** A folder of a person's, with `~` for their home; null where it is no absolute path. */
export function atHome(folder: string): string | null {
  const full = folder === '~' || /^~[/\\]/.test(folder) ? path.join(os.homedir(), folder.slice(1)) : folder;
  return path.isAbsolute(full) ? path.normalize(full) : null;
}

/** The permitted folder in which a path without links lies, itself without links; null where it lies in none. */
export function permittedFolder({ folders }: Permission, real: string): string | null {
  for (const folder of folders) {
    const root = realFolder(folder);
    if (root !== null && isInside(root, real)) return root;
  }
  return null;
}

/** Whether a path may be looked at, to see where it ends. */
export function mayFollow({ folders, follows }: Permission, absolute: string): boolean {
  const lies = (folder: string) => {
    const full = atHome(folder);
    return full !== null && isInside(full, absolute);
  };
  return folders.some(lies) || (follows && folders.length > 0);
}

/** Where a permitted folder lies; null where it is not there. */
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
 * Where a path leads that was written in a file of `folder`, a folder of the workspace at `root`, as `FileSystem.outside`
 * has it. Touches no file but the root. Shares of other machines are nobody's: to look there would tell them who asks.
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

/** A path of this system with `/` between its parts. */
export function slashed(native: string): string {
  return native.split(path.sep).join('/');
}
