/**
 * How claims and names are kept. `reasoning/` and `workspace/` know these interfaces alone; each has an implementation that
 * takes little room (`packed-store.ts`) and one of plain maps that is easily seen to be right (`plain-store.ts`).
 */
import type { LiveClaims, StoreChange } from '../reasoning/claim-changes.ts';
import type { WordQuery } from '../reasoning/claim-words.ts';
import type { ClaimRecord } from '../reasoning/model.ts';
import type { HashedNames } from '../text/hashed-names.ts';
import type { CitedWork, DocumentSummary } from '../workspace/summary.ts';
import type { Token } from '../facts/model.ts';

/** Makes what a workspace is kept in. */
export interface Store {
  /** `broken` is told of files whose packed claims cannot be read: they are to be read anew. */
  claims(broken?: (path: string) => void): ClaimTables;
  names(): NameTable;
  /** `broken` is told of documents whose summary cannot be read: they are to be read anew. */
  summaries(broken?: (path: string) => void): SummaryKeeper;
}

/** Who defines a name and who seeks it, whether anybody defines it or not. Names that are sought come hashed. */
export interface NameTable {
  /** The files that define `name`, in no order. */
  definers(name: string): Iterable<string>;
  isDefined(name: string): boolean;
  /** The files that seek `name`, in no order. */
  seekers(name: string): Iterable<string>;
  /**
   * Replaces what `file` defines: each name with a signature of all that seekers' findings depend on.
   * Returns the names that came, went, or mean something else now.
   */
  setDefinitions(file: string, definitions: ReadonlyMap<string, string>): string[];
  /** Replaces the names that `file` seeks, which are all different. */
  setSought(file: string, sought: HashedNames): void;
  /** Makes ready for questions once much was taken in. */
  prepare(): void;
  /** Whether `file` seeks any name that nothing defines. */
  seeksMissing(file: string): boolean;
  /** Whether `file` seeks any name. */
  seeksAny(file: string): boolean;
  /** The files that seek a name which nothing defines; one or the other more than once. */
  waiting(): Iterable<string>;
  /** The same as plain data in a fixed order, to compare one that saw many changes with a new one. Names are hashes. */
  dump(): NameDump;
}

export interface NameDump {
  readonly definers: readonly [name: string, [file: string, signature: string][]][];
  readonly seekers: readonly [name: string, files: string[]][];
}

/** Keeps the summaries of documents that no editor shows. */
export interface SummaryKeeper {
  /** A summary that was packed where the text was read. */
  keep(path: string, summary: PackedSummary): DocumentSummary;
}

/** The claims of a workspace and the names by which they find each other. */
export interface ClaimTables {
  readonly records: ClaimRecords;
  readonly names: ClaimNames;
  readonly statements: StatementTable;
  readonly words: ClaimWords;
  /**
   * Takes in a file that has no claims here yet, packed as they are; the numbers of its claims in their order. `loaded` is
   * told of each with the marks of all its names together.
   */
  load(
    path: string,
    source: string | null,
    file: PackedFile,
    loaded: (handle: number, marks: number) => void,
  ): readonly number[];
  /** The claims of a packed file, as objects. */
  unpack(path: string, source: string | null, file: PackedFile): ClaimRecord[];
  /** Makes ready for questions once much was taken in. */
  prepare(): void;
}

/**
 * Claims under numbers (handles) that stay theirs for as long as what they say stays the same, wherever they move in their
 * file.
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
   * The claim of a handle. One that is not in use any more says nothing: where the names of claims were remembered
   * wrongly, it may still go by one of them.
   */
  claim(handle: number): ClaimRecord;
  pathOf(handle: number): string;
  /** Where the claim stands among those of its file. */
  placeIn(handle: number): number;
  /** Where the claim of a handle begins in its file. */
  fromOf(handle: number): number;
  /** Whether the claim of a handle is in a file that was last changed by an edit. */
  isLive(handle: number): boolean;
  /** Question after question will be asked about the claims of a file. */
  take(path: string): void;
  /** Compares the claims of a file with those it had. Handles that go may still be read until `settle`. */
  compare(path: string, claims: LiveClaims): StoreChange & { readonly handles: readonly number[] };
  /** Carries out what `compare` found. */
  settle(
    path: string,
    source: string | null,
    claims: LiveClaims,
    change: StoreChange,
    handles: readonly number[],
  ): void;
  /** Forgets a file, whose claims are gone already. */
  drop(path: string): void;
}

/**
 * Names to claims, many to many. A name is known by a hash of 32 bits, so that an answer may hold claims of other names;
 * who asks sorts them out. Each entry carries a mark of seven bits.
 */
export interface ClaimNames {
  add(name: number, handle: number, mark: number): void;
  /** Takes away one entry. */
  delete(name: number, handle: number, mark: number): void;
  /** The claims of a name, in no order. */
  get(name: number): number[];
  /** As `get`, with the marks. */
  forEach(name: number, visit: (handle: number, mark: number) => void): void;
}

/** What claims state, by hashes of actor and property (the name) and of the value (the mark), with the days it is stated of. */
export interface StatementTable {
  add(name: number, mark: number, handle: number, from: number, to: number): void;
  /** Takes away one statement of a claim. */
  delete(name: number, mark: number, handle: number): void;
  /**
   * Visits all statements of that name which claims make of days among those from `from` to `to`, in no order; marks come
   * with a sign.
   */
  forEachMeeting(name: number, from: number, to: number, visit: (handle: number, mark: number) => void): void;
  /** How many statements there are of a name. */
  countOf(name: number): number;
  /** The statements of a name by value and time, where there are many; else null. `compare` is the order of claims. */
  groupsOf(name: number, compare: (handle: number, other: number) => number): SearchableStatements | null;
}

/** What very many claims state of one property of one actor. */
export interface SearchableStatements {
  /**
   * Visits the claims that state, of days among those from `from` to `to`, a value that `opposes` chooses by its mark
   * and one who states it, until `visit` says no or the budget is used up. Returns whether all were visited.
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

  /** The entries that speak of a place, as `keyOf` has it of their claims; by value, in the order of files and text. */
  at(key: string, keyOf: (handle: number) => string): readonly number[];

  /** As `forEachOpposing`, of some entries only. */
  forEachOpposingOf(
    some: readonly number[],
    days: { readonly from: number; readonly to: number },
    budget: SearchBudget,
    opposes: (mark: number, handle: number) => boolean,
    visit: (handle: number) => boolean,
  ): boolean;
}

/** What one search may still look at. */
export interface SearchBudget {
  left: number;
}

/** Which files may hold a claim with certain words. */
export interface ClaimWords {
  /** Whether it is worth while to look; `claims` gives those of the file, for whoever knows nothing of it. */
  mayHold(path: string, query: WordQuery, claims: () => readonly ClaimRecord[]): boolean;
  /** The claims of a file are others now. */
  drop(path: string): void;
}

/** The claims of one file; `bytes` holds them one after another, `starts` where each begins and the end. */
export interface PackedClaims {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** All that is kept of a file's claims, made ready where its text is at hand. */
export interface PackedFile {
  readonly claims: PackedClaims;
  /** As `RegistrationPacker` gives them; wanted once, when the file is taken in. */
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
