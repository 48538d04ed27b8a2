import type { LibraryKeeper } from '../workspace/library-keeper.ts';
import { isStylePath } from '../workspace/scope.ts';
import type { TextContent } from './text-content.ts';

/** After this many looks a file is accepted even if it still changes. */
export const MOST_LOOKS = 7;

interface Doubt {
  /** The content at the last look. */
  seen: TextContent;
  looks: number;
  /** Whether that content is accepted, however bad it is. */
  believed: boolean;
}

/**
 * Files that another program may be writing: their new content is worse than what was known. The last good
 * reading counts until two looks find the same content. There is no clock here: the caller spaces the looks.
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

  /**
   * Whether `content` must wait. Calls `worse`, which compares it with what is known, only where that
   * decides.
   */
  holdsBack(path: string, content: TextContent, worse: () => boolean): boolean {
    const doubt = this.doubts.get(path);
    const isBelieved = doubt?.believed && (doubt.looks >= MOST_LOOKS || isSame(doubt.seen, content));
    if (isBelieved || !worse()) {
      this.forget(path);
      return false;
    }
    if (doubt?.believed) this.doubts.set(path, { ...doubt, seen: content, believed: false });
    else if (!doubt) this.doubts.set(path, { seen: content, looks: 0, believed: false });
    // Nothing is ever edited in a style, so it needs no mark.
    if (!isStylePath(path)) this.keeper.doubt(path);
    return true;
  }

  /** Records the content of `path` at another look. */
  look(path: string, content: TextContent): void {
    const doubt = this.doubts.get(path);
    if (!doubt) return;
    doubt.looks++;
    doubt.believed = doubt.looks >= MOST_LOOKS || isSame(doubt.seen, content);
    doubt.seen = content;
  }

  /** Whether a missing file is accepted as deleted. */
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
