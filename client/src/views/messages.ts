/** Messages between the extension and its webviews: plain data, shared by both sides. */
import type {
  PictureAnswers,
  PictureKind,
  PictureQuestion,
  PictureRows,
} from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';

/** From the extension to a picture. */
export type ToPicture<Kind extends PictureKind = PictureKind> =
  | {
      readonly type: 'answer';
      readonly question: PictureQuestion<Kind>;
      /** The subject in words: a file's path, an actor's name, the workspace. */
      readonly title: string;
      /** Null while the server does not answer. */
      readonly answer: PictureAnswers[Kind] | null;
    }
  /** The key of the claim at the text's cursor; null where there is none. */
  | { readonly type: 'cursor'; readonly key: string | null }
  /** Scrolls to a claim and marks it. */
  | { readonly type: 'show'; readonly key: string };

/** Gestures that a row begins at its claim, by the name of their command. */
export const rowGestures = ['claimContradicts', 'settleConflict'] as const;
export type RowGesture = (typeof rowGestures)[number];

/** Export formats. */
export type SavedFormat = 'svg' | 'argdown' | 'csv';

/** From a picture to the extension. */
export type FromPicture =
  /** The page has been loaded and waits for its answer. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly spot: Spot }
  /** Begins a gesture at a claim. */
  | { readonly type: 'begin'; readonly gesture: RowGesture; readonly spot: Spot }
  /** Lets the user choose another file, actor or the whole workspace. */
  | { readonly type: 'choose' }
  | { readonly type: 'rows'; readonly rows: PictureRows }
  | { readonly type: 'save'; readonly format: SavedFormat; readonly text: string };

/** A picture's state while it is hidden or the window is closed. */
export interface PictureState {
  readonly question: PictureQuestion;
  /** Whether the table is shown instead of the picture. */
  readonly table?: boolean;
  readonly search?: string;
  /** The column by which a table is sorted. */
  readonly sort?: { readonly column: number; readonly descending: boolean };
  readonly verdict?: string;
}
