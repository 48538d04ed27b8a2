/**
 * The pictures, declared once: what each is called, what it is asked, and where it is offered. The server's methods, the
 * client's tabs and commands, what is bundled and what package.json contributes are made from this table. What each
 * answers follows it as a type.
 */
import type { NamedActor, Spot, ViewedClaim } from './views.ts';

/** What is said of a picture. */
export interface PictureRow {
  /** Its name, in its tab and in the titles of its commands. */
  readonly title: string;
  /** The folder in `client/webviews` whose `main.ts` draws it. */
  readonly page: string;
  /** Its sign in the bars above the trees: the name of one of VS Code's icons. */
  readonly icon: string;
  /**
   * What it shows: claims of a scope, and then it is offered above the tree of claims; or one actor, and then it is
   * offered above the tree of actors.
   */
  readonly asks: 'scope' | 'actor';
  /** What it shows when nothing was chosen; of an actor it asks. */
  readonly first?: 'workspace' | 'text in view';
  /** What its rows may be, the usual first, where a person may choose. */
  readonly rows?: readonly string[];
  /** Whether it takes the whole width of the column at hand, not a place beside the text. */
  readonly wide?: boolean;
  /** Whether the claim under the text's cursor is lit in it. */
  readonly follows?: boolean;
  /** Whether it looks for words by itself, so that the editor's own search stays away. */
  readonly searches?: boolean;
  /** What it answers, for the page on the protocol. */
  readonly answers: string;
}

/** Every picture, in the order in which they are offered. */
export const pictures = {
  claimMap: {
    title: 'Claim Map',
    page: 'claim-map',
    icon: 'type-hierarchy',
    asks: 'scope',
    first: 'text in view',
    follows: true,
    searches: true,
    answers: 'claims, and what supports or contradicts what',
  },
  evidenceMatrix: {
    title: 'Evidence Matrix',
    page: 'evidence-matrix',
    icon: 'table',
    asks: 'scope',
    first: 'workspace',
    rows: ['questions', 'claims'],
    wide: true,
    answers: 'sources by what they say',
  },
  timeline: {
    title: 'Timeline',
    page: 'timeline',
    icon: 'history',
    asks: 'actor',
    answers: 'what is claimed of an actor, by the time that the claims speak of',
  },
} as const satisfies Readonly<Record<string, PictureRow>>;

export type PictureKind = keyof typeof pictures;

/** The kinds of pictures, in the order of the table. */
export const pictureKinds = Object.keys(pictures) as PictureKind[];

/** What the table says of a kind of picture. */
export function pictureRow(kind: PictureKind): PictureRow {
  return pictures[kind];
}

/** The name of the command that shows a picture, without our prefix. */
export function showCommand(kind: PictureKind): string {
  return `show${kind[0]!.toUpperCase()}${kind.slice(1)}`;
}

/** Which claims a picture shows; an actor by its id. */
export type PictureScope =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'actor'; readonly actor: string };

/** What a picture is asked, as its row has it. `Scope` is what says which claims are meant. */
export type PictureAsked<Kind extends PictureKind, Scope = PictureScope> = ((typeof pictures)[Kind] extends {
  readonly asks: 'actor';
}
  ? { readonly actor: string }
  : { readonly scope: Scope }) &
  ((typeof pictures)[Kind] extends { readonly rows: readonly (infer Rows)[] }
    ? { readonly rows: Rows }
    : unknown);

/** A picture with what it is asked; enough to draw it again after the window was closed. */
export type PictureQuestion<Kind extends PictureKind = PictureKind> = {
  [Each in Kind]: { readonly kind: Each } & PictureAsked<Each>;
}[Kind];

/** What rows a person may choose in any picture. */
export type PictureRows = PictureQuestion extends infer Question
  ? Question extends { readonly rows: infer Rows }
    ? Rows
    : never
  : never;

/** The answer to each kind of question. */
export interface PictureAnswers {
  claimMap: ClaimMap;
  evidenceMatrix: EvidenceMatrix;
  timeline: Timeline;
}

/** What every picture says of what it does not show. */
export interface Shortened {
  /** Claims that are not shown because there are too many. */
  readonly leftOut: number;
  /** Of claims that contradict very many, the conflicts that are not shown. */
  readonly conflictsLeftOut: number;
}

// ----------------------------------------------------------------------------------------------- map

export interface MapNode {
  readonly claim: ViewedClaim;
  /** Not in the scope itself, but joined to a claim that is. */
  readonly outside: boolean;
  /** What one says of it where its own propositions exclude each other; else null. */
  readonly contradictsItself: string | null;
}

export type MapEdgeKind = 'supports' | 'implies' | 'qualifies' | 'resolves' | 'conflict';

export interface MapEdge {
  readonly kind: MapEdgeKind;
  /** Keys of claims. A conflict has no direction; support leads from what supports to what is supported. */
  readonly from: string;
  readonly to: string;
  /** A conflict at rest. */
  readonly settled: boolean;
  /** A conflict that stands and has a verdict which is open or not worded yet. */
  readonly pending: boolean;
  /** A conflict within one asserter's own claims. */
  readonly within: boolean;
  /** A conflict, told in words. */
  readonly sentence: string | null;
}

export interface ClaimMap extends Shortened {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

// -------------------------------------------------------------------------------------------- matrix

/** A column of the matrix: who asserts, or which work is cited. */
export interface MatrixSource {
  readonly key: string;
  readonly name: string;
}

/** What a source does: it answers the question of its row, or stands to the claim of its row in one of the other ways. */
export type Stance = 'answers' | 'asserts' | 'denies' | 'asserts and denies' | 'supports' | 'is cited';

/** An answer to a question: a value, and the time of which it is given. */
export interface MatrixAnswer {
  readonly value: string;
  readonly when: string | null;
}

export interface MatrixCell {
  readonly stance: Stance;
  /** Its answers to the question of the row; none in a matrix of claims. */
  readonly answers: readonly MatrixAnswer[];
  readonly conflict: 'none' | 'contested' | 'settled';
  /** Why a settled conflict is settled, in a few words. */
  readonly reason: string | null;
  /** Whether another source reports the stance. */
  readonly reported: boolean;
  /** The conflicts in words, and the claims that the stance is read from. */
  readonly sentences: readonly string[];
  readonly claims: readonly {
    readonly label: string;
    readonly text: string;
    readonly spot: Spot;
  }[];
}

export interface MatrixRow {
  readonly key: string;
  /** What is asked: the actor and the property in words. Or the words of the claim. */
  readonly text: string;
  /** The property, or the claim's id. */
  readonly code: string;
  /** The actor that is asked of, or the path of the claim's file. */
  readonly subject: string;
  /** `differing`: answers that are not the same and yet do not exclude each other. */
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

/** A time in milliseconds since 1970 (UTC); null where it is open. */
export interface TimelineSpan {
  readonly from: number | null;
  readonly to: number | null;
}

export interface TimelineEvent {
  readonly claim: ViewedClaim;
  /** Null where the claim gives no time, or none that can be read. */
  readonly span: TimelineSpan | null;
  /** The time as one says it. */
  readonly time: string | null;
  /** Whether the time is that of `when`, or the date that the claim states. */
  readonly dated: 'when' | 'value' | null;
  readonly uncertain: boolean;
  /** What is said of the actor, in words; empty where nothing is stated formally. */
  readonly statements: readonly string[];
}

export interface TimelineConflict {
  /** Keys of claims. */
  readonly a: string;
  readonly b: string;
  readonly settled: boolean;
  readonly sentence: string;
}

export interface Timeline extends Shortened {
  readonly actor: NamedActor;
  readonly kind: string | null;
  /** When the actor was active, as the register says. */
  readonly active: TimelineSpan | null;
  readonly activeTime: string | null;
  readonly events: readonly TimelineEvent[];
  readonly conflicts: readonly TimelineConflict[];
}
