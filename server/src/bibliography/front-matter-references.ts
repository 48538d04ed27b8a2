import type { FrontMatter } from '../facts/model.ts';
import { CslEntry } from './csl-entry.ts';
import { cslItemOf } from './csl-item.ts';
import type { BibliographyEntry } from './model.ts';

/** The entries under `references` in a document's front matter; ranges are the document's. */
export function referencesFromFrontMatter(frontMatter: Pick<FrontMatter, 'references'>): BibliographyEntry[] {
  return frontMatter.references.map(({ id, range, item }) => {
    const type = typeof item === 'object' && item !== null && 'type' in item ? item.type : null;
    return new CslEntry(id, range, typeof type === 'string' ? type.toLowerCase() : 'document', () =>
      cslItemOf(item, id.text),
    );
  });
}
