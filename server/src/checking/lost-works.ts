/** Which of the citations that Pandoc loses were meant as such. */
import type { LostCitation } from '../facts/model.ts';
import type { Library } from '../workspace/library.ts';
import { keysMeant, type Named } from '../workspace/summary.ts';

/** A citation that Pandoc does not read as it was meant, and the key of the work that a bibliography knows. */
export interface LostWork {
  readonly lost: LostCitation;
  readonly key: string;
}

/** Those among some names whose work a bibliography knows, and web addresses that Pandoc takes for citations, in order. */
export function lostWorks({ path, cited, lost }: Named, library: Library): LostWork[] {
  if (lost.length === 0) return [];
  const isKnown = (key: string) => library.entries(path, key).length > 0;
  return lost.flatMap((one) => {
    // Where nobody names a bibliography, Pandoc prints an address as it is.
    if (one.kind === 'address') return library.citesFromFound(path) ? [] : [{ lost: one, key: one.key.text }];
    const key = keysMeant(one).find(isKnown);
    if (key === undefined) return [];
    // A key that ends where Pandoc ends it is right as it stands.
    const { from } = one.key.range;
    const read = one.kind === 'key' && cited.find((each) => each.key.range.from === from);
    return read && isKnown(read.key.text) ? [] : [{ lost: one, key }];
  });
}
