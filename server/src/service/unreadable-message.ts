import { tooLarge } from '../workspace/file-limit.ts';
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
      return 'This file lies outside the workspace behind a link, so it is not read.';
    case 'folder':
      return 'This is a folder, not a file.';
    case 'unrelated':
      return null;
    case 'missing':
      return 'There is no such file.';
    case 'large':
      return `This file ${tooLarge(largest)}`;
    case 'failed':
      return `This file could not be read: ${reason === null ? 'no reason was given' : plainReason(reason)}.`;
  }
}
