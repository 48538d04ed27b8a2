import { shifted, type TextRange } from '../text/range.ts';
import type { Mention, MentionFinder } from './mentions.ts';

interface Reading {
  readonly finder: MentionFinder;
  readonly text: string;
  readonly opaque: readonly TextRange[];
  readonly mentions: readonly Mention[];
}

/**
 * An incremental search for mentions in a text that is edited. Only paragraphs that an edit touched are
 * searched again: no name crosses a blank line, so the others keep their mentions.
 */
export class RememberedMentions {
  private last: Reading | null = null;

  /** The result of `finder` for `text` outside `opaque`, which is sorted by start. Offsets are UTF-16. */
  read(finder: MentionFinder, text: string, opaque: readonly TextRange[]): readonly Mention[] {
    const { last } = this;
    const mentions =
      last?.finder === finder ? this.patched(last, text, opaque) : finder.find(text, { opaque });
    this.last = { finder, text, opaque, mentions };
    return mentions;
  }

  private patched(last: Reading, text: string, opaque: readonly TextRange[]): readonly Mention[] {
    const by = text.length - last.text.length;
    const { head, tail } = commonEnds(last, text, opaque);
    if (head === text.length && by === 0) return last.mentions;
    const before = head > 1 ? text.lastIndexOf('\n\n', head - 2) : -1;
    const from = before < 0 ? 0 : before + 2;
    const after = text.indexOf('\n\n', text.length - tail);
    const to = after < 0 ? text.length : after;
    const mentions = last.mentions.filter(({ range }) => range.to <= from);
    mentions.push(...last.finder.find(text, { range: { from, to }, opaque }));
    for (const mention of last.mentions)
      if (mention.range.from >= to - by) mentions.push({ ...mention, range: shifted(mention.range, by) });
    return mentions;
  }
}

/** The lengths of the common prefix and suffix of two readings, in characters and opaque ranges. */
function commonEnds(
  last: Reading,
  text: string,
  opaque: readonly TextRange[],
): { head: number; tail: number } {
  const by = text.length - last.text.length;
  const shortest = Math.min(text.length, last.text.length);
  let head = 0;
  while (head < shortest && text.charCodeAt(head) === last.text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shortest - head &&
    text.charCodeAt(text.length - 1 - tail) === last.text.charCodeAt(last.text.length - 1 - tail)
  )
    tail++;

  let first = 0;
  const fewest = Math.min(opaque.length, last.opaque.length);
  while (first < fewest) {
    const [now, then] = [opaque[first]!, last.opaque[first]!];
    if (now.from !== then.from || now.to !== then.to || now.to > head) break;
    first++;
  }
  let behind = 0;
  while (behind < fewest - first) {
    const [now, then] = [opaque.at(-1 - behind)!, last.opaque.at(-1 - behind)!];
    if (now.from !== then.from + by || now.to !== then.to + by || now.from < text.length - tail) break;
    behind++;
  }
  const clip = (range: TextRange) => {
    head = Math.min(head, range.from);
    tail = Math.min(tail, Math.max(0, text.length - range.to));
  };
  for (const range of opaque.slice(first, opaque.length - behind)) clip(range);
  for (const range of last.opaque.slice(first, last.opaque.length - behind)) {
    head = Math.min(head, range.from);
    tail = Math.min(tail, Math.max(0, last.text.length - range.to));
  }
  return { head, tail };
}
