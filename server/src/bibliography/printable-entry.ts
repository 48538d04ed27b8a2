/** An entry prepared for printing, and its description where it cannot be printed. */
import { deferred, say } from '../words/say.ts';
import { boundedFields, boundedItem } from './bounded-entry.ts';
import { describeEntry } from './describe-entry.ts';
import type { PrintedEntry, PrintJob } from './entry-printer.ts';
import type { BibliographyEntry } from './model.ts';

/** The note on an entry that is shown only in part. */
export const LONG = deferred('What is too long in this entry is cut short here.');

/** An entry cut to the limits of an `EntryPress`; null for a broken one. */
export function printable(
  entry: BibliographyEntry,
): { readonly entry: PrintJob['entry']; readonly notes: readonly string[] } | null {
  const latex = entry.latex?.();
  if (latex === null) return null;
  if (latex) {
    const { kept, isCut } = boundedFields(latex.fields);
    return { entry: { latex: { ...latex, fields: kept } }, notes: isCut ? [say(LONG)] : [] };
  }
  const item = entry.decode();
  if (item === null) return null;
  const { kept, isCut } = boundedItem(item);
  return { entry: { item: kept }, notes: isCut ? [say(LONG)] : [] };
}

/** An entry described without a style and with light decoding, in microseconds; null for a broken one. */
export function describedPlainly(entry: BibliographyEntry): PrintedEntry | null {
  const item = entry.decode();
  if (item === null) return null;
  const { kept, isCut } = boundedItem(item);
  return { markdown: describeEntry(kept), notes: isCut ? [say(LONG)] : [] };
}
