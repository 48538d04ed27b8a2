/** Whether a file that nobody asked for may be believed: who can have put it there. */
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';

/** Write permission for anybody. */
const ANYBODY = 0o002;

/**
 * Why a file is not believed, as the end of a sentence; null where it is. Where a system has no owners all are
 * believed. What cannot be looked at is not.
 */
export function distrusted(file: string): string | null {
  const { getuid } = process;
  if (!getuid) return null;
  try {
    const own = getuid.call(process);
    const folder = statSync(path.dirname(file));
    // Both the link, where it is one, and what it leads to.
    const found = [lstatSync(file), statSync(file)];
    if (found.some(({ uid }) => uid !== own)) return 'it belongs to somebody else';
    if (found[1]!.mode & ANYBODY || folder.mode & ANYBODY) return 'anybody may write there';
    return folder.uid === own ? null : 'its folder belongs to somebody else';
  } catch {
    return 'it cannot be looked at';
  }
}
