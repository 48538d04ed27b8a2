import type { BibliographyEntry } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';

/** Made once for each entry: a library is searched at every keystroke. */
const KNOWN_BY = new WeakMap<BibliographyEntry, string>();

/** What an entry is found by when somebody types: key, names, year and title, folded. */
export function knownBy(entry: BibliographyEntry): string {
  let known = KNOWN_BY.get(entry);
  if (known === undefined) {
    const { names, year, title } = entry.sketch();
    known = folded(`${entry.key.text} ${names.join(' ')} ${year ?? ''} ${title ?? ''}`);
    KNOWN_BY.set(entry, known);
  }
  return known;
}
