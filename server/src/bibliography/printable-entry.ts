/** An entry on its way to a press, and as it is shown where no press prints it. */
import { boundedFields, boundedItem } from './bounded-entry.ts';
import { describeEntry } from './describe-entry.ts';
import type { PrintedEntry, PrintJob } from './entry-printer.ts';
import type { BibliographyEntry } from './model.ts';

/** What is said of an entry of which only a part is shown. */
export const LONG = 'What is too long in this entry is cut short here.';

/** What a press is given of an entry, cut to what it can take; null for an entry that is broken. */
export function printable(
  entry: BibliographyEntry,
): { readonly entry: PrintJob['entry']; readonly notes: readonly string[] } | null {
  const latex = entry.latex?.();
  if (latex === null) return null;
  if (latex) {
    const { kept, isCut } = boundedFields(latex.fields);
    return { entry: { latex: { ...latex, fields: kept } }, notes: isCut ? [LONG] : [] };
  }
  const item = entry.decode();
  if (item === null) return null;
  const { kept, isCut } = boundedItem(item);
  return { entry: { item: kept }, notes: isCut ? [LONG] : [] };
}

/** An entry described in our own words, in microseconds: read lightly, by no style; null for one that is broken. */
export function describedPlainly(entry: BibliographyEntry): PrintedEntry | null {
  const item = entry.decode();
  if (item === null) return null;
  const { kept, isCut } = boundedItem(item);
  return { markdown: describeEntry(kept), notes: isCut ? [LONG] : [] };
}
