/** Whether a file that nobody asked for can be trusted: by who was able to write it. */
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../words/say.ts';

/** The permission bit for writing by anybody. */
const ANYBODY = 0o002;

/**
 * Why a file is not trusted, as the end of a sentence; null where it is. Systems without owners trust all. A file
 * that cannot be examined is not trusted.
 */
export function distrusted(file: string): string | null {
  const { getuid } = process;
  if (!getuid) return null;
  try {
    const own = getuid.call(process);
    const folder = statSync(path.dirname(file));
    // Both the link and its target.
    const found = [lstatSync(file), statSync(file)];
    if (found.some(({ uid }) => uid !== own)) return say('it belongs to somebody else');
    if (found[1]!.mode & ANYBODY || folder.mode & ANYBODY) return say('anybody may write there');
    return folder.uid === own ? null : say('its folder belongs to somebody else');
  } catch {
    return say('it cannot be looked at');
  }
}
