import type { BibliographyEntry } from '../bibliography/model.ts';
import type { PageRange } from '../pages/model.ts';
import { printedOn } from '../pages/printed-on.ts';

/** An entry, and the file that it stands in. */
export class EntryAt {
  private pages: readonly PageRange[] | null | undefined;

  constructor(
    readonly path: string,
    readonly entry: BibliographyEntry,
  ) {}

  /** The pages that the work is printed on; null where its entry does not tell. Every citation of a page asks. */
  get printedOn(): readonly PageRange[] | null {
    return this.pages === undefined ? (this.pages = printedOn(this.entry.sketch().pages)) : this.pages;
  }
}
