/** What the views show, as plain data that survives JSON. Nothing in it is markup: whoever shows it escapes it. */
import type { Certainty, ClaimStatus } from '../reasoning/model.ts';
import type { PositionRange } from '../text/range.ts';

/** Where something stands, as an editor goes there. */
export interface Spot {
  readonly uri: string;
  readonly range: PositionRange;
}

/** How a claim stands; the first that applies, in this order. */
export const standings = [
  'rejected',
  'withdrawn',
  'contested',
  'open',
  'unsupported',
  'settled',
  'accepted',
  'standing',
] as const;
export type Standing = (typeof standings)[number];

export interface NamedActor {
  readonly id: string;
  readonly name: string;
}

/** A claim as every view shows it. */
export interface ViewedClaim {
  /** Unique among the claims of an answer, and the same in later answers while nobody renames the claim. */
  readonly key: string;
  /** The id, or the line of a claim without one. */
  readonly label: string;
  readonly text: string;
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly spot: Spot;
  /** How another file refers to it; null for a claim without an id. */
  readonly address: string | null;
  /** Who asserts it, as one says it: `Lee and Shen (2011)`, `the writer`. */
  readonly asserters: readonly string[];
  /** The work that reports it, where its asserter is somebody else. */
  readonly reportedBy: string | null;
  readonly about: readonly NamedActor[];
  readonly says: string | null;
  readonly when: string | null;
  readonly where: string | null;
  readonly status: ClaimStatus | null;
  readonly certainty: Certainty | null;
  readonly standing: Standing;
  /** Conflicts that stand, and such as are at rest. */
  readonly unsettled: number;
  readonly settled: number;
}

// --------------------------------------------------------------------------------------------- trees

export type Grouping = 'file' | 'asserter' | 'actor' | 'status';

/** A branch of the tree of claims. */
export interface ClaimGroup {
  readonly key: string;
  readonly label: string;
  /** What one may want to know beside: the title of a file. */
  readonly detail: string | null;
  readonly grouping: Grouping;
  /** The folder whose claims these are, where several are open. */
  readonly root: string | null;
  /** What the group stands for: a path, an actor's or asserter's id (empty: the writer, or nobody), a standing. */
  readonly subject: string;
  readonly claims: number;
  /** How many of these are in a conflict that stands. */
  readonly contested: number;
  readonly spot: Spot | null;
}

export interface ClaimTree {
  readonly groups: readonly ClaimGroup[];
  /** How many claims there are, filtered or not. */
  readonly claims: number;
  /** Conflicts of the workspace that stand, each counted once. */
  readonly unsettled: number;
}

/** The claims on a branch. */
export interface ClaimsOfGroup {
  readonly claims: readonly ViewedClaim[];
  /** How many more there are than anybody would read through. */
  readonly leftOut: number;
}

/** The claim at a place, and the keys of the groups that hold it. */
export interface ClaimPlace {
  readonly claim: ViewedClaim;
  readonly groups: readonly string[];
}

export interface ActorRow {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  /** Whether a register knows it; else only claims name it. */
  readonly registered: boolean;
  readonly active: string | null;
  readonly place: string | null;
  readonly summary: string | null;
  readonly claims: number;
  readonly contested: number;
  /** Where the register has it. */
  readonly spot: Spot | null;
}

export interface ActorKind {
  readonly key: string;
  /** As the register says; null for those that no register knows, empty for those without a kind. */
  readonly kind: string | null;
  /** The folder whose actors these are, where several are open. */
  readonly root: string | null;
  readonly actors: readonly ActorRow[];
}

export interface ActorTree {
  readonly kinds: readonly ActorKind[];
  /** How many actors there are, filtered or not. */
  readonly actors: number;
  /** How many of them have claims about them that are in a conflict that stands. */
  readonly contested: number;
}

/** Where a text as found can be hovered over. */
export interface FoundPlaces {
  /** Calls and heads of notes, citations, *ibid.* and its like that lead somewhere, in the order of the text. */
  readonly places: readonly {
    readonly kind: 'note' | 'citation' | 'short-title';
    readonly range: PositionRange;
  }[];
  /** Whether the text is one that is checked; else it would be if its folder had a project file. */
  readonly isRead: boolean;
}

/** Whether checks found nothing wrong, are told of in the Problems, or could not be made. */
export type CheckStanding = 'fine' | 'told' | 'unchecked';

/** The checks of one kind on one work that came to the same, or were not made for the same reason. */
export interface CheckGroup {
  readonly key: string;
  /** Null for a work that nobody knows. */
  readonly work: string | null;
  readonly kind: 'quotation' | 'citation' | 'locator';
  /** What they came to, or the reason, in one word. */
  readonly name: string;
  /** As one says it: `Quotations: altered`. */
  readonly label: string;
  readonly standing: CheckStanding;
  readonly count: number;
}

/** A work with what was checked of it. */
export interface CheckedWork {
  readonly key: string;
  readonly work: string | null;
  /** `Lee and Shen (2011)`, else its citekey; null for works that nobody knows. */
  readonly label: string | null;
  readonly groups: readonly CheckGroup[];
}

export interface CheckTree {
  readonly works: readonly CheckedWork[];
}

/** Something that was checked, or could not be. */
export interface CheckedPlace {
  readonly key: string;
  /** The words quoted; null of a citation or the place that it names. */
  readonly words: string | null;
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly spot: Spot;
}

/** The places on a branch of checks. */
export interface PlacesOfChecks {
  readonly places: readonly CheckedPlace[];
  /** How many more there are than anybody would read through. */
  readonly leftOut: number;
}

/** What a text cites from. */
export interface Citing {
  /**
   * Whether bibliographies are named for it, or some that lie beside it were found, or its person's own library counts
   * alone, or nothing is known.
   */
  readonly how: 'named' | 'found' | 'library' | 'none';
  /** The names of the files that were read, nearest first. */
  readonly files: readonly string[];
}

/** What is known of the text at hand. */
export interface TextAtHand extends Citing {
  /** What was checked in it, a line each: `41 quotations: 29 verified, 2 altered, 10 without a text to check against`. */
  readonly checked: readonly string[];
}
