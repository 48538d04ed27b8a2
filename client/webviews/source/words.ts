/** What the page of a source says of itself. */
import type { ShownPage } from '../../src/source/messages.ts';
import { say } from '../../../server/src/words/say.ts';

/** `p. 12`, as it is printed; empty where that is not known. */
export function printed({ label }: Pick<ShownPage, 'label'>): string {
  return label === null ? '' : say('p. {page}', { page: label });
}

/** Where a page stands in its file: `page 14 of 30`; of a text without pages, which part it is. */
export function counted({ index, count, drawn }: Pick<ShownPage, 'index' | 'count' | 'drawn'>): string {
  const place = { number: String(index + 1), count: String(count) };
  return drawn ? say('page {number} of {count}', place) : say('part {number} of {count}', place);
}

/** That what is selected began on a page before the one that is shown. */
export function goesOn(page: Pick<ShownPage, 'label' | 'index'>): string {
  return say('selected from {page} on', { page: printed(page) || `#${page.index + 1}` });
}

/** Both, for screen readers. */
export function pageName(page: ShownPage): string {
  return [printed(page), counted(page)].filter((part) => part !== '').join(', ');
}

/** How many hits a search has, and at which it stands (from 0; -1 for none). */
export function hitsInWords(count: number, at: number, more: boolean): string {
  if (count === 0) return say('not found');
  const found = { count: String(count), number: String(at + 1) };
  if (at < 0) return more ? say('more than {count} found', found) : say('{count} found', found);
  return more ? say('{number} of more than {count}', found) : say('{number} of {count}', found);
}

/** The index of the page that a person typed: its printed number, or after `#` the page of the file; null for neither. */
export function typedPage(typed: string, known: ReadonlyMap<string, number>, count: number): number | null {
  // What stands in the box is in the reader's language.
  for (const [label, index] of known)
    if (printed({ label }).toLowerCase() === typed.trim().toLowerCase()) return index;
  const words = typed
    .trim()
    .replace(/^pp?\.?\s*/i, '')
    .toLowerCase();
  const printedAt = known.get(words);
  if (printedAt !== undefined) return printedAt;
  const number = Number(/^#?\s*(\d+)$/.exec(words)?.[1]);
  return number >= 1 && number <= count ? number - 1 : null;
}
