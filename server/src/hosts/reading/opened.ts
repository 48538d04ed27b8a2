/**
 * Whether what was opened is what may be read. A path may lead elsewhere from one call to the next, so only the handle
 * is believed: it is asked what it is and where it lies, and read through.
 */
import { constants, fstatSync, lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Unreadable } from '../../workspace/unreadable.ts';

/** Why a file is not read; `reason` is for people. */
export interface Refusal {
  readonly status: Exclude<Unreadable, 'unrelated'>;
  readonly reason: string | null;
}

/** For tests: called between the steps, where somebody else may change the files. */
export type Meanwhile = (step: 'looked' | 'opened') => void;

/** Neither waits for whoever writes into a pipe, nor follows a link that has come in the place of the file. */
export const READ_ONCE =
  constants.O_RDONLY |
  // Windows has none of these.
  ((constants.O_NONBLOCK as number | undefined) ?? 0) |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NOCTTY as number | undefined) ?? 0);

/** Why something of these properties is not read; null where it is. `largest` is in bytes. */
export function refusedFor(stats: Stats, largest: number): Refusal | null {
  if (stats.isDirectory()) return { status: 'folder', reason: null };
  // Whoever reads a pipe waits for ever, and a device may answer without end.
  if (!stats.isFile()) return { status: 'failed', reason: 'it is no file' };
  return stats.size > largest ? { status: 'large', reason: null } : null;
}

/**
 * What an open file is, or why it is not read: it must be a file of no more than `largest` bytes and lie in
 * `realRoot`, whatever `absolute`, by which it was opened, leads to by now. `pathOf` tells where an open file lies;
 * null where the system does not.
 */
export function lookAtOpened(
  handle: number,
  absolute: string,
  realRoot: string,
  largest: number,
  pathOf: (handle: number) => string | null = pathOfHandle,
): Stats | Refusal {
  const stats = fstatSync(handle);
  const refused = refusedFor(stats, largest);
  if (refused) return refused;
  return liesIn(pathOf(handle), stats, absolute, realRoot) ? stats : { status: 'outside', reason: null };
}

function liesIn(opened: string | null, { dev, ino }: Stats, absolute: string, realRoot: string): boolean {
  if (opened !== null) return isInside(realRoot, opened);
  // Where a system does not tell the path of a handle: the file there must be the very same one.
  const real = realpathSync(absolute);
  const there = lstatSync(real);
  return isInside(realRoot, real) && there.dev === dev && there.ino === ino && realpathSync(real) === real;
}

/** Where Linux says that an open file lies; null elsewhere. */
function pathOfHandle(handle: number): string | null {
  try {
    const opened = readlinkSync(`/proc/self/fd/${handle}`);
    return path.isAbsolute(opened) ? opened : null;
  } catch {
    return null;
  }
}

/** Whether a path without links lies in a folder, likewise without links, or is that folder. */
export function isInside(realRoot: string, real: string): boolean {
  const relative = path.relative(realRoot, real);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** What an error of the file system means for whoever wanted to read. */
export function refusalOf(cause: unknown): Refusal {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 'missing', reason: null };
  if (code === 'EISDIR') return { status: 'folder', reason: null };
  // A socket, or a device that nothing stands behind.
  if (code === 'ENXIO' || code === 'ENODEV') return { status: 'failed', reason: 'it is no file' };
  return { status: 'failed', reason: message };
}
