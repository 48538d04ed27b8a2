import { tooLarge } from '../workspace/file-limit.ts';
import type { Unreadable } from '../workspace/unreadable.ts';

/** Why a named file could not be read, and what can be done; `largest` is the limit in bytes. */
export function whyUnread(
  name: string,
  why: Unreadable,
  kind: 'bibliography' | 'register',
  largest: number,
): string {
  const noun = kind === 'bibliography' ? 'bibliography' : 'actor register';
  switch (why) {
    case 'missing':
      return `There is no ${noun} “${name}”, neither beside this file nor at the root of the workspace. Correct the path, or create the file.`;
    case 'folder':
      return `“${name}” is a folder, not ${kind === 'bibliography' ? 'a' : 'an'} ${noun}. Name the file in it.`;
    case 'outside':
      return `“${name}” lies outside the workspace and is not read. Move it inside, or open a folder that holds both.`;
    case 'encoding':
      return `“${name}” is not text in UTF-8, so this ${noun} cannot be read. Save it in UTF-8.`;
    case 'large':
      return `The ${noun} “${name}” ${tooLarge(largest)}`;
    case 'unrelated':
      return `“${name}” holds no ${noun}.`;
    case 'failed':
      return `The ${noun} “${name}” cannot be read. Look whether you may open it.`;
  }
}
