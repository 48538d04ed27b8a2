/** Where the parts of a workspace's cache lie, and the clearing away of what nobody will read again. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../../workspace/file-system.ts';
import { version } from '../../version.ts';

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
/** What a folder of ours is called. */
const OURS = /^[0-9a-f]{16}$/;

/**
 * Makes the folder ready; what other versions left of this workspace, and what nobody wants any more of others, is
 * removed. Null, and a warning, where that cannot be done.
 */
export async function openCache({ root, cache, worker, logger }: CacheOptions): Promise<CacheFolder | null> {
  if (cache === null) return null;
  try {
    const current = `${version}-${hashOf(await readFile(fileURLToPath(worker)))}`;
    const own = path.join(cache, hashOf(path.resolve(root)));
    const folder = path.join(own, current);
    await mkdir(folder, { recursive: true });
    const now = new Date();
    await utimes(own, now, now);
    for (const other of await readdir(own))
      if (other !== current) await rm(path.join(own, other), { recursive: true, force: true });
    await forgetOld(cache, now.getTime());
    return { folder, version: current };
  } catch (cause) {
    logger.warn(
      `What is read cannot be remembered: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    return null;
  }
}

async function forgetOld(cache: string, now: number): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!OURS.test(name)) continue;
    const folder = path.join(cache, name);
    if (now - (await stat(folder)).mtimeMs > LONG) await rm(folder, { recursive: true, force: true });
  }
}

function hashOf(what: string | Uint8Array): string {
  return createHash('sha256').update(what).digest('hex').slice(0, 16);
}
