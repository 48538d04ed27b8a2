/**
 * The facts of a text that is not in Pandoc's notation: a converted article whose notes are
 * superscripts and whose citations are names and years. Plain data; every offset is an absolute
 * UTF-16 offset into the LF text, every index is zero-based.
 */
import type { CitationMode, Locator, Token } from '../facts/model.ts';
import type { PageSpan } from '../pages/model.ts';
import type { TextRange } from '../text/range.ts';

/** A person or body as a citation or an entry names it. */
export interface FoundName {
  /** The family name with its particles, or the whole name of an organisation. */
  readonly family: string;
  /** As written: `CK`, `C. K.`, `Ching Kwan`; null if there is only the family name. */
  readonly given: string | null;
  /** Whether it is an organisation, as far as the words show it. */
  readonly isBody: boolean;
}

export type { PageSpan };

// ---------------------------------------------------------------------------------------------- notes

/** How a note's number is written: the name of a convention that yields markers, `superscript` for `¹⁵`. */
export type MarkerStyle = string;

export interface FoundMarker {
  readonly style: MarkerStyle;
  /** Decimal digits, whatever the style. */
  readonly label: string;
  /** The whole marker, tags and brackets with it. */
  readonly range: TextRange;
  /** Index into `noteDefinitions`; null if the list has no such note. */
  readonly definition: number | null;
  /** Which list of notes it belongs to, index into `noteLists`. */
  readonly list: number;
}

export interface FoundNoteDefinition {
  readonly label: string;
  /** From the label to the end of the note, without trailing white space. */
  readonly range: TextRange;
  /** The range of the number. */
  readonly labelRange: TextRange;
  readonly bodyRange: TextRange;
  /** Indices of the markers that lead here, in the order of the text. */
  readonly markers: readonly number[];
  /** Index into `noteLists` of the list that contains it. */
  readonly list: number;
}

/** A numbered list of notes. A book converted whole may have one for each chapter. */
export interface FoundNoteList {
  /** The words of its heading, as written; null for a list at the end without one. */
  readonly heading: Token | null;
  /** From the first note to the end of the last. */
  readonly range: TextRange;
  /** The range of text whose markers belong to this list. */
  readonly scope: TextRange;
  readonly style: MarkerStyle;
}

// ----------------------------------------------------------------------------- works cited in notes

/** A kind of work other than a book, article or the like. */
export type WorkKind = 'case' | 'statute' | 'archive' | 'unpublished' | 'news';

/** A work as a note describes it in full. */
export interface NoteWork {
  /** The range that describes it. */
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  readonly title: string | null;
  /** All words of the description, including a translated title in brackets. */
  readonly description: string;
  /** Four digits, and a letter where there is one. */
  readonly year: string | null;
  /** Its kind, if its form shows it. */
  readonly kind?: WorkKind;
  /** Its alias in later notes: *hereinafter Borders Report*. */
  readonly alias?: string;
  /** The collection that contains it, if the note names its editors; `op. cit.` may refer to it. */
  readonly container: {
    readonly range: TextRange;
    readonly names: readonly FoundName[];
    readonly title: string | null;
  } | null;
}

/** A note and what it cites: a found note, or one of Pandoc's from the options. */
export interface NoteWorks {
  /** Index into `noteDefinitions`, or into the `notes` of the options in a document with Pandoc's notes. */
  readonly note: number;
  readonly label: string;
  readonly bodyRange: TextRange;
  /** Works that are described in full, in order; short forms are in `shortTitles`. */
  readonly works: readonly NoteWork[];
}

export type ShortTitleForm = 'ibid' | 'idem' | 'op-cit' | 'loc-cit' | 'art-cit' | 'supra' | 'short-title';

/** The work that a short form refers to. */
export interface WorkTarget {
  /** Index into `noteWorks`. */
  readonly note: number;
  /** Index into the works of that note; null for the whole note. */
  readonly work: number | null;
  /** `container`: the collection that contains the work. */
  readonly part: 'work' | 'container';
  readonly range: TextRange;
  /** The citekey, if the work is cited by it. */
  readonly key?: string;
}

/** `Ibid.`, `Tilly, op. cit., p. 4`, `supra note 12`, `ebd.`, `a.a.O.`, `ivi`, `ob. cit.` … */
export interface ShortTitle {
  readonly form: ShortTitleForm;
  /** The words of the form alone: `op. cit.`, `supra note 12`. */
  readonly range: TextRange;
  /** With the names and the short title in front and the locator after. */
  readonly wholeRange: TextRange;
  /** Index into `noteWorks` of its note. */
  readonly note: number;
  /** The authors or editors named with it. */
  readonly names: readonly FoundName[];
  /** The short title named with it, as written. */
  readonly title: string | null;
  readonly locator: Locator | null;
  /** The note that `supra note 12` names. */
  readonly noteLabel: string | null;
  /** The work meant; null unless resolved. */
  readonly target: WorkTarget | null;
  /** More than one when ambiguous; the one meant when resolved. */
  readonly candidates: readonly WorkTarget[];
  /**
   * Indices into `noteWorks`, from the note that this one refers to first, to the one with the work:
   * for note 4 `Ibid.` after note 3 `Ibidem` after note 2, those of notes 3 and 2.
   */
  readonly chain: readonly number[];
  readonly status: 'resolved' | 'unresolved' | 'ambiguous';
  /** Unresolved, but its target may exist without having been read. */
  readonly inDoubt?: boolean;
}

// ------------------------------------------------------------------------------------ reference list

/** An entry of the text's own list of references. */
export interface FoundReference {
  readonly range: TextRange;
  /** Made of names and year, stable and unique in the text: `leeShen2011`. */
  readonly key: string;
  /** Its number in a numbered list, in decimal digits; null in a list without numbers. */
  readonly label: string | null;
  /** The authors, or the editors if there are none. Empty if a numbered entry was not understood. */
  readonly names: readonly FoundName[];
  /** Editors of the collection that contains it. */
  readonly editors: readonly FoundName[];
  /** Four digits without letter; null for `forthcoming`, `n.d.`, or where none was found. */
  readonly year: string | null;
  /** `a` of `2005a`; empty where there is none. */
  readonly yearSuffix: string;
  /** Further years that may be cited instead: of the first edition, of the reprint. */
  readonly otherYears: readonly string[];
  readonly yearRange: TextRange | null;
  readonly title: string | null;
  readonly containerTitle: string | null;
  /** Pages of the article or chapter; null for a whole book or if uncertain. */
  readonly pages: PageSpan | null;
  /** Indices of the citations that cite it, or may. */
  readonly citedBy: readonly number[];
}

// ------------------------------------------------------------------------------ author-year citations

export interface FoundCitation {
  /**
   * `NormalCitation` within a parenthesis with its names, `AuthorInText` with its names just in front,
   * `SuppressAuthor` where the parenthesis has the year (or page) only and the author is named elsewhere in
   * the prose, or in front but in the possessive.
   */
  readonly mode: CitationMode;
  /** As written, from `range`. */
  readonly text: string;
  /** The number by which an entry of a numbered list is cited; null for names and years. */
  readonly number: string | null;
  /**
   * What a conversion to Pandoc's notation replaces: the item in its parenthesis, without the
   * parenthesis (NormalCitation); names and parenthesis (AuthorInText); the parenthesis (SuppressAuthor).
   */
  readonly range: TextRange;
  /** The parenthesis with its brackets; items of one parenthesis share it and their `group`. */
  readonly groupRange: TextRange;
  /** Items of one parenthesis share a number; numbers are ascending. */
  readonly group: number;
  /** As written, or those of the author that a follow-up refers to. */
  readonly names: readonly FoundName[];
  /** The range of the names, for a follow-up where the author was named; null if nobody was found. */
  readonly namesRange: TextRange | null;
  /** Whether `et al.` or the like follows the names. */
  readonly etAl: boolean;
  /** Whether the names are elsewhere: (2011: 177) or (p. 177) after an author already named. */
  readonly followUp: boolean;
  /** Four digits without letter; null for a follow-up by page alone, `ibid.`, `forthcoming`. */
  readonly year: string | null;
  /** `a` of `2005a`; empty where there is none. */
  readonly yearSuffix: string;
  readonly yearRange: TextRange | null;
  readonly locator: Locator | null;
  /** The pages of the locator, if it has pages. */
  readonly pages: PageSpan | null;
  /** `see also`, `cited in`, `e.g.`; empty when there is none. */
  readonly prefix: string;
  /** `emphasis added`; empty when there is none. */
  readonly suffix: string;
  /** Indices of the entries that it may mean: one if resolved, several if ambiguous. */
  readonly candidates: readonly number[];
  /** If no entry matches, similar ones: with another year, other co-authors, or one different letter. */
  readonly near: readonly number[];
  /** No entry matches, but its name and year are close together in the list: the entry was misread. */
  readonly standsInList: boolean;
  /** No entry matches, but it may be no citation, or its entry may not have been read: nothing is told of it. */
  readonly inDoubt?: boolean;
  /** Ambiguous: several entries, or one entry and a work that the list lacks. */
  readonly status: 'resolved' | 'unresolved' | 'ambiguous';
  /**
   * The citation that this one was found in (`Tanner, 1988, cited in Weaver, 2003`): its index; else null. Many
   * styles list the latter work only, so that the former needs no entry.
   */
  readonly citedIn: number | null;
}

/**
 * Two names that are used like a citation without a year, while no reference has both: probably a mistake for
 * authors that the text cites elsewhere.
 */
export interface UndatedNames {
  /** Their first use. */
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  /** The names that no reference has. */
  readonly unknown: readonly FoundName[];
  /** References with one of the names and other co-authors. */
  readonly near: readonly number[];
  /** Further uses. */
  readonly again: readonly TextRange[];
}

// -------------------------------------------------------------------------------------- understanding

/** How well a list was understood: the calls in the text, and the list's own entries. */
export interface Understanding {
  /** Markers that call its notes; citations that call its references. */
  readonly calls: number;
  /** Those that were resolved. */
  readonly explained: number;
  /** The notes or references that were read. */
  readonly entries: number;
  /** Those that are called; null if too few calls were read to tell. */
  readonly called: number | null;
  /** What looks like an entry but was not read. */
  readonly unread: number;
}

/** A list that was understood too little for its faults to be reported singly. */
export interface PartlyUnderstood {
  readonly kind: 'notes' | 'references';
  /** Index into `noteLists`; 0 for the references, whose lists count as one. */
  readonly list: number;
  /** Its heading, or where it begins. */
  readonly range: TextRange;
  readonly understanding: Understanding;
  /** Most was understood, but its names were read from a scanned page, so that a letter may differ. */
  readonly isScanned?: boolean;
  /** What was not understood: unread entries, unresolved calls, uncalled entries. */
  readonly places: readonly TextRange[];
}

/** What is known of a text whose pages stand in columns side by side. */
export interface TextInColumns {
  /** The first page that was not read, else the first in columns. */
  readonly range: TextRange;
  /** The number of pages in columns. */
  readonly pages: number;
  /** Those whose columns could not be told apart. */
  readonly unread: readonly TextRange[];
  /** Whether the text was read at all. A fact's range ends with its first line then. */
  readonly isRead: boolean;
}

// --------------------------------------------------------------------------------------------- facts

export interface FoundOptions {
  /** Code, raw HTML, URLs, attributes, comments, front matter: sorted, as `DocumentFacts.opaque` has them. */
  readonly opaque: readonly TextRange[];
  /** The document has Pandoc notes, so note numbers are not searched. */
  readonly hasPandocNotes: boolean;
  /** Pandoc's notes in order, so that short titles in them are resolved too. */
  readonly notes?: readonly { readonly label: string; readonly bodyRange: TextRange }[];
  /**
   * Pandoc citations, which are not read here: sorted ranges of whole brackets or bare citations, with their citekeys.
   */
  readonly citations?: readonly (TextRange & { readonly key?: string })[];
}

export interface FoundFacts {
  readonly noteLists: readonly FoundNoteList[];
  readonly markers: readonly FoundMarker[];
  readonly noteDefinitions: readonly FoundNoteDefinition[];
  /** Indices of definitions without markers. */
  readonly unusedNotes: readonly number[];
  /** Indices of markers whose first use is out of order, as few as possible. */
  readonly misorderedMarkers: readonly number[];
  readonly noteWorks: readonly NoteWorks[];
  readonly shortTitles: readonly ShortTitle[];
  /** Headings of the lists of references, in order; empty if there is none. */
  readonly referenceHeadings: readonly Token[];
  /** The headings of the reference lists and of the parts of these, in order. */
  readonly referenceParts: readonly TextRange[];
  readonly references: readonly FoundReference[];
  /** What looks like a reference but was not read. */
  readonly unreadReferences: readonly TextRange[];
  /** Pairs of references that describe the same work, by index. */
  readonly duplicateReferences: readonly (readonly [number, number])[];
  /** Indices of references that nothing cites; empty if the text cites none at all. */
  readonly uncitedReferences: readonly number[];
  /** Indices of references that no citation leads to either, but of which it is not certain; nothing is told of them. */
  readonly doubtfulReferences: readonly number[];
  /** Dated citations of a text with a list of references. */
  readonly citations: readonly FoundCitation[];
  /**
   * In a text without a list: possible citations, if a bibliography knows them. Those that
   * `resolveFound` finds no entry for should be ignored.
   */
  readonly possibleCitations: readonly FoundCitation[];
  /** Indices of citations whose pages are outside those of their only entry. */
  readonly locatorsOutside: readonly number[];
  readonly undatedNames: readonly UndatedNames[];
  /** Lists that were only partly understood; `unusedNotes` and the like omit them. */
  readonly partly: readonly PartlyUnderstood[];
  /** Where pages stand in columns. */
  readonly columns?: TextInColumns;
}

// ---------------------------------------------------------------------- against a given bibliography

/** The part of an entry that matching needs; an `EntrySketch` with its key has this type. */
export interface KnownEntry {
  readonly key: string;
  /** Family names, or whole names of bodies; `Family, Given` is understood. */
  readonly names: readonly string[];
  /** `Family, Given` of names in Han characters, which prose has whole and without a space. */
  readonly spoken?: readonly string[];
  /** Four digits, with a letter where the entry has one. */
  readonly year: string | null;
  readonly title?: string | null;
  readonly pages?: string | null;
}

/** The result of looking up a citation, reference or work of a note in the bibliography. */
export interface EntryMatch {
  /** Citekeys: one if resolved, several if ambiguous, none if the bibliography has no such entry. */
  readonly keys: readonly string[];
  readonly status: 'resolved' | 'unresolved' | 'ambiguous';
}

export interface FoundResolution {
  /** For each of `references`, the entry that describes the same work. */
  readonly references: readonly EntryMatch[];
  /** For each of `citations`: through its reference, or directly if its own list has none. */
  readonly citations: readonly EntryMatch[];
  readonly possibleCitations: readonly EntryMatch[];
  /** For each of `noteWorks`, for each of its works. */
  readonly noteWorks: readonly (readonly EntryMatch[])[];
  /** For each of `shortTitles`, through its target. */
  readonly shortTitles: readonly EntryMatch[];
}
