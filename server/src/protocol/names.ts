/** What the server and its clients call things between them, beyond the protocol's own words. */
import type { Choices, ChoiceSubject, Gesture } from './gestures.ts';
import type { PictureAnswers, PictureAsked, PictureKind } from './pictures.ts';
import { pictureKinds } from './pictures.ts';
import type {
  ActorTree,
  CheckGroup,
  CheckTree,
  FoundPlaces,
  ClaimGroup,
  ClaimPlace,
  ClaimsOfGroup,
  ClaimTree,
  Grouping,
  PlacesOfChecks,
  TextAtHand,
} from './views.ts';
import type { Position, PositionRange } from '../text/range.ts';

/** The `source` of every diagnostic, the section of the settings, and the prefix of our own methods. */
export const productId = 'sicetnon';

/** What people read. */
export const productName = 'Sic et Non';

/** The notification by which the server says how far it has read; a client may do without it. */
export const statusMethod = 'sicetnon/status';

/** The parameters of `sicetnon/status`: sent when reading begins, and whenever a figure has changed. */
export interface ServerStatus {
  readonly state: 'reading' | 'ready';
  /** How many texts of the workspace are known so far. */
  readonly files: number;
  /** The project files that count, as URIs. */
  readonly projects?: readonly string[];
}

/** What a client of ours says at `initialize`; every member may be absent. */
export interface InitializationOptions {
  /** Whether it has the command `sicetnon.showReferences`; without it the lenses of claims only say how many. */
  readonly references?: boolean;
  /** Whether it tells of files that change on disk by itself; without it the server asks for that, where it can be asked. */
  readonly watches?: boolean;
  /** Whether it would be told of findings although it could ask for them. */
  readonly pushed?: boolean;
  /**
   * Whether it has the commands `sicetnon.markActor`, `markQuotation`, `cite`, `claimContradicts`, `claimSupports`,
   * `claimQualifies`, `claimHeldBy`, `claimAbout`, `claimStates` and `settleConflict`, which ask for what a gesture needs to know; without it such actions are not offered.
   */
  readonly gestures?: boolean;
  /**
   * Whether another extension completes and explains project files and registers by the schemas that ours contributes:
   * then we say only what no schema knows.
   */
  readonly schemas?: boolean;
  /**
   * The endings of the files of which the editor lists the headings, and the places that name a bracket's label, by
   * itself: `md`. There the outline holds claims and notes alone, and no place is told at two ranges.
   */
  readonly headings?: readonly string[];
  /**
   * The folder in which the server may remember what it read, from one start to the next; null for nowhere. Without
   * it, the folder for such things that the user's system has.
   */
  readonly cache?: string | null;
  /** Whether the person trusts the workspace; where they do not, no folder outside is read. Trusted unless told otherwise. */
  readonly trusted?: boolean;
  /** The address of the page on a rule, with `{code}` in the place of its code; without it codes are no links. */
  readonly rulePages?: string;
}

/** What is read from the disk: the server is to hear when one of these comes, changes or goes. */
export const watchedFiles = '**/*.{md,markdown,qmd,Rmd,rmd,txt,bib,json,yaml,yml,ris,csl}';

/**
 * The command that shows places: the URI and position asked about, and the places, as the protocol has them. A client
 * of ours that has it says so.
 */
export const showReferencesCommand = 'sicetnon.showReferences';

/** The notification that something has changed which views show; sent when the server has come to rest. */
export const changedMethod = 'sicetnon/changed';

/** The questions that pictures ask: their methods, by kind. */
const pictureMethods = Object.fromEntries(
  pictureKinds.map((kind) => [kind, `${productId}/${kind}`]),
) as Readonly<Record<PictureKind, string>>;

/** The questions that views ask: their methods. What they carry and yield is in `ViewQuestions`. */
export const viewMethods = {
  claimTree: 'sicetnon/claimTree',
  claimsOfGroup: 'sicetnon/claimsOfGroup',
  claimAt: 'sicetnon/claimAt',
  actorTree: 'sicetnon/actorTree',
  checkTree: 'sicetnon/checkTree',
  placesOfChecks: 'sicetnon/placesOfChecks',
  ...pictureMethods,
  citing: 'sicetnon/citing',
  foundPlaces: 'sicetnon/foundPlaces',
} as const;

/** The questions that gestures ask on their way. */
export const gestureMethods = {
  gestureChoices: 'sicetnon/gestureChoices',
  gestureEdit: 'sicetnon/gestureEdit',
} as const;

/** Where a gesture is made: a selection, perhaps empty, in a version of a document. */
export interface GesturePlace {
  readonly uri: string;
  readonly version: number;
  readonly range: PositionRange;
}

/** The edits that one gesture makes in one file. */
export interface EditedFile {
  readonly uri: string;
  /** It is not there yet. */
  readonly isNew: boolean;
  readonly edits: readonly { readonly range: PositionRange; readonly newText: string }[];
}

/** What comes of a gesture. */
export type GestureAnswer =
  | {
      readonly status: 'done';
      readonly files: readonly EditedFile[];
      /** What is to be selected afterwards in the document in which the gesture was made. */
      readonly select: PositionRange | null;
    }
  /** A sentence that says why nothing is done. */
  | { readonly status: 'refused'; readonly why: string };

/** The parameters and the answer of each question of a gesture. */
export interface GestureQuestions {
  gestureChoices: [
    asked: GesturePlace & {
      readonly subject: ChoiceSubject;
      readonly filter: string;
      /** What was chosen before: of a property who holds the claim and the actor, of a value the property too; a line each. */
      readonly of?: string;
    },
    answer: Choices,
  ];
  gestureEdit: [asked: GesturePlace & { readonly gesture: Gesture }, answer: GestureAnswer];
}

/** The parameters and the answer of each question of a picture. */
type PictureQuestions = {
  readonly [Kind in PictureKind]: [asked: PictureAsked<Kind>, answer: PictureAnswers[Kind]];
};

/** The parameters and the answer of each question. All are plain data. */
export interface ViewQuestions extends PictureQuestions {
  claimTree: [asked: { readonly grouping: Grouping; readonly filter: string }, answer: ClaimTree];
  claimsOfGroup: [asked: { readonly group: ClaimGroup; readonly filter: string }, answer: ClaimsOfGroup];
  claimAt: [
    asked: { readonly uri: string; readonly position: Position; readonly grouping: Grouping },
    answer: ClaimPlace | null,
  ];
  actorTree: [asked: { readonly filter: string }, answer: ActorTree];
  checkTree: [asked: object, answer: CheckTree];
  placesOfChecks: [asked: { readonly group: CheckGroup }, answer: PlacesOfChecks];
  /** What a text cites from and what was checked in it; null where it is no document. */
  citing: [asked: { readonly uri: string }, answer: TextAtHand | null];
  /** Where a text as found leads somewhere; null where no editor shows it. */
  foundPlaces: [asked: { readonly uri: string }, answer: FoundPlaces | null];
}
