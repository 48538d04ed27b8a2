/** Writes the works that a text describes into a bibliography beside it. */
import type { BibliographyFormat } from '../../bibliography/model.ts';
import { writtenEntry } from '../../bibliography/write-entry.ts';
import { shortened } from '../../text/shortened.ts';
import type { ActionRequest } from './action.ts';
import type { DescribedWork } from './described-works.ts';

/** The formats among which a person chooses. */
export interface NewFormat {
  readonly format: Extract<BibliographyFormat, 'bibtex' | 'csl-json'>;
  readonly name: string;
  readonly extension: string;
}

export const NEW_FORMATS: readonly NewFormat[] = [
  { format: 'bibtex', name: 'BibLaTeX', extension: 'bib' },
  { format: 'csl-json', name: 'CSL-JSON', extension: 'json' },
];

/** How much of a text is quoted with its entry, in UTF-16 units. */
const LONGEST_SOURCE = 400;

/**
 * A bibliography of works, each with the words that it was read from: in a comment above it, in CSL-JSON as `annote`,
 * which no style prints. `remarks` are comments at its end; CSL-JSON has none.
 */
export function writtenBibliography(
  works: readonly DescribedWork[],
  { format }: NewFormat,
  remarks: readonly string[] = [],
): string {
  if (format === 'csl-json')
    return `[\n${works
      .map(({ item, words }) => writtenEntry(format, { ...item, annote: shortened(words, LONGEST_SOURCE) }))
      .join(',\n')}\n]\n`;
  const entries = works.map(
    ({ item, words, where }) => `% ${where}: ${asComment(words)}\n${writtenEntry(format, item)!.trimEnd()}\n`,
  );
  return [...entries, ...(remarks.length > 0 ? [remarks.map((remark) => `% ${asComment(remark)}\n`).join('')] : [])].join('\n'); // prettier-ignore
}

/** `article.txt` → `article-notes.bib`, or with a number where there is one; null where all are taken. */
export function freePlace(
  { view: { path }, library }: Pick<ActionRequest, 'view' | 'library'>,
  what: string,
  extension: string,
): string | null {
  const stem = path.replace(/\.[^./]*$/, '');
  for (let n = 1; n < 20; n++) {
    const place = `${stem}-${what}${n === 1 ? '' : `-${n}`}.${extension}`;
    if (!library.files.has(place) && !library.bibliography(place)) return place;
  }
  return null;
}

/** Words on one line of a comment. BibTeX would begin an entry at an `@`. */
function asComment(words: string): string {
  return shortened(words.replace(/\s+/g, ' ').trim(), LONGEST_SOURCE).replaceAll('@', '(at)');
}
