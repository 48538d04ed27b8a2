import type { LibraryKeeper } from '../workspace/library-keeper.ts';
import { isStylePath } from '../workspace/scope.ts';
import type { TextContent } from './text-content.ts';

/** So many looks at a file that does not come to rest, and what lies there counts after all. */
export const MOST_LOOKS = 7;

interface Doubt {
  /** What was there at the last look. */
  seen: TextContent;
  looks: number;
  /** Whether what was seen may be taken over, be it as bad as it is. */
  believed: boolean;
}

/**
 * Files that another program may be writing at this moment: what was read of them is worse than what was known before.
 * The last good reading counts until they come to rest, which is when two looks see the same. Knows no clock: whoever
 * drives the service lets some time go by between looks.
 */
export class DoubtedFiles {
  private readonly doubts = new Map<string, Doubt>();

  constructor(private readonly keeper: LibraryKeeper) {}

  paths(): Iterable<string> {
    return this.doubts.keys();
  }

  has(path: string): boolean {
    return this.doubts.has(path);
  }

  /** Whether `content` has to wait; asks whether it is `worse` than what is known where that decides. */
  holdsBack(path: string, content: TextContent, worse: () => boolean): boolean {
    const doubt = this.doubts.get(path);
    const isBelieved = doubt?.believed && (doubt.looks >= MOST_LOOKS || isSame(doubt.seen, content));
    if (isBelieved || !worse()) {
      this.forget(path);
      return false;
    }
    if (doubt?.believed) this.doubts.set(path, { ...doubt, seen: content, believed: false });
    else if (!doubt) this.doubts.set(path, { seen: content, looks: 0, believed: false });
    // Of a style no place is ever written to.
    if (!isStylePath(path)) this.keeper.doubt(path);
    return true;
  }

  /** Takes note of what lies at `path` when some time has gone by. */
  look(path: string, content: TextContent): void {
    const doubt = this.doubts.get(path);
    if (!doubt) return;
    doubt.looks++;
    doubt.believed = doubt.looks >= MOST_LOOKS || isSame(doubt.seen, content);
    doubt.seen = content;
  }

  /** Whether a file that is not there any more is gone for good. */
  isGone(path: string): boolean {
    const doubt = this.doubts.get(path);
    return doubt !== undefined && doubt.believed && doubt.seen.status !== 'read';
  }

  forget(path: string): void {
    this.doubts.delete(path);
    this.keeper.believe(path);
  }
}

function isSame(a: TextContent, b: TextContent): boolean {
  if (a.status !== 'read' || b.status !== 'read') return a.status === b.status;
  return a.text.length === b.text.length && a.text.text === b.text.text;
}
