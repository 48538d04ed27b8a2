/**
 * How claims and names are kept. `reasoning/` and `workspace/` know only these interfaces. Each has a compact
 * implementation (`packed-store.ts`) and one of plain maps that is easily seen to be right
 * (`plain-store.ts`).
 */
import type { LiveClaims, StoreChange } from '../reasoning/claim-changes.ts';
import type { WordQuery } from '../reasoning/claim-words.ts';
import type { ClaimRecord } from '../reasoning/model.ts';
import type { HashedNames } from '../text/hashed-names.ts';
import type { CitedWork, DocumentSummary } from '../workspace/summary.ts';
import type { Token } from '../facts/model.ts';

/** Creates the tables of one workspace. */
export interface Store {
  /**
   * `broken` is called with the path of a file whose packed claims cannot be decoded, so that it is read
   * again.
   */
  claims(broken?: (path: string) => void): ClaimTables;
  names(): NameTable;
  /**
   * `broken` is called with the path of a document whose summary cannot be decoded, so that it is read again.
   */
  summaries(broken?: (path: string) => void): SummaryKeeper;
}

/** Who defines a name and who seeks it, whether anybody defines it or not. Sought names come as hashes. */
export interface NameTable {
  /** The files that define `name`, in no order. */
  definers(name: string): Iterable<string>;
  isDefined(name: string): boolean;
  /** The files that seek `name`, in no order. */
  seekers(name: string): Iterable<string>;
  /**
   * Replaces what `file` defines. Each name has a signature of all that the findings of its seekers depend
   * on. Returns the names that were added, removed, or have another signature now.
   */
  setDefinitions(file: string, definitions: ReadonlyMap<string, string>): string[];
  /** Replaces the names that `file` seeks; they must be distinct. */
  setSought(file: string, sought: HashedNames): void;
  /** Sorts the indexes after many additions, so that the first query need not. */
  prepare(): void;
  /** Whether `file` seeks any name that nothing defines. */
  seeksMissing(file: string): boolean;
  /** Whether `file` seeks any name. */
  seeksAny(file: string): boolean;
  /** The files that seek a name which nothing defines. May yield a file more than once. */
  waiting(): Iterable<string>;
  /**
   * The index as plain data in a fixed order, to compare an updated index with a rebuilt one. Names are
   * hashes.
   */
  dump(): NameDump;
}

export interface NameDump {
  readonly definers: readonly [name: string, [file: string, signature: string][]][];
  readonly seekers: readonly [name: string, files: string[]][];
}

/** Keeps the summaries of documents that no editor shows. */
export interface SummaryKeeper {
  /** Keeps a summary that was packed by whoever read the text. */
  keep(path: string, summary: PackedSummary): DocumentSummary;
}

/** The claims of a workspace and the indexes by which they are found. */
export interface ClaimTables {
  readonly records: ClaimRecords;
  readonly names: ClaimNames;
  readonly statements: StatementTable;
  readonly words: ClaimWords;
  /**
   * Adds a file that has no claims here yet, packed as it is. Returns the handles in the order of the text.
   * `loaded` is called for each claim with the union of its names' marks.
   */
  load(
    path: string,
    source: string | null,
    file: PackedFile,
    loaded: (handle: number, marks: number) => void,
  ): readonly number[];
  /** The claims of a packed file, as objects. */
  unpack(path: string, source: string | null, file: PackedFile): ClaimRecord[];
  /** Sorts the indexes after many additions, so that the first query need not. */
  prepare(): void;
}

/**
 * Claims under numbers (handles). A claim keeps its handle while its meaning stays the same, wherever it
 * moves in its file.
 */
export interface ClaimRecords {
  /** How many claims there are. */
  readonly size: number;
  /** The files, also those without claims. */
  paths(): IterableIterator<string>;
  has(path: string): boolean;
  /** The work whose text a file is. */
  sourceOf(path: string): string | null;
  /** The handles of a file's claims in the order of its text. */
  handlesIn(path: string): readonly number[];
  /**
   * The claim of a handle. A released handle gives a claim that says nothing: a corrupt cache may still have
   * names that lead to it.
   */
  claim(handle: number): ClaimRecord;
  pathOf(handle: number): string;
  /** The claim's index among those of its file. */
  placeIn(handle: number): number;
  /** Where the claim of a handle begins in its file. */
  fromOf(handle: number): number;
  /** Whether the file of the handle was last changed by an edit. */
  isLive(handle: number): boolean;
  /** A hint that many queries about a file's claims will follow. */
  take(path: string): void;
  /** Compares a file's new claims with those it had. Removed handles can still be read until `settle`. */
  compare(path: string, claims: LiveClaims): StoreChange & { readonly handles: readonly number[] };
  /** Applies what `compare` found. */
  settle(
    path: string,
    source: string | null,
    claims: LiveClaims,
    change: StoreChange,
    handles: readonly number[],
  ): void;
  /** Forgets a file whose claims were removed already. */
  drop(path: string): void;
}

/**
 * Names to claims, many to many. A name is known by a 32-bit hash, so answers may hold claims of other names,
 * which the caller filters. Each entry carries a mark of seven bits.
 */
export interface ClaimNames {
  add(name: number, handle: number, mark: number): void;
  /** Removes one entry. */
  delete(name: number, handle: number, mark: number): void;
  /** The claims of a name, in no order. */
  get(name: number): number[];
  /** As `get`, with the marks. */
  forEach(name: number, visit: (handle: number, mark: number) => void): void;
}

/**
 * What claims state, by the hash of actor and property (the name) and of the value (the mark), with the days.
 */
export interface StatementTable {
  add(name: number, mark: number, handle: number, from: number, to: number): void;
  /** Removes one statement of a claim. */
  delete(name: number, mark: number, handle: number): void;
  /**
   * Visits the statements of a name that overlap the days `from` to `to`, in no order. Marks come as signed
   * integers.
   */
  forEachMeeting(name: number, from: number, to: number, visit: (handle: number, mark: number) => void): void;
  /** How many statements there are of a name. */
  countOf(name: number): number;
  /**
   * An index of the name's statements by value and time if there are many, else null. `compare` orders
   * claims.
   */
  groupsOf(name: number, compare: (handle: number, other: number) => number): SearchableStatements | null;
  /** An index of the statements of several names, however few. */
  groupsOfAll(
    names: Iterable<number>,
    compare: (handle: number, other: number) => number,
  ): SearchableStatements;
}

/** Very many statements of one property of one actor. */
export interface SearchableStatements {
  /**
   * Visits claims with a statement that overlaps the days `from` to `to` and whose value `opposes` selects.
   * `opposes` gets the value's mark and one claim with that value. Stops when `visit` returns false or the
   * budget is used up. Returns whether all were visited.
   */
  forEachOpposing(
    from: number,
    to: number,
    budget: SearchBudget,
    opposes: (mark: number, handle: number) => boolean,
    visit: (handle: number) => boolean,
  ): boolean;

  /** How many entries there are. */
  readonly size: number;

  /**
   * The entries whose claim has the place `key` (`keyOf` gives a claim's place), by value, then in the order
   * of files and text.
   */
  at(key: string, keyOf: (handle: number) => string): readonly number[];

  /** As `forEachOpposing`, for some entries only. */
  forEachOpposingOf(
    some: readonly number[],
    days: { readonly from: number; readonly to: number },
    budget: SearchBudget,
    opposes: (mark: number, handle: number) => boolean,
    visit: (handle: number) => boolean,
  ): boolean;
}

/** How many entries one search may still look at. Searches count it down. */
export interface SearchBudget {
  left: number;
}

/** Which files may hold a claim with certain words. */
export interface ClaimWords {
  /**
   * Whether a file may hold the words. `claims` loads the file's claims, for a file that has no filter yet.
   */
  mayHold(path: string, query: WordQuery, claims: () => readonly ClaimRecord[]): boolean;
  /** The claims of a file changed. */
  drop(path: string): void;
}

/** The claims of one file. `bytes` holds them one after another, `starts` the offset of each and the end. */
export interface PackedClaims {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** All that is kept of a file's claims, prepared by whoever reads its text. */
export interface PackedFile {
  readonly claims: PackedClaims;
  /** As `RegistrationPacker` packs them. Used once, when the file is added. */
  readonly registrations: Uint32Array;
  /** As `sieveOf` gives it. */
  readonly sieve: Uint32Array;
}

/** The long lists of a summary. */
export interface SummaryLists {
  readonly cited: readonly CitedWork[];
  readonly actors: readonly Token[];
  readonly asserters: readonly Token[];
  readonly called: readonly Token[];
  readonly written: readonly Token[];
}

/** What of a summary is no long list; what is nothing is left out, as most of it is. */
export type ShortSummary = Partial<Omit<DocumentSummary, keyof SummaryLists | 'lines' | 'path'>>;

/** A summary in the form in which it is kept, or sent elsewhere. */
export interface PackedSummary {
  /** All but the long lists, as plain data. */
  readonly short: ShortSummary;
  /** The long lists, as one record. */
  readonly lists: Uint8Array;
  /** As `LineIndex` packs them. */
  readonly lines: Uint8Array;
}
