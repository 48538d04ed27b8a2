/** Methods, commands and options that extend the Language Server Protocol. */
import type { Choices, ChoiceSubject, Gesture, Mend } from './gestures.ts';
import type { PictureAnswers, PictureAsked, PictureKind } from './pictures.ts';
import { pictureKinds } from './pictures.ts';
import type {
  ActorTree,
  CheckGroup,
  CheckTree,
  CitedWork,
  FoundPlaces,
  ClaimGroup,
  ClaimPlace,
  ClaimsOfGroup,
  ClaimTree,
  Grouping,
  PlacesOfChecks,
  TextAtHand,
} from './views.ts';
import type { SourceQuestions, WorkStretch } from './source.ts';
import type { Position, PositionRange } from '../text/range.ts';

/** The `source` of every diagnostic, the section of the settings, and the prefix of our methods. */
export const productId = 'sicetnon';

/** The product's name for display. */
export const productName = 'Sic et Non';

/** The notification with the progress of the first reading; clients may ignore it. */
export const statusMethod = 'sicetnon/status';

/** The parameters of `sicetnon/status`, sent when reading begins and whenever a number has changed. */
export interface ServerStatus {
  readonly state: 'reading' | 'ready';
  /** The number of documents known so far. */
  readonly files: number;
  /** The project files in use, as URIs. */
  readonly projects?: readonly string[];
}

/**
 * The client's notification that other extensions list other headings than `InitializationOptions.headings` says: they
 * may know late whether they can.
 */
export const headingsMethod = 'sicetnon/headings';

/** The parameters of `sicetnon/headings`. */
export interface ListedHeadings {
  /** As in `InitializationOptions`. */
  readonly headings: readonly string[];
}

/** The initialisation options of our clients; every member is optional. */
export interface InitializationOptions {
  /**
   * Whether the client has the command `sicetnon.showReferences`; without it the lenses of claims have no command.
   */
  readonly references?: boolean;
  /**
   * Whether the client reports file changes by itself; without it the server registers watchers, where the client
   * supports that.
   */
  readonly watches?: boolean;
  /** Whether to send `sicetnon/status` and `sicetnon/changed`, which other clients would take for a mistake. */
  readonly status?: boolean;
  /** Whether to push diagnostics although the client could pull them. */
  readonly pushed?: boolean;
  /**
   * Whether the client has the commands `sicetnon.markActor`, `markQuotation`, `cite`, `claimContradicts`,
   * `claimSupports`, `claimQualifies`, `claimHeldBy`, `claimAbout`, `claimStates` and `settleConflict`, which ask for
   * a gesture's parameters; without it these actions are not offered.
   */
  readonly gestures?: boolean;
  /**
   * Whether another extension provides completion and hovers for project files and registers from our schemas: then
   * the server adds only what no schema has.
   */
  readonly schemas?: boolean;
  /**
   * Extensions of files for which the editor itself lists headings and link labels: `md`. There the outline has only
   * claims and notes, and ranges agree with the editor's, so that duplicates are merged.
   */
  readonly headings?: readonly string[];
  /** Whether the client answers the requests for files (`protocol/host.ts`), for folders that are on no disk. */
  readonly files?: boolean;
  /** The cache folder; null for no cache. By default the user's cache folder. */
  readonly cache?: string | null;
  /** Whether the workspace is trusted; if not, no folder outside is read. Default true. */
  readonly trusted?: boolean;
  /** The translations of our messages into the client's locale, where the server cannot read them from its disk. */
  readonly messages?: Readonly<Record<string, string>>;
  /** The URL of a rule's page, with `{code}` for its code; without it codes are not links. */
  readonly rulePages?: string;
}

/** Files on disk whose changes the server must be notified of. */
export const watchedFiles = '**/*.{md,markdown,qmd,Rmd,rmd,txt,bib,json,yaml,yml,ris,csl,pdf,epub,docx}';

/**
 * The command that shows places. Its arguments are the URI and position of the request, and the places, in the
 * protocol's terms. A client that has it says so in its options.
 */
export const showReferencesCommand = 'sicetnon.showReferences';

/** The notification that data of views may have changed; sent when the server has become idle. */
export const changedMethod = 'sicetnon/changed';

/** The methods of pictures, by kind. */
const pictureMethods = Object.fromEntries(
  pictureKinds.map((kind) => [kind, `${productId}/${kind}`]),
) as Readonly<Record<PictureKind, string>>;

/** The methods of views. For their parameters and results see `ViewQuestions`. */
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
  citedWorks: 'sicetnon/citedWorks',
} as const;

/** The methods of gestures. */
export const gestureMethods = {
  gestureChoices: 'sicetnon/gestureChoices',
  gestureEdit: 'sicetnon/gestureEdit',
  quoteSource: 'sicetnon/quoteSource',
} as const;

/** The methods of questions about the works of citations and quotations; see `SourceQuestions`. */
export const sourceMethods = {
  sourceAt: 'sicetnon/sourceAt',
  sourcePage: 'sicetnon/sourcePage',
  searchSource: 'sicetnon/searchSource',
  takeSource: 'sicetnon/takeSource',
} as const satisfies Readonly<Record<keyof SourceQuestions, string>>;

/**
 * The command of the server, for clients without views of their own, that has the client open the file of a work and says at which
 * page. Its arguments are the URI and the range of a citation or quotation.
 */
export const openSourceCommand = 'sicetnon.openSource';

/** The place of a gesture: a selection, perhaps empty, in a version of a document. */
export interface GesturePlace {
  readonly uri: string;
  readonly version: number;
  readonly range: PositionRange;
}

/** The edits of a gesture in one file. */
export interface EditedFile {
  readonly uri: string;
  /** Whether the file is to be created. */
  readonly isNew: boolean;
  readonly edits: readonly { readonly range: PositionRange; readonly newText: string }[];
}

/** The result of a gesture. */
export type GestureAnswer =
  | {
      readonly status: 'done';
      readonly files: readonly EditedFile[];
      /** The range to be selected afterwards in the gesture's document. */
      readonly select: PositionRange | null;
    }
  /** The reason why nothing is done, as a sentence, and what helps where it is not what usually helps. */
  | { readonly status: 'refused'; readonly why: string; readonly mend?: Mend };

/** The parameters and results of gestures. */
export interface GestureQuestions {
  gestureChoices: [
    asked: GesturePlace & {
      readonly subject: ChoiceSubject;
      readonly filter: string;
      /**
       * Previous choices, one per line: for a property the asserter and the actor, for a value also the property; for a
       * subject the name of an actor who is about to be registered, and is then offered with an empty value.
       */
      readonly of?: string;
      /** Whether selected words that are no claim yet count as one, since they are about to be marked. */
      readonly marks?: boolean;
    },
    answer: Choices,
  ];
  gestureEdit: [asked: GesturePlace & { readonly gesture: Gesture }, answer: GestureAnswer];
  /** Quotes a stretch of the text of a work, with its citation. */
  quoteSource: [
    asked: GesturePlace & { readonly file: string; readonly work: string; readonly stretch: WorkStretch },
    answer: GestureAnswer,
  ];
}

/** The parameters and results of pictures. */
type PictureQuestions = {
  readonly [Kind in PictureKind]: [asked: PictureAsked<Kind>, answer: PictureAnswers[Kind]];
};

/** The parameters and results of views. All are plain data. */
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
  /** The scope of a text and its checks; null where it is no document. */
  citing: [asked: { readonly uri: string }, answer: TextAtHand | null];
  /** The links in a found text; null where no editor shows it. */
  foundPlaces: [asked: { readonly uri: string }, answer: FoundPlaces | null];
  /** The works that a text cites and some bibliography knows, each once; null where no editor shows it. */
  citedWorks: [asked: { readonly uri: string }, answer: readonly CitedWork[] | null];
}
