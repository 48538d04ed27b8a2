/** Where the parts of a workspace's cache lie, and the clearing away of what nobody will read again. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rmdir, stat, unlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../../workspace/file-system.ts';
import { version } from '../../version.ts';
import { READ_ONCE } from './opened.ts';

/** The folder of one workspace and one version of this program. */
export interface CacheFolder {
  readonly folder: string;
  readonly version: string;
}

export interface CacheOptions {
  readonly root: string;
  /** The folder of all caches; null keeps none. */
  readonly cache: string | null;
  /** The program that makes the digests: another one may make others, whatever its version says. */
  readonly worker: URL;
  readonly logger: Logger;
}

/** In milliseconds: the cache of a workspace that nobody opened for a quarter of a year goes. */
const LONG = 90 * 86_400_000;
/** What a folder of ours is called, and one of a version of this program in it. */
const OURS = /^[0-9a-f]{16}$/;
/** By this file a folder is known to be ours: what bears no mark is never cleared away. */
const MARK = '.sicetnon-cache';
const MARKED = 'What Sic et Non read of a workspace. It can be deleted at any time, and is made again.\n';
/** What lies in such a folder: parts, and parts that were being written when somebody stopped. */
const PART = /^\d+-of-\d+(?:\.\d+-\d+)?$/;
/** For nobody but the person who reads. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/**
 * Makes the folder ready; what other versions left of this workspace, and what nobody wants any more of others, is
 * removed. Null, and a warning, where that cannot be done or the folder may be somebody else's.
 */
export async function openCache({ root, cache, worker, logger }: CacheOptions): Promise<CacheFolder | null> {
  if (cache === null) return null;
  try {
    const current = `${version}-${hashOf(await readFile(fileURLToPath(worker)))}`;
    const own = path.join(cache, hashOf(path.resolve(root)));
    const folder = path.join(own, current);
    await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
    await mustBeOurs(cache, true);
    for (const each of [own, folder]) await makePrivate(each);
    await mark(folder);
    const now = new Date();
    await utimes(own, now, now);
    for (const other of await readdir(own)) if (other !== current) await clearMarked(path.join(own, other));
    await forgetOld(cache, now.getTime());
    return { folder, version: current };
  } catch (cause) {
    logger.warn(
      `What is read cannot be remembered: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    return null;
  }
}

/** Throws where somebody else could put there what we would read again. A link to a folder of one's own is no fault. */
async function mustBeOurs(folder: string, followed: boolean): Promise<void> {
  const found = await (followed ? stat(folder) : lstat(folder));
  if (!found.isDirectory()) throw new Error(`“${folder}” is no folder.`);
  if (process.getuid && found.uid !== process.getuid())
    throw new Error(`the folder “${folder}” belongs to somebody else.`);
  const anybodyWrites = (found.mode & 0o002) !== 0 && (found.mode & 0o1000) === 0;
  if (process.getuid && anybodyWrites) throw new Error(`anybody may write in the folder “${folder}”.`);
}

/** Takes from others what they may do in a folder, through a handle, so that no link is followed. */
async function makePrivate(folder: string): Promise<void> {
  await mustBeOurs(folder, false);
  if (!process.getuid) return;
  const handle = await open(folder, READ_ONCE | constants.O_DIRECTORY);
  try {
    await handle.chmod(PRIVATE_FOLDER);
  } finally {
    await handle.close();
  }
}

async function mark(folder: string): Promise<void> {
  if (await isMarked(folder)) return;
  const beside = path.join(folder, `0-of-0.${process.pid}-${process.hrtime.bigint()}`);
  const handle = await open(beside, 'wx', PRIVATE_FILE);
  try {
    await handle.writeFile(MARKED);
  } finally {
    await handle.close();
  }
  await rename(beside, path.join(folder, MARK));
}

/** Whether a folder, which is none but a link to one, bears our mark. */
async function isMarked(folder: string): Promise<boolean> {
  try {
    if (!(await lstat(folder)).isDirectory()) return false;
    const handle = await open(path.join(folder, MARK), READ_ONCE);
    try {
      const found = await handle.stat();
      if (!found.isFile() || found.size !== MARKED.length) return false;
      return (await handle.readFile('utf8')) === MARKED;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

/** Removes what we wrote into a folder that bears our mark, and the folder where nothing else lies in it. */
async function clearMarked(folder: string): Promise<void> {
  if (!(await isMarked(folder))) return;
  for (const name of await readdir(folder))
    if (PART.test(name)) await removed(unlink(path.join(folder, name)));
  await removed(unlink(path.join(folder, MARK)));
  await removed(rmdir(folder));
}

async function forgetOld(cache: string, now: number): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = path.join(cache, name);
    if (!OURS.test(name)) continue;
    const found = await lstat(folder);
    if (!found.isDirectory() || now - found.mtimeMs <= LONG) continue;
    const versions = await readdir(folder);
    for (const each of versions) await clearMarked(path.join(folder, each));
    // An empty folder that we did not empty is not known to be ours.
    if (versions.length > 0) await removed(rmdir(folder));
  }
}

/** Another process may have done it, and what is not empty stays. */
async function removed(removing: Promise<void>): Promise<void> {
  try {
    await removing;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EISDIR', 'EPERM'].includes(code ?? '')) throw cause;
  }
}

function hashOf(what: string | Uint8Array): string {
  return createHash('sha256').update(what).digest('hex').slice(0, 16);
}
