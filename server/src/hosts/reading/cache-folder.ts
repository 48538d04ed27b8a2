/** The cache folder of a workspace, and the removal of outdated caches. */
import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rmdir, stat, unlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../../workspace/file-system.ts';
import { version } from '../../version.ts';
import { languages, type Language } from '../../words/languages.ts';
import { language } from '../../words/say.ts';
import { READ_ONCE } from './opened.ts';

/** The folder for one workspace and one version of the program. */
export interface CacheFolder {
  readonly folder: string;
  readonly version: string;
}

export interface CacheOptions {
  readonly root: string;
  /** The folder of all caches; null for no cache. */
  readonly cache: string | null;
  /** The program that makes the digests. Its contents are part of the cache's version. */
  readonly worker: URL;
  readonly logger: Logger;
}

/** In milliseconds: the cache of a workspace that was not opened for three months is removed. */
const LONG = 90 * 86_400_000;
/** The form of our folders' names, and of version folders inside them. */
const OURS = /^[0-9a-f]{16}$/;
/** A marker file: folders without it are never removed. */
const MARK = '.sicetnon-cache';
const MARKED = 'What Sic et Non read of a workspace. It can be deleted at any time, and is made again.\n';
/** The names of shards and of remembered checks, and of temporary files left by an interrupted write. */
const PART = /^(?:\d+-of-\d+|check-[0-9a-f]{16})(?:\.\d+-\d+)?$/;
/** Accessible to the user only. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/**
 * Prepares the folder. Removes the caches of other versions for this workspace, and those of other workspaces that
 * are outdated. Null, with a warning, where that fails or the folder may be another user's.
 */
export async function openCache({ root, cache, worker, logger }: CacheOptions): Promise<CacheFolder | null> {
  if (cache === null) return null;
  try {
    const { own, folder, program, current } = await placeOf({ root, cache, worker });
    const kept = new Set(languages.map((each) => inLanguage(program, each)));
    await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
    await mustBeOurs(cache, true);
    for (const each of [own, folder]) await makePrivate(each);
    await mark(folder);
    const now = new Date();
    await utimes(own, now, now);
    for (const other of await readdir(own)) if (!kept.has(other)) await clearMarked(path.join(own, other));
    await forgetOld(cache, now.getTime());
    return { folder, version: current };
  } catch (cause) {
    logger.warn(
      `What is read cannot be remembered: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    return null;
  }
}

/** As `openCache`, where the folder is there already; else null. */
export async function knownCache(options: CacheOptions): Promise<CacheFolder | null> {
  const { root, cache, worker } = options;
  if (cache === null || !existsSync((await placeOf({ root, cache, worker })).folder)) return null;
  return openCache(options);
}

/** The workspace's folder, and the one in it for this program and language, whose messages are in it. */
async function placeOf({ root, cache, worker }: { root: string; cache: string; worker: URL }) {
  const program = `${version}-${hashOf(await readFile(fileURLToPath(worker)))}`;
  const current = inLanguage(program, language());
  const own = path.join(cache, hashOf(path.resolve(root)));
  return { own, folder: path.join(own, current), program, current };
}

/** The version of a program that speaks a language; English has no mark. */
function inLanguage(program: string, language: Language): string {
  return language === 'en' ? program : `${program}-${language}`;
}

/** Throws where another user could write files that we would read. A link to a folder of one's own is allowed. */
async function mustBeOurs(folder: string, followed: boolean): Promise<void> {
  const found = await (followed ? stat(folder) : lstat(folder));
  if (!found.isDirectory()) throw new Error(`“${folder}” is no folder.`);
  if (process.getuid && found.uid !== process.getuid())
    throw new Error(`the folder “${folder}” belongs to somebody else.`);
  const anybodyWrites = (found.mode & 0o002) !== 0 && (found.mode & 0o1000) === 0;
  if (process.getuid && anybodyWrites) throw new Error(`anybody may write in the folder “${folder}”.`);
}

/** Removes the permissions of other users from a folder, through a handle, so that no link is followed. */
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

/** Whether a path is a real folder (not a link) with our marker. */
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

/** Removes our files from a folder with our marker, and the folder if it is empty then. */
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
    // An empty folder that we did not empty may not be ours.
    if (versions.length > 0) await removed(rmdir(folder));
  }
}

/** Ignores errors: another process may have removed it, and folders that are not empty stay. */
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
