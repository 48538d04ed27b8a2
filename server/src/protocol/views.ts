/** Data of the views, as JSON. It contains no markup; views escape it. */
import type { Certainty, ClaimStatus } from '../reasoning/model.ts';
import type { PositionRange } from '../text/range.ts';

/** A place that an editor can open. */
export interface Spot {
  readonly uri: string;
  readonly range: PositionRange;
}

/** The standing of a claim: the first that applies, in this order. */
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

/** What a claim may be besides an assertion of fact, in the order in which it is shown. */
export const claimMarks = ['question', 'norm', 'share', 'part', 'report'] as const;
export type ClaimMark = (typeof claimMarks)[number];

/** A claim in a view. */
export interface ViewedClaim {
  /** Unique among the claims of an answer, and stable across answers unless the claim's id changes. */
  readonly key: string;
  /** The id; for a claim without one its line. */
  readonly label: string;
  readonly text: string;
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly spot: Spot;
  /** Its address from other files; null for a claim without an id. */
  readonly address: string | null;
  /** Its asserters in words: `Lee and Shen (2011)`, `the writer`. */
  readonly asserters: readonly string[];
  /** What it is besides an assertion of fact; left out where it is no more than that. */
  readonly marks?: readonly ClaimMark[];
  /** Who reports it, if its asserter is somebody else: `Franceschini (2014), in Pringle (2018)`. */
  readonly reportedBy: string | null;
  readonly about: readonly NamedActor[];
  readonly says: string | null;
  /** In words: `1998 to 2008`. */
  readonly when: string | null;
  readonly where: string | null;
  readonly status: ClaimStatus | null;
  readonly certainty: Certainty | null;
  readonly standing: Standing;
  /** The numbers of standing and of settled conflicts. */
  readonly unsettled: number;
  readonly settled: number;
}

// --------------------------------------------------------------------------------------------- trees

export type Grouping = 'file' | 'asserter' | 'actor' | 'status';

/** A branch of the claim tree. */
export interface ClaimGroup {
  readonly key: string;
  readonly label: string;
  /** Additional text: the title of a file. */
  readonly detail: string | null;
  readonly grouping: Grouping;
  /** The folder of these claims, where several are open. */
  readonly root: string | null;
  /** The group's subject: a path, an id of an actor or asserter (empty for the writer, or nobody), or a standing. */
  readonly subject: string;
  readonly claims: number;
  /** How many of these have a standing conflict. */
  readonly contested: number;
  readonly spot: Spot | null;
}

export interface ClaimTree {
  readonly groups: readonly ClaimGroup[];
  /** The number of claims, filtered or not. */
  readonly claims: number;
  /** Standing conflicts in the workspace, each counted once. */
  readonly unsettled: number;
}

/** The claims on a branch. */
export interface ClaimsOfGroup {
  readonly claims: readonly ViewedClaim[];
  /** How many are left out because there are too many. */
  readonly leftOut: number;
}

/** The claim at a place, and the keys of its groups. */
export interface ClaimPlace {
  readonly claim: ViewedClaim;
  readonly groups: readonly string[];
}

export interface ActorRow {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  /** Whether a register has it; otherwise only claims name it. */
  readonly registered: boolean;
  readonly active: string | null;
  readonly place: string | null;
  readonly summary: string | null;
  readonly claims: number;
  readonly contested: number;
  /** Its place in the register. */
  readonly spot: Spot | null;
}

export interface ActorKind {
  readonly key: string;
  /** Its kind in the register; null for unregistered actors, empty for those without a kind. */
  readonly kind: string | null;
  /** The folder of these actors, where several are open. */
  readonly root: string | null;
  readonly actors: readonly ActorRow[];
}

export interface ActorTree {
  readonly kinds: readonly ActorKind[];
  /** The number of actors, filtered or not. */
  readonly actors: number;
  /** How many have claims with a standing conflict. */
  readonly contested: number;
}

/** The places with hovers in a found text. */
export interface FoundPlaces {
  /** Note calls and numbers, citations, *ibid.* and similar that resolve, in the order of the text. */
  readonly places: readonly {
    readonly kind: 'note' | 'citation' | 'short-title';
    readonly range: PositionRange;
  }[];
  /** Whether the text is a document; otherwise it would be one if its folder had a project file. */
  readonly isRead: boolean;
}

/** Whether checks found nothing wrong, were reported as problems, or could not be made. */
export type CheckStanding = 'fine' | 'told' | 'unchecked';

/** Checks of one kind and work with the same result, or the same reason for none. */
export interface CheckGroup {
  readonly key: string;
  /** Null for an unknown work. */
  readonly work: string | null;
  readonly kind: 'quotation' | 'citation' | 'locator';
  /** The result, or the reason, as one word. */
  readonly name: string;
  /** In words: `Quotations: altered`. */
  readonly label: string;
  readonly standing: CheckStanding;
  readonly count: number;
}

/** A work with its checks. */
export interface CheckedWork {
  readonly key: string;
  readonly work: string | null;
  /** `Lee and Shen (2011)`, else its citekey; null for unknown works. */
  readonly label: string | null;
  /** The folder in which it was quoted or cited, where several are open. */
  readonly root: string | null;
  readonly groups: readonly CheckGroup[];
}

export interface CheckTree {
  readonly works: readonly CheckedWork[];
}

/** Something that was checked, or could not be. */
export interface CheckedPlace {
  readonly key: string;
  /** The quoted words; null for a citation or locator. */
  readonly words: string | null;
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  readonly spot: Spot;
}

/** The places on a branch of the tree of checks. */
export interface PlacesOfChecks {
  readonly places: readonly CheckedPlace[];
  /** How many are left out because there are too many. */
  readonly leftOut: number;
}

/** The scope of a text. */
export interface Citing {
  /**
   * Whether its bibliographies are named; or found beside it; or it uses only the user's own library; or it has none.
   */
  readonly how: 'named' | 'found' | 'library' | 'none';
  /** The names of the files that were read, nearest first. */
  readonly files: readonly string[];
}

/** A work that a text cites, as a text calls it. */
export interface CitedWork {
  readonly key: string;
  /** `Osei and Lindqvist`; the title of a work without authors. */
  readonly name: string;
  readonly year: string | null;
}

/** What is known of the text at hand. */
export interface TextAtHand extends Citing {
  /**
   * The counts of checks, a line each: `41 quotations: 29 verified, 2 altered, 10 without a text to check against`.
   */
  readonly checked: readonly string[];
}
