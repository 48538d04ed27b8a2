/**
 * The table of pictures: their names, parameters and menus. The server's methods, the client's tabs and commands, the
 * bundles and the contributions in package.json are generated from it. The types of the answers follow below.
 */
import type { ClaimMark, NamedActor, Spot, ViewedClaim } from './views.ts';
import { deferred } from '../words/say.ts';

/** The declaration of a picture. */
export interface PictureRow {
  /** Its name, in its tab and in command titles; a message. */
  readonly title: string;
  /** The title of the question what it shows; a message. */
  readonly choosing: string;
  /** The folder in `client/webviews` whose `main.ts` draws it. */
  readonly page: string;
  /** Its VS Code icon in the toolbars of the trees. */
  readonly icon: string;
  /**
   * Its parameter: the claims of a scope (offered above the tree of claims), or an actor (offered above the tree of
   * actors).
   */
  readonly asks: 'scope' | 'actor';
  /** The default scope; for an actor the user is asked. */
  readonly first?: 'workspace' | 'text in view';
  /** The kinds of rows that the user may choose, the default first. */
  readonly rows?: readonly string[];
  /** Whether it takes the whole width of the current column instead of a place beside the text. */
  readonly wide?: boolean;
  /** Whether it highlights the claim at the text's cursor. */
  readonly follows?: boolean;
  /** Whether it has a search of its own, so that the editor's is turned off. */
  readonly searches?: boolean;
  /** Its answer in words, for the page on the protocol. */
  readonly answers: string;
}

/** Every picture, in the order of the menus. */
export const pictures = {
  claimMap: {
    title: deferred('Claim Map'),
    choosing: deferred('What the Claim Map Shows'),
    page: 'claim-map',
    icon: 'type-hierarchy',
    asks: 'scope',
    first: 'text in view',
    follows: true,
    searches: true,
    answers: 'claims, and what supports or contradicts what',
  },
  evidenceMatrix: {
    title: deferred('Evidence Matrix'),
    choosing: deferred('What the Evidence Matrix Shows'),
    page: 'evidence-matrix',
    icon: 'table',
    asks: 'scope',
    first: 'workspace',
    rows: ['questions', 'claims'],
    wide: true,
    answers: 'sources by what they say',
  },
  timeline: {
    title: deferred('Timeline'),
    choosing: deferred('Timeline of an Actor'),
    page: 'timeline',
    icon: 'history',
    asks: 'actor',
    answers: 'what is claimed of an actor, by the time that the claims speak of',
  },
} as const satisfies Readonly<Record<string, PictureRow>>;

export type PictureKind = keyof typeof pictures;

/** The kinds of pictures, in the order of the table. */
export const pictureKinds = Object.keys(pictures) as PictureKind[];

/** The row of a kind of picture. */
export function pictureRow(kind: PictureKind): PictureRow {
  return pictures[kind];
}

/** The name of the command that shows a picture, without our prefix. */
export function showCommand(kind: PictureKind): string {
  return `show${kind[0]!.toUpperCase()}${kind.slice(1)}`;
}

/** Which claims a picture shows; an actor is given by id. */
export type PictureScope =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'actor'; readonly actor: string };

/** The parameters of a picture, by its row. `Scope` selects the claims. */
export type PictureAsked<Kind extends PictureKind, Scope = PictureScope> = ((typeof pictures)[Kind] extends {
  readonly asks: 'actor';
}
  ? { readonly actor: string }
  : { readonly scope: Scope }) &
  ((typeof pictures)[Kind] extends { readonly rows: readonly (infer Rows)[] }
    ? { readonly rows: Rows }
    : unknown);

/** A picture with its parameters: enough to restore it after a restart. */
export type PictureQuestion<Kind extends PictureKind = PictureKind> = {
  [Each in Kind]: { readonly kind: Each } & PictureAsked<Each>;
}[Kind];

/** All kinds of rows of all pictures. */
export type PictureRows = PictureQuestion extends infer Question
  ? Question extends { readonly rows: infer Rows }
    ? Rows
    : never
  : never;

/** The answers by kind. */
export interface PictureAnswers {
  claimMap: ClaimMap;
  evidenceMatrix: EvidenceMatrix;
  timeline: Timeline;
}

/** What a picture leaves out. */
export interface Shortened {
  /** Claims that are not shown because there are too many. */
  readonly leftOut: number;
  /** Conflicts that are not shown, for claims with very many. */
  readonly conflictsLeftOut: number;
}

// ----------------------------------------------------------------------------------------------- map

export interface MapNode {
  readonly claim: ViewedClaim;
  /** Not in the scope, but related to a claim that is. */
  readonly outside: boolean;
  /** The sentence for a claim whose own propositions exclude each other; else null. */
  readonly contradictsItself: string | null;
}

export type MapEdgeKind = 'supports' | 'implies' | 'qualifies' | 'resolves' | 'conflict';

/**
 * A report against the text reported, a general claim against one about a member, a part's count against that of the
 * whole, or a question against a claim.
 */
export type ConflictNature = 'misreport' | 'member' | 'part' | 'question';

export interface MapEdge {
  readonly kind: MapEdgeKind;
  /** Keys of claims. Conflicts are undirected; support goes from the supporting claim. */
  readonly from: string;
  readonly to: string;
  /** A settled conflict. */
  readonly settled: boolean;
  /** A standing conflict with an adjudication that is open or not worded yet. */
  readonly pending: boolean;
  /** A conflict within one asserter's claims. */
  readonly within: boolean;
  /** A conflict that is a mere hint. */
  readonly hint?: boolean;
  /** What kind of conflict it is, where that is worth saying. */
  readonly nature?: ConflictNature;
  /** A conflict in words. */
  readonly sentence: string | null;
}

export interface ClaimMap extends Shortened {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

// -------------------------------------------------------------------------------------------- matrix

/** A column of the matrix: an asserter, or a cited work. */
export interface MatrixSource {
  readonly key: string;
  readonly name: string;
}

/** What a source says: it answers the question of the row, or has another relation to the claim of the row. */
export type Stance = 'answers' | 'asserts' | 'denies' | 'asserts and denies' | 'supports' | 'is cited';

/** An answer to a question: a value, and its time. */
export interface MatrixAnswer {
  readonly value: string;
  readonly when: string | null;
}

export interface MatrixCell {
  readonly stance: Stance;
  /** Its answers to the question of the row; empty in a matrix of claims. */
  readonly answers: readonly MatrixAnswer[];
  readonly conflict: 'none' | 'contested' | 'settled';
  /** Why a settled conflict is settled, briefly. */
  readonly reason: string | null;
  /** Whether the stance is reported by another source. */
  readonly reported: boolean;
  /** Whether the source only asks. */
  readonly asked?: boolean;
  /** The conflicts in words, and the claims with the stance. */
  readonly sentences: readonly string[];
  readonly claims: readonly {
    readonly label: string;
    readonly text: string;
    readonly spot: Spot;
  }[];
}

export interface MatrixRow {
  readonly key: string;
  /** The question (actor and property) in words, or the words of the claim. */
  readonly text: string;
  /** The property, or the claim's id. */
  readonly code: string;
  /** The actor of the question, or the path of the claim's file. */
  readonly subject: string;
  /** What the property is: shares of a whole, counts of parts, norms; left out where it is none of these. */
  readonly marks?: readonly ClaimMark[];
  /** `differing`: answers that are different, but do not exclude each other. */
  readonly verdict: 'contested' | 'settled' | 'differing' | 'agreed' | 'single';
  readonly spot: Spot;
  /** By the key of the source; a source without a cell is silent. */
  readonly cells: Readonly<Record<string, MatrixCell>>;
}

export interface EvidenceMatrix extends Shortened {
  readonly sources: readonly MatrixSource[];
  readonly rows: readonly MatrixRow[];
}

// ------------------------------------------------------------------------------------------ timeline

/** A time in milliseconds since 1970 (UTC); null for an open end. */
export interface TimelineSpan {
  readonly from: number | null;
  readonly to: number | null;
}

export interface TimelineEvent {
  readonly claim: ViewedClaim;
  /** Null where the claim has no readable time. */
  readonly span: TimelineSpan | null;
  /** The time in words. */
  readonly time: string | null;
  /** Whether the time is from `when`, or a date that the claim states. */
  readonly dated: 'when' | 'value' | null;
  readonly uncertain: boolean;
  /** The statements about the actor in words; empty for a claim without `says`. */
  readonly statements: readonly string[];
}

export interface TimelineConflict {
  /** Keys of claims. */
  readonly a: string;
  readonly b: string;
  readonly settled: boolean;
  /** A mere hint. */
  readonly hint?: boolean;
  readonly nature?: ConflictNature;
  readonly sentence: string;
}

export interface Timeline extends Shortened {
  readonly actor: NamedActor;
  readonly kind: string | null;
  /** The actor's lifetime by the register. */
  readonly active: TimelineSpan | null;
  readonly activeTime: string | null;
  readonly events: readonly TimelineEvent[];
  readonly conflicts: readonly TimelineConflict[];
}
