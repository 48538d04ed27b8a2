/** Which lost citations were meant as citations. */
import type { LostCitation } from '../facts/model.ts';
import type { Library } from '../workspace/library.ts';
import { keysMeant } from '../workspace/names-sought.ts';
import type { Named } from '../workspace/summary.ts';

/** A citation that Pandoc misreads, and the key that a bibliography has. */
export interface LostWork {
  readonly lost: LostCitation;
  readonly key: string;
}

/** The lost citations whose key a bibliography has, and URLs that Pandoc reads as citations, in order. */
export function lostWorks({ path, cited, lost }: Named, library: Library): LostWork[] {
  if (lost.length === 0) return [];
  const isKnown = (key: string) => library.entries(path, key).length > 0;
  return lost.flatMap((one) => {
    // Without a named bibliography Pandoc prints a URL unchanged.
    if (one.kind === 'address') return library.citesFromFound(path) ? [] : [{ lost: one, key: one.key.text }];
    const key = keysMeant(one).find(isKnown);
    if (key === undefined) return [];
    // If the key that Pandoc reads is known, it is right as it is.
    const { from } = one.key.range;
    const read = one.kind === 'key' && cited.find((each) => each.key.range.from === from);
    return read && isKnown(read.key.text) ? [] : [{ lost: one, key }];
  });
}
