import type { Splice } from '../text/document-text.ts';
import type { DifferencePart, NearestPassage, PreparedQuotation } from './model.ts';

/**
 * The edits that make a quotation agree with the nearest passage, in offsets of the quotation as written.
 * Only words that differ are touched, so that quotation marks, ellipses, interpolations and markup are kept.
 * Null where an edit would cut through markup, or nothing differs.
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

/** The edit for one difference, in offsets of the quotation's plain words. */
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
    // A word is deleted with the white space before it; the first one with that after it.
    if (before?.quotedRange) return { from: before.quotedRange.to, to: ours.to, insert: '' };
    return after?.quotedRange ? { from: ours.from, to: after.quotedRange.from, insert: '' } : null;
  }
  if (!theirs) return null;
  // A word is inserted with the white space next to it in the source.
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

/** An edit of the plain words as one of the quotation as written; null where markup is inside it. */
function asWritten({ text, runs }: PreparedQuotation, { from, to, insert }: Splice): Splice | null {
  if (cutsEmphasis(text.slice(from, to))) return null;
  const run = runs.find(({ at, written }) => at <= from && to <= at + written.to - written.from);
  if (!run) return null;
  const shift = run.written.from - run.at;
  return { from: from + shift, to: to + shift, insert };
}

/** Whether emphasis or code begins in some words and does not end in them, or the other way round. */
function cutsEmphasis(words: string): boolean {
  return [/\*+/g, /_+/g, /`+/g].some((sign) => (words.match(sign)?.length ?? 0) % 2 === 1);
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
