import { say } from '../words/say.ts';
import { inMegabytes } from '../workspace/file-limit.ts';
import type { Unreadable } from '../workspace/unreadable.ts';
import { plainReason } from './plain-reason.ts';

/**
 * The message for a document that could not be read; null where there is nothing to say. `largest` is the
 * limit in bytes.
 */
export function unreadableMessage(status: Unreadable, reason: string | null, largest: number): string | null {
  switch (status) {
    case 'encoding':
      return reason;
    case 'outside':
      return say('This file lies outside the workspace through a link, so it is not read.');
    case 'folder':
      return say('This is a folder, not a file.');
    case 'unrelated':
      return null;
    case 'missing':
      return say('There is no such file.');
    case 'large':
      return say(
        'This file is larger than {megabytes} MB and is not read, because it would take too much memory. Split it, or raise the limit: the setting “{setting}”, or {option} on the command line.',
        {
          megabytes: String(inMegabytes(largest)),
          setting: 'sicetnon.maxFileSize',
          option: '--max-file-size',
        },
      );
    case 'failed':
      return reason === null
        ? say('This file could not be read: no reason was given.')
        : say('This file could not be read: {reason}.', { reason: plainReason(reason) });
  }
}
