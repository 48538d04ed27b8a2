import type { BibliographyEntry } from '../bibliography/model.ts';
import type { PageRange } from '../pages/model.ts';
import { printedOn } from '../pages/printed-on.ts';

/** An entry, and the file that it is in. */
export class EntryAt {
  private pages: readonly PageRange[] | null | undefined;

  constructor(
    readonly path: string,
    readonly entry: BibliographyEntry,
  ) {}

  /** The pages of the work; null where its entry has none. Cached, since every citation with a page asks. */
  get printedOn(): readonly PageRange[] | null {
    return this.pages === undefined ? (this.pages = printedOn(this.entry.sketch().pages)) : this.pages;
  }
}
