import { inMegabytes, whatToDoIfLarge } from '../workspace/file-limit.ts';
import type { Unreadable } from '../workspace/unreadable.ts';
import { notReadOutside } from './allowed-folders.ts';
import { say } from '../words/say.ts';

/** Why a named file could not be read, and what can be done; `largest` is the limit in bytes. */
export function whyUnread(
  name: string,
  why: Unreadable,
  kind: 'bibliography' | 'register',
  largest: number,
): string {
  const values = { name, kind, megabytes: inMegabytes(largest) };
  switch (why) {
    case 'missing':
      return say(
        'There is no {kind, select, bibliography {bibliography} other {actor register}} “{name}”, neither beside this file nor at the root of the workspace. Correct the path, or create the file.',
        values,
      );
    case 'folder':
      return say(
        '“{name}” is a folder, not {kind, select, bibliography {a bibliography} other {an actor register}}. Name the file in it.',
        values,
      );
    case 'outside':
      return notReadOutside(name);
    case 'encoding':
      return say(
        '“{name}” is not text in UTF-8, so this {kind, select, bibliography {bibliography} other {actor register}} cannot be read. Save it in UTF-8.',
        values,
      );
    case 'large':
      return [
        say(
          'The {kind, select, bibliography {bibliography} other {actor register}} “{name}” is larger than {megabytes} MB and is not read, because it would take too much memory.',
          values,
        ),
        whatToDoIfLarge(),
      ].join(' ');
    case 'unrelated':
      return say(
        '“{name}” holds no {kind, select, bibliography {bibliography} other {actor register}}.',
        values,
      );
    case 'failed':
      return say(
        'The {kind, select, bibliography {bibliography} other {actor register}} “{name}” cannot be read. Look whether you may open it.',
        values,
      );
  }
}
