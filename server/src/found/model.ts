/**
 * What a text says that was not written in Pandoc's notation: a converted article whose notes are
 * superscripts and whose citations are names and years in the prose. Plain data; every offset is an absolute
 * UTF-16 offset into the LF text, every index counts from zero within the list that it is about.
 */
import type { CitationMode, Locator, Token } from '../facts/model.ts';
import type { PageSpan } from '../pages/model.ts';
import type { TextRange } from '../text/range.ts';

/** A person or body as a citation or an entry names it. */
export interface FoundName {
  /** The family name with its particles, or the whole name of a body. */
  readonly family: string;
  /** As written: `CK`, `C. K.`, `Ching Kwan`; null where only the family name stands. */
  readonly given: string | null;
  /** An organisation, as far as one can tell from the words. */
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
  /** Index into `noteDefinitions`; null where the list has no such note. */
  readonly definition: number | null;
  /** Which list of notes it belongs to, index into `noteLists`. */
  readonly list: number;
}

export interface FoundNoteDefinition {
  readonly label: string;
  /** From the label to the end of the note, white space after it left out. */
  readonly range: TextRange;
  /** The number alone. */
  readonly labelRange: TextRange;
  readonly bodyRange: TextRange;
  /** Indices of the markers that lead here, in the order of the text. */
  readonly markers: readonly number[];
  /** Which list of notes it stands in, index into `noteLists`. */
  readonly list: number;
}

/** A numbered list of notes. A book converted whole may have one for each chapter. */
export interface FoundNoteList {
  /** The words of the heading over it, as written; null for a list at the end without one. */
  readonly heading: Token | null;
  /** From the first note to the end of the last. */
  readonly range: TextRange;
  /** The stretch of text whose markers are looked for in this list. */
  readonly scope: TextRange;
  readonly style: MarkerStyle;
}

// ----------------------------------------------------------------------------- works cited in notes

/** A work that is no book, article or the like. */
export type WorkKind = 'case' | 'statute' | 'archive' | 'unpublished' | 'news';

/** A work as a note describes it in full. */
export interface NoteWork {
  /** The stretch of the note that describes it. */
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  readonly title: string | null;
  /** All the words of the description: a translated title in brackets is among them. */
  readonly description: string;
  /** Four digits, and a letter where there is one. */
  readonly year: string | null;
  /** What it is, where its form tells. */
  readonly kind?: WorkKind;
  /** The name that the note gives it for later: *hereinafter Borders Report*. */
  readonly alias?: string;
  /** The collection that it stands in, where the note names its editors: `op. cit.` may stand for that. */
  readonly container: {
    readonly range: TextRange;
    readonly names: readonly FoundName[];
    readonly title: string | null;
  } | null;
}

/** A note and what it cites: found notes, or Pandoc's where the caller handed those over. */
export interface NoteWorks {
  /** Index into `noteDefinitions`, or into the `notes` of the options in a document with Pandoc's notes. */
  readonly note: number;
  readonly label: string;
  readonly bodyRange: TextRange;
  /** Works described in full, in the order of the note; short forms are in `shortTitles`. */
  readonly works: readonly NoteWork[];
}

export type ShortTitleForm = 'ibid' | 'idem' | 'op-cit' | 'loc-cit' | 'art-cit' | 'supra' | 'short-title';

/** The work that a short form stands for. */
export interface WorkTarget {
  /** Index into `noteWorks`. */
  readonly note: number;
  /** Index into the works of that note; null where the note as a whole is meant. */
  readonly work: number | null;
  /** `container`: the collection that the work stands in. */
  readonly part: 'work' | 'container';
  readonly range: TextRange;
  /** Where the work is cited by its citekey: that. */
  readonly key?: string;
}

/** `Ibid.`, `Tilly, op. cit., p. 4`, `supra note 12`, `ebd.`, `a.a.O.`, `ivi`, `ob. cit.` … */
export interface ShortTitle {
  readonly form: ShortTitleForm;
  /** The words of the form alone: `op. cit.`, `supra note 12`. */
  readonly range: TextRange;
  /** With the names and the short title in front and the locator after. */
  readonly wholeRange: TextRange;
  /** Index into `noteWorks` of the note that it stands in. */
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
   * Indices into `noteWorks`, from the note that this one points to first, to the one that holds the work:
   * for note 4 `Ibid.` after note 3 `Ibidem` after note 2, those of notes 3 and 2.
   */
  readonly chain: readonly number[];
  readonly status: 'resolved' | 'unresolved' | 'ambiguous';
  /** Unresolved, perhaps for no fault of the text: what it stands for may be there and was not read. */
  readonly inDoubt?: boolean;
}

// ------------------------------------------------------------------------------------ reference list

/** An entry of the text's own list of references. */
export interface FoundReference {
  readonly range: TextRange;
  /** Made of names and year, stable and unique in the text: `leeShen2011`. */
  readonly key: string;
  /** Its number in a numbered list, decimal digits; null in a list without numbers. */
  readonly label: string | null;
  /** The authors; the editors where there is no author. Empty where a numbered entry was not understood. */
  readonly names: readonly FoundName[];
  /** Editors of the collection that it stands in. */
  readonly editors: readonly FoundName[];
  /** Four digits without letter; null for `forthcoming`, `n.d.`, or where none was found. */
  readonly year: string | null;
  /** `a` of `2005a`; empty where there is none. */
  readonly yearSuffix: string;
  /** Years that stand with it and may be cited instead: of the first edition, of the reprint. */
  readonly otherYears: readonly string[];
  readonly yearRange: TextRange | null;
  readonly title: string | null;
  readonly containerTitle: string | null;
  /** Pages of the article or chapter; null for a whole book or where it is not certain. */
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
   * What an editor would put Pandoc's citation in place of: the item in its parenthesis, without the
   * parenthesis (NormalCitation); names and parenthesis (AuthorInText); the parenthesis (SuppressAuthor).
   */
  readonly range: TextRange;
  /** The parenthesis, brackets with it; items of one parenthesis share it and their `group`. */
  readonly groupRange: TextRange;
  /** Items of one parenthesis share a number; numbers rise through the text. */
  readonly group: number;
  /** As written, or those of the author that a follow-up goes back to. */
  readonly names: readonly FoundName[];
  /** Where the names stand; of a follow-up, where the author was named; null where nobody was found. */
  readonly namesRange: TextRange | null;
  /** `et al.` or its like follows the names. */
  readonly etAl: boolean;
  /** The names stand elsewhere: (2011: 177) or (p. 177) after an author already named. */
  readonly followUp: boolean;
  /** Four digits without letter; null for a follow-up by page alone, `ibid.`, `forthcoming`. */
  readonly year: string | null;
  /** `a` of `2005a`; empty where there is none. */
  readonly yearSuffix: string;
  readonly yearRange: TextRange | null;
  readonly locator: Locator | null;
  /** The pages that the locator names, where it is of pages. */
  readonly pages: PageSpan | null;
  /** `see also`, `cited in`, `e.g.`; empty when there is none. */
  readonly prefix: string;
  /** `emphasis added`; empty when there is none. */
  readonly suffix: string;
  /** Entries that it may mean, by their index: the one meant when resolved, several when ambiguous. */
  readonly candidates: readonly number[];
  /** Entries that come near where none matches: another year, other company, or a letter's difference. */
  readonly near: readonly number[];
  /** No entry matches, but its name and year stand together in the list: an entry was misread, not forgotten. */
  readonly standsInList: boolean;
  /** Ambiguous: several entries, or one entry and a work that the list lacks. */
  readonly status: 'resolved' | 'unresolved' | 'ambiguous';
  /**
   * The citation that this one was found in (`Tanner, 1988, cited in Weaver, 2003`): its index; else null. Many
   * styles list the latter work only, so that the former needs no entry.
   */
  readonly citedIn: number | null;
}

/**
 * Two names used like a citation, without a year, where no reference knows both: a slip for one of the
 * company that the text cites elsewhere.
 */
export interface UndatedNames {
  /** The names where they are first used so. */
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  /** Those of the names that no reference has. */
  readonly unknown: readonly FoundName[];
  /** References that have one of the names, in other company. */
  readonly near: readonly number[];
  /** Where the same names stand again. */
  readonly again: readonly TextRange[];
}

// -------------------------------------------------------------------------------------- understanding

/** How well a list was understood: of the text's calls, and of the list's own entries. */
export interface Understanding {
  /** Markers that call its notes; citations that call its references. */
  readonly calls: number;
  /** Those that lead to an entry. */
  readonly explained: number;
  /** Notes or references in it that were read. */
  readonly entries: number;
  /** Those that the text calls. */
  readonly called: number;
  /** What stands in it like an entry and was not read. */
  readonly unread: number;
}

/** A list of which too little was understood for its faults to be told one by one. */
export interface PartlyUnderstood {
  readonly kind: 'notes' | 'references';
  /** Index into `noteLists`; 0 for the references, which are judged together. */
  readonly list: number;
  /** Its heading, or where it begins. */
  readonly range: TextRange;
  readonly understanding: Understanding;
  /** What was not understood: entries, calls that lead nowhere, entries that nothing calls. */
  readonly places: readonly TextRange[];
}

// --------------------------------------------------------------------------------------------- facts

export interface FoundOptions {
  /** Code, raw HTML, URLs, attributes, comments, front matter: sorted, as `DocumentFacts.opaque` has them. */
  readonly opaque: readonly TextRange[];
  /** The document has Pandoc's notes, so numbers are not looked for. */
  readonly hasPandocNotes: boolean;
  /** Pandoc's notes in order, so that short titles in them are resolved too. */
  readonly notes?: readonly { readonly label: string; readonly bodyRange: TextRange }[];
  /** Pandoc's citations, which are left alone: sorted ranges of whole brackets or bare citations, with their citekeys. */
  readonly citations?: readonly (TextRange & { readonly key?: string })[];
}

export interface FoundFacts {
  readonly noteLists: readonly FoundNoteList[];
  readonly markers: readonly FoundMarker[];
  readonly noteDefinitions: readonly FoundNoteDefinition[];
  /** Indices of definitions that no marker leads to. */
  readonly unusedNotes: readonly number[];
  /** Indices of markers whose first use is out of order: the fewest that would have to move. */
  readonly misorderedMarkers: readonly number[];
  readonly noteWorks: readonly NoteWorks[];
  readonly shortTitles: readonly ShortTitle[];
  /** Headings of the lists of references, in order; empty for a text without one. */
  readonly referenceHeadings: readonly Token[];
  readonly references: readonly FoundReference[];
  /** What stands among the references like an entry, and was not read. */
  readonly unreadReferences: readonly TextRange[];
  /** Pairs of references that describe one work twice, by index. */
  readonly duplicateReferences: readonly (readonly [number, number])[];
  /** Indices of references that nothing cites; empty where the text cites none of its list at all. */
  readonly uncitedReferences: readonly number[];
  /** Dated citations of a text with a list of references. */
  readonly citations: readonly FoundCitation[];
  /**
   * In a text without a list: what would be citations if a bibliography knows them. Those that
   * `resolveFound` finds no entry for should stay unread.
   */
  readonly possibleCitations: readonly FoundCitation[];
  /** Indices of citations whose pages lie outside those of the one entry meant. */
  readonly locatorsOutside: readonly number[];
  readonly undatedNames: readonly UndatedNames[];
  /** Lists that were understood in part only: `unusedNotes` and the like are silent of these. */
  readonly partly: readonly PartlyUnderstood[];
}

// ---------------------------------------------------------------------- against a given bibliography

/** As much of a bibliography's entry as matching needs; an `EntrySketch` with its key fits. */
export interface KnownEntry {
  readonly key: string;
  /** Family names, or whole names of bodies; `Family, Given` is understood. */
  readonly names: readonly string[];
  /** Four digits, with a letter where the entry has one. */
  readonly year: string | null;
  readonly title?: string | null;
  readonly pages?: string | null;
}

/** What a citation, reference or work in a note turned out to be in the bibliography. */
export interface EntryMatch {
  /** Citekeys; one when resolved, several when ambiguous, none when the bibliography has no such entry. */
  readonly keys: readonly string[];
  readonly status: 'resolved' | 'unresolved' | 'ambiguous';
}

export interface FoundResolution {
  /** For each of `references`, the entry that describes the same work. */
  readonly references: readonly EntryMatch[];
  /** For each of `citations`: by way of its reference, or directly where its own list has none. */
  readonly citations: readonly EntryMatch[];
  readonly possibleCitations: readonly EntryMatch[];
  /** For each of `noteWorks`, for each of its works. */
  readonly noteWorks: readonly (readonly EntryMatch[])[];
  /** For each of `shortTitles`, by way of its target. */
  readonly shortTitles: readonly EntryMatch[];
}
