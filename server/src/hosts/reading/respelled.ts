/** Looks for a file whose path differs from the one that is written only in spelling. */
import { opendir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { looseSpelling } from '../../workspace/spelling.ts';

/** How many entries of folders are looked at for one file. */
const MOST_ENTRIES = 20_000;
/** Folders whose names differ only in spelling, of which no more are searched. */
const MOST_FOLDERS = 8;

/**
 * The only file below the folder `base` whose path is `relative` but for spelling, relative to `base`; null where there is
 * none, where there are several, and where a folder is too large to tell. `mayList` says of a real path whether a folder
 * may be listed.
 */
export async function respelledFile(
  base: string,
  relative: string,
  mayList: (real: string) => boolean,
): Promise<string | null> {
  const parts = looseSpelling(relative).split('/');
  let left = MOST_ENTRIES;
  let found = [''];
  for (const [i, part] of parts.entries()) {
    const next: string[] = [];
    for (const inside of found) {
      const folder = path.join(base, inside);
      if (!mayList(await realpath(folder))) continue;
      for await (const entry of await opendir(folder)) {
        if (left-- === 0) return null;
        if (looseSpelling(entry.name) !== part) continue;
        const isWanted = i === parts.length - 1 ? !entry.isDirectory() : !entry.isFile();
        if (isWanted) next.push(inside === '' ? entry.name : `${inside}/${entry.name}`);
      }
    }
    if (next.length === 0 || next.length > MOST_FOLDERS) return null;
    found = next;
  }
  return found.length === 1 ? found[0]! : null;
}

/** What of `absolute` lies below `folder`, both with `/` as separator and compared in one spelling; null where nothing does. */
export function restBelow(folder: string, absolute: string): string | null {
  const above = folder.split('/').filter((part) => part !== '');
  const parts = absolute.split('/').filter((part) => part !== '');
  if (parts.length <= above.length) return null;
  const head = parts.slice(0, above.length).join('/');
  return looseSpelling(head) === looseSpelling(above.join('/')) ? parts.slice(above.length).join('/') : null;
}
