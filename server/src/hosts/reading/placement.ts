/** Where a file would be written after links are resolved. Checked before every write. */
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from './opened.ts';

/**
 * Whether a file at `absolute`, which need not exist, would be in the folder `root`. Links of the nearest existing
 * parent are resolved. A broken link counts as outside, since writing would create its target.
 */
export async function landsInside(root: string, absolute: string): Promise<boolean> {
  try {
    const realRoot = await realpath(root);
    for (let at = absolute; ; at = path.dirname(at)) {
      const real = await realOf(at);
      if (real !== null) return isInside(realRoot, path.join(real, path.relative(at, absolute)));
      if (path.dirname(at) === at) return false;
    }
  } catch {
    // A cycle of links, or a folder without permission.
    return false;
  }
}

/** The real path; null where nothing exists. Throws for a broken link. */
async function realOf(at: string): Promise<string | null> {
  try {
    return await realpath(at);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  try {
    await lstat(at);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
  throw new Error('A link leads nowhere.');
}
