import type { BibliographyEntry } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';

/** Computed once per entry: the library is searched at every keystroke. */
const KNOWN_BY = new WeakMap<BibliographyEntry, string>();

/** The text by which an entry is found: key, names, year and title, folded. */
export function knownBy(entry: BibliographyEntry): string {
  let known = KNOWN_BY.get(entry);
  if (known === undefined) {
    const { names, year, title } = entry.sketch();
    known = folded(`${entry.key.text} ${names.join(' ')} ${year ?? ''} ${title ?? ''}`);
    KNOWN_BY.set(entry, known);
  }
  return known;
}
