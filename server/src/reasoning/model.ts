/**
 * What the reasoner knows of claims and answers about them. Plain data: every type here survives structured
 * cloning. Ranges are UTF-16 offsets into the claim's own document.
 */
import type { RelationKind, Token } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';
import type { PropertyDeclaration } from '../workspace/project.ts';
import type { Belonging, KinEdge } from './kin.ts';

/** A relation from a claim to another, or an item of its evidence that is a claim. */
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
  /** For display: `p. 176`, `para. 23`. */
  readonly locator: string | null;
}

export type ClaimStatus = 'open' | 'accepted' | 'rejected' | 'withdrawn';
export type Certainty = 'high' | 'medium' | 'low';

/** What is kept of a claim, whether its file is open or closed. */
export interface ClaimRecord {
  /** The file's path: POSIX, relative to the workspace root. */
  readonly path: string;
  readonly id: string | null;
  /** `path#id`; for a claim without an id, `path#@offset`. Two claims of a file with the same id share it. */
  readonly address: string;
  /** The whole span or div. */
  readonly range: TextRange;
  /** Where findings are drawn: the words with their brackets; for a div the opening line. */
  readonly headRange: TextRange;
  /** The id alone; null without one. */
  readonly idRange: TextRange | null;
  /** The claim's words as rendered text. */
  readonly text: string;
  /** Asserters as written, without `@`. Empty means the file's source or the writer. */
  readonly by: readonly string[];
  /** Who reports them, the nearest first: `by="lee2011 via franceschini2014"`. Left out where nobody does. */
  readonly via?: readonly string[];
  /** The work whose text the file is. */
  readonly fileSource: string | null;
  /** The claim's place in that work, where its text carries paragraph or page numbers: `para. 23`. */
  readonly locator: string | null;
  readonly about: readonly string[];
  readonly says: Token | null;
  readonly when: Token | null;
  readonly where: Token | null;
  /** Null when absent or not one of the four values. */
  readonly status: ClaimStatus | null;
  readonly certainty: Certainty | null;
  readonly relations: readonly RecordedRelation[];
  readonly evidence: readonly RecordedEvidence[];
  readonly citations: readonly RecordedCitation[];
  /**
   * The work of the one citation directly after the claim; undefined where there is none, or it cites several
   * works.
   */
  readonly on?: string;
  /** A note is called in the claim or its sentence, or the claim is in a note that cites. */
  readonly hasNote: boolean;
  /** Its sentence has an editorial placeholder: the source is known to be missing. */
  readonly hasPlaceholder: boolean;
}

/** A comparison in `says`. */
export type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<';

/** The parts of a proposition, without positions. */
export interface Saying {
  readonly property: { readonly text: string };
  readonly operator: Operator;
  readonly value: { readonly text: string };
}

/** One proposition of a `says`: `acftu.members >= 3000`. Ranges are offsets into the document. */
export interface Proposition extends Saying {
  /**
   * The actor named before the property, without `@`; null when the proposition is about each actor in
   * `about`.
   */
  readonly actor: Token | null;
  readonly property: Token;
  readonly operator: Operator;
  /** As written, trimmed. */
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

/** An EDTF time, parsed. */
export interface Time {
  /** As written. */
  readonly text: string;
  /** The narrow reading: `2003~` is the year 2003. */
  readonly span: Span;
  /** The wide reading: `2003~` is 2002 to 2004, a season its whole year. */
  readonly widest: Span;
  /**
   * What it covers for certain: all of it, or nothing of `199X`, which is some year of that decade. Null for nothing.
   */
  readonly sure: Span | null;
  /** Marked `?` or `%`, or with an unknown end: conclusions from it are hints. */
  readonly uncertain: boolean;
}

/** A time that cannot be parsed, and why. */
export interface TimeProblem {
  readonly message: string;
}

/** What a claim states of one actor. */
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
  /** Null for a property that the project does not declare. */
  readonly declaration: PropertyDeclaration | null;
  /** Where the statements are of two actors, one of which belongs to the other; null where of one. */
  readonly kin: Kinship | null;
  /** The side whose count is of a part, and larger than that of the whole; else null. */
  readonly part: 'a' | 'b' | null;
}

/** How the two actors of a clash are related. */
export interface Kinship {
  /** The actor of `b`; `Clash.actor` is that of `a`. */
  readonly actor: string;
  /** The side that speaks of the more general actor. */
  readonly general: 'a' | 'b';
  readonly belonging: Belonging;
}

/** Why a conflict is settled. */
export type Settlement =
  | {
      readonly kind: 'resolved';
      /** The adjudication. */
      readonly by: ClaimRecord;
      /** Addresses of the claims that it prefers; often none. */
      readonly preferred: readonly string[];
    }
  | { readonly kind: 'rejected' | 'withdrawn'; readonly claim: ClaimRecord };

/** One step of a chain: `claim` implies the claim of the next step. */
export interface ChainStep {
  readonly claim: ClaimRecord;
  /** Where this claim says `implies`; null at the last step. */
  readonly implies: TextRange | null;
}

/** A chain of implications from one asserter's claims to two claims that exclude each other. */
export interface Consequence {
  /** Canonical id of the asserter. */
  readonly asserter: string;
  /** From the asserter's own claim to one side of the clash; of length 1 if it is that side. */
  readonly left: readonly ChainStep[];
  readonly right: readonly ChainStep[];
  /** The conflict, declared or by proposition, between the ends of the chains. */
  readonly clash: Conflict;
}

/**
 * Two claims that cannot both hold. `a` comes first by path and offset. Both are the same claim when its own
 * propositions exclude each other, or when both chains of a consequence begin with it.
 */
export interface Conflict {
  /** The first kind that applies. */
  readonly kind: 'declared' | 'proposition' | 'consequence';
  readonly a: ClaimRecord;
  readonly b: ClaimRecord;
  /** Addresses of those of the two that name the other in `contradicts`. */
  readonly declaredBy: readonly string[];
  /** The statements that exclude each other; empty when the conflict is only declared, or by consequence. */
  readonly clashes: readonly Clash[];
  /** Canonical ids of asserters who hold both (the graver case). '' is the writer. */
  readonly within: readonly string[];
  /** The side that reports what the other, in the reported author's own text, contradicts; else null. */
  readonly misreport: ClaimRecord | null;
  /** The years of the two works, where neither claim gives a time and both years are known; else null. */
  readonly years: readonly [a: number, b: number] | null;
  /**
   * A hint: one side is open or of low certainty, a time is uncertain, the works are far apart, or a general claim is
   * held against a member.
   */
  readonly hedged: boolean;
  /** Null while the conflict stands. */
  readonly settlement: Settlement | null;
  /** For a standing conflict, the adjudication that is still open or has no words of its own. */
  readonly pending: ClaimRecord | null;
  /** For the third kind only. */
  readonly consequence: Consequence | null;
}

/** What an address resolves to. */
export type Resolution =
  | { readonly status: 'resolved'; readonly claim: ClaimRecord }
  | {
      readonly status: 'undefined';
      /** What is missing: the claim, or the file or work before the `#`; or the address is malformed. */
      readonly missing: 'claim' | 'place' | 'address';
      /** The nearest address that resolves, as it would be written in that file. */
      readonly nearest: string | null;
    }
  | { readonly status: 'ambiguous'; readonly candidates: readonly ClaimRecord[] };

/** A relation or item of evidence whose address does not resolve to one claim. */
export interface UnresolvedAddress {
  readonly claim: ClaimRecord;
  readonly attribute: RelationKind | 'evidence';
  readonly address: string;
  readonly range: TextRange;
  readonly resolution: Exclude<Resolution, { status: 'resolved' }>;
}

/** What a claim rests on. */
export interface Grounds {
  /** Claims that support it, and claims in its `evidence`. */
  readonly claims: readonly ClaimRecord[];
  /** Works cited for it or in its `evidence`. */
  readonly works: readonly string[];
  readonly hasNote: boolean;
  /** Whether its file is the text of a work. */
  readonly inSource: boolean;
}

/** What besides the claims decides at which end a conflict is told. */
export interface ConflictEnds {
  /** Whether both ends tell it. */
  readonly areBoth: boolean;
  /** Incremented with every change that may give other answers. */
  readonly version: number;
  /** The year of a work, as the document `path` cites it; null where it is unknown. */
  yearOf(work: string, path: string): number | null;
}

/** What the reasoner needs besides the claims. */
export interface ReasoningContext {
  readonly properties: ReadonlyMap<string, PropertyDeclaration>;
  /** From a place to the place that directly contains it. */
  readonly places: ReadonlyMap<string, string>;
  /** From a work to the actors who wrote it. */
  readonly authors: ReadonlyMap<string, readonly string[]>;
  /** From an actor to those of which it is a part or a kind. */
  readonly kin?: ReadonlyMap<string, readonly KinEdge[]>;
  /** In years: between works further apart a conflict without times is a hint. Without it there is no limit. */
  readonly timelessSpan?: number | null;
  /** At which end conflicts are told. Without it no years are known. */
  readonly ends?: ConflictEnds;
}

/** What an update of a file changed. */
export interface ReasoningChange {
  /** Other files whose findings may change. */
  readonly affected: ReadonlySet<string>;
  /** Whether any claim of the file changed in more than position and words. */
  readonly changed: boolean;
}
