import { pageSpan, plainSpan } from '../found/locators.ts';

/** The pages of a work where they are one range; a lone number may be the number of pages of a book. */
export function printedPages(pages: string | null): { from: number; to: number } | null {
  const plain = plainSpan(pages ?? '');
  if (plain) return plain.to > plain.from ? plain : null;
  const written = /^\s*(\d{1,6})\s*[-–—]{1,3}\s*(\d{1,6})\s*$/.exec(pages ?? '');
  if (!written) return null;
  const span = pageSpan(`${written[1]}-${written[2]}`);
  return span && span.to > span.from ? span : null;
}
