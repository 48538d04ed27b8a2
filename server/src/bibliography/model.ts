/** The content of a bibliography file, independent of format. */
import type { ReadingProblem, Token } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';

/** A person or body in CSL-JSON. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

/** A CSL date: `date-parts` has one or two dates of year, month, day. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly literal?: string;
  readonly raw?: string;
  readonly circa?: boolean | number | string;
  readonly season?: string | number;
}

/** A CSL-JSON item: every format is converted to it. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly issued?: CslDate;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly volume?: string | number;
  readonly issue?: string | number;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly [field: string]: unknown;
}

/**
 * What can be read quickly, without full decoding of LaTeX: enough to match a name and a year in prose
 * against thousands of entries.
 */
export interface EntrySketch {
  /** Family names, or names of bodies; those of the editors where there is no author. */
  readonly names: readonly string[];
  /** `Family, Given` of names in Han characters, which prose has whole and without a space. */
  readonly spoken?: readonly string[];
  /** Four digits, with a letter where the entry has one (`2005a`). */
  readonly year: string | null;
  readonly title: string | null;
  /** As written: `661--675`. */
  readonly pages: string | null;
}

/** A BibTeX entry before decoding. */
export interface LatexEntry {
  readonly id: string;
  readonly type: string;
  /** Lower-case field name → LaTeX without its outer delimiters. */
  readonly fields: ReadonlyMap<string, string>;
}

/** A scanned entry: its range, and methods to decode it. */
export interface BibliographyEntry {
  readonly key: Token;
  readonly range: TextRange;
  /** As in the file: `article`, `incollection`, `JOUR`… in lower case. */
  readonly type: string;
  /** A fingerprint of the text elsewhere in the file that it depends on (parents, abbreviations); '' for none. */
  borrowed?(): string;
  /** Cheap; computed on first use. */
  sketch(): EntrySketch;
  /**
   * The family names of its authors and editors, those with a particle (`van Dyke`) also without it; no
   * bodies. Independent of the decoder.
   */
  families(): readonly string[];
  /** The full entry, decoded on first use; null when it cannot be. Never throws. */
  decode(): CslItem | null;
  /** What it says of files that hold its work, where that is no field of CSL: as it stands in the file, of any shape. */
  attached?(): unknown;
  /** What `decode` decodes, for an entry in LaTeX; null for a broken one. */
  latex?(): LatexEntry | null;
}

export type BibliographyFormat = 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris';

/** A bibliography file, as far as it could be read. */
export interface BibliographyFile {
  readonly format: BibliographyFormat;
  /** In the order of the file; keys may be duplicates. */
  readonly entries: readonly BibliographyEntry[];
  /** The keys by which entries name others (`crossref`, for example); computed on demand. */
  readonly linkedKeys?: () => readonly Token[];
  readonly problems: readonly ReadingProblem[];
  /** Where the program that wrote it looks for the files of works, as it is written; those of the bibliography first. */
  readonly fileFolders?: readonly string[];
  /** Errors for which Pandoc refuses the whole file, although we read it. */
  readonly refusals?: readonly ReadingProblem[];
}
