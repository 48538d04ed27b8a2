/** A made-up workspace, as data: what the generator makes, the oracle judges, and the shrinker takes parts from. */

export interface Property {
  readonly name: string;
  readonly type: 'boolean' | 'choice' | 'quantity' | 'date' | 'text';
  /** Of a choice: the closed set. */
  readonly of?: readonly string[];
  readonly many?: boolean;
  readonly contrary?: readonly (readonly [string, string])[];
  readonly unit?: string;
  /** In per cent. */
  readonly tolerance?: number;
  readonly additive?: boolean;
  readonly share?: boolean;
  readonly norm?: boolean;
}

export interface Work {
  readonly key: string;
  readonly year: number;
}

export interface Actor {
  readonly id: string;
  readonly partOf: readonly string[];
  readonly kindOf: readonly string[];
  /** Citekeys under `works`. */
  readonly works: readonly string[];
  /** Citekeys under `relations: {wrote: …}`. */
  readonly wrote: readonly string[];
}

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One proposition of `says`. */
export interface Said {
  /** The actor in front of the property; null: each actor in `about`. */
  readonly subject: string | null;
  readonly property: string;
  readonly operator: Operator;
  /** As it is written. */
  readonly value: string;
}

export type Status = 'open' | 'accepted' | 'rejected' | 'withdrawn';

export interface Claim {
  /** Unique in the workspace. */
  readonly id: string;
  /** Empty: a claim without words of its own. */
  readonly words: string;
  /** A citekey or an actor's id; null: the file's source, else the writer. */
  readonly by: string | null;
  /** Who reports what `by` asserts, the nearest first. */
  readonly via: readonly string[];
  readonly about: readonly string[];
  readonly says: readonly Said[];
  readonly when: string | null;
  readonly where: string | null;
  readonly status: Status | null;
  readonly certainty: 'high' | 'medium' | 'low' | null;
  /** Ids of claims, as in the attributes of the same name. */
  readonly supports: readonly string[];
  readonly implies: readonly string[];
  readonly contradicts: readonly string[];
  readonly resolves: readonly string[];
  readonly prefers: readonly string[];
  /** Ids of claims in `evidence`. */
  readonly evidence: readonly string[];
  /** The work that a citation right after it names. */
  readonly cites: string | null;
  readonly shape: 'span' | 'div';
  /** Its names of works and actors bear a leading `@`, which means nothing. */
  readonly marked: boolean;
}

export interface MadeDocument {
  readonly path: string;
  /** The work whose text it is; null: the writer's own. */
  readonly source: string | null;
  readonly claims: readonly Claim[];
}

export interface MadeWorkspace {
  /** Whether what is new in the contract is used. */
  readonly fresh: boolean;
  readonly properties: readonly Property[];
  /** Each place with the one in which it lies. */
  readonly places: Readonly<Record<string, string>>;
  /** Null: not in the project file. */
  readonly timelessSpan: number | null;
  readonly conflictEnds: 'one' | 'both' | null;
  readonly works: readonly Work[];
  readonly actors: readonly Actor[];
  readonly documents: readonly MadeDocument[];
}

/** A claim with the document in which it stands, and its number in the order of paths and places. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly document: MadeDocument;
  readonly place: number;
}

/** All claims of a workspace in the order of paths, then of places. */
export function placedClaims(workspace: MadeWorkspace): PlacedClaim[] {
  return [...workspace.documents]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((document) => document.claims.map((claim) => ({ claim, document })))
    .map((placed, place) => ({ ...placed, place }));
}

/** What the contract says of a question: it holds, it does not, or the contract leaves it open. */
export type Sure = 'no' | 'unsure' | 'yes';

const RANK: Readonly<Record<Sure, number>> = { no: 0, unsure: 1, yes: 2 };

/** The least of some answers: all must hold. */
export function every(...answers: readonly Sure[]): Sure {
  return answers.reduce((least, next) => (RANK[next] < RANK[least] ? next : least), 'yes');
}

/** The greatest of some answers: one must hold. */
export function some(...answers: readonly Sure[]): Sure {
  return answers.reduce((most, next) => (RANK[next] > RANK[most] ? next : most), 'no');
}

/** A known answer. */
export function surely(holds: boolean): Sure {
  return holds ? 'yes' : 'no';
}
