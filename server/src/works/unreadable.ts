import type { WorkText } from './model.ts';
import type { WorkReading, WorkRefusal } from './work-reader.ts';

/** Thrown within the readers of this room, where a file cannot be read any further; nothing else of theirs is thrown. */
export class Unreadable extends Error {
  constructor(readonly status: WorkRefusal) {
    super(status);
  }
}

/** What `read` gives, or why it gave nothing. */
export function readingOf(read: () => WorkText): WorkReading {
  try {
    const work = read();
    return work.quality === 'none' ? { status: 'no-words' } : { status: 'read', work };
  } catch (cause) {
    if (cause instanceof Unreadable) return { status: cause.status };
    throw cause;
  }
}
