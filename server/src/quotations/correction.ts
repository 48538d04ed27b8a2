import type { Splice } from '../text/document-text.ts';
import type { DifferencePart, NearestPassage, PreparedQuotation } from './model.ts';

/**
 * The changes by which a quotation becomes what the nearest passage says, in offsets of the quotation as it was
 * written: only words that differ are touched, so that quotation marks, ellipses, interpolations and markup
 * stay. Null where a change would cut through markup, or where nothing differs.
 */
export function corrections(quotation: PreparedQuotation, nearest: NearestPassage): Splice[] | null {
  const { parts } = nearest.differences;
  const splices: Splice[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (part.kind === 'same' || part.kind === 'licensed') continue;
    const splice = spliceFor(quotation, nearest.text, parts, i);
    const placed = splice && asWritten(quotation, splice);
    if (!placed) return null;
    splices.push(placed);
  }
  return splices.length > 0 ? splices : null;
}

/** What one difference asks for, in offsets of the quotation's plain words. */
function spliceFor(
  { text }: PreparedQuotation,
  passage: string,
  parts: readonly DifferencePart[],
  index: number,
): Splice | null {
  const { quotedRange: ours, sourceRange: theirs } = parts[index]!;
  const [before, after] = [parts[index - 1], parts[index + 1]];
  if (ours && theirs) return { ...ours, insert: oneLine(passage.slice(theirs.from, theirs.to)) };
  if (ours) {
    // A word goes with the white space before it, the first with that after it.
    if (before?.quotedRange) return { from: before.quotedRange.to, to: ours.to, insert: '' };
    return after?.quotedRange ? { from: ours.from, to: after.quotedRange.from, insert: '' } : null;
  }
  if (!theirs) return null;
  // A word comes with the white space that the source has beside it.
  if (before?.quotedRange) {
    const start = before.sourceRange?.to ?? theirs.from;
    const insert = oneLine(passage.slice(start, theirs.to));
    const at = before.quotedRange.to;
    return { from: at, to: at, insert: before.sourceRange || /^\s/.test(insert) ? insert : ` ${insert}` };
  }
  const at = after?.quotedRange?.from ?? text.length;
  return {
    from: at,
    to: at,
    insert: oneLine(passage.slice(theirs.from, after?.sourceRange?.from ?? theirs.to)),
  };
}

/** A change of the plain words as one of the quotation as written; null where markup stands within. */
function asWritten({ runs }: PreparedQuotation, { from, to, insert }: Splice): Splice | null {
  const run = runs.find(({ at, written }) => at <= from && to <= at + written.to - written.from);
  if (!run) return null;
  const shift = run.written.from - run.at;
  return { from: from + shift, to: to + shift, insert };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
