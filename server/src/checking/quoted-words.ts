/** What the rules on quotations have in common. */
import { pageCount } from '../pages/comparison.ts';
import { prepareQuotation } from '../quotations/prepare-quotation.ts';
import { looksLikeTitle, wordCount } from '../quotations/wording.ts';
import { workLabel } from '../workspace/labels.ts';
import type { Library } from '../workspace/library.ts';
import { passagePlace } from '../workspace/quotation-places.ts';
import type { QuotationVerdict, SourcePassage } from '../workspace/quotation-verdicts.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { RelatedPlace, World } from './rule.ts';

/** The quotations of a document, each with what became of it. */
export function* quotationsOf(
  { path, quotations }: DocumentSummary,
  world: World,
): Generator<{ quotation: QuotedPassage; verdict: QuotationVerdict | null }> {
  const verdicts = world.quotations.of(path);
  for (let i = 0; i < quotations.length; i++)
    yield { quotation: quotations[i]!, verdict: verdicts[i] ?? null };
}

/** How many words are quoted; 0 where they may as well be a title. A mark leaves no doubt. */
export function wordsQuoted({ words, kind }: QuotedPassage): number {
  const { text } = prepareQuotation(words);
  return kind === 'inline' && looksLikeTitle(text) ? 0 : wordCount(text);
}

/** Letters and spaces that a page of print holds at the very least, and that a book does. */
const LEAST_PAGE = 600;
const LEAST_BOOK = 60_000;

/**
 * Whether what is here of a work can only be an excerpt, such as notes from a book: it is much shorter than the
 * bibliography says. What is not in it may be in the rest.
 */
export function isExcerpt(work: string, searched: number, path: string, library: Library): boolean {
  const known = library.entries(path, work)[0];
  if (!known) return false;
  const pages = known.printedOn;
  const count = pages && pageCount(pages);
  if (count !== null) return searched < count * LEAST_PAGE;
  return BOOKS.has(known.entry.type) && searched < LEAST_BOOK;
}

/** Types of entries that are whole books, in BibTeX’s, CSL’s and RIS’s terms. */
const BOOKS: ReadonlySet<string> = new Set(
  'book mvbook collection mvcollection edbook thesis phdthesis mastersthesis thes'.split(' '),
);

/** What a work is called in a message of the document `path`: `Lee and Shen (2011)`, else its citekey. */
export function workInWords(work: string, path: string, library: Library): string {
  return workLabel(work, path, library) ?? work;
}

const LONGEST = 160;

/** A passage as another place that a finding speaks of. */
export function relatedPassage(passage: SourcePassage, what: string, text?: string): RelatedPlace {
  const place = passagePlace(passage);
  const said =
    text === undefined ? '' : `: “${text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text}”`;
  return { path: passage.path, range: passage.range, message: `${what}${place ? `, ${place}` : ''}${said}` };
}
