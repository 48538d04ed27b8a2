/** Whether what is written lands where it is said to, links followed. Looked at anew before every writing. */
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from './opened.ts';

/**
 * Whether a file at `absolute`, which need not be there yet, would lie in the folder `root`: of the nearest parent that
 * exists all links are followed. A link that leads nowhere counts as leading out, since writing would make its target.
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
    // A round of links, or a folder that may not be looked into.
    return false;
  }
}

/** Where a path leads; null where nothing is there. Throws for a link that leads nowhere. */
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
