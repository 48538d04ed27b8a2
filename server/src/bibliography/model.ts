/** What a bibliography file holds, whatever its format. */
import type { ReadingProblem, Token } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';

/** A person or body as CSL-JSON has it. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

/** CSL's date: `date-parts` holds one or two dates of year, month, day. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly literal?: string;
  readonly raw?: string;
  readonly circa?: boolean | number | string;
  readonly season?: string | number;
}

/** A bibliographic item in CSL-JSON, the one form that every format is decoded to. */
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
 * What can be told of an entry from a quick look, without decoding LaTeX in full: enough to match a name
 * and a year in prose against thousands of entries.
 */
export interface EntrySketch {
  /** Family names, or the whole name of a body; of the editors where there is no author. */
  readonly names: readonly string[];
  /** Four digits, with a letter where the entry has one (`2005a`). */
  readonly year: string | null;
  readonly title: string | null;
  /** As written: `661--675`. */
  readonly pages: string | null;
}

/** A BibTeX entry that is yet to be freed from LaTeX. */
export interface LatexEntry {
  readonly id: string;
  readonly type: string;
  /** Lower-case field name → LaTeX without its outer delimiters. */
  readonly fields: ReadonlyMap<string, string>;
}

/** An entry as scanned: where it stands and how to learn more of it. */
export interface BibliographyEntry {
  readonly key: Token;
  readonly range: TextRange;
  /** As the file says: `article`, `incollection`, `JOUR`… lower case. */
  readonly type: string;
  /** What tells how it borrows words that stand elsewhere in its file, of parents or abbreviations; '' where it does not. */
  borrowed?(): string;
  /** Cheap; computed once when first asked for. */
  sketch(): EntrySketch;
  /**
   * The family names of the persons who wrote or edited it, those with a particle (`van Dyke`) also without; no bodies.
   * The same whatever library there is to decode with.
   */
  families(): readonly string[];
  /** The entry in full, decoded by a library when first asked for; null when it cannot be. May throw nothing. */
  decode(): CslItem | null;
  /** What `decode` decodes, of an entry in LaTeX; null for one that is broken. */
  latex?(): LatexEntry | null;
}

export type BibliographyFormat = 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris';

/** A bibliography file, read as far as it can be. */
export interface BibliographyFile {
  readonly format: BibliographyFormat;
  /** In the order of the file; two entries may share a key. */
  readonly entries: readonly BibliographyEntry[];
  /** The keys by which entries name others, as BibTeX's `crossref` does; worked out when asked for. */
  readonly linkedKeys?: () => readonly Token[];
  readonly problems: readonly ReadingProblem[];
  /** Why Pandoc would refuse the whole file, though we read it. */
  readonly refusals?: readonly ReadingProblem[];
}
