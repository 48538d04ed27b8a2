/**
 * Verifies that an opened file is one that may be read. A path may change its target between calls (a TOCTOU race),
 * so only the handle is trusted: its type and location are checked, and it is read through the handle.
 */
import { constants, fstatSync, lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { deferred, say } from '../../words/say.ts';
import type { Unreadable } from '../../workspace/unreadable.ts';

/** Why a file is not read; `reason` is for people. */
export interface Refusal {
  readonly status: Exclude<Unreadable, 'unrelated'>;
  readonly reason: string | null;
}

/** For tests: a hook between the steps, where another program may change the files. */
export type Meanwhile = (step: 'looked' | 'opened') => void;

/** Flags that neither block on a pipe nor follow a link that replaced the file. */
export const READ_ONCE =
  constants.O_RDONLY |
  // Windows does not have these.
  ((constants.O_NONBLOCK as number | undefined) ?? 0) |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NOCTTY as number | undefined) ?? 0);

/** Why a file with these properties is not read; null where it is. `largest` is in bytes. */
export function refusedFor(stats: Stats, largest: number): Refusal | null {
  if (stats.isDirectory()) return { status: 'folder', reason: null };
  // Reading a pipe may block for ever, and a device may be endless.
  if (!stats.isFile()) return { status: 'failed', reason: say('it is no file') };
  return stats.size > largest ? { status: 'large', reason: null } : null;
}

/**
 * The properties of an open file, or why it is not read. It must be a regular file of at most `largest` bytes inside
 * `realRoot`, wherever `absolute`, the path by which it was opened, leads now. `pathOf` gives the path of a handle;
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
  // Where the path of a handle is unknown, the file at the path must be the same inode.
  const real = realpathSync(absolute);
  const there = lstatSync(real);
  return isInside(realRoot, real) && there.dev === dev && there.ino === ino && realpathSync(real) === real;
}

/** The path of an open file from Linux's /proc; null elsewhere. */
function pathOfHandle(handle: number): string | null {
  try {
    const opened = readlinkSync(`/proc/self/fd/${handle}`);
    return path.isAbsolute(opened) ? opened : null;
  } catch {
    return null;
  }
}

/** Whether a real path is in a folder (also a real path), or is that folder. */
export function isInside(realRoot: string, real: string): boolean {
  const relative = path.relative(realRoot, real);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The refusal for an error of the file system. */
export function refusalOf(cause: unknown): Refusal {
  const { code, message, path: asked = '' } = cause as NodeJS.ErrnoException;
  // A name that is no UTF-8 is listed with U+FFFD for what cannot be decoded, and is not found by that.
  if (code === 'ENOENT' && asked.includes('\ufffd'))
    return {
      status: 'failed',
      reason: say('its name is not written in UTF-8, so that it has to be renamed'),
    };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 'missing', reason: null };
  if (code === 'EISDIR') return { status: 'folder', reason: null };
  // A socket, or a device without a driver.
  if (code === 'ENXIO' || code === 'ENODEV') return { status: 'failed', reason: say('it is no file') };
  const usual = USUAL.get(code ?? '');
  return { status: 'failed', reason: usual === undefined ? message : say(usual) };
}

/** The system's usual errors as the end of a sentence. */
const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EACCES: deferred('you have no permission to read it'),
    EPERM: deferred('you have no permission to read it'),
    EBUSY: deferred('another program is using it'),
    ELOOP: deferred('its links lead round in a circle'),
    EMFILE: deferred('too many files are open'),
    ENFILE: deferred('too many files are open'),
    EIO: deferred('the disk or the network drive does not answer'),
  }),
);
