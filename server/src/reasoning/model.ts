/**
 * What the reasoner knows of claims and what it says about them, as plain data: every type here survives
 * structured cloning. Ranges are UTF-16 offsets into the claim's own document.
 */
import type { RelationKind, Token } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';
import type { PropertyDeclaration } from '../workspace/project.ts';

/** A relation that a claim bears to another, or an item of its evidence that is a claim. */
export interface RecordedRelation {
  readonly kind: RelationKind;
  /** As written: `#id`, `key#id`, `path/to/file.md#id`, `id`. */
  readonly address: string;
  readonly range: TextRange;
}

/** An item of a claim's `evidence`. */
export interface RecordedEvidence {
  readonly kind: 'citation' | 'claim';
  /** The citekey without `@`, or the address as written. */
  readonly target: string;
  readonly locator: string | null;
  readonly range: TextRange;
}

/** A work cited in a claim or after it in its sentence. */
export interface RecordedCitation {
  readonly key: string;
  /** As a reader would say it: `p. 176`, `para. 23`. */
  readonly locator: string | null;
}

export type ClaimStatus = 'open' | 'accepted' | 'rejected' | 'withdrawn';
export type Certainty = 'high' | 'medium' | 'low';

/** What the reasoner and the rules know of a claim, be its file open or closed. */
export interface ClaimRecord {
  /** The file, POSIX, relative to the workspace root. */
  readonly path: string;
  readonly id: string | null;
  /** `path#id`; of a claim without a name `path#@offset`. Two claims of a file that share an id share this too. */
  readonly address: string;
  /** The whole span or div. */
  readonly range: TextRange;
  /** Where a finding on the claim is drawn: its words with their brackets; of a div the opening line. */
  readonly headRange: TextRange;
  /** The name alone. Null without a name. */
  readonly idRange: TextRange | null;
  /** The words claimed, as a reader sees them. */
  readonly text: string;
  /** Asserters as written, without `@`. Empty: the file's source, or the writer. */
  readonly by: readonly string[];
  /** The work whose text the file is. */
  readonly fileSource: string | null;
  /** Where the claim stands in that work, where its text carries paragraph or page numbers: `para. 23`. */
  readonly locator: string | null;
  readonly about: readonly string[];
  readonly says: Token | null;
  readonly when: Token | null;
  readonly where: Token | null;
  /** Null when absent or not one of the four. */
  readonly status: ClaimStatus | null;
  readonly certainty: Certainty | null;
  readonly relations: readonly RecordedRelation[];
  readonly evidence: readonly RecordedEvidence[];
  readonly citations: readonly RecordedCitation[];
  /** The work of the one citation that follows it directly; absent where none does, or one of several works. */
  readonly on?: string;
  /** A note hangs on it, or it stands in one that cites. */
  readonly hasNote: boolean;
  /** An editorial placeholder stands in its sentence: the missing source is known to be missing. */
  readonly hasPlaceholder: boolean;
}

/** A comparison in `says`. */
export type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<';

/** The words of a proposition, wherever they stand. */
export interface Saying {
  readonly property: { readonly text: string };
  readonly operator: Operator;
  readonly value: { readonly text: string };
}

/** One proposition of a `says`: `acftu.members >= 3000`. Ranges are offsets into the document. */
export interface Proposition extends Saying {
  /** The actor named in front, without `@`; null when it is said of each actor in `about`. */
  readonly actor: Token | null;
  readonly property: Token;
  readonly operator: Operator;
  /** As written, white space at its ends removed. */
  readonly value: Token;
  readonly range: TextRange;
}

/** Something in a `says` that cannot be read. */
export interface SaysProblem {
  readonly range: TextRange;
  readonly message: string;
}

/** A span of time in milliseconds since 1970 (UTC), both ends inclusive; open ends are infinite. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A time in EDTF, understood. */
export interface Time {
  /** As written. */
  readonly text: string;
  /** What it says at the least: `2003~` is the year 2003. */
  readonly span: Span;
  /** What it may mean at the most: `2003~` reaches from 2002 to 2004, a season over its year. */
  readonly widest: Span;
  /** Marked `?` or `%`, or with an end left unknown: what follows from it is a hint. */
  readonly uncertain: boolean;
}

/** A time that cannot be read, and why. */
export interface TimeProblem {
  readonly message: string;
}

/** What a claim states of one actor, ready to be compared. */
export interface Statement {
  readonly actor: string;
  readonly proposition: Proposition;
}

/** Two statements that cannot both hold. */
export interface Clash {
  readonly actor: string;
  readonly property: string;
  readonly a: Saying;
  readonly b: Saying;
  /** Null for a property that no vocabulary declares. */
  readonly declaration: PropertyDeclaration | null;
}

/** Why a conflict is at rest. */
export type Settlement =
  | {
      readonly kind: 'resolved';
      /** The adjudication. */
      readonly by: ClaimRecord;
      /** Addresses of the sides that it upholds; often none. */
      readonly preferred: readonly string[];
    }
  | { readonly kind: 'rejected' | 'withdrawn'; readonly claim: ClaimRecord };

/** One step of an explanation: `claim` is held, and (but at the last step) implies the next. */
export interface ChainStep {
  readonly claim: ClaimRecord;
  /** Where this claim says `implies`; null at the last step. */
  readonly implies: TextRange | null;
}

/** How one asserter's words lead to two claims that cannot both hold. */
export interface Consequence {
  /** Canonical id of the asserter. */
  readonly asserter: string;
  /** From a claim that the asserter makes to one side of the clash; of length 1 when it is that side. */
  readonly left: readonly ChainStep[];
  readonly right: readonly ChainStep[];
  /** The conflict, declared or by proposition, between the ends of the two chains. */
  readonly clash: Conflict;
}

/**
 * Two claims that cannot both stand. `a` comes first by path and offset. They are one and the same claim when
 * its own propositions exclude each other, or when both chains of a consequence begin with it.
 */
export interface Conflict {
  /** The first that applies. */
  readonly kind: 'declared' | 'proposition' | 'consequence';
  readonly a: ClaimRecord;
  readonly b: ClaimRecord;
  /** Addresses of those of the two that name the other in `contradicts`. */
  readonly declaredBy: readonly string[];
  /** What they say that excludes each other; empty when the conflict is only declared, or by consequence. */
  readonly clashes: readonly Clash[];
  /** Canonical ids of asserters who hold both: the graver case. '' is the writer. */
  readonly within: readonly string[];
  /** One side is of low certainty, or a time is uncertain: a hint. */
  readonly hedged: boolean;
  /** Null while it stands. */
  readonly settlement: Settlement | null;
  /** Of a conflict that stands, the claim that is to settle it and is still open or has no words of its own. */
  readonly pending: ClaimRecord | null;
  /** For the third kind. */
  readonly consequence: Consequence | null;
}

/** What an address leads to. */
export type Resolution =
  | { readonly status: 'resolved'; readonly claim: ClaimRecord }
  | {
      readonly status: 'undefined';
      /** What is missing: the claim, the file or work in front of `#`, or the address is no address at all. */
      readonly missing: 'claim' | 'place' | 'address';
      /** The nearest address that leads somewhere, written as it could stand in that file. */
      readonly nearest: string | null;
    }
  | { readonly status: 'ambiguous'; readonly candidates: readonly ClaimRecord[] };

/** A relation or an item of evidence whose address does not lead to one claim. */
export interface UnresolvedAddress {
  readonly claim: ClaimRecord;
  readonly attribute: RelationKind | 'evidence';
  readonly address: string;
  readonly range: TextRange;
  readonly resolution: Exclude<Resolution, { status: 'resolved' }>;
}

/** What a claim rests on. */
export interface Grounds {
  /** Claims that support it, and claims that its `evidence` names. */
  readonly claims: readonly ClaimRecord[];
  /** Works cited for it or named in its `evidence`. */
  readonly works: readonly string[];
  readonly hasNote: boolean;
  /** Its file is itself the text of a work. */
  readonly inSource: boolean;
}

/** What decides beside the claims themselves at which end a conflict is told. */
export interface ConflictEnds {
  /** Whether both ends tell it as equals. */
  readonly areBoth: boolean;
  /** Grows with every change that may give another answer. */
  readonly version: number;
  /** The year in which a work appeared, as the document `path` cites it; null where nobody knows. */
  yearOf(work: string, path: string): number | null;
}

/** All that the reasoner needs to know beside the claims. */
export interface ReasoningContext {
  readonly properties: ReadonlyMap<string, PropertyDeclaration>;
  /** A place → the place that it lies in directly. */
  readonly places: ReadonlyMap<string, string>;
  /** A work → the actors who wrote it. */
  readonly authors: ReadonlyMap<string, readonly string[]>;
  /** At which end conflicts are told; without it no year of a work is known. */
  readonly ends?: ConflictEnds;
}

/** What an update of one file changed. */
export interface ReasoningChange {
  /** Files other than the updated one whose findings may differ now. */
  readonly affected: ReadonlySet<string>;
  /** Whether any claim of the file changed in more than its position and words. */
  readonly changed: boolean;
}
