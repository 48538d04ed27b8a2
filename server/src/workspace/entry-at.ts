import type { BibliographyEntry } from '../bibliography/model.ts';
import { pageSpan, plainSpan } from '../found/locators.ts';
import type { PageSpan } from '../found/model.ts';

/** An entry, and the file that it stands in. */
export class EntryAt {
  private span: PageSpan | null | undefined;

  constructor(
    readonly path: string,
    readonly entry: BibliographyEntry,
  ) {}

  /**
   * The pages that the work is printed on where they are one range; a lone number may be the number of pages of a
   * book. Every citation of a page asks.
   */
  get printedOn(): PageSpan | null {
    return this.span === undefined ? (this.span = printedPages(this.entry.sketch().pages)) : this.span;
  }
}

function printedPages(pages: string | null): PageSpan | null {
  const plain = plainSpan(pages ?? '');
  if (plain) return plain.to > plain.from ? plain : null;
  const written = /^\s*(\d{1,6})\s*[-–—]{1,3}\s*(\d{1,6})\s*$/.exec(pages ?? '');
  if (!written) return null;
  const span = pageSpan(`${written[1]}-${written[2]}`);
  return span && span.to > span.from ? span : null;
}
